"""The monthly series as a line: settled months solid, provisional ones dashed, gaps and breaks left open."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
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
    late_shade,
    on_the_map,
    period_band,
    placed,
)
from components.map_view import MapView
from data.catalogue import Break

Run = list[Point]


def trend(view: MapView, size: Size) -> str:
    """The drawing, made for one width; it lies over `period_drawing`."""
    series = points(view)
    breaks = breaks_within(view, series)
    place = placed(series, size)
    runs = segments(series, breaks)
    return svg.drawing(
        size.width, size.height,
        *late_shade(series, place), *axes(place), *break_lines(breaks, place),
        lines(view, place), *dots(runs, place), *labels(series, breaks, place),
        label=trend_sentence(view),
    )  # fmt: skip


def period_drawing(view: MapView, size: Size) -> str:
    """The period on the map, as a tinted band with its label: what changes while the series does not."""
    series = points(view)
    place, shown = placed(series, size), on_the_map(view, series)
    band = period_band(view, shown, place) if shown else []
    return svg.element("svg", *band, viewBox=f"0 0 {size.width} {size.height}", width=size.width, height=size.height,
                       aria_hidden="true")  # fmt: skip


def breaks_within(view: MapView, series: Sequence[Point]) -> list[Break]:
    """Those between two months of the series."""
    return [b for b in view.measure.breaks if series and series[0].month < b.month <= series[-1].month]


def lines(view: MapView, place: Place) -> str:
    """The series as lines, in a drawing of its own: two units a month wide and as many high as the axis has offences.

    So its paths are the same for every width, and short, being differences of counts.
    """
    drawn, size = _line_paths(view), place.size
    return svg.element(
        "svg", drawn, class_="lines", x=float(size.left), y=place.top, width=float(size.right - size.left),
        height=place.bottom - place.top, viewBox=f"0 0 {2 * len(place.months)} {svg.number(place.ticks[-1])}",
        preserveAspectRatio="none", overflow="visible", aria_hidden="true",
    ) if drawn else ""  # fmt: skip


@lru_cache(maxsize=8)  # once for both widths
def _line_paths(view: MapView) -> str:
    """What is settled in one stroke, what is provisional dashed from the last settled month on."""
    series = points(view)
    runs = segments(series, breaks_within(view, series))
    settled = [[point for point in run if not point.is_provisional] for run in runs]
    late = [run[max(first_provisional(run) - 1, 0) :] for run in runs if run[-1].is_provisional]
    place = placed(series, WIDE)
    return "".join([
        *_paths(settled, place, stroke_width=2.6, class_="settled"),
        *_paths(late, place, stroke_width=1.8, stroke_dasharray="4 3", class_="late"),
    ])  # fmt: skip


def first_provisional(run: Run) -> int:
    return next(place for place, point in enumerate(run) if point.is_provisional)


def _paths(runs: list[Run], place: Place, **look: str | float) -> list[str]:
    drawn = (path(run, place) for run in runs if run)
    return [
        svg.element("path", d=d, fill="none", stroke=theme.ACCENT, stroke_linejoin="round",
                    vector_effect="non-scaling-stroke", **look)
        for d in drawn
    ]


def path(run: Run, place: Place) -> str:
    """A line through the months of a run, which are without a gap: where it starts, and each step from there."""
    values = [point.value or 0.0 for point in run]
    start = 2 * place.months.index(run[0].month) + 1
    steps = (f"2 {svg.number(before - value)}" for before, value in pairwise(values))
    moves = f"l{' '.join(steps)}" if len(run) > 1 else ""  # a month alone has its dot; here it stands to be told
    return f"M{start} {svg.number(place.ticks[-1] - values[0])}{moves}"


def dots(runs: list[Run], place: Place) -> list[str]:
    """A hollow dot for what may be revised, a filled one for a month with no neighbour to be joined to."""
    marked = [point for run in runs for point in run if point.is_provisional or len(run) == 1]
    return [_dot(point, place) for point in marked]


def _dot(point: Point, place: Place) -> str:
    x, y = place.x(point.month), place.y(point.value or 0.0)
    if point.is_provisional:
        return svg.circle(x, y, 4.0, fill=theme.PAGE, stroke=theme.ACCENT, stroke_width=2, class_="provisional")
    return svg.circle(x, y, 3.0, fill=theme.ACCENT, class_="alone")


__all__ = ["NARROW", "WIDE", "Size", "period_drawing", "place_name", "placed", "points", "segments", "too_few", "trend",
           "trend_sentence", "trend_title"]  # fmt: skip
