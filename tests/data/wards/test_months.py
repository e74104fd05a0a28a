"""Which periods lie on one set of wards, and which may be compared."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from data.periods import Span, Window, add_months, month_range
from data.wards.months import WardMonths, provisional_from

OLD, NEW, BOTH = frozenset({"2018"}), frozenset({"2022"}), frozenset({"2018", "2022"})
FIRST, CHANGED, LAST = date(2020, 1, 1), date(2022, 6, 1), date(2023, 12, 1)


def changed() -> WardMonths:
    """On the wards of 2018 to May 2022, on those of 2022 from June."""
    sets = {month: OLD if month < CHANGED else NEW for month in month_range(FIRST, LAST)}
    return WardMonths(sets, provisional_from(LAST, 2))


def year(end: date) -> Window:
    return Window(end, Span.YEAR)


def test_a_period_over_the_change_is_on_no_set() -> None:
    months = changed()
    assert months.on(year(date(2022, 5, 1))) == OLD
    assert months.on(year(date(2023, 5, 1))) == NEW
    over = [months.on(year(add_months(CHANGED, step))) for step in range(11)]  # June 2022 to April 2023
    assert over == [frozenset()] * 11


def test_such_periods_cannot_be_chosen_and_the_nearest_is_on_one_set() -> None:
    months = changed()
    ends = months.ends(Span.YEAR)
    assert ends[0] == LAST and ends[-1] == date(2020, 12, 1)
    assert not [end for end in ends if date(2022, 5, 1) < end < date(2023, 5, 1)]
    assert months.nearest(date(2022, 9, 1), ends) == date(2022, 5, 1)
    assert months.nearest(date(2022, 11, 1), ends) == date(2023, 5, 1)  # six months either way: the later


def test_a_year_on_another_set_is_not_compared() -> None:
    months = changed()
    assert months.shared(year(date(2022, 5, 1))) == OLD
    assert not months.shared(year(date(2023, 5, 1)))  # the year before is on the wards of 2018
    assert not months.shared(year(date(2023, 12, 1)))  # the year before runs over the change
    assert months.shared(Window(date(2023, 6, 1), Span.MONTH)) == NEW


def test_where_no_ward_changed_everything_is_one_series() -> None:
    months = WardMonths(dict.fromkeys(month_range(FIRST, LAST), BOTH), LAST)
    assert months.on(year(date(2022, 9, 1))) == BOTH
    assert months.shared(year(date(2023, 5, 1))) == BOTH


def test_a_gap_and_a_month_that_mixes_two_sets_break_a_period() -> None:
    sets = dict(changed().sets)
    del sets[date(2021, 3, 1)]
    months = WardMonths(sets, LAST)
    assert months.missing(year(date(2021, 12, 1))) == (date(2021, 3, 1),)
    assert not months.on(year(date(2022, 2, 1))) and months.on(year(date(2022, 3, 1)))
    assert not WardMonths({FIRST: frozenset()}, LAST).ends(Span.MONTH)


def test_the_usual_period_is_the_latest_settled_one() -> None:
    assert changed().first_provisional == date(2023, 11, 1)
    assert changed().usual(Span.YEAR) == date(2023, 10, 1)
    assert changed().usual(Span.QUARTER) == date(2023, 9, 1)
    only = WardMonths({LAST: NEW}, LAST)
    assert only.usual(Span.MONTH) == LAST and only.usual(Span.YEAR) is None


@given(st.lists(st.sampled_from([None, OLD, NEW, BOTH, frozenset()]), min_size=1, max_size=40),
       st.sampled_from(list(Span)))  # fmt: skip
def test_a_period_is_whole_exactly_when_one_set_holds_all_its_months(listed: list[frozenset[str] | None],
                                                                     span: Span) -> None:  # fmt: skip
    """Against a slow count: for each set, whether every month is on it."""
    sets = {add_months(FIRST, step): each for step, each in enumerate(listed) if each is not None}
    months = WardMonths(sets, LAST)
    for step in range(len(listed)):
        window = Window(add_months(FIRST, step), span)
        inside = month_range(window.start, window.end)
        slow = {s for s in ("2018", "2022") if all(s in sets.get(month, ()) for month in inside)}
        assert set(months.on(window)) == slow
