"""The latest figure of a series in a sentence, and what it is to be compared with."""

from __future__ import annotations

from components.text.numbers import count, percent, rounded
from components.trends.view import Period, SeriesView, TrendsView
from components.trends.words import PER, expected, in_period, is_rate, told
from data.selection import Span, Window

SMALL = 20  # STATISTICS.md: no percentage from fewer earlier offences
LITTLE = 1.0  # per cent either way that counts as little changed


def figure_sentence(view: TrendsView, series: SeriesView) -> str:
    """The panel in a sentence or two: the latest figure, and what it is to be compared with."""
    row = series.judged_row if view.selection.by is Span.MONTH else series.latest
    row = row or series.latest
    if row is None:
        return "No figure in the months shown."
    unit = f" {PER}" if is_rate(view) else ""
    said = f"{told(view, series, row.value)}{unit} in {in_period(view, row)}"
    if view.selection.by is not Span.MONTH:
        return f"{said}{against(view, row)}."
    range_words = expected(view, series, row)
    return f"{said}. Expected {range_words}." if range_words else f"{said}."


def against(view: TrendsView, row: Period) -> str:
    """`, 12% more than in Apr–Jun 2016`; for 12 months `than in the 12 before`; nothing without an earlier figure."""
    if row.value is None or row.before is None:
        return ""
    before = (
        "the 12 months before"
        if view.selection.by is Span.YEAR
        else Window(row.end, view.selection.by).year_before.label
    )
    change, pct = row.value - row.before, percent_change(row)
    if change == 0:
        return f", the same as in {before}"
    word = "more" if change > 0 else "less" if is_rate(view) else "fewer"
    if pct is None:
        return f", compared with {count(row.before)} in {before}" if not is_rate(view) else ""
    if abs(pct) <= LITTLE:
        return f", little changed from {before}"
    return f", {percent(pct)} {word} than in {before}"


def percent_change(row: Period) -> float | None:
    """The change on the year before in per cent; None from a base under 20."""
    if row.value is None or not row.before or row.offences_before is None or row.offences_before < SMALL:
        return None
    return 100.0 * (row.value - row.before) / row.before


def is_small_change(row: Period) -> bool:
    pct = percent_change(row)
    return row.change == 0 or (pct is not None and abs(float(rounded(pct, 1))) <= LITTLE)
