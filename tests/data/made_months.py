"""Months of `monthly_signal` made by hand, for the trends page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from data.catalogue import Measure, catalogue
from data.periods import Span, add_months
from data.trends.periods import Asked, SignalMonth

JUNE = date(2017, 6, 1)
RESIDENTS = {2016: 50_000.0, 2017: 100_000.0}


def month(at: date, offences: float | None, **others: Any) -> SignalMonth:
    """A settled month that is within 70 to 110, unless `others` say otherwise."""
    given = {
        "month": at, "offences": offences, "is_provisional": False, "offences_12m": 1200.0,
        "offences_12m_before": 1000.0, "change_pct": 20.0, "change_lower_pct": 11.0, "change_upper_pct": 30.0,
        "change_verdict": "higher", "season": 1.0, "centre": 90.0, "half_width": 20.0, "expected_lower": 70.0,
        "expected_upper": 110.0, "baseline_months": 24, "limits": "limits", "signal": "within", "rules": "",
        "since": None, "p_value": 0.5, "q_value": 0.6,
    }  # fmt: skip
    return SignalMonth(**{**given, **others})  # type: ignore[arg-type]


def months(values: Sequence[float | None], last: date = JUNE, **others: Any) -> dict[date, SignalMonth]:
    """The months that end in `last`; `others` are said of the last one."""
    first = add_months(last, 1 - len(values))
    found = {add_months(first, n): month(add_months(first, n), value) for n, value in enumerate(values)}
    return {**found, last: month(last, values[-1], **others)}


def asked(measure: str | Measure = "burglary", *, first: date, last: date = JUNE, **others: Any) -> Asked:
    chosen = catalogue().measure(measure) if isinstance(measure, str) else measure
    given = {"by": Span.MONTH, "is_rate": False, "residents": RESIDENTS, **others}
    return Asked(measure=chosen, first=first, last=last, **given)
