"""The sentence that opens the page and the few under it, all filled from the figures on screen."""

from __future__ import annotations

from components.trends.compared import against, is_small_change
from components.trends.view import SeriesView, TrendsView
from components.trends.words import PER, in_period, is_rate, signal, told
from data.selection import Span, Window, month_name

NUMBERS = ("none", "one", "two", "three", "four")
JUDGED = ("higher", "within", "lower")
ENDINGS = {
    "higher": ", higher than expected", "lower": ", lower than expected", "within": ", within its expected range",
    "too_few": ": too few to say whether that is unusual",
    "provisional": ", a provisional figure that is not judged yet",
    "not_comparable": ", which cannot be compared with the months before the break in the series",
}  # fmt: skip


def headline(view: TrendsView) -> str:
    if len(view.series) == 1:
        return of_one(view, view.series[0])
    return _of_months(view) if view.selection.by is Span.MONTH else _of_changes(view)


def of_one(view: TrendsView, series: SeriesView) -> str:
    by_month = view.selection.by is Span.MONTH
    row = (series.judged_row if by_month else None) or series.latest
    if row is None:
        return f"There is no figure for {series.subject} in {_when(view)}."
    said = f"In {in_period(view, row)}, {series.subject} came to {told(view, series, row.value)}"
    unit = f" {PER}" if is_rate(view) else ""
    ending = ENDINGS.get(signal(series), "") if by_month else against(view, row)
    return f"{said}{unit}{ending}."


def _when(view: TrendsView) -> str:
    label = Window(view.selection.month, view.selection.by).label
    return f"the {label}" if view.selection.by is Span.YEAR else label


def _judged_here(view: TrendsView) -> list[SeriesView]:
    month = view.selection.month
    return [s for s in view.series if s.judged and s.judged.month == month and signal(s) in JUDGED]


def _of_months(view: TrendsView) -> str:
    month, every, none = month_name(view.selection.month), NUMBERS[len(view.series)], _none(view)
    judged = _judged_here(view)
    if not judged:
        return f"{none} series shown is judged in {month}{_why_none(view)}."
    higher, lower = (sum(signal(s) == way for s in judged) for way in ("higher", "lower"))
    if not higher and not lower:
        if len(judged) == len(view.series):
            return f"{_all(view)} series shown were within their expected range in {month}."
        return f"{none} series shown was higher or lower than expected in {month}."
    first, way, second, other = (higher, "higher", lower, "lower") if higher else (lower, "lower", 0, "")
    if first == len(view.series):
        return f"{_all(view)} series shown were {way} than expected in {month}."
    said = f"{NUMBERS[first].capitalize()} of the {every} series shown {_was(first)} {way} than expected in {month}"
    return f"{said}, and {NUMBERS[second]} {_was(second)} {other}." if second else f"{said}."


def _why_none(view: TrendsView) -> str:
    late = any(s.judged and s.judged.signal == "provisional" for s in view.series)
    return ", which is provisional" if late else ""


def _all(view: TrendsView) -> str:
    return "Both" if len(view.series) == 2 else f"All {NUMBERS[len(view.series)]}"


def _none(view: TrendsView) -> str:
    return "Neither of the two" if len(view.series) == 2 else f"None of the {NUMBERS[len(view.series)]}"


def _was(many: int) -> str:
    return "was" if many == 1 else "were"


def _of_changes(view: TrendsView) -> str:
    """How many of the series rose on the year before: for 12 months, by more than chance alone would explain."""
    every, by_year = NUMBERS[len(view.series)], view.selection.by is Span.YEAR
    moves = [moved(view, series) for series in view.series]
    rose, fell = moves.count("rose"), moves.count("fell")
    when, unlikely = _when(view), " by more than chance alone would explain" if by_year else ""
    than = "the 12 months before" if by_year else Window(view.selection.month, view.selection.by).year_before.label
    if not rose and not fell:
        return f"{_none(view)} series shown clearly rose or fell in {when}, compared with {than}."
    first, way, second, other = (rose, "rose", fell, "fell") if rose else (fell, "fell", 0, "")
    subject = (
        f"{_all(view)} series shown"
        if first == len(moves)
        else f"{NUMBERS[first].capitalize()} of the {every} series shown"
    )
    also = f" and {NUMBERS[second]} {other}" if second else ""
    return f"{subject} {way}{also}{unlikely} in {when}, compared with {than}."


def moved(view: TrendsView, series: SeriesView) -> str:
    row = series.rows[-1] if series.rows else None
    if row is None or row.change is None:
        return ""
    if view.selection.by is Span.YEAR:
        judged = series.judged
        verdict = judged.change_verdict if judged and judged.month == row.end else ""
        return {"higher": "rose", "lower": "fell"}.get(verdict, "")
    return "" if is_small_change(row) else "rose" if row.change > 0 else "fell"
