"""Months and windows."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.periods import Coverage, Span, Window, add_months, month_range, months_between, parse_month

months = st.dates(date(1990, 1, 1), date(2060, 12, 1)).map(lambda d: d.replace(day=1))


@given(months, st.integers(-600, 600))
def test_adding_months_and_counting_them_undo_each_other(month: date, count: int) -> None:
    assert months_between(month, add_months(month, count)) == count


@given(months, st.sampled_from(Span))
def test_a_window_holds_as_many_months_as_its_span_says(end: date, span: Span) -> None:
    window = Window(end, span)
    assert len(month_range(window.start, window.end)) == span.months
    assert window.holds(window.start)
    assert not window.holds(add_months(window.start, -1))
    assert months_between(window.year_before.end, end) == 12


def test_windows_are_named_as_people_write_them() -> None:
    june = date(2017, 6, 1)
    assert Window(june, Span.YEAR).label == "12 months to June 2017"
    assert Window(june, Span.QUARTER).label == "Apr–Jun 2017"
    assert Window(june, Span.MONTH).label == "June 2017"
    assert [Window(june, span).column_label for span in Span] == ["to Jun 2017", "Apr–Jun 2017", "Jun 2017"]


def test_a_window_over_new_year_names_the_year_it_ends_in() -> None:
    assert Window(date(2018, 2, 1), Span.QUARTER).label == "Dec–Feb 2018"


@pytest.mark.parametrize("text", ["2017", "2017-13", "17-06", "2017-6", "June", "", "2017-06-01"])
def test_what_is_no_month_is_quoted(text: str) -> None:
    with pytest.raises(ValueError, match=f"'{text}' is not a month"):
        parse_month(text)


def test_ends_lie_within_the_coverage_and_quarters_end_with_a_quarter() -> None:
    covered = Coverage(date(2017, 2, 1), date(2018, 4, 1))
    assert covered.ends(Span.YEAR) == (date(2018, 4, 1), date(2018, 3, 1), date(2018, 2, 1), date(2018, 1, 1))
    assert covered.ends(Span.QUARTER) == tuple(date(*m, 1) for m in ((2018, 3), (2017, 12), (2017, 9), (2017, 6)))
    assert covered.nearest_end(date(2030, 1, 1), Span.QUARTER) == date(2018, 3, 1)
    assert covered.nearest_end(date(2017, 5, 1), Span.QUARTER) == date(2017, 6, 1)
    assert Coverage(date(2018, 1, 1), date(2018, 2, 1)).nearest_end(date(2018, 1, 1), Span.YEAR) is None
