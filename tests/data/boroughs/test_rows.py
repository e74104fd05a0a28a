"""A row's quarter, its rate, and London's figures beside it, from numbers worked on paper."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from data.boroughs.rows import Held, quarter_counts, rows
from data.catalogue import catalogue
from data.overview.rows import Month
from data.periods import add_months
from geo.areas import LONDON_CODE
from tests.data.made_signals import CAMDEN, JUNE, LONDON, signal

BURGLARY = "burglary"
ALIKE = tuple(f"E090000{n}" for n in (19, 22, 28, 30, 33, 13, 20))


def series(now: float = 60.0, before: float = 50.0) -> list[Month]:
    """36 months to June 2017: `now` a month in the last twelve, `before` in those before."""
    return [(add_months(JUNE, step), now if step > -12 else before, 1.0) for step in range(-35, 1)]


def held(**changes: Any) -> Held:
    given: dict[str, Any] = {
        "month": JUNE, "area_code": CAMDEN, "ends": {BURGLARY: JUNE},
        "signals": {BURGLARY: signal(BURGLARY, CAMDEN, dispersion=1.0)},
        "london": {BURGLARY: signal(BURGLARY, LONDON, change_pct=4.0, signal="higher")},
        "series": {BURGLARY: series()},
        "years": {BURGLARY: {CAMDEN: 1300.0, LONDON_CODE: 90000.0, **dict.fromkeys(ALIKE, 1000.0)}},
        "residents": {2016: {CAMDEN: 100_000, LONDON_CODE: 9_000_000, **dict.fromkeys(ALIKE, 100_000)}},
        "alike": ALIKE,
    }  # fmt: skip
    return Held(**{**given, **changes})


def made(**changes: Any) -> dict[str, Any]:
    known = catalogue()
    return rows({BURGLARY: known.measure(BURGLARY)}, known, held(**changes))[BURGLARY]


def test_a_quarter_is_three_months_beside_the_same_three_a_year_before() -> None:
    row = made()
    assert (row["quarter"], row["quarter_before"], row["quarter_change"]) == (180.0, 150.0, 30.0)
    assert row["quarter_pct"] == pytest.approx(20.0)
    # Clopper-Pearson of 180 of 330: 0.49001 to 0.60007 (scipy.stats.binomtest), so p / (1 - p) is 0.9608 to 1.5005.
    assert row["quarter_lower_pct"] == pytest.approx(-3.9, abs=0.2)
    assert row["quarter_upper_pct"] == pytest.approx(50.1, abs=0.3)
    assert row["quarter_verdict"] == "no_clear_change"


def test_the_stored_dispersion_widens_the_quarters_interval() -> None:
    narrow, wide = made(), made(signals={BURGLARY: signal(BURGLARY, CAMDEN, dispersion=6.0)})
    assert wide["quarter_lower_pct"] < narrow["quarter_lower_pct"]
    assert wide["quarter_upper_pct"] > narrow["quarter_upper_pct"]
    assert wide["quarter_pct"] == narrow["quarter_pct"]


def test_no_percentage_from_fewer_than_twenty_and_no_verdict_from_fewer_than_ten() -> None:
    few = made(series={BURGLARY: series(now=9.0, before=6.0)})  # 27 beside 18
    assert (few["quarter_change"], few["quarter_pct"], few["quarter_lower_pct"]) == (9.0, None, None)
    assert few["quarter_verdict"] == "no_clear_change"
    fewer = made(series={BURGLARY: series(now=3.0, before=1.0)})  # 9 beside 3
    assert fewer["quarter_verdict"] == "too_few"


def test_a_missing_month_is_no_zero() -> None:
    gaps = [(month, None if month == date(2017, 5, 1) else n, s) for month, n, s in series()]
    row = made(series={BURGLARY: gaps})
    assert (row["quarter"], row["quarter_change"], row["quarter_verdict"]) == (None, None, "not_available")
    assert row["quarter_before"] == 150.0
    assert quarter_counts(series(), date(2017, 6, 1)) == (180.0, 150.0)


def test_rates_are_of_the_nearest_years_residents_and_london_stands_beside() -> None:
    row = made()
    assert (row["rate"], row["london_rate"], row["residents_year"]) == (13.0, 10.0, 2016)
    assert row["rate_lower"] < 13.0 < row["rate_upper"]
    assert (row["london_12m"], row["london_change_pct"], row["london_signal"]) == (1300.0, 4.0, "higher")
    assert (row["place"], row["of"], row["sharing"]) == (1, 8, 1)


def test_without_similar_boroughs_or_residents_there_is_no_place() -> None:
    assert made(alike=())["place"] is None
    none = made(residents={})
    assert (none["rate"], none["london_rate"], none["place"]) == (None, None, None)


def test_a_measure_without_a_figure_has_no_row() -> None:
    known = catalogue()
    assert rows({BURGLARY: known.measure(BURGLARY)}, known, held(signals={})) == {}
    assert rows({}, known, held()) == {}


def test_nothing_is_compared_across_a_break() -> None:
    known = catalogue()
    month = add_months(date(2024, 3, 1), 12)  # domestic abuse is declared broken in March 2024
    measure = known.measure("domestic-abuse")
    months = [(add_months(month, step), 100.0, 1.0) for step in range(-35, 1)]
    found = rows({measure.id: measure}, known, held(
        month=month, ends={measure.id: month}, signals={measure.id: signal(measure.id, CAMDEN, month)},
        series={measure.id: months},
    ))[measure.id]  # fmt: skip
    assert measure.break_between(add_months(month, -14), month)
    assert (found["quarter_verdict"], found["quarter_pct"], found["quarter_change"]) == ("not_comparable", None, None)
