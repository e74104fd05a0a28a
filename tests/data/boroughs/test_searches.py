"""Which period of searches is shown, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pytest

from data.boroughs.searches import period, searches
from data.periods import add_months, month_range
from data.warehouse import Edition
from geo.areas import boroughs
from tests.data.made_signals import CAMDEN, JUNE, house

BRENT = "E09000005"


def held(first: date, last: date) -> dict[date, tuple[int, int]]:
    return dict.fromkeys(month_range(first, last), (10, 9))


def test_the_year_where_it_is_whole_or_else_the_quarter() -> None:
    assert period(held(date(2016, 7, 1), JUNE), JUNE) == (JUNE, 12)
    assert period(held(date(2016, 8, 1), JUNE), JUNE) == (JUNE, 3)
    assert period(held(date(2017, 5, 1), JUNE), JUNE) is None


def test_else_the_latest_whole_year_that_ended_at_most_two_years_before() -> None:
    months = held(date(2014, 1, 1), date(2016, 5, 1))
    assert period(months, JUNE) == (date(2016, 3, 1), 12)
    assert period(months, add_months(date(2016, 3, 1), 24)) == (date(2016, 3, 1), 12)
    assert period(months, add_months(date(2016, 3, 1), 27)) is None


def test_a_month_that_the_files_lack_is_not_a_month_without_searches() -> None:
    months = held(date(2016, 7, 1), JUNE)
    del months[date(2017, 1, 1)]
    assert period(months, JUNE) == (JUNE, 3)


@pytest.fixture
def edition(tmp_path: Path) -> Iterator[Edition]:
    """Apr-Jun 2017: 115 searches in Camden, 25 with a result; 60 in Brent; 50 that name no borough; 9 of the City's.

    June names a borough for fewer than half. The other 30 boroughs have 10 searches in each of the other months, 5 with
    a result: fewer, and figures would be withheld.
    """
    made = house(tmp_path, [])
    rows = [(CAMDEN, date(2017, 4, 1), 60, 20), (CAMDEN, date(2017, 5, 1), 55, 5), (CAMDEN, JUNE, 5, 5),
            (BRENT, date(2017, 4, 1), 30, 5), (BRENT, date(2017, 5, 1), 30, 5), (None, JUNE, 20, 5),
            *((None, month, 15, 5) for month in (date(2017, 4, 1), date(2017, 5, 1))),
            *((area.area_code, month, 10, 5) for area in boroughs() for month in (date(2017, 4, 1), date(2017, 5, 1))
              if area.area_code not in (CAMDEN, BRENT))]  # fmt: skip
    with duckdb.connect(str(tmp_path / "made.duckdb")) as con:
        for force, (code, month, number, positive) in [*(("metropolitan", row) for row in rows),
                                                       ("city-of-london", (None, JUNE, 9, 0))]:  # fmt: skip
            con.execute(
                """INSERT INTO stop_and_search (month, force, area_code, has_coordinates, is_positive, source_id, line)
                   SELECT ?, ?, ?, true, i < ?, 1, i FROM range(?) r(i)""",
                [month, force, code, positive, number],
            )
    with made.edition() as opened:
        yield opened


def test_counts_rates_shares_and_what_names_no_borough(edition: Edition) -> None:
    found = searches(edition, CAMDEN, JUNE, {2017: {CAMDEN: 230_000, BRENT: 330_000}})
    assert found is not None
    assert (found["start"], found["end"], found["months"]) == (date(2017, 4, 1), JUNE, 3)
    assert (found["searches"], found["with_outcome"], found["share"]) == (115, 25, 25 / 115)
    assert found["share_lower"] < 25 / 115 < found["share_upper"]
    assert found["per_1000"] == 0.5
    assert found["london_searches"] == 115 + 60 + 30 + 30 * 20  # without June, as the borough's
    assert (found["unplaced"], found["unplaced_share"]) == (50, 50 / 830)  # June too
    assert found["searches_before"] is None
    assert found["poor_months"] == (JUNE,)


def test_no_share_of_fewer_than_a_hundred_searches(edition: Edition) -> None:
    found = searches(edition, BRENT, JUNE, {})
    assert found is not None
    assert (found["searches"], found["share"], found["share_lower"], found["per_1000"]) == (60, None, None, None)


def test_an_edition_without_searches_has_no_figures(tmp_path: Path) -> None:
    with house(tmp_path, []).edition() as opened:
        assert searches(opened, CAMDEN, JUNE, {}) is None


def test_an_area_with_a_small_count_in_a_month_is_shown_in_no_period_that_holds_it(tmp_path: Path) -> None:
    made = house(tmp_path, [])
    with duckdb.connect(str(tmp_path / "made.duckdb")) as con:
        con.execute(
            """INSERT INTO stop_and_search (month, force, area_code, has_coordinates, is_positive, source_id, line)
               SELECT month, 'metropolitan', area, true, i % 2 = 0, 1, i
               FROM unnest(?) m(month), unnest(?) a(area),
                    range(CASE WHEN area = ? AND month = DATE '2017-05-01' THEN 8 ELSE 40 END) r(i)""",
            [[date(2017, 4, 1), date(2017, 5, 1), JUNE], [*(area.area_code for area in boroughs()), None], BRENT],
        )
    with made.edition() as opened:
        assert searches(opened, BRENT, JUNE, {}) is None  # 4 of its 8 in May had a result
        shown = [area.area_code for area in boroughs() if searches(opened, area.area_code, JUNE, {})]
        assert len(shown) == 30 and BRENT not in shown  # one other borough is withheld with it
