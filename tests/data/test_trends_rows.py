"""The periods of a series: answers worked on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.catalogue import Break, catalogue
from data.periods import Span, add_months
from data.trends.periods import PeriodRow
from data.trends.rows import judged_at, rows
from tests.data.made_months import JUNE, asked, month, months

BURGLARY = catalogue().measure("burglary")
BROKEN = BURGLARY.model_copy(update={"breaks": (Break(month=date(2016, 3, 1), reason="Counted in another way."),)})


def last_of(found: tuple[PeriodRow, ...]) -> PeriodRow:
    return found[-1]


def test_the_range_is_the_judged_months_limits_times_each_months_own_season() -> None:
    # Centre 90, half 20. May 2017 has the factor 1.2: (90 - 20) x 1.2 = 84, 90 x 1.2 = 108, (90 + 20) x 1.2 = 132.
    known = months([100.0] * 60)
    known[date(2017, 5, 1)] = month(date(2017, 5, 1), 131.0, season=1.2, centre=1.0, half_width=1.0)
    found = {row.end: row for row in rows(asked(first=date(2014, 7, 1)), known, known[JUNE])}
    may, june = found[date(2017, 5, 1)], found[JUNE]
    assert (may.lower, may.centre, may.upper) == pytest.approx((84.0, 108.0, 132.0))
    assert (june.lower, june.centre, june.upper) == (70.0, 90.0, 110.0)
    assert may.outside == june.outside == ""


def test_24_months_are_the_baseline_12_are_judged_and_only_those_may_be_outside() -> None:
    known = months([200.0] * 60)  # every month is above 110
    found = rows(asked(first=date(2013, 7, 1)), known, known[JUNE])
    assert [row.part for row in found] == [""] * 12 + ["baseline"] * 24 + ["judged"] * 12
    assert [row.outside for row in found] == [""] * 36 + ["higher"] * 12


def test_the_lower_limit_is_never_below_nought() -> None:
    known = months([3.0] * 36, centre=5.0, half_width=8.0)
    assert last_of(rows(asked(first=JUNE), known, known[JUNE])).lower == 0.0


def test_a_month_below_is_lower_and_a_provisional_one_is_neither() -> None:
    known = months([90.0] * 36)
    known[date(2017, 4, 1)] = month(date(2017, 4, 1), 69.0)
    known[date(2017, 5, 1)] = month(date(2017, 5, 1), 500.0, is_provisional=True)
    found = {row.end: row for row in rows(asked(first=date(2017, 1, 1)), known, known[JUNE])}
    assert found[date(2017, 4, 1)].outside == "lower"
    assert (found[date(2017, 5, 1)].outside, found[date(2017, 5, 1)].is_provisional) == ("", True)


def test_a_run_is_marked_from_its_first_month_and_only_where_the_rule_was_met() -> None:
    since = date(2016, 11, 1)
    known = months([100.0] * 36, signal="higher", rules="beyond_limit,run", since=since)
    found = rows(asked(first=date(2016, 7, 1)), known, known[JUNE])
    assert [row.end for row in found if row.in_run] == [add_months(since, n) for n in range(8)]
    without = replace(known[JUNE], rules="beyond_limit")
    assert not any(row.in_run for row in rows(asked(first=date(2016, 7, 1)), known, without))


def test_the_range_begins_at_a_break_and_the_year_before_is_not_compared_across_it() -> None:
    known = months([100.0] * 48)
    found = {row.end: row for row in rows(asked(BROKEN, first=date(2015, 6, 1)), known, known[JUNE])}
    assert found[date(2016, 2, 1)].lower is None and found[date(2016, 3, 1)].lower == 70.0
    # February 2017 would be compared with February 2016, before the break; March 2017 with March 2016, after it.
    assert (found[date(2017, 2, 1)].before, found[date(2017, 2, 1)].is_comparable) == (None, False)
    assert (found[date(2017, 3, 1)].before, found[date(2017, 3, 1)].is_comparable) == (100.0, True)


@pytest.mark.parametrize("signal", ["too_few", "not_comparable", "not_available"])
def test_what_is_not_judged_has_no_range(signal: str) -> None:
    known = months([100.0] * 36, signal=signal)
    assert all(row.lower is None and not row.part for row in rows(asked(first=JUNE), known, known[JUNE]))


def test_fewer_than_ten_offences_in_12_months_have_no_range() -> None:
    few, enough = months([1.0] * 36, offences_12m=9.0), months([1.0] * 36, offences_12m=10.0)
    assert last_of(rows(asked(first=JUNE), few, few[JUNE])).lower is None
    assert last_of(rows(asked(first=JUNE), enough, enough[JUNE])).lower == 70.0


def test_a_month_without_a_figure_is_a_gap_and_a_month_that_is_not_held_too() -> None:
    known = months([100.0, None, 100.0])
    found = rows(asked(first=date(2017, 3, 1)), known, known[JUNE])
    assert [row.value for row in found] == [None, 100.0, None, 100.0]


def test_only_whole_quarters_are_added_up() -> None:
    # April + May + June 2017 = 1 + 2 + 3; of the first quarter February is missing; the last of 2016 starts too early.
    known = months([10.0, 20.0, None, 30.0, 1.0, 2.0, 3.0])
    found = rows(asked(first=date(2016, 11, 1), by=Span.QUARTER), known, known[JUNE])
    assert [(row.start, row.end, row.value) for row in found] == [
        (date(2017, 1, 1), date(2017, 3, 1), None), (date(2017, 4, 1), JUNE, 6.0)
    ]  # fmt: skip
    assert all(row.lower is None and row.average is None and row.own is None for row in found)


def test_a_quarter_with_a_break_inside_is_no_sum_and_one_that_begins_at_it_is() -> None:
    known = months([5.0] * 24)
    quarters = rows(asked(BROKEN, first=date(2015, 10, 1), by=Span.QUARTER), known, None)
    values = {row.end: row.value for row in quarters}
    assert values[date(2015, 12, 1)] == 15.0
    assert values[date(2016, 3, 1)] is None, "January and February lie before the break in March"
    assert values[date(2016, 6, 1)] == 15.0


def test_a_quarter_is_provisional_when_one_of_its_months_is() -> None:
    known = months([5.0] * 6, is_provisional=True)
    found = rows(asked(first=date(2017, 1, 1), by=Span.QUARTER), known, None)
    assert [row.is_provisional for row in found] == [False, True]


def test_a_rolling_year_is_the_editions_own_and_none_where_it_has_none() -> None:
    known = months([100.0] * 13, offences_12m=1234.0)
    known[date(2017, 5, 1)] = month(date(2017, 5, 1), 100.0, offences_12m=None)
    found = rows(asked(first=date(2017, 5, 1), by=Span.YEAR), known, known[JUNE])
    assert [(row.start, row.value) for row in found] == [(date(2016, 6, 1), None), (date(2016, 7, 1), 1234.0)]
    assert last_of(found).before == 1200.0, "the 12 months to June 2016"
    assert last_of(found).lower is None, "never a range on a rolling series"


def test_a_rate_divides_each_month_by_the_residents_of_its_own_year_and_the_range_alike() -> None:
    # 2016: 50,000 residents, 2017: 100,000. 100 offences are 2 and 1 per 1,000; the limits 70 and 110 are 0.7 and 1.1.
    known = months([100.0] * 36)
    found = {row.end: row for row in rows(asked(first=date(2016, 1, 1), is_rate=True), known, known[JUNE])}
    june = found[JUNE]
    assert (june.value, june.before, june.lower, june.centre, june.upper) == pytest.approx((1.0, 2.0, 0.7, 0.9, 1.1))
    assert (june.average, june.residents_year) == (1.0, 2017)
    assert found[date(2016, 12, 1)].upper == pytest.approx(2.2)
    assert (june.offences, june.outside) == (100.0, "")


def test_the_nearest_year_of_residents_stands_in_and_without_any_there_is_no_rate() -> None:
    known = months([100.0] * 3, last=date(2020, 6, 1))
    ask = asked(first=date(2020, 6, 1), last=date(2020, 6, 1), is_rate=True)
    assert last_of(rows(ask, known, None)).residents_year == 2017
    none = last_of(rows(replace(ask, residents={}), known, None))
    assert (none.value, none.residents_year, none.offences) == (None, None, 100.0)


def test_a_series_that_ends_earlier_is_judged_at_its_latest_settled_month_within_two_years() -> None:
    known = months([100.0] * 24, last=date(2016, 6, 1), is_provisional=True)
    at = judged_at(known, JUNE, 24)
    assert at is not None and at.month == date(2016, 5, 1), "June 2016 is provisional"
    assert judged_at(known, date(2018, 6, 1), 24) is None, "25 months later"
    here = judged_at(months([1.0], is_provisional=True), JUNE, 24)
    assert here is not None and here.month == JUNE, "the month asked for, provisional or not"


@given(
    st.lists(st.one_of(st.none(), st.floats(0, 1e6)), min_size=1, max_size=80), st.sampled_from(Span),
    st.booleans(), st.integers(0, 60),
)  # fmt: skip
def test_periods_follow_one_another_and_their_ranges_are_ordered(
    values: list[float | None], by: Span, is_rate: bool, back: int
) -> None:
    known = months(values)
    found = rows(asked(first=add_months(JUNE, -back), by=by, is_rate=is_rate), known, judged_at(known, JUNE, 24))
    ends = [row.end for row in found]
    assert ends == sorted(set(ends))
    for row in found:
        assert row.lower is None or 0 <= row.lower <= (row.centre or 0) <= (row.upper or 0)
        assert by is Span.MONTH or not (row.part or row.outside or row.in_run)
        assert (row.outside == "") or row.part == "judged"
