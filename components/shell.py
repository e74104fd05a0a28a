"""What stands round every page: head, header, edition strip, banners, footer; and the pages of last resort."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.assets import url
from components.elements import marks
from components.head import About, description, tags
from components.map_view import EditionNote
from components.render import to_html
from components.search_form import header_form
from data.selection import month_name

PRODUCT = "London Policing Performance"
OWNER = "Mayor’s Office for Policing and Crime"
DESCRIPTION = "Crime and policing in London’s boroughs: official figures with their source, period and definition."
# The order of the navigation; a page appears once it exists.
NAVIGATION = ("Overview", "Crime map", "Boroughs", "Trends", "Hate crime", "Stop and search", "Satisfaction",
              "Plan & finance", "Data and methods")  # fmt: skip
# The pages that the footer lists, in its order; a page appears once it exists. What was revised stands on the first.
FOOTER = ("Data and methods", "Open data", "Accessibility")
CORRECTIONS = ("Corrections and revisions", "/data-and-methods#revisions")
DEMONSTRATION = "These figures are made up to show how the site works. Do not quote them."
ATTRIBUTION = (
    "Contains public sector information licensed under the Open Government Licence v3.0. Contains National Statistics "
    "data © Crown copyright and database right. Contains OS data © Crown copyright and database right. "
    "The City of London has its own police force and is not included in these figures."
)
# Pages that the navigation does not list, and the item of it that they belong to; with all that lies under them.
WITHIN = {
    "/exceptions": "/trends", "/boroughs": "/boroughs", "/local-priorities": "/boroughs",
    **dict.fromkeys(("/safeguarding", "/plan", "/workforce", "/finance", "/inspection", "/victims-code"),
                    "/plan-and-finance"),
}  # fmt: skip
LICENCE = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"


@dataclass(frozen=True)
class Link:
    """An item of the navigation."""

    name: str
    path: str


def in_order(pages: Iterable[Link]) -> tuple[Link, ...]:
    """The pages that the navigation lists, in its order."""
    return tuple(sorted((p for p in pages if p.name in NAVIGATION), key=lambda p: NAVIGATION.index(p.name)))


def header(links: Iterable[Link], *, here: str, home: str) -> Component:
    """Product name and navigation; on phones the navigation opens from a button."""
    menu = html.Button("Menu", className="menu-btn", type="button", disable_n_clicks=True,
                       **marks(aria_expanded="false", aria_controls="main-menu", data_toggle=""))  # fmt: skip
    bar = html.Div([html.A(PRODUCT, href=home, className="product"), html.Span(OWNER, className="owner"), menu],
                   className="wrap bar")  # fmt: skip
    items = [html.Li(_item(link, here)) for link in links]
    inside = [header_form(), html.Ul(items, className="wrap")]
    nav = html.Nav(inside, id="main-menu", className="primary", **marks(aria_label="Main"))
    return html.Header([bar, nav], className="site")


def _item(link: Link, here: str) -> Component:
    """The item of the page itself is the current page; of a page within it, the current one of the items."""
    current = "page" if link.path == here else "true" if link.path == _item_of(here) else None
    return html.A(link.name, href=link.path, **(marks(aria_current=current) if current else {}))


def _item_of(here: str) -> str | None:
    """The path of the item that a page lies within."""
    return next((item for start, item in WITHIN.items() if here == start or here.startswith(f"{start}/")), None)


def edition_strip(note: EditionNote) -> Component:
    """How far the figures go, when they came, whose they are."""
    words: list[Any] = ["Figures to ", html.Strong(month_name(note.last_month)), " · refreshed ",
             html.Strong(day(note.published_on)), f" · Source: {note.source}"]  # fmt: skip
    return html.Div(html.Div(html.P(words), className="wrap"), className="edition")


def demonstration_banner(note: EditionNote) -> Component | None:
    if not note.is_demonstration:
        return None
    words = html.P([html.Strong("Demonstration data."), " ", DEMONSTRATION])
    return html.Div(html.Div(words, className="banner"), className="wrap banners")


def in_footer(pages: Iterable[Link]) -> tuple[Link, ...]:
    """The pages that the footer lists, in its order."""
    return tuple(sorted((p for p in pages if p.name in FOOTER), key=lambda p: FOOTER.index(p.name)))


def footer(links: Iterable[Link], *, contact: str | None = None) -> Component:
    """Ways to what a reader may ask about the site, whom to ask where the site says whom, and the licence."""
    ways = [*((link.name, link.path) for link in links), CORRECTIONS, *([("Contact", contact)] if contact else [])]
    listed = html.Nav(html.Ul([html.Li(html.A(name, href=target)) for name, target in ways]),
                      **marks(aria_label="About this site"))  # fmt: skip
    licence = html.A("Open Government Licence v3.0", href=LICENCE)
    reuse = html.P(["You may reuse these figures under the ", licence, "."])
    return html.Footer(html.Div([listed, html.P(ATTRIBUTION), reuse], className="wrap"), className="site-foot")


def day(when: date) -> str:
    """`12 July 2017`."""
    return f"{when.day} {month_name(when)}"


def message_page(heading: str, *paragraphs: Any, way_on: Component | None = None) -> Component:
    """A page that says one thing: nothing here, nothing yet, or nothing loaded."""
    words = [html.P(each, className="lead") for each in paragraphs]
    on = [html.Div(way_on, className="way-on")] if way_on is not None else []
    return html.Main(html.Div([html.H1(heading), *words, *on], className="opening"), id="main", className="wrap")


def not_found(links: Iterable[Link]) -> Component:
    listed = [html.Li(html.A(link.name, href=link.path)) for link in links]
    way_on = html.Nav([html.P("Pages on this site:"), html.Ul(listed, className="plain")],
                      **marks(aria_label="Pages on this site"))  # fmt: skip
    words = "The address may be mistyped, or the page may have moved."
    return message_page("There is no page at this address", words, way_on=way_on)


def no_figures() -> Component:
    """There is no edition to show."""
    return message_page(
        "No figures are loaded yet",
        "This site shows figures from an edition, and none has been published here.",
        ["To load the publisher’s files, run ", html.Code("python -m etl load PATH"), ". To build the demonstration, ",
         "run ", html.Code("python -m etl demo"), ". This page shows the figures as soon as that has finished."],
    )  # fmt: skip


def did_not_load(reference: str) -> Component:
    """A page that failed; `reference` finds what went wrong in the log."""
    words = ("The rest of the site is not affected.", f"Reference for whoever runs this site: {reference}.")
    return message_page("These figures did not load", *words, way_on=try_again())


def failed_part() -> Component:
    """In place of a part of a page that failed."""
    words = [html.P(html.Strong("These figures did not load")), html.P("The rest of the page is not affected.")]
    return html.Div([*words, try_again()], className="failed-part")


def try_again() -> Component:
    kind = marks(data_try_again="")
    return html.Button("Try again", className="btn quiet", type="button", disable_n_clicks=True, **kind)


@dataclass(frozen=True)
class Scripts:
    """What the document loads, and what Dash needs in it."""

    style: str  # address of the one style sheet
    config: str
    content: str  # the page's components, for the app that takes over
    script: str  # address of the one script, which starts the app when it is there


def document(*, about: About, header: Component, content: Component, foot: Component, scripts: Scripts) -> str:
    """The whole first response. The content stands in #first-sight until the app has made the same page."""
    first = to_html(content)
    said = description(first, is_demonstration=about.is_demonstration, otherwise=DESCRIPTION)
    return f"""<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{escape(about.title)}</title>
{tags(about, said)}
<meta name="theme-color" content="#17212B">
<link rel="icon" type="image/svg+xml" href="{url("favicon.svg")}">
<link rel="preload" href="{url("fonts/source-sans-3-latin-variable.woff2")}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="{scripts.style}">
<script id="_dash-renderer" src="{scripts.script}" defer></script>
</head>
<body>
<a class="skip" href="#main">Skip to main content</a>
{to_html(header)}
<div id="first-sight">{first}</div>
<div id="react-entry-point"></div>
{to_html(foot)}
<p id="loading-says" class="vh" role="status"></p>
<p id="done-says" class="done" role="status"></p>
{scripts.content}
{scripts.config}
</body>
</html>"""
