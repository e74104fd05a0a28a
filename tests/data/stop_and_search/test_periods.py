"""Financial years of what the edition has, and the months without borough figures."""

from __future__ import annotations

from datetime import date

from data.periods import month_range
from data.stop_and_search.declared import declared
from data.stop_and_search.periods import unplaced_months, usual_year, years_of

YEAR = month_range(date(2017, 4, 1), date(2018, 3, 1))


def test_years_begin_in_april_and_never_overlap() -> None:
    found = years_of(dict.fromkeys(month_range(date(2017, 3, 1), date(2018, 8, 1)), (100, 95)))
    assert [(year.key, len(year.months)) for year in found] == [("2018-19", 5), ("2017-18", 12), ("2016-17", 1)]
    assert [year.label for year in found] == ["2018/19 (April to August 2018)", "2017/18", "2016/17 (March 2017)"]
    assert usual_year(found) == "2017-18" and usual_year(found[:1]) == "2018-19" and usual_year([]) == ""


def test_a_label_names_months_that_do_not_follow_each_other() -> None:
    months = {date(2015, 4, 1): (10, 9), date(2016, 1, 1): (10, 9)}
    assert years_of(months)[0].label == "2015/16 (April 2015 and January 2016)"


def test_a_month_is_without_borough_figures_above_the_declared_share_only() -> None:
    limit = declared().unplaced_limit
    at, above = round(1000 * (1 - limit)), round(1000 * (1 - limit)) - 1
    months = {YEAR[0]: (1000, at), YEAR[1]: (1000, above), YEAR[2]: (1000, 0)}
    assert unplaced_months(months) == {YEAR[1], YEAR[2]}
    assert years_of(months)[0].placed == (YEAR[0],)
