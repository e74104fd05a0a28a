"""How the figures of one series are told: numbers, periods, and whether the latest is what was to be expected."""

from __future__ import annotations

from collections.abc import Sequence

from components.figures.series import FEWEST
from components.signals import WORDS, range_words, rule_words
from components.text.numbers import NOT_AVAILABLE, count, decimals_needed, plain, rate, rate_decimals
from components.trends.view import Judged, Period, SeriesView, TrendsView
from data.catalogue import Polarity
from data.selection import Span, Window, month_name
from data.selection.trends import Basis

PER = "per 1,000 residents"


def is_rate(view: TrendsView) -> bool:
    return view.selection.show is Basis.RATE


def places(view: TrendsView, values: Sequence[float]) -> int:
    """Decimals of a panel's rates. Those of a month are a twelfth of a year's, so under 1 they have one more."""
    if not is_rate(view):
        return 0
    highest = max(values, default=0.0)
    return max(rate_decimals(highest), 3 if highest < 1 else 0)


def tick_words(view: TrendsView, tick: float, ticks: Sequence[float]) -> str:
    """A label of the axis, with as many decimals as its neighbours need."""
    return plain(tick, max(map(decimals_needed, ticks))) if is_rate(view) and tick else count(tick)


def scale_of(series: SeriesView) -> list[float]:
    """The values that decide the decimals of a series' rates."""
    return [row.value for row in series.rows if row.value is not None]


def told(view: TrendsView, series: SeriesView, value: float | None) -> str:
    """A figure as it stands in a sentence or a table."""
    if value is None:
        return NOT_AVAILABLE
    return rate(value, places(view, scale_of(series))) if is_rate(view) else count(value)


def period_name(view: TrendsView, row: Period) -> str:
    """`June 2017`, `Apr–Jun 2017`, `12 months to June 2017`."""
    return Window(row.end, view.selection.by).label


def in_period(view: TrendsView, row: Period) -> str:
    name = period_name(view, row)
    return f"the {name}" if view.selection.by is Span.YEAR else name


def short_end(view: TrendsView, row: Period) -> str:
    """`Jun`, `Apr–Jun`, `To Jun`: the year stands under the axis."""
    month = month_name(row.end, short=True)[:3]
    first = month_name(row.start, short=True)[:3]
    return {Span.MONTH: month, Span.QUARTER: f"{first}–{month}", Span.YEAR: f"To {month}"}[view.selection.by]


def limits(view: TrendsView, series: SeriesView, row: Period | None) -> tuple[str, str] | None:
    """The ends of the expected range of a period, lower first; None where no range is drawn."""
    if row is None or row.lower is None or row.upper is None:
        return None
    if is_rate(view):
        return told(view, series, row.lower), told(view, series, row.upper)
    return range_words(row.lower, row.upper)


def expected(view: TrendsView, series: SeriesView, row: Period | None) -> str:
    """`571 to 1,024`; nothing where no range is drawn."""
    return " to ".join(limits(view, series, row) or ())


def why(judged: Judged) -> str:
    """The rules that the month met; nothing where it met none."""
    return rule_words(judged.rules, judged.signal, judged.since, judged.month)


def trial(judged: Judged | None) -> str:
    if judged is None or judged.limits != "trial" or judged.signal not in ("higher", "within", "lower", "provisional"):
        return ""
    return f"Trial limits: the range rests on {judged.baseline_months} months, fewer than 24."


def signal(series: SeriesView) -> str:
    """The signal of the month that the series is judged at; none is given for fewer than ten offences in 12 months."""
    judged = series.judged
    if judged is None:
        return "not_available"
    has_few = judged.offences_12m is not None and judged.offences_12m < FEWEST
    return "too_few" if has_few else judged.signal


def signal_words(series: SeriesView) -> str:
    """`Higher than expected`."""
    return WORDS[signal(series)]


def residents_words(view: TrendsView) -> str:
    """Whose residents the rates divide by; nothing where numbers are shown."""
    if not is_rate(view):
        return ""
    years = sorted({row.residents_year for s in view.series for row in s.rows if row.residents_year is not None})
    if not years:
        return " There is no number of residents, so no rate can be shown."
    span = f"{years[0]} to {years[-1]}" if len(years) > 1 else f"{years[0]}"
    nearest = "" if years[-1] >= view.selection.month.year else f" Those for {years[-1]} stand in for later years."
    return f" Residents: mid-year estimates for {span}, each month divided by those of its own year.{nearest}"


def is_reporting(series: SeriesView) -> bool:
    """Whether a rise can mean that more people come forward."""
    return series.measure.polarity is Polarity.REPORTING


def is_cautious(view: TrendsView) -> bool:
    """Whether the caution is of every series shown, so that it stands once, under the headline."""
    return all(is_reporting(series) for series in view.series)
