"""The ranked boroughs beside the map: one row each, the period before as a small dot, London as a line."""

from __future__ import annotations

from components import theme
from components.figures import svg
from components.figures.classes import is_change
from components.figures.ranking_rows import TOP, Layout, Runs, layout, row_links, row_runs, tint, value_before
from components.figures.scale import Scale, round_ticks
from components.map_view import MapView
from components.patterns import Sketch
from components.text import (
    UNITS,
    Figures,
    format_value,
    london,
    percent_change,
    period_before,
    plain,
    ranking_title,
    value_text,
    with_value,
    without_value,
)
from data.selection import Show

HEADS = {
    Show.RATE: ("Rate", "Change"),
    Show.NUMBER: ("Number", "Change"),
    Show.CHANGE: ("Change", "Offences"),
}
CHARACTER = 3.9  # half a character's width at 13.5 px semibold, generously: labels are kept inside by it


def ranking(view: MapView, *, width: int) -> Sketch:
    """SVG of the ranking. Every row is a link to the view with that borough."""
    (drawn,) = rankings(view, width)
    return drawn


def rankings(view: MapView, *widths: int) -> list[Sketch]:
    """The same at several widths, whose rows have the same values."""
    rows = [*with_value(view), *without_value(view)]
    runs = row_runs(view, rows, Scale(_ticks(view, rows), 0, 1))
    return [_drawn(view, rows, runs, layout(width)) for width in widths]


def _drawn(view: MapView, rows: list[Figures], runs: Runs, place: Layout) -> Sketch:
    bottom = TOP + place.row * len(rows)
    scale = Scale(_ticks(view, rows), place.left, place.right)
    axis = _axis(view, scale, bottom) if with_value(view) else ""  # across a break nothing has a change
    ground = [tint(view, rows, place), axis, _london_line(view, scale, place, bottom)]
    opened = svg.opening(place.width, bottom + 20, label=ranking_label(view), role="group")
    above = "".join([opened, *ground, _heads(view, place)])
    return Sketch([above, *row_links(view, runs, place), "</svg>"])


def _ticks(view: MapView, rows: list[Figures]) -> tuple[float, ...]:
    found = [row.value for row in rows] + [value_before(view, row) for row in rows]
    values = [0.0, *(value for value in found if value is not None)]
    if _draws_london(view):
        values.append(london(view).value or 0.0)
    is_count = view.selection.show is Show.NUMBER
    return round_ticks(min(values), max(values) if any(values) else 1.0, whole=is_count)


def _draws_london(view: MapView) -> bool:
    """London is a total where the ranking shows counts: it has no place on their scale."""
    return view.selection.show is not Show.NUMBER and london(view).value is not None


def _axis(view: MapView, scale: Scale, bottom: float) -> str:
    """Gridlines with their figures; zero in ink where values lie on both sides of it."""
    places = max(len(f"{tick:g}".partition(".")[2]) for tick in scale.ticks)
    drawn = []
    for tick in scale.ticks:
        words = percent_change(tick) if is_change(view) else plain(tick, places if tick else 0)
        kind, ink = ("base", theme.INK) if is_change(view) and not tick else ("grid", theme.RULE)
        drawn.append(svg.line(scale.x(tick), 42, scale.x(tick), bottom, class_=kind, stroke=ink))
        drawn.append(svg.text(scale.x(tick), bottom + 16, words, kind="ax mid"))
    return "".join(drawn)


def _london_line(view: MapView, scale: Scale, place: Layout, bottom: float) -> str:
    """London's value, its label moved where it would run into the heads."""
    if not _draws_london(view):
        return ""
    x = scale.x(london(view).value or 0.0)
    words = f"London {value_text(view, london(view))}"
    half = CHARACTER * len(words)
    middle = min(max(x, half), place.value_at - 50 - half)
    label = svg.text(middle, 34, words, kind="b mid")
    return svg.line(x, 40, x, bottom, stroke=theme.INK, stroke_width="1.5") + label


def _heads(view: MapView, place: Layout) -> str:
    first, second = HEADS[view.selection.show]
    heads = svg.text(place.value_at, 34, first, kind="ax end")
    return heads if place.change_at is None else heads + svg.text(place.change_at, 34, second, kind="ax end")


def ranking_label(view: MapView) -> str:
    """The ranking in one sentence."""
    rows = with_value(view)
    title = f"{ranking_title(view)}{UNITS[view.selection.show]}"
    if not rows:
        return f"{title}: no borough has a figure to rank."
    high, low = (f"{row.area_name} ({format_value(view, row.value)})" for row in (rows[0], rows[-1]))
    whole = f"; London {value_text(view, london(view))}" if _draws_london(view) else ""
    earlier = (
        f", with {period_before(view)}" if any(value_before(view, row) is not None for row in rows) else ""
    )
    return f"{title}, from {high} to {low}{earlier}{whole}."
