"""The periods of one series as the trends page draws and lists them: months, quarters or rolling years.

Pure: months as `monthly_signal` holds them go in, one row a period comes out. Nothing is worked out anew that the
edition holds: the expected range is that of the month `judged_at`, drawn as data/schema.sql and STATISTICS.md say.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from data.catalogue import Measure
from data.periods import Span, add_months, month_range, months_between
from data.trends.periods import Asked, PeriodRow, SignalMonth
from geo.population import nearest_year

BAND_MONTHS, JUDGED_MONTHS = 36, 12  # the range is drawn over its baseline, 24 months, and the 12 that it judges
DRAWN = ("higher", "within", "lower", "provisional")  # signals beside which a range is drawn
FEWEST = 10  # offences in 12 months below which a range would show chance (DESIGN.md, section 4)
Months = Mapping[date, SignalMonth]


def judged_at(months: Months, last: date, look_back: int) -> SignalMonth | None:
    """The month that a chart ending at `last` is judged at: `last` itself, or the latest settled month with a figure
    at most `look_back` months before it."""
    here = months.get(last)
    if here is not None and here.offences is not None:
        return here
    settled = [m for m in months.values() if m.offences is not None and not m.is_provisional and m.month < last]
    latest = max(settled, key=lambda m: m.month, default=None)
    return latest if latest and months_between(latest.month, last) <= look_back else None


def rows(asked: Asked, months: Months, judged: SignalMonth | None) -> tuple[PeriodRow, ...]:
    """Every period of the axis, oldest first; quarters that lie wholly inside it."""
    ends = [m for m in month_range(asked.first, asked.last) if asked.by is not Span.QUARTER or m.month % 3 == 0]
    kept = [end for end in ends if asked.by is not Span.QUARTER or add_months(end, -2) >= asked.first]
    return tuple(_row(asked, months, end, judged if asked.by is Span.MONTH else None) for end in kept)


def _row(asked: Asked, months: Months, end: date, judged: SignalMonth | None) -> PeriodRow:
    start = add_months(end, 1 - asked.by.months)
    here, earlier = months.get(end), add_months(end, -12)
    is_comparable = asked.measure.break_between(add_months(start, -12), end) is None
    count, before = _total(asked, months, end), _total(asked, months, earlier) if is_comparable else None
    part = _part(asked.measure, end, judged)
    lower, centre, upper = _range(here, judged) if part else (None, None, None)
    rate, rate_before = _rate(asked, count, end), _rate(asked, before, earlier)
    value = rate if asked.is_rate else count
    bounds = (_scaled(asked, lower, end), _scaled(asked, upper, end))
    is_provisional = any(_is_provisional(months, month) for month in month_range(start, end))
    return PeriodRow(
        start=start, end=end, offences=count, offences_before=before, value=value,
        before=rate_before if asked.is_rate else before,
        is_comparable=is_comparable, is_provisional=is_provisional,
        average=_average(asked, here, end),
        lower=bounds[0], centre=_scaled(asked, centre, end), upper=bounds[1], part=part,
        outside="" if part != "judged" or is_provisional else _outside(value, *bounds),
        in_run=_in_run(end, judged),
        residents=_residents(asked, end), residents_year=_year(asked, end),
        own=here if asked.by is Span.MONTH else None, rate=rate, rate_before=rate_before,
    )  # fmt: skip


def _total(asked: Asked, months: Months, end: date) -> float | None:
    """The count of the period that ends in `end`; none unless every month has one and no break lies inside."""
    if asked.by is Span.YEAR:
        return months[end].offences_12m if end in months else None
    start = add_months(end, 1 - asked.by.months)
    found = [months[m].offences if m in months else None for m in month_range(start, end)]
    known = [n for n in found if n is not None]
    return None if len(known) < len(found) or asked.measure.break_between(start, end) else sum(known)


def _is_provisional(months: Months, month: date) -> bool:
    return month in months and months[month].is_provisional


def _average(asked: Asked, here: SignalMonth | None, end: date) -> float | None:
    """A twelfth of the latest 12 months, beside single months only."""
    if asked.by is not Span.MONTH or here is None or here.offences_12m is None:
        return None
    return _scaled(asked, here.offences_12m / 12, end)


def _part(measure: Measure, month: date, judged: SignalMonth | None) -> str:
    """Which part of the range's 36 months this one belongs to; nothing before a break in the series."""
    if judged is None or judged.centre is None or judged.half_width is None or judged.signal not in DRAWN:
        return ""
    if judged.offences_12m is not None and judged.offences_12m < FEWEST:
        return ""
    back = months_between(month, judged.month)
    if not 0 <= back < BAND_MONTHS or measure.break_between(month, judged.month):
        return ""
    return "judged" if back < JUDGED_MONTHS else "baseline"


def _range(here: SignalMonth | None, judged: SignalMonth | None) -> tuple[float | None, float | None, float | None]:
    """This month's season times the judged month's limits and centre; no less than nought."""
    if here is None or judged is None or judged.centre is None or judged.half_width is None:
        return None, None, None
    season = 1.0 if here.season is None else here.season
    lower, upper = (season * (judged.centre + side * judged.half_width) for side in (-1, 1))
    return max(lower, 0.0), season * judged.centre, upper


def _outside(value: float | None, lower: float | None, upper: float | None) -> str:
    if value is None or lower is None or upper is None:
        return ""
    return "higher" if value > upper else "lower" if value < lower else ""


def _in_run(month: date, judged: SignalMonth | None) -> bool:
    if judged is None or judged.since is None or "run" not in judged.rules.split(","):
        return False
    return judged.since <= month <= judged.month


def _year(asked: Asked, month: date) -> int | None:
    return nearest_year(month.year, list(asked.residents)) if asked.residents else None


def _residents(asked: Asked, month: date) -> float | None:
    year = _year(asked, month)
    return None if year is None else asked.residents[year]


def _scaled(asked: Asked, number: float | None, month: date) -> float | None:
    """A count as it is drawn: itself, or per 1,000 residents."""
    return _rate(asked, number, month) if asked.is_rate else number


def _rate(asked: Asked, number: float | None, month: date) -> float | None:
    """Per 1,000 residents of the month's year; no residents, no rate."""
    persons = _residents(asked, month)
    return None if number is None or not persons else 1000.0 * number / persons
