"""The question by borough on the map, with its heading, key, and the chosen borough's line."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from dash import html
from dash.development.base_component import Component

from components import theme
from components.elements import BoroughMap, Markup, marks
from components.figures import svg
from components.figures.borough_map import SOURCE
from components.figures.classes import classify
from components.figures.key_parts import boroughs_in_words, city_box
from components.satisfaction import words
from components.satisfaction.view import Answer, SatisfactionView, address
from components.text import CITY_WORDS
from geo.areas import city

NAME = "satisfaction-map"
STEP, PHONE_ROW = 92.0, 24.0
ENDS = 2  # boroughs named at either end of the label


def figure(view: SatisfactionView) -> BoroughMap:
    return BoroughMap(id=NAME, src=SOURCE, areas=areas(view), selected=selected_code(view), scale="sequential",
                      slugs=slugs(view), label=map_label(view))  # fmt: skip


def slugs(view: SatisfactionView) -> dict[str, str]:
    return {row.area_code: row.slug for row in view.boroughs}


def areas(view: SatisfactionView) -> dict[str, list[Any]]:
    """Of each borough and the City: the class of its share from 1, or None, and the words of its box."""
    found = {row.area_code: [number, tip(view, row)] for row, number in zip(view.boroughs, _classes(view), strict=True)}
    return {**found, city().area_code: [None, f"{city().area_name}\n{CITY_WORDS}"]}


def _classes(view: SatisfactionView) -> list[int | None]:
    return classify((None if row.proportion is None else 100 * row.proportion for row in view.boroughs), view.breaks)


def selected_code(view: SatisfactionView) -> str | None:
    return None if view.is_london else view.area.area_code


def tip(view: SatisfactionView, row: Answer) -> str:
    """Place, period, share with its interval, and where it stands: a line each."""
    lines = [row.name, view.selection.window.label, f"{words.share(row.proportion)} {_interval(row)}",
             words.PLACES[place_of(view, row)]]  # fmt: skip
    return "\n".join(line.strip() for line in lines)


def _interval(row: Answer) -> str:
    between = words.share_between(row.lower, row.upper)
    return f"(95% interval {between})" if between else ""


def place_of(view: SatisfactionView, row: Answer) -> str:
    return view.funnel.places.get(row.area_code, "not_available") if view.funnel else "not_available"


def map_heading(view: SatisfactionView) -> list[Component]:
    if not view.boroughs:
        return [html.H2("By borough", className="fig-title"),
                html.P("This edition holds no answers by borough to this question for this period.",
                       className="fig-sub")]  # fmt: skip
    said = f"{view.selection.window.label}. Colours are the same in every period. Select a borough."
    return [html.H2(f"{view.measure.name}, by borough", className="fig-title"), html.P(said, className="fig-sub")]


def map_label(view: SatisfactionView) -> str:
    """One sentence: what the map shows, its range, and who stands out."""
    held = sorted((row for row in view.boroughs if row.proportion is not None), key=lambda row: row.proportion or 0)
    if not held:
        return "Map of London boroughs: no answers to this question for this period."
    ends = f"from {words.share(held[0].proportion)} to {words.share(held[-1].proportion)}"
    out = [row.name for row in view.boroughs if place_of(view, row)[:5] in ("above", "below")]
    stand = f"{words.named(out)} stand{'s' if len(out) == 1 else ''} out from London" if out else (
        "no borough stands out from London")  # fmt: skip
    return (f"Map of {words.lower_first(view.measure.name)} by London borough, {view.selection.window.label}: {ends}; "
            f"{stand}; the same figures are in the table below.")  # fmt: skip


def labels(view: SatisfactionView) -> list[str]:
    """`Under 50%`, `50 to 54%`, …, `70% or more`."""
    edges = view.breaks
    between = [f"{low:g} to {high - 1:g}%" if high - low > 1 else f"{low:g}%" for low, high in pairwise(edges)]
    return [f"Under {edges[0]:g}%", *between, f"{edges[-1]:g}% or more"]


def keys(view: SatisfactionView) -> list[Component]:
    if not view.boroughs:
        return []
    drawn = ((_wide_key(view), "only-d"), (_phone_key(view), "only-m"))
    return [Markup(markup=key, attributes={"className": where}) for key, where in drawn]


def _counted(view: SatisfactionView) -> list[tuple[str, str, int]]:
    """Each class: its colour, its words, and how many boroughs stand in it."""
    classes = _classes(view)
    return [(fill, label, classes.count(number)) for number, (fill, label) in
            enumerate(zip(theme.SEQUENTIAL, labels(view), strict=True), 1)]  # fmt: skip


def _key_label(view: SatisfactionView) -> str:
    return f"Map key: {'; '.join(f'{label}, {boroughs_in_words(n)}' for _, label, n in _counted(view))}"


def _swatch(x: float, y: float, width: float, fill: str) -> str:
    edge = {"stroke": theme.LINE_DATA, "stroke_width": "0.9"} if fill == theme.SEQUENTIAL[0] else {}
    return svg.rect(x, y, width, 13, fill=fill, **edge)


def _wide_key(view: SatisfactionView, width: int = 700) -> str:
    """A row of colours, under each its words and number of boroughs."""
    parts = []
    for place, (fill, label, number) in enumerate(_counted(view)):
        x = place * STEP + 0.5
        parts += [_swatch(x, 2, STEP - 3, fill), svg.text(x, 32, label, kind="ax", ink=theme.INK),
                  svg.text(x, 48, boroughs_in_words(number), kind="ax sm")]  # fmt: skip
    end = STEP * len(theme.SEQUENTIAL) + 14
    parts += [city_box(end, 2, 34, 13), svg.text(end, 32, "City of London: not policed", kind="ax", ink=theme.INK),
              svg.text(end, 48, "by the Met – no data", kind="ax", ink=theme.INK)]  # fmt: skip
    return svg.drawing(width, 54, *parts, label=_key_label(view))


def _phone_key(view: SatisfactionView, width: int = 356) -> str:
    """A line for each class."""
    parts = []
    for place, (fill, label, number) in enumerate(_counted(view)):
        y = place * PHONE_ROW
        parts += [_swatch(0.5, y + 4, 34, fill), svg.text(46, y + 15, label, kind="ax", ink=theme.INK),
                  svg.text(width - 2, y + 15, boroughs_in_words(number), kind="ax end")]  # fmt: skip
    y = PHONE_ROW * len(theme.SEQUENTIAL)
    parts += [city_box(0.5, y + 4, 34, 13),
              svg.text(46, y + 15, "City of London: not policed by the Met – no data", kind="ax", ink=theme.INK)]
    return svg.drawing(width, y + PHONE_ROW, *parts, label=_key_label(view))


def selected_box(view: SatisfactionView) -> list[Component]:
    """The chosen borough in a sentence, and the way back to London."""
    if view.is_london:
        said = f"{words.share(view.london.proportion)}." if view.london else "no figure."
        return [html.P([html.Strong("London: "), html.Span(said, className="prose-num")])]
    row = next((each for each in view.boroughs if each.slug == view.selection.area), None)
    words_ = "no figure for this period." if row is None else (
        f"{words.share(row.proportion)} {_interval(row)}. {words.PLACES[place_of(view, row)]}.")  # fmt: skip
    back = html.A("Show London", href=address(view.selection), **marks(data_address=""))
    return [html.P([html.Strong(f"{view.area.area_name}: "), html.Span(words_, className="prose-num")]), back]
