"""The whole open data page."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.elements import Markup, marks
from components.open_data import sections
from components.open_data.view import OpenDataView
from components.render import to_html
from components.shell import demonstration_banner, edition_strip

SECTIONS = (sections.of_a_page, sections.interface, sections.whole_editions, sections.reading, sections.editions,
            sections.citing)  # fmt: skip
CONTENTS = (("pages", "A page as a file"), ("interface", "The interface for programs"), ("bulk", "Everything at once"),
            ("reading", "Python, R and the DuckDB shell"), ("editions", "Editions"),
            ("cite", "Cite and reuse"))  # fmt: skip
LEAD = ("Each table of this site is a file at its own address, there is an interface for programs, and whole editions "
        "can be downloaded. Addresses that name an edition keep giving the same figures.")  # fmt: skip


def page(view: OpenDataView) -> list[Component]:
    """Everything between the header and the footer."""
    opening = [html.P("Open data", className="crumb"), html.H1(headline(view)), html.P(LEAD, className="lead")]
    links = html.Ul([html.Li(html.A(words, href=f"#{anchor}")) for anchor, words in CONTENTS])
    contents = html.Nav(links, className="contents", **marks(aria_label="On this page"))
    drawn = [Markup(markup=to_html(make(view))) for make in SECTIONS]
    return [
        html.Section([edition_strip(view.edition), demonstration_banner(view.edition)],
                     **marks(aria_label="About these figures")),
        html.Main([html.Div(opening, className="opening"), contents, *drawn], id="main", className="wrap methods"),
    ]  # fmt: skip


def headline(view: OpenDataView) -> str:
    """`Every figure can be downloaded, cited and reused, in 3 editions that are kept`."""
    of_these = f", in {len(view.kept)} editions that are kept" if len(view.kept) > 1 else ""
    return f"Every figure can be downloaded, cited and reused{of_these}"
