"""The few sentences under the headline, all filled from the figures on screen."""

from __future__ import annotations

from components.text.lead import REPORTING
from components.text.numbers import MINUS, count
from components.text.periods import month_list
from components.trends.headline import moved, of_one
from components.trends.view import SeriesView, TrendsView
from components.trends.words import PER, expected, is_cautious, is_rate, period_name, signal, told
from data.selection import Span, month_name, month_range


def lead(view: TrendsView) -> str:
    """Up to two figures behind the headline, series that end earlier, what is provisional, and the caution."""
    said = [*_figures(view), *_ended(view), provisional(view)]
    return " ".join([*filter(None, said), *([REPORTING] if is_cautious(view) else [])])


def _figures(view: TrendsView) -> list[str]:
    if view.selection.by is not Span.MONTH:
        alone = len(view.series) == 1
        return [_interval(view, view.series[0])] if alone else [of_one(view, s) for s in _clearly_moved(view)[:2]]
    unusual = [s for s in view.series if signal(s) in ("higher", "lower") and s.judged_row]
    first = sorted(
        unusual or list(view.series),
        key=lambda s: 1.0 if not s.judged or s.judged.p_value is None else s.judged.p_value,
    )
    return [words for s in first[:2] if (words := _compared(view, s))]


def _compared(view: TrendsView, series: SeriesView) -> str:
    row = series.judged_row
    if row is None or row.value is None or row.lower is None:
        return ""
    if len(view.series) == 1:
        return f"The expected range was {expected(view, series, row)}."
    figure = f"{told(view, series, row.value)}{f' {PER}' if is_rate(view) else ''}"
    subject = f"{series.subject[0].upper()}{series.subject[1:]}"
    return (
        f"{subject} came to {figure} in {period_name(view, row)}; the expected range was {expected(view, series, row)}."
    )


def _clearly_moved(view: TrendsView) -> list[SeriesView]:
    return [s for s in view.series if moved(view, s)]


def _interval(view: TrendsView, series: SeriesView) -> str:
    """How sure the change over 12 months is."""
    judged = series.judged
    if view.selection.by is not Span.YEAR or judged is None or judged.change_lower_pct is None or is_rate(view):
        return ""
    sizes = [
        f"{'+' if each > 0 else MINUS if each < 0 else ''}{count(abs(each))}%"
        for each in (judged.change_lower_pct, judged.change_upper_pct or 0.0)
    ]
    clear = {"higher": "larger than chance alone would explain", "lower": "larger than chance alone would explain"}
    verdict = clear.get(judged.change_verdict, "no clear change")
    return f"The 95% interval of the change is {sizes[0]} to {sizes[1]}: {verdict}."


def _ended(view: TrendsView) -> list[str]:
    """Series whose latest settled figure is older than the month shown."""
    month = view.selection.month
    if len(view.series) == 1:
        return []
    ended = [s for s in view.series if s.judged and s.judged.month < month and view.selection.by is Span.MONTH]
    return [f"{s.name} has settled figures to {month_name(s.judged.month)} only." for s in ended if s.judged]


def provisional(view: TrendsView) -> str:
    """`May and June 2017 are provisional and may be revised.`, or nothing."""
    late = sorted({m for s in view.series for row in s.rows if row.is_provisional and row.value is not None
                   for m in month_range(max(row.start, view.first_unsettled or row.start), row.end)})  # fmt: skip
    if not late or view.first_unsettled is None:
        return ""
    return f"{month_list(tuple(late))} {'is' if len(late) == 1 else 'are'} provisional and may be revised."
