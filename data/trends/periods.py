"""What a series of the trends page is made of: the months that the edition holds, and the periods that are drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from data.catalogue import Measure
from data.periods import Span


@dataclass(frozen=True)
class SignalMonth:
    """A month of `monthly_signal` (data/schema.sql): the columns that the page uses."""

    month: date
    offences: float | None
    is_provisional: bool
    offences_12m: float | None
    offences_12m_before: float | None
    change_pct: float | None
    change_lower_pct: float | None
    change_upper_pct: float | None
    change_verdict: str
    season: float | None
    centre: float | None
    half_width: float | None
    expected_lower: float | None
    expected_upper: float | None
    baseline_months: int | None
    limits: str
    signal: str
    rules: str
    since: date | None
    p_value: float | None
    q_value: float | None


@dataclass(frozen=True)
class PeriodRow:
    """A month, quarter or 12 months of a series. Values are counts, or per 1,000 residents; None: no figure.

    `lower`, `centre`, `upper`: the expected range as drawn, of the month the series is judged at. `part`: 'baseline',
    'judged' or '' outside its 36 months. `outside`: 'higher' or 'lower' for a settled, judged month beyond the range.
    `own`: how the edition judged this month by itself; None for quarters and years.
    """

    start: date
    end: date
    offences: float | None
    offences_before: float | None
    value: float | None
    before: float | None
    is_comparable: bool
    is_provisional: bool
    average: float | None
    lower: float | None
    centre: float | None
    upper: float | None
    part: str
    outside: str
    in_run: bool
    residents: float | None
    residents_year: int | None
    own: SignalMonth | None
    rate: float | None
    rate_before: float | None

    @property
    def change(self) -> float | None:
        """On the same period a year before."""
        return None if self.value is None or self.before is None else self.value - self.before


@dataclass(frozen=True)
class Asked:
    """How the series is to be told: `is_rate` divides by `residents`, persons by year."""

    measure: Measure
    by: Span
    is_rate: bool
    first: date
    last: date
    residents: Mapping[int, float]
