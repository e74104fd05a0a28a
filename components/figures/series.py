"""The monthly series of the selected borough, or of London, and what it shows in words."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import NamedTuple

import pandas as pd

from components.map_view import MapView
from components.remembered import of_frame
from components.text import count, counted, is_missing, london, selected
from data.catalogue import Break
from data.selection import month_name, month_range

FEWEST = 10  # offences in 12 months below which a line would show chance
TOO_FEW = "Too few offences to chart."


class Point(NamedTuple):
    """A month of the series; no value where the figure is not available."""

    month: date
    value: float | None
    is_provisional: bool


def points(view: MapView) -> list[Point]:
    """Every month from the first to the last of the series; one that the frame leaves out is missing."""
    return _points(view.monthly)


@of_frame(64)  # heading, chart and table ask for the same
def _points(frame: pd.DataFrame) -> list[Point]:
    months = frame["period_start"].to_numpy().astype("datetime64[M]").tolist()
    columns = (months, frame["value"].tolist(), frame["status"].tolist())
    found = {point.month: point for point in map(_point, *columns)}
    if not found:
        return []
    return [found.get(month) or Point(month, None, False) for month in month_range(min(found), max(found))]


def _point(month: date, value: float | None, status: str) -> Point:
    known = None if is_missing(value) or status in ("not_available", "suppressed") else float(value or 0.0)
    return Point(month, known, status == "provisional")


def place_name(view: MapView) -> str:
    return (selected(view) or london(view)).area_name


def trend_title(view: MapView) -> str:
    return f"Recorded {view.measure.noun.rstrip(',')} each month, {place_name(view)}"


def trend_sentence(view: MapView) -> str:
    """The chart in one sentence: latest, lowest and highest month, and months without a figure."""
    series = points(view)
    known = [point for point in series if point.value is not None]
    subject = f"Recorded {view.measure.noun.rstrip(',')} each month in {place_name(view)}"
    if not known:
        return f"{subject}: no monthly figures are available."
    low, high = min(known, key=_value), max(known, key=_value)
    provisional = ", provisional" if known[-1].is_provisional else ""
    latest = f"{count(known[-1].value)} in {month_name(known[-1].month)}{provisional}"
    lowest, highest = (f"{count(point.value)} in {month_name(point.month)}" for point in (low, high))
    spread = "the same in every month" if low.value == high.value else f"between {lowest} and {highest}"
    gaps = len(series) - len(known)
    missing = f"; {gaps} {'month has' if gaps == 1 else 'months have'} no figure" if gaps else ""
    return f"{subject}, {_span(series)}: {latest}; {spread}{missing}."


def _span(series: list[Point]) -> str:
    return f"{month_name(series[0].month)} to {month_name(series[-1].month)}"


def _value(point: Point) -> float:
    return point.value or 0.0


def too_few(view: MapView) -> str | None:
    """Words in place of a chart where the latest 12 months hold fewer than ten offences."""
    latest = points(view)[-12:]
    total = sum(_value(point) for point in latest)
    if not latest or total >= FEWEST or any(point.value is None for point in latest):
        return None
    verb = "was" if total == 1 else "were"
    return f"{TOO_FEW} {counted(total)} {verb} recorded in {place_name(view)} from {_span(latest)}."


def segments(series: list[Point], breaks: list[Break]) -> list[list[Point]]:
    """Runs of months that one line may join: without a gap, and on one side of every break."""

    def run(point: Point) -> tuple[bool, int]:
        return point.value is None, sum(point.month >= b.month for b in breaks)

    return [list(run_of) for (is_gap, _), run_of in groupby(series, key=run) if not is_gap]
