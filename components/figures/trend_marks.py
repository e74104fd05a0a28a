"""What stands round the line of a trend: axes, shaded months, breaks and labels."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from components import theme
from components.figures.scale import round_ticks
from components.figures.series import Point
from components.map_view import MapView
from components.text import count, period
from data.catalogue import Break
from data.selection import add_months, month_name, month_range

HALF_MONTH = timedelta(days=15)
NARROWEST = 0.24  # of the axis between two labels: what `Jan 2017` takes on a phone, with a little air
TICK_FONT = {"size": 13, "color": theme.INK_3}
Mark = dict[str, Any]


def month_ticks(first: date, last: date) -> list[date]:
    """Months to label, far enough apart to be read on a phone, all January where the series is long."""
    months = month_range(first, last)
    fits = (step for step in (1, 2, 3, 6, 12, 24, 36, 48, 60) if step >= NARROWEST * len(months))
    step = next(fits, 120)
    return [month for month in months if (month.year * 12 + month.month - 1) % step == 0] or [first]


def x_axis(series: list[Point]) -> Mark:
    axis: Mark = {
        "type": "date", "showgrid": False, "zeroline": False, "showline": True, "linecolor": theme.INK,
        "ticks": "outside", "ticklen": 5, "tickcolor": theme.INK, "tickangle": 0, "tickfont": TICK_FONT,
        "fixedrange": True, "automargin": True,
    }  # fmt: skip
    if series:
        ticks = month_ticks(series[0].month, series[-1].month)
        axis["tickvals"] = [month.isoformat() for month in ticks]
        axis["ticktext"] = [month_name(month, short=True) for month in ticks]
        axis["range"] = [_from(series[0].month), _until(series[-1].month)]
    return axis


def y_axis(series: list[Point]) -> Mark:
    """From zero, with four or five round ticks; counts have no halves."""
    highest = max([1.0, *(point.value or 0.0 for point in series)])
    ticks = round_ticks(0.0, highest, most=4, whole=True)
    return {
        "range": [0, ticks[-1]], "tickvals": ticks, "ticktext": [count(tick) for tick in ticks],
        "showgrid": True, "gridcolor": theme.RULE, "gridwidth": 1,
        "zeroline": True, "zerolinecolor": theme.INK,
        "showline": False, "ticks": "", "ticklabelstandoff": 6, "tickfont": TICK_FONT,
        "fixedrange": True, "automargin": True,
    }  # fmt: skip


def _from(month: date) -> str:
    """The edge before a month, whose dot stands on its first day."""
    return (month - HALF_MONTH).isoformat()


def _until(month: date) -> str:
    return (month + HALF_MONTH).isoformat()


def shapes(view: MapView, series: list[Point], breaks: list[Break]) -> list[Mark]:
    """The period on the map and the provisional months as shades, breaks as dotted lines."""
    late = [point.month for point in series if point.is_provisional]
    shown = _on_the_map(view, series)
    shades = [_band(shown, theme.ACCENT_TINT), _band(late, theme.PROVISIONAL_BAND)]
    return [*(shade for shade in shades if shade), *(_break_line(b) for b in breaks)]


def _on_the_map(view: MapView, series: list[Point]) -> list[date]:
    return [point.month for point in series if view.selection.window.holds(point.month)]


def _band(months: list[date], colour: str) -> Mark | None:
    if not months:
        return None
    return {
        "type": "rect", "layer": "below", "line": {"width": 0}, "fillcolor": colour,
        "xref": "x", "yref": "paper", "x0": _from(min(months)), "x1": _until(max(months)), "y0": 0, "y1": 1,
    }  # fmt: skip


def _break_line(broken: Break) -> Mark:
    place = _from(broken.month)
    return {
        "type": "line", "xref": "x", "yref": "paper", "line": {"color": theme.INK, "width": 1, "dash": "dot"},
        "x0": place, "x1": place, "y0": 0, "y1": 1.02,
    }  # fmt: skip


def labels(view: MapView, series: list[Point], breaks: list[Break]) -> list[Mark]:
    """Labels: what the shade and the dotted lines are, and the latest figure at the end of the line."""
    notes = [
        _over(f"Series break, {month_name(b.month, short=True)}", b.month, series, row=1) for b in breaks
    ]
    shown = _on_the_map(view, series)
    if shown:
        words = f"On the map: {period(view.selection.window).removeprefix('the ')}"
        notes.append(_over(words, add_months(shown[-1], 1), series, row=0))
    known = [point for point in series if point.value is not None]
    return [*notes, _end_label(known[-1])] if known else notes


def _over(words: str, month: date, series: list[Point], *, row: int) -> Mark:
    """A label over the plot at the edge before a month, on the side where there is room."""
    middle = add_months(series[0].month, len(series) // 2)
    return {
        "text": words, "showarrow": False, "font": TICK_FONT, "xref": "x", "x": _from(month), "yref": "paper",
        "y": 1, "yanchor": "bottom", "yshift": 2 + 20 * row, "xanchor": "right" if month > middle else "left",
    }  # fmt: skip


def _end_label(point: Point) -> Mark:
    late = "<br>provisional" if point.is_provisional else ""
    return {
        "text": f"<b>{count(point.value)}</b><br>{month_name(point.month, short=True)}{late}",
        "showarrow": False, "font": {"size": 13.5, "color": theme.ACCENT}, "align": "left",
        "xref": "paper", "x": 1, "xanchor": "left", "xshift": 8,
        "yref": "y", "y": point.value, "yanchor": "middle",
    }  # fmt: skip
