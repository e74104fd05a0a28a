"""The monthly series as a line: settled months solid, provisional ones dashed, gaps and breaks left open."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from components import theme
from components.figures.series import (
    Point,
    place_name,
    points,
    segments,
    too_few,
    trend_sentence,
    trend_title,
)
from components.figures.trend_marks import labels, shapes, x_axis, y_axis
from components.map_view import MapView
from components.text import counted
from data.selection import month_name

HEIGHT = 330
MARGIN = {"l": 8, "r": 88, "t": 46, "b": 32, "pad": 0}  # right: the label at the end of the line
FAMILY = theme.FONT.replace('"', "")
LINE = {"color": theme.ACCENT, "width": 2.6}
DASHED = {"color": theme.ACCENT, "width": 1.8, "dash": "4px,3px"}


def trend(view: MapView) -> go.Figure:
    """The chart. The page sets its configuration: no tool bar, no zoom."""
    series = points(view)
    breaks = [b for b in view.measure.breaks if series and series[0].month < b.month <= series[-1].month]
    runs = segments(series, breaks)
    figure = go.Figure(data=[*_settled(runs), *_provisional(runs), *_alone(runs), _hover(view, series)])
    figure.update_layout(
        **_look(),
        xaxis=x_axis(series),
        yaxis=y_axis(series),
        shapes=shapes(view, series, breaks),
        annotations=labels(view, series, breaks),
    )
    return figure


def _look() -> dict[str, Any]:
    hover = {"size": 14.5, "color": theme.INK, "family": FAMILY}
    return {
        "template": None, "height": HEIGHT, "autosize": True, "margin": MARGIN,
        "showlegend": False, "dragmode": False, "hovermode": "closest", "hoverdistance": 60,
        "paper_bgcolor": theme.PAGE, "plot_bgcolor": theme.PAGE,
        "font": {"family": FAMILY, "size": 13.5, "color": theme.INK},
        "hoverlabel": {"bgcolor": theme.PAGE, "bordercolor": theme.INK, "align": "left", "font": hover},
    }  # fmt: skip


def _xy(runs: list[list[Point]]) -> dict[str, list[Any]]:
    """Coordinates of several runs, with an empty point between them so that no line joins them."""
    x: list[Any] = []
    y: list[Any] = []
    for run in runs:
        x += [*([None] if x else []), *(point.month.isoformat() for point in run)]
        y += [*([None] if y else []), *(point.value for point in run)]
    return {"x": x, "y": y}


def _scatter(runs: list[list[Point]], **look: Any) -> list[go.Scatter]:
    return [go.Scatter(**_xy(runs), hoverinfo="skip", connectgaps=False, **look)] if runs else []


def _settled(runs: list[list[Point]]) -> list[go.Scatter]:
    settled = [[point for point in run if not point.is_provisional] for run in runs]
    return _scatter([run for run in settled if len(run) > 1], mode="lines", line=LINE)


def _provisional(runs: list[list[Point]]) -> list[go.Scatter]:
    """Months that may be revised: hollow dots, and a dashed line that starts at the last settled month."""
    late = [run[max(_first_provisional(run) - 1, 0) :] for run in runs if run[-1].is_provisional]
    sizes: list[float] = []
    for run in late:
        sizes += [*([0.0] if sizes else []), *(8.0 if point.is_provisional else 0.0 for point in run)]
    edge = {"color": theme.ACCENT, "width": [2.0 if size else 0.0 for size in sizes]}
    dots = {"size": sizes, "color": theme.PAGE, "opacity": 1, "line": edge}
    return _scatter(late, mode="lines+markers", line=DASHED, marker=dots, cliponaxis=False)


def _first_provisional(run: list[Point]) -> int:
    return next(place for place, point in enumerate(run) if point.is_provisional)


def _alone(runs: list[list[Point]]) -> list[go.Scatter]:
    """Months with no neighbour to be joined to, which a line alone would not show."""
    lone = [run for run in runs if len(run) == 1 and not run[0].is_provisional]
    return _scatter(lone, mode="markers", marker={"size": 6, "color": theme.ACCENT})


def _hover(view: MapView, series: list[Point]) -> go.Scatter:
    """Invisible dots that carry the words, one box for each month."""
    known = [point for point in series if point.value is not None]
    return go.Scatter(
        **_xy([known]),
        mode="markers",
        marker={"size": 12, "opacity": 0},
        customdata=[_box(view, point) for point in known],
        hovertemplate="%{customdata}<extra></extra>",
    )


def _box(view: MapView, point: Point) -> str:
    month = f"{month_name(point.month)}, provisional" if point.is_provisional else month_name(point.month)
    return f"{place_name(view)}<br>{month}<br>{counted(point.value or 0.0, 'recorded offence')}"


__all__ = ["points", "segments", "too_few", "trend", "trend_sentence", "trend_title"]
