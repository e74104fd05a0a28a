"""Sums of a borough's own priorities, and the order of rows, on figures made by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import duckdb
import pytest

from data.catalogue import catalogue
from data.periods import add_months
from data.priorities.order import ordered
from data.priorities.published import with_published
from data.priorities.rows import Asked, asked, held, made
from data.priorities.sums import sums

END = date(2017, 6, 1)
CAMDEN = "E09000007"
ASSAULT, THEFT = "common-assault-2018", "theft-from-the-person-2018"
COLUMNS = """measure_id VARCHAR, area_code VARCHAR, month DATE, offences DOUBLE, is_provisional BOOLEAN,
             offences_12m DOUBLE, offences_12m_before DOUBLE, change_pct DOUBLE, change_lower_pct DOUBLE,
             change_upper_pct DOUBLE, change_verdict VARCHAR, dispersion DOUBLE, signal VARCHAR, rules VARCHAR,
             since DATE"""


@pytest.fixture
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as con:
        con.execute(f"CREATE TABLE monthly_signal ({COLUMNS})")
        yield con


def put(
    con: duckdb.DuckDBPyConnection, measure: str, figures: Sequence[float | None], *, moves: int = 0,
    area: str = CAMDEN, end: date = END,
) -> None:  # fmt: skip
    """Figures of Camden, oldest first, the last of them in END; the last `moves` may still be revised."""
    for back, number in enumerate(reversed(figures)):
        con.execute(
            "INSERT INTO monthly_signal VALUES (?, ?, ?, ?, ?, 1, 1, 5.0, 1.0, 9.0, 'higher', 1.0, 'within', '', NULL)",
            [measure, area, add_months(end, -back), number, back < moves],
        )


def camden() -> list[Asked]:
    return [each for each in asked(END) if each.area.area_code == CAMDEN]


def test_the_sum_is_that_of_both_chosen_priorities(con: duckdb.DuckDBPyConnection) -> None:
    """12 x (10 + 5) = 180 after 12 x (10 + 2) = 144: 25% more. What every borough has is not added."""
    put(con, ASSAULT, [10] * 24)
    put(con, THEFT, [2] * 12 + [5] * 12)
    put(con, "anti-social-behaviour", [1000] * 24)
    (found,) = sums(con, camden(), catalogue(), END)
    assert (found["now"], found["before"], found["pct"]) == (180, 144, pytest.approx(25.0))
    assert found["parts"] == ("Common assault", "Theft from the person")
    assert found["slug"] == "camden"


@pytest.mark.parametrize("hole", [0, 13, 23])
def test_with_a_month_missing_in_either_there_is_no_change(con: duckdb.DuckDBPyConnection, hole: int) -> None:
    put(con, ASSAULT, [10] * 24)
    put(con, THEFT, [None if n == hole else 5 for n in range(24)])
    (found,) = sums(con, camden(), catalogue(), END)
    assert (found["pct"], found["verdict"]) == (None, "not_available")


def test_what_lies_before_a_break_changes_nothing_after_it(con: duckdb.DuckDBPyConnection) -> None:
    """Domestic abuse breaks in March 2024, so the 24 months to March 2026 lie after it. What was recorded before would
    otherwise make the series look wilder, and the interval wider."""
    end, barnet = date(2026, 3, 1), "E09000003"
    wanted = [each for each in asked(end) if each.area.area_code == barnet]
    found = []
    for before in ([30] * 36, [5, 300] * 18):
        con.execute("DELETE FROM monthly_signal")
        put(con, "non-domestic-violence-with-injury", [*before[:35], *[30, 34] * 12, 30], area=barnet, end=end)
        put(con, "burglary", [60] * 60, area=barnet, end=end)
        found += sums(con, wanted, catalogue(), end)
    assert found[0] == found[1]
    assert found[0]["pct"] is not None
    (crossed,) = sums(con, wanted, catalogue(), date(2026, 1, 1))
    assert (crossed["pct"], crossed["verdict"]) == (None, "not_comparable")


def test_an_additional_priority_is_not_added(con: duckdb.DuckDBPyConnection) -> None:
    islington = [each for each in asked(END) if each.area.slug == "islington"]
    found = sums(con, islington, catalogue(), END)
    assert found[0]["parts"] == ("Common assault", "Theft from the person")


def test_a_quarter_is_the_sum_of_its_three_months(con: duckdb.DuckDBPyConnection) -> None:
    """April to June 2017: 1 + 2 + 40 = 43; a year before 4 + 5 + 26 = 35."""
    put(con, ASSAULT, [4, 5, 26, *[0] * 9, 1, 2, 40])
    wanted = camden()[:1]
    (row,) = made(wanted, held(con, END, [ASSAULT]), catalogue(), END)
    assert (row["now"], row["before"], row["change"]) == (43, 35, 8)
    assert row["change_pct"] == pytest.approx(100 * 8 / 35)
    assert (row["verdict"], row["year_verdict"], row["year_pct"]) == ("no_clear_change", "higher", 5.0)


def test_a_quarter_with_a_month_missing_has_no_figure(con: duckdb.DuckDBPyConnection) -> None:
    put(con, ASSAULT, [4, 5, 26, *[0] * 9, 1, None, 40])
    (row,) = made(camden()[:1], held(con, END, [ASSAULT]), catalogue(), END)
    assert (row["now"], row["before"], row["verdict"], row["is_provisional"]) == (None, 35, "not_available", False)


def test_one_month_that_may_move_makes_the_quarter_provisional(con: duckdb.DuckDBPyConnection) -> None:
    put(con, ASSAULT, [30] * 15, moves=1)
    (row,) = made(camden()[:1], held(con, END, [ASSAULT]), catalogue(), END)
    assert (row["now"], row["verdict"], row["year_verdict"]) == (90, "provisional", "provisional")


def test_a_measure_that_the_edition_lacks_has_a_row_without_figures(con: duckdb.DuckDBPyConnection) -> None:
    rows = made(camden(), held(con, END, [ASSAULT]), catalogue(), END)
    assert {row["now"] for row in rows} == {None}
    assert {row["signal"] for row in rows} == {"not_available"}


@pytest.mark.parametrize(
    ("now", "difference", "comes_out"), [(22.5, 2.5, True), (22.6, 2.6, False), (17.5, -2.5, True)]
)
def test_a_cell_comes_out_within_two_and_a_half_points(now: float, difference: float, comes_out: bool) -> None:
    key = ("mopac-quarterly-2017-18-q1", "Local Volume Priorities", "Local Volume Priorities", "Camden",
           "Priority 1 % change Q1 17/18 vs Q1 16/17")  # fmt: skip
    row = {"area_name": "Camden", "number": 1, "is_additional": False, "change_pct": now}
    (found,) = with_published([row], {key: {"value": 20.0}}, END)
    assert (found["published_pct"], found["comes_out"]) == (20.0, comes_out)
    assert found["difference"] == pytest.approx(difference)
    (none,) = with_published([row], {key: {"value": 20.0}}, date(2017, 9, 1))
    assert (none["published_pct"], none["difference"], none["comes_out"]) == (None, None, None)
    (unknown,) = with_published([{**row, "change_pct": None}], {key: {"value": 20.0}}, END)
    assert (unknown["published_pct"], unknown["comes_out"]) == (20.0, None)


ROWS = [
    {"area_name": "Barnet", "name": "Burglary", "now": 5.0, "signal": "within"},
    {"area_name": "Barnet", "name": "Robbery", "now": None, "signal": "higher"},
    {"area_name": "Camden", "name": "Burglary", "now": 9.0, "signal": "lower"},
]


@pytest.mark.parametrize(
    ("sort", "places"),
    [("borough", [0, 1, 2]), ("-borough", [2, 0, 1]), ("priority", [0, 2, 1]), ("-priority", [1, 0, 2]),
     ("now", [0, 2, 1]), ("-now", [2, 0, 1]), ("-signal", [1, 0, 2]), ("signal", [2, 0, 1])],
)  # fmt: skip
def test_rows_are_sorted_with_those_without_a_figure_last(sort: str, places: list[int]) -> None:
    assert [ROWS.index(row) for row in ordered(ROWS, sort)] == places
