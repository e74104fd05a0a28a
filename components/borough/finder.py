"""Find your borough: a search that needs no JavaScript, a map, and the list of all 32."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.borough.address import PATH, briefing_address, profile_address
from components.borough.locator import linked_map
from components.elements import Markup, Native, marks
from components.map_view import EditionNote
from components.shell import demonstration_banner, edition_strip, message_page
from geo.areas import boroughs, find

NOTHING = (
    "Try another spelling, a ward or neighbourhood nearby, or the first half of a postcode. "
    "Or choose from the map or the list below."
)
LABEL = "Borough, ward, neighbourhood or postcode"
EXAMPLES = "A borough, a ward, a neighbourhood or a postcode, such as Kentish Town or NW5."
PRIVACY = "Of a full postcode only the first half is used. Nothing that you type is kept."
CITY = "The City of London has its own police force, so no figure here is about it."
LONGEST = 80
LEAD = "Each of London’s 32 boroughs has a profile and a two-page briefing to print."


def finder(asked: str, found: Sequence[Any], *, edition: EditionNote) -> list[Component]:
    """`found`: what geo.places.find_places answered to `asked`; nothing was asked where that is empty."""
    chosen = _reached(_meant(asked, found))
    inside = [
        html.Div([html.P("Boroughs", className="crumb"), html.H1("Find your borough"),
                  html.P(LEAD, className="lead")],
                 className="opening"),
        _form(asked), _answer(asked, found),
        html.Section([
            html.H2("All 32 boroughs", id="all-boroughs"),
            html.Div([_list(), _map(chosen)], className="pick"),
            html.P(CITY, className="note"),
        ], className="block", **marks(aria_labelledby="all-boroughs")),
    ]  # fmt: skip
    strip = html.Section(
        [edition_strip(edition), demonstration_banner(edition)], **marks(aria_label="About these figures")
    )
    return [strip, html.Main(inside, id="main", className="wrap finder")]


def _form(asked: str) -> Component:
    field = Native(tag="input", id="finder-q", attributes={
        "type": "search", "name": "q", "defaultValue": asked, "className": "select", "maxLength": str(LONGEST),
        "autoComplete": "off", "spellCheck": "false", **marks(aria_describedby="finder-hint"),
    })  # fmt: skip
    return html.Form(
        [
            html.Div([html.Label(LABEL, htmlFor="finder-q"), field], className="field"),
            html.Button("Find", type="submit", className="btn", disable_n_clicks=True),
            html.P([EXAMPLES, " ", PRIVACY], id="finder-hint", className="note"),
        ],
        className="find", action=PATH, method="get", role="search",
    )  # fmt: skip


def _answer(asked: str, found: Sequence[Any]) -> Component | None:
    """What was found, each place with its boroughs; nothing before anything was asked."""
    if not asked.strip():
        return None
    meant = _meant(asked, found)
    others = [one for one in found if one not in meant]
    inside = [html.H2(_heading(asked, meant), id="found"), *_body(meant, others)]
    return html.Section(inside, className="block answer", **marks(aria_labelledby="found"))


def _meant(asked: str, found: Sequence[Any]) -> Sequence[Any]:
    """The answer that has the very name that was typed, alone; where there is none such, all of them."""
    exact = [one for one in found if one.name.casefold() == asked.strip().casefold()]
    return exact[:1] or found


def _heading(asked: str, meant: Sequence[Any]) -> str:
    typed, slugs = asked[:LONGEST].strip(), _reached(meant)
    if not meant:
        return f"Nothing found for ‘{typed}’"
    if not slugs:
        return f"‘{typed}’ is not covered here"
    return _name(slugs[0]) if len(slugs) == 1 else f"{len(slugs)} boroughs to choose from"


def _reached(found: Sequence[Any]) -> tuple[str, ...]:
    """The boroughs of the answers, the best first."""
    return tuple(dict.fromkeys(slug for one in found for slug in one.boroughs))


def _body(meant: Sequence[Any], others: Sequence[Any]) -> list[Component]:
    """Where what is meant lies in one borough, the way there stands first and once. Then what else begins so."""
    if not meant:
        return [html.P(NOTHING, className="sub")]
    slugs, parts = _reached(meant), []
    if len(slugs) == 1:
        parts.append(html.P([
            html.A(f"Profile of {_name(slugs[0])}", href=profile_address(slugs[0]), className="btn"),
            html.A("Briefing to print", href=briefing_address(slugs[0])),
        ], className="head-actions"))  # fmt: skip
    listed = [_found(one, () if len(slugs) == 1 else one.boroughs) for one in meant]
    further = [_found(one, () if one.boroughs == slugs else one.boroughs) for one in others]
    return [*parts, html.Ul([*listed, *further], className="found")]


def _found(one: Any, boroughs_of: Sequence[str]) -> Component:
    """A place, what it is, and the way to each of its boroughs and their briefings."""
    kind = "" if one.kind == "not covered" else one.kind
    ways = [html.Ul([html.Li(_ways(slug)) for slug in boroughs_of])] if boroughs_of else []
    said = html.P([html.Strong(one.name), " ", html.Span(kind, className="kind")])
    return html.Li([said, html.P(one.detail, className="note"), *ways])


def _name(slug: str) -> str:
    area = find(slug)
    return area.area_name if area else slug


def _ways(slug: str) -> list[Any]:
    name = _name(slug)
    return [html.A(name, href=profile_address(slug), className="to-profile"),
            html.A("Briefing", href=briefing_address(slug), **marks(aria_label=f"Briefing for {name}"))]  # fmt: skip


def _map(chosen: tuple[str, ...]) -> Component:
    return Markup(markup=linked_map(chosen), attributes={"className": "pick-map"})


def _list() -> Component:
    """Every borough with its briefing: two clicks from any page."""
    return html.Ul([html.Li(_ways(area.slug)) for area in boroughs()], className="pick-list")


def not_covered() -> Component:
    """In place of the profile of the City of London."""
    way_on = html.P(html.A("Find a borough", href=PATH))
    return message_page("City of London", CITY, way_on=way_on)
