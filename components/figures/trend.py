"""The monthly series as a line: settled months solid, provisional ones dashed, gaps and breaks left open."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from components import theme
from components.figures import svg
from components.figures.series import (
    Point,
    place_name,
    points,
    segments,
    too_few,
    trend_sentence,
    trend_title,
)
from components.figures.trend_marks import (
    NARROW,
    WIDE,
    Place,
    Size,
    axes,
    break_lines,
    labels,
    placed,
    shades,
)
from components.map_view import MapView
from data.catalogue import Break

Run = list[Point]


def trend(view: MapView, size: Size) -> str:
    """The drawing, made for one width."""
    series = points(view)
    breaks = breaks_within(view, series)
    place = placed(series, size)
    runs = segments(series, breaks)
    return svg.drawing(
        size.width, size.height,
        *shades(view, series, place), *axes(place), *break_lines(breaks, place),
        lines(runs, place), *dots(runs, place), *labels(view, series, breaks, place),
        label=trend_sentence(view),
    )  # fmt: skip


def breaks_within(view: MapView, series: Sequence[Point]) -> list[Break]:
    """Those between two months of the series."""
    return [b for b in view.measure.breaks if series and series[0].month < b.month <= series[-1].month]


def lines(runs: list[Run], place: Place) -> str:
    """What is settled in one stroke, what is provisional dashed from the last settled month on.

    In a drawing of its own, two units a month wide and as many high as the axis has offences: its paths are the same
    for every width, and short, being differences of counts.
    """
    settled = [[point for point in run if not point.is_provisional] for run in runs]
    late = [run[max(first_provisional(run) - 1, 0) :] for run in runs if run[-1].is_provisional]
    drawn = [
        *_paths(settled, place, stroke_width=2.6, class_="settled"),
        *_paths(late, place, stroke_width=1.8, stroke_dasharray="4 3", class_="late"),
    ]
    size = place.size
    return svg.element(
        "svg", *drawn, class_="lines", x=float(size.left), y=place.top, width=float(size.right - size.left),
        height=place.bottom - place.top, viewBox=f"0 0 {2 * len(place.months)} {place.ticks[-1]:g}",
        preserveAspectRatio="none", overflow="visible",
    ) if drawn else ""  # fmt: skip


def first_provisional(run: Run) -> int:
    return next(place for place, point in enumerate(run) if point.is_provisional)


def _paths(runs: list[Run], place: Place, **look: str | float) -> list[str]:
    drawn = (path(run, place) for run in runs if len(run) > 1)
    return [
        svg.element("path", d=d, fill="none", stroke=theme.ACCENT, stroke_linejoin="round",
                    vector_effect="non-scaling-stroke", **look)
        for d in drawn
    ]


def path(run: Run, place: Place) -> str:
    """A line through the months of a run, which are without a gap: where it starts, and each step from there."""
    values = [point.value or 0.0 for point in run]
    start = 2 * place.months.index(run[0].month) + 1
    steps = (f"2 {before - value:g}" for before, value in pairwise(values))
    return f"M{start} {place.ticks[-1] - values[0]:g}l{' '.join(steps)}"


def dots(runs: list[Run], place: Place) -> list[str]:
    """A hollow dot for what may be revised, a filled one for a month with no neighbour to be joined to."""
    marked = [point for run in runs for point in run if point.is_provisional or len(run) == 1]
    return [_dot(point, place) for point in marked]


def _dot(point: Point, place: Place) -> str:
    x, y = place.x(point.month), place.y(point.value or 0.0)
    if point.is_provisional:
        return svg.circle(x, y, 4.0, fill=theme.PAGE, stroke=theme.ACCENT, stroke_width=2, class_="provisional")
    return svg.circle(x, y, 3.0, fill=theme.ACCENT, class_="alone")


def told(series: Sequence[Point]) -> str:
    """Every month for the box that tells it: `5012,,4975p`, oldest first; a gap is empty, p is provisional."""
    return ",".join(_told(point) for point in series)


def _told(point: Point) -> str:
    return "" if point.value is None else f"{svg.number(point.value)}{'p' if point.is_provisional else ''}"


__all__ = ["NARROW", "WIDE", "Size", "place_name", "placed", "points", "segments", "told", "too_few", "trend",
           "trend_sentence", "trend_title"]  # fmt: skip
