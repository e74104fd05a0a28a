"""The rows of the ranking: where their parts stand, and the link over each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from components import area_words, theme
from components.figures import svg
from components.figures.classes import colour_of, is_change
from components.figures.key import PHONE
from components.figures.scale import Scale
from components.map_view import MapView
from components.patterns import Pattern
from components.text import (
    DOES_NOT_APPLY,
    NOT_CALCULATED,
    Figures,
    address_around,
    count,
    percent_change,
    value_text,
)
from data.selection import Show

Runs = list[tuple[str, list[list[Any]]]]
TOP = 46.0  # where the first row begins
area_words.declare()


@dataclass(frozen=True)
class Layout:
    """In px: the plot from `left` to `right`, the right edges of the columns, the height of a row."""

    kind: str
    width: float
    left: float
    right: float
    value_at: float
    change_at: float | None
    row: float


WIDE = Layout("wide", 444, 154, 346, 388, 444, 19.6)
NARROW = Layout("narrow", 356, 124, 300, 356, None, 24)


def layout(width: int) -> Layout:
    """A phone's rows are taller, to be tapped, and leave the last column out."""
    return NARROW if width < PHONE else WIDE


def value_before(view: MapView, row: Figures) -> float | None:
    """The figure of the period before, in the unit on screen; None across a break, and for a change."""
    if row.change is None or is_change(view):
        return None
    return row.rate_before if view.selection.show is Show.RATE else row.offences_before


def tint(view: MapView, rows: Sequence[Figures], place: Layout) -> str:
    """The selected borough's row, tinted with an edge, under the gridlines; assets/choose.js moves it."""
    number = next((number for number, row in enumerate(rows) if row.slug == view.selection.area), None)
    ground = svg.rect(-8, 0, place.width + 16, place.row, fill=theme.ACCENT_TINT)
    edge = svg.rect(-8, 0, 4, place.row, fill=theme.ACCENT)
    at = {"transform": f"translate(0 {svg.number(TOP + (number or 0) * place.row)})"}
    return svg.element("g", ground, edge, class_="tint", display="none" if number is None else None, **at)


def marks_of(view: MapView, row: Figures) -> str:
    """Which marks a row has: both figures, the latest alone, a change from zero, none but a count, or none at all."""
    if row.value is None:
        return "missing" if row.offences is None else "counted"
    if is_change(view):
        return "change"
    return "alone" if value_before(view, row) is None else "both"


def _pattern(place: Layout, kind: str) -> Pattern:
    """A row with those marks: a link over the whole row to the view with that borough."""
    middle = place.row / 2
    base = svg.number(middle + 4.5)
    across, high = f"{place.width + 16:g}", f"{place.row:g}"
    ground = f'<rect x="-8" y="0" width="{across}" height="{high}" fill="transparent" class="ground"/>'
    shown = "{code:area}" if place is WIDE else "{code:short}"
    cells = [f'<text x="0" y="{base}" class="name">{shown}</text>']
    if kind in ("missing", "counted"):
        cells.append(f'<text x="{place.left + 8:g}" y="{base}" class="ax">{{value}}</text>')
    else:
        wide = f"{place.right - place.left:g}"
        across = f'x="{place.left:g}" y="0" width="{wide}" height="{high}"'
        plot = f'<svg {across} overflow="visible" aria-hidden="true">'
        cells += [plot, *_marks(kind, svg.number(middle)), "</svg>",
                  f'<text x="{place.value_at:g}" y="{base}" class="end">{{value}}</text>']  # fmt: skip
    said = "{code:area}, {value}"
    if place.change_at is not None and kind != "missing":
        cells.append(f'<text x="{place.change_at:g}" y="{base}" class="end">{{last}}</text>')
        said += ", {last}"
    link = ('<a href="{link}{code:slug}{rest}" data-address="" data-code="{code}" data-tip-of="" '
            f'aria-label="{said}" aria-current="{{current}}" class="row{{selected}}">')  # fmt: skip
    text = f'{link}<g transform="translate(0 {{#top+{place.row:g}}})">{ground}{"".join(cells)}</g></a>'
    return Pattern(f"ranking-{place.kind}-{kind}", text, common="link rest top", row=ROW)


def _marks(kind: str, y: str) -> list[str]:
    """The line from the figure before, or from zero for a change, to the dot in its map colour; x in per cent."""
    line = f'<line x1="{{from}}%" y1="{y}" x2="{{at}}%" y2="{y}" stroke="{theme.LINE_DATA}" stroke-width="1.4"/>'
    small = f'<circle cx="{{from}}%" cy="{y}" r="2.1" fill="{theme.LINE_DATA}"/>'
    dot = f'<circle cx="{{at}}%" cy="{y}" r="4.6" fill="{{fill}}" stroke="{theme.INK}" class="dot"/>'
    return {"both": [line, small, dot], "change": [line, dot], "alone": [dot]}[kind]


# The same for every pattern, so that both widths send the same rows, which compress to one.
ROW = "code value last from at fill selected current"
PATTERNS = {(place.kind, kind): _pattern(place, kind)
            for place in (WIDE, NARROW) for kind in ("both", "alone", "change", "counted", "missing")}  # fmt: skip


def row_runs(view: MapView, rows: Sequence[Figures], scale: Scale) -> Runs:
    """From top to bottom, runs of rows that have the same marks: which, and what their pattern takes at any width."""
    runs = groupby(rows, key=lambda row: marks_of(view, row))
    return [(kind, [_values(view, row, scale) for row in run]) for kind, run in runs]


def row_links(view: MapView, runs: Runs, place: Layout) -> list[Any]:
    """The rows as pieces of a Sketch, top to bottom."""
    link, rest = address_around(view.selection)
    pieces, first = list[Any](), 0
    for kind, run in runs:
        pieces.append(PATTERNS[place.kind, kind].rows(run, link, rest, TOP + first * place.row))
        first += len(run)
    return pieces


def _values(view: MapView, row: Figures, scale: Scale) -> list[str | None]:
    """Of one row, in the order of ROW."""
    is_selected = row.slug == view.selection.area
    earlier = 0.0 if is_change(view) else value_before(view, row)
    return [
        row.area_code, value_text(view, row),
        None if row.offences is None else _last_column(view, row),
        None if earlier is None or row.value is None else _percent(scale, earlier),
        None if row.value is None else _percent(scale, row.value),
        colour_of(view, row.value), *((" sel", "true") if is_selected else ("", "false")),
    ]  # fmt: skip


def _percent(scale: Scale, value: float) -> str:
    """Where a value stands, in per cent of the plot's width."""
    return svg.number(100 * scale.part(value))


def _last_column(view: MapView, row: Figures) -> str:
    """The change beside a level, the count beside a change."""
    if is_change(view):
        return count(row.offences)
    if row.change_pct is not None:
        return percent_change(row.change_pct)
    return NOT_CALCULATED if row.change_status == "small_base" else DOES_NOT_APPLY
