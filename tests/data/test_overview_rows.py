"""A row's chart and its break, worked by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.catalogue import Break, catalogue
from data.overview.rows import chart, count_row, evenly, published_row
from data.periods import add_months

JUNE = date(2017, 6, 1)
WHOLE = catalogue()


def judged(**values: Any) -> dict[str, Any]:
    row = {
        "measure_id": "burglary", "month": JUNE, "offences": 100.0, "is_provisional": False, "offences_12m": 1200.0,
        "offences_12m_before": 1000.0, "change_pct": 20.0, "change_lower_pct": 10.0, "change_upper_pct": 30.0,
        "change_verdict": "higher", "dispersion": 1.5, "season": 1.0, "centre": 90.0, "half_width": 20.0,
        "expected_lower": 70.0, "expected_upper": 110.0, "baseline_months": 24, "limits": "limits", "signal": "within",
        "rules": "", "since": None, "p_value": 0.5, "q_value": 0.9,
    }  # fmt: skip
    return {**row, **values}


def months(count: int, *, season: float = 1.0, last: date = JUNE) -> list[tuple[date, float | None, float]]:
    return [(add_months(last, step), float(count + step), season) for step in range(1 - count, 1)]


def test_the_chart_has_the_36_months_to_the_row_and_the_range_of_each() -> None:
    found = chart(judged(), months(60, season=1.2))
    assert (len(found["values"]), found["values"][0], found["values"][-1]) == (36, 25.0, 60.0)
    assert found["range_lower"] == pytest.approx((1.2 * 70,) * 36)  # season x (centre - half_width)
    assert found["range_upper"] == pytest.approx((1.2 * 110,) * 36)
    assert found["judged_from"] == 24


def test_the_range_is_never_below_nought_and_there_is_none_without_limits() -> None:
    assert set(chart(judged(half_width=200.0), months(36))["range_lower"]) == {0.0}
    without = chart(judged(limits="none", centre=None, half_width=None), months(36))
    assert (without["range_lower"], without["range_upper"]) == ((), ())


def test_months_that_are_not_there_are_gaps_not_zeros() -> None:
    found = chart(judged(), months(10))
    assert found["values"][:26] == (None,) * 26
    assert found["range_upper"][:26] == (None,) * 26
    assert None not in found["values"][26:]


def test_nothing_is_drawn_across_a_break() -> None:
    found = chart(judged(), months(60), since=date(2017, 1, 1))
    assert [value is None for value in found["values"]] == [True] * 30 + [False] * 6
    assert [value is None for value in found["range_lower"]] == [True] * 30 + [False] * 6


@pytest.mark.parametrize(
    ("month", "is_told", "drawn"),
    [
        (date(2017, 6, 1), True, 1),  # the month itself
        (date(2015, 8, 1), True, 23),  # the second of the 24 months compared
        (date(2015, 7, 1), False, 24),  # the first of them: all 24 lie on one side
        (date(2014, 7, 1), False, 36),  # the first month of the chart
        (date(2014, 6, 1), False, 36),
    ],
)
def test_a_break_is_told_when_it_lies_between_the_months_compared(month: date, is_told: bool, drawn: int) -> None:
    broken = Break(month=month, reason="A new recording system was brought in.")
    measure = WHOLE.measure("burglary").model_copy(update={"breaks": (broken,)})
    row = count_row(measure, WHOLE, judged(), months(60), JUNE)
    assert row["broken"] == (broken if is_told else None)
    assert sum(value is not None for value in row["values"]) == drawn


def test_a_row_says_whose_part_it_is_and_whether_its_period_is_its_own() -> None:
    part = WHOLE.measure("residential-burglary")
    row = count_row(part, WHOLE, judged(measure_id=part.id), months(36), add_months(JUNE, 3))
    assert (row["part_of"], row["part_of_name"], row["is_own_period"]) == ("burglary", "Burglary", True)
    assert row["change"] == 200.0
    assert count_row(part, WHOLE, judged(offences_12m_before=None), months(36), JUNE)["change"] is None


def test_evenly_puts_a_gap_where_a_period_is_missing() -> None:
    quarters = [(date(2016, 3, 1), 0.1), (date(2016, 6, 1), 0.2), (date(2016, 12, 1), 0.4)]
    assert evenly(quarters) == (0.1, 0.2, None, 0.4)
    assert evenly(quarters[:1]) == (0.1,)


@given(st.lists(st.integers(0, 60), min_size=1, max_size=20, unique=True))
def test_evenly_keeps_every_value_in_order(quarters: list[int]) -> None:
    points = [(add_months(JUNE, 3 * place), float(place)) for place in sorted(quarters)]
    assert [value for value in evenly(points) if value is not None] == [value for _, value in points]


def test_a_published_row_carries_the_figure_and_why_there_is_no_series() -> None:
    measure = WHOLE.published[0]
    figure = {"value": 5.0, "unit": "%", "note": "as printed: about 5", "period_start": None, "period_end": JUNE}
    row = published_row(measure, figure, "A report")
    assert (row["value"], row["document_title"], row["why_no_series"]) == (5.0, "A report", measure.why_no_series)
