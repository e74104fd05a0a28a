"""The map of searches per 1,000 residents: what colours it, what its boxes say, and its key at two widths."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from dash.development.base_component import Component

from components import theme
from components.elements import BoroughMap, Markup
from components.figures import svg
from components.figures.borough_map import SOURCE
from components.figures.classes import classify
from components.figures.key_parts import boroughs_in_words, city_box
from components.stop_and_search import words
from components.stop_and_search.records import Borough
from components.stop_and_search.view import StopAndSearchView
from components.text import CITY_WORDS
from components.text.numbers import decimals_needed, plain
from geo.areas import city

NAME = "stop-map"
STEP, PHONE_ROW = 92.0, 24.0


def figure(view: StopAndSearchView) -> BoroughMap:
    slugs = {row.area_code: row.slug for row in placed(view)}
    return BoroughMap(id=NAME, src=SOURCE, areas=areas(view), selected=selected_code(view), scale="sequential",
                      slugs=slugs, label=map_label(view))  # fmt: skip


def placed(view: StopAndSearchView) -> list[Borough]:
    return [row for row in view.boroughs if not row.is_unplaced]


def areas(view: StopAndSearchView) -> dict[str, list[Any]]:
    """Of each borough and the City: the class of its rate from 1, or None, and the words of its box."""
    rows = placed(view)
    classes = classify((row.per_1000 for row in rows), view.map_breaks) if view.map_breaks else [None] * len(rows)
    found = {str(row.area_code): [number, tip(view, row)] for row, number in zip(rows, classes, strict=True)}
    return {**found, city().area_code: [None, f"{city().area_name}\n{CITY_WORDS}"]}


def selected_code(view: StopAndSearchView) -> str | None:
    return None if view.is_london else view.area_code


def tip(view: StopAndSearchView, row: Borough) -> str:
    """Place, period, rate with its interval, number and find rate; of a hidden figure only that it is."""
    lines = [row.area_name, words.months_words(view.period.placed) if view.period else ""]
    if row.per_1000 is None:
        return "\n".join([*lines, words.capital(words.missing(row.tally.status))])
    interval = words.rate_interval(row.per_1000_lower, row.per_1000_upper)
    lines.append(f"{words.rate(row.per_1000)} per 1,000 residents ({interval})")
    lines.append(f"{words.searches(row.tally.searches)}, {words.times(row.relative)} London’s rate")
    if row.tally.share is not None:
        lines.append(f"Find rate {words.percent(row.tally.share)}")
    return "\n".join(filter(None, lines))


def map_label(view: StopAndSearchView) -> str:
    """The finding in a sentence."""
    rows = sorted((row for row in placed(view) if row.per_1000 is not None), key=lambda row: -(row.per_1000 or 0.0))
    subject = "Map of searches per 1,000 residents by London borough"
    if not rows:
        return f"{subject}: no borough has figures for this period."
    named = [f"{row.area_name} ({words.rate(row.per_1000)})" for row in rows[:3]]
    return f"{subject}: highest in {', '.join(named[:-1])} and {named[-1]}; the same figures are in the table below."


def counted(view: StopAndSearchView) -> list[tuple[str, int]]:
    """Each class in words, lowest first, and how many boroughs stand in it."""
    edges = view.map_breaks
    places = max((decimals_needed(edge) for edge in edges), default=0)
    step = 10.0**-places
    labels = [f"Under {plain(edges[0], places)}",
              *(f"{plain(a, places)} to {plain(b - step, places)}" for a, b in pairwise(edges)),
              f"{plain(edges[-1], places)} or more"]  # fmt: skip
    classes = classify((row.per_1000 for row in placed(view)), edges)
    return [(label, classes.count(number)) for number, label in enumerate(labels, 1)]


def keys(view: StopAndSearchView) -> list[Component | None]:
    """The key in a row, and for a phone in lines; nothing where nothing is coloured."""
    if not view.map_breaks:
        return [None]
    told = "; ".join(f"{label}, {boroughs_in_words(number)}" for label, number in counted(view))
    label = f"Map key, searches per 1,000 residents: {told}"
    missing = sum(row.per_1000 is None for row in placed(view))
    drawn = ((_wide(view, missing, label), "only-d"), (_phone(view, missing, label), "only-m"))
    return [Markup(markup=key, attributes={"className": where}) for key, where in drawn]


def _wide(view: StopAndSearchView, missing: int, label: str) -> str:
    parts = []
    for place, (said, number) in enumerate(counted(view)):
        x = place * STEP
        parts += [_swatch(x, 2, STEP - 2, place), svg.text(x, 32, said, kind="ax", ink=theme.INK),
                  svg.text(x, 48, boroughs_in_words(number), kind="ax sm")]  # fmt: skip
    end = STEP * len(theme.SEQUENTIAL) + 14
    parts.append(city_box(end, 2, 34, 13))
    parts += [svg.text(end, 32 + 16 * line, said, kind="ax", ink=theme.INK)
              for line, said in enumerate(("City of London: not policed", "by the Met – no data"))]  # fmt: skip
    return svg.drawing(700, 56 + (22 if missing else 0), *parts, *_missing(missing, 62), label=label)


def _phone(view: StopAndSearchView, missing: int, label: str) -> str:
    parts = []
    for place, (said, number) in enumerate(counted(view)):
        y = place * PHONE_ROW
        parts += [_swatch(0.5, y + 4, 34, place), svg.text(46, y + 15, said, kind="ax", ink=theme.INK),
                  svg.text(354, y + 15, boroughs_in_words(number), kind="ax end")]  # fmt: skip
    y = PHONE_ROW * len(theme.SEQUENTIAL)
    city_words = "City of London: not policed by the Met – no data"
    parts += [city_box(0.5, y + 4, 34, 13), svg.text(46, y + 15, city_words, kind="ax", ink=theme.INK)]
    parts += _missing(missing, y + PHONE_ROW + 4)
    return svg.drawing(356, y + PHONE_ROW + (24 if missing else 0), *parts, label=label)


def _swatch(x: float, y: float, width: float, place: int) -> str:
    edge = {"stroke": theme.LINE_DATA, "stroke_width": "0.9"} if place == 0 else {}
    return svg.rect(x, y, width, 13, fill=theme.SEQUENTIAL[place], **edge)


def _missing(number: int, y: float) -> list[str]:
    if not number:
        return []
    said = f"No figure, or withheld: {boroughs_in_words(number)}"
    return [svg.rect(0.5, y, 34, 13, fill=theme.NO_VALUE, stroke=theme.LINE_DATA, stroke_width=".9"),
            svg.text(46, y + 11, said, kind="ax", ink=theme.INK)]  # fmt: skip
