"""The monthly series of the selected borough, or of London, and what it shows in words."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from components.map_view import MapView
from components.text import count, counted, london, selected
from data.catalogue import Break
from data.monthly import Monthly
from data.selection import add_months, month_name, month_range

FEWEST = 10  # offences in 12 months below which a line would show chance
TOO_FEW = "Too few offences to chart."


class Point(NamedTuple):
    """A month of the series; no value where the figure is not available."""

    month: date
    value: float | None
    is_provisional: bool


def points(view: MapView) -> list[Point]:
    """Every month from the first to the last of the series."""
    return _points(view.monthly)


@lru_cache(maxsize=64)  # heading, chart and table ask for the same
def _points(monthly: Monthly) -> list[Point]:
    months = month_range(monthly.first, add_months(monthly.first, len(monthly.values) - 1)) if monthly.values else ()
    figures = zip(months, monthly.values, monthly.status, strict=True)
    return [Point(month, value, status == "provisional") for month, value, status in figures]


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
