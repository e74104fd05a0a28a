"""Real tables with the figures of the map and of the trend."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from components import area_words
from components.columns import FIGURES, Column, column_style, columns, shown_rows, sort_by, sorting
from components.figures.series import Point, place_name, points
from components.map_view import MapView
from components.patterns import Pattern, Sketch, joined
from components.text import (
    DOES_NOT_APPLY,
    NOT_AVAILABLE,
    NOT_CALCULATED,
    NOT_COMPARABLE,
    NOT_LISTED,
    Figures,
    address,
    address_around,
    count,
    london,
    table_caption,
)
from data.selection import month_name

MUTED = (NOT_LISTED, NOT_AVAILABLE, NOT_CALCULATED, NOT_COMPARABLE)


def borough_table(view: MapView) -> Sketch:
    """The map's figures: London first, then boroughs in the order that the address asks for."""
    caption = f'<caption class="vh">{escape(table_caption(view))}</caption>'
    sorts = HEAD.rows([_head(view, each) for each in columns(view)])
    heads = joined(f"<thead><tr>{RANK_HEAD}", Sketch([sorts]), "</tr></thead>")
    figures = columns(view)[1:]
    rows = [_values(view, figures, row) for row in shown_rows(view)]
    body = [TOTAL.rows([[london(view).area_name, *_cells(figures, london(view))]]),
            BOROUGH.rows(rows, *address_around(view.selection))]  # fmt: skip
    return joined(f'<table class="data">{caption}', heads, "<tbody>", Sketch(body), "</tbody></table>")


area_words.declare()
RANK_HEAD = '<th scope="col" class="rank only-d">Rank</th>'
# A column's head is a link that sorts by it; the same again turns the order round. The link's name holds the unit, for
# columns may differ in their units alone; under it the unit is for the eye.
HEAD = Pattern(
    "sort-head",
    '<th scope="col" class="{style}" aria-sort="{order}"><a href="{address}" data-address="" class="sort" '
    'data-on="{order}">{label}<span class="vh">{comma}{unit}, sort</span></a>{shown}</th>',
    row="style order address label comma unit shown",
)  # fmt: skip
UNIT = Pattern("sort-unit", '<span class="unit" aria-hidden="true">{unit}</span>', row="unit")


def _head(view: MapView, column: Column) -> list[Any]:
    """In the order of HEAD's slots."""
    key, largest_first = sorting(view)
    order = ("descending" if largest_first else "ascending") if column.key == key else "none"
    target = address(view.selection, sort=sort_by(view, column))
    under = Sketch([UNIT.rows([[column.unit]])]) if column.unit else None
    return [column.style_class, order, target, column.label, ", " if column.unit else "", column.unit, under]


CELLS = "".join(f'<td class="{column_style(key)}{{mute_{key}}}">{{{key}}}</td>' for key in FIGURES)
CELL_SLOTS = " ".join(f"mute_{key} {key}" for key in FIGURES)
TOTAL = Pattern(
    "total-row", f'<tr class="total"><td class="rank only-d"></td><th scope="row">{{name}}</th>{CELLS}</tr>',
    row=f"name {CELL_SLOTS}",
)  # fmt: skip
BOROUGH = Pattern(
    "borough-row",
    '<tr class="{selected}" data-code="{code}"><td class="rank only-d">{rank}</td><th scope="row">'
    f'<a href="{{link}}{{code:slug}}{{rest}}" data-address="">{{code:area}}</a>{{mark}}</th>{CELLS}</tr>',
    common="link rest", row=f"selected code rank mark {CELL_SLOTS}",
)  # fmt: skip
IS_SELECTED = Sketch(['<span class="vh">, selected</span>'])


def _values(view: MapView, figures: Sequence[Column], row: Figures) -> list[Any]:
    """Of one borough's row, in the order of its pattern's slots."""
    is_selected = row.slug == view.selection.area
    mark = IS_SELECTED if is_selected else None
    rank = DOES_NOT_APPLY if row.rank is None else row.rank
    kind = "sel" if is_selected else None
    return [kind, row.area_code, rank, mark, *_cells(figures, row)]


def _cells(figures: Sequence[Column], row: Figures) -> list[str | None]:
    """The words of each column, each after the class of words that stand for a figure."""
    written = [column.words(row) for column in figures]
    return [each for words in written for each in (" mute" if words in MUTED else None, words)]


# The words of the two kinds of row; assets/trend_rows.js writes the same rows from the chart.
MONTH = Pattern(
    "month-row", '<tr><th scope="row">{month}</th><td class="r{mute}">{offences}</td><td>{status}</td></tr>',
    row="month mute offences status",
)  # fmt: skip
TREND_HEADS = (
    '<thead><tr><th scope="col">Month</th><th scope="col" class="r">Offences</th><th scope="col">Status</th></tr>'
    "</thead>"
)


def trend_table(view: MapView) -> Sketch:
    """The monthly series, newest first."""
    caption = escape(f"Recorded {view.measure.noun.rstrip(',')} each month, {place_name(view)}")
    rows = MONTH.rows([_month(point) for point in reversed(points(view))])
    above = f'<table class="data"><caption class="vh">{caption}</caption>{TREND_HEADS}<tbody>'
    return joined(above, Sketch([rows]), "</tbody></table>")


def _month(point: Point) -> list[str | None]:
    """In the order of MONTH's slots. Never final: past months are restated."""
    if point.value is None:
        return [month_name(point.month), " mute", NOT_LISTED, NOT_AVAILABLE]
    return [month_name(point.month), None, count(point.value), "Provisional" if point.is_provisional else "Published"]
