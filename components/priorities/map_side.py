"""The map with its heading, key and the chosen borough's line; and beside it what became of each kind of priority."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from components.elements import BoroughMap, Markup, marks
from components.figures.borough_map import SOURCE
from components.figures.classes import classify
from components.priorities import words
from components.priorities.key import phone_key, wide_key
from components.priorities.view import KindRow, PrioritiesView, address
from components.text import CITY_WORDS
from components.text.numbers import count, percent_change
from geo.areas import city, find

NAME = "priorities-map"
CLEAR = ("higher", "no_clear_change", "lower")


def figure(view: PrioritiesView) -> BoroughMap:
    slugs = {row.area_code: row.slug for row in view.mapped}
    return BoroughMap(id=NAME, src=SOURCE, areas=areas(view), selected=selected_code(view), scale="diverging",
                      slugs=slugs, label=words.map_label(view))  # fmt: skip


def areas(view: PrioritiesView) -> dict[str, list[Any]]:
    """Of each borough and the City: the class of its change from 1, or None, and the words of its box."""
    classes = classify((row.pct for row in view.mapped), view.breaks)
    found = {row.area_code: [number, words.tip(view, row)] for row, number in zip(view.mapped, classes, strict=True)}
    return {**found, city().area_code: [None, f"{city().area_name}\n{CITY_WORDS}"]}


def selected_code(view: PrioritiesView) -> str | None:
    area = find(view.selection.area) if view.selection.area else None
    return area.area_code if area else None


def map_heading(view: PrioritiesView) -> list[Component]:
    return [
        html.H2(words.map_title(view), className="fig-title"),
        html.P(words.map_subtitle(view), className="fig-sub"),
    ]


def keys(view: PrioritiesView) -> list[Component]:
    drawn = ((wide_key(view), "only-d"), (phone_key(view), "only-m"))
    return [Markup(markup=key, attributes={"className": where}) for key, where in drawn]


def selected_box(view: PrioritiesView) -> list[Component]:
    """The chosen borough in a sentence, and the way back to all of them."""
    name, said = words.selected_sentence(view)
    sentence = html.P([html.Strong(name), " ", html.Span(said, className="prose-num")])
    if view.selection.area is None:
        return [sentence]
    back = html.A("Clear choice", href=address(view.selection, area=None), **marks(data_address=""))
    return [sentence, back]


def kinds_side(view: PrioritiesView) -> list[Component]:
    """A small table: each kind, how many boroughs have it, what became of it in them, and London's own change."""
    heads = [("Priority", "", ""), ("Boroughs", "", "r"), ("Higher", "", "r"), ("No clear change", "", "r"),
             ("Lower", "", "r"), ("London", "change", "r")]  # fmt: skip
    head = html.Tr([_head(*each) for each in heads])
    caption = f"What became of each priority in the boroughs that have it, {view.selection.year.label}"
    table = html.Table([html.Caption(caption, className="vh"), html.Thead(head), html.Tbody([_kind(view, each)
                        for each in view.kinds])], className="data kinds")  # fmt: skip
    said = "Boroughs that have it, by the verdict on their 12 months; and the same crime in all of London."
    return [html.Div([html.H2("Each priority", className="fig-title"), html.P(said, className="fig-sub")],
                     className="figs"), html.Div(table, className="tbl-wrap")]  # fmt: skip


def _head(label: str, unit: str, kind: str) -> Component:
    below = [html.Span(unit, className="unit")] if unit else []
    return html.Th([label, *below], scope="col", className=kind or None)


def _kind(view: PrioritiesView, row: KindRow) -> Component:
    chosen = row.kind == view.selection.priority
    link = html.A(
        row.name, href=address(view.selection, priority=None if chosen else row.kind), **marks(data_address="")
    )
    mark = [html.Span(", shown", className="vh")] if chosen else []
    judged = [row.verdicts.get(name, 0) for name in CLEAR]
    cells = [html.Td(count(number), className="r") for number in [row.boroughs, *judged]]
    if not sum(judged):
        cells = [cells[0], html.Td(_why(row), colSpan=len(CLEAR), className="mute")]
    london = words.change_words(row.london_pct, row.london_verdict) if row.london_pct is None else percent_change(
        row.london_pct, decimals=1)  # fmt: skip
    last = html.Td(london, className="r" if row.london_pct is not None else "r mute")
    code: dict[str, Any] = {"data-code": row.kind}
    return html.Tr([html.Th([link, *mark], scope="row"), *cells, last], className="sel" if chosen else None, **code)


def _why(row: KindRow) -> str:
    """What stands in place of the verdicts where there is none."""
    return words.VERDICTS[max(row.verdicts, key=lambda name: row.verdicts[name])]
