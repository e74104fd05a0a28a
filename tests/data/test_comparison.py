"""Two periods side by side, by hand."""

from __future__ import annotations

import math
from datetime import date
from typing import Any

import pandas as pd
import pytest

from data.catalogue import Break
from data.comparison import COLUMNS, boroughs_that
from data.selection import Show
from tests.data.comparing import compare

AREAS = pd.DataFrame(
    [
        ("L", "London", "london", "london"),
        ("A", "Aa", "aa", "borough"),
        ("B", "Bb", "bb", "borough"),
        ("C", "Cc", "cc", "borough"),
        ("X", "Elsewhere", "elsewhere", "other"),
    ],
    columns=["area_code", "area_name", "slug", "area_type"],
)
BREAK = Break(month=date(2017, 1, 1), reason="Counted in another way from here.")


def frame(**counts: tuple[float, float]) -> pd.DataFrame:
    rows = [(code, n, people, "ok" if n == n else "not_available") for code, (n, people) in counts.items()]
    return pd.DataFrame(rows, columns=["area_code", "numerator", "denominator", "status"])


NOW = frame(L=(160, 30_000), A=(100, 10_000), B=(10, 10_000), C=(math.nan, 10_000), X=(50, math.nan))
BEFORE = frame(L=(140, 29_000), A=(80, 10_000), B=(15, 9_000), C=(30, 10_000))


def compared(**changed: Any) -> pd.DataFrame:
    table = compare(NOW, BEFORE, AREAS, **({"residents_year": 2017, "broken": None, "show": Show.RATE} | changed))
    return table.frame.set_index("area_code")


def test_a_period_that_a_break_lies_inside_has_no_count_and_compares_with_none() -> None:
    table = compare(NOW, BEFORE, AREAS, residents_year=2017, broken=BREAK, show=Show.RATE, is_split=(True, False))
    found = table.frame.set_index("area_code")
    assert found[["offences", "rate", "change", "value", "rank"]].isna().all().all()
    assert set(found["status"]) == set(found["change_status"]) == {"not_comparable"}
    assert found.loc["A", "offences_before"] == 80


def test_a_year_before_that_a_break_lies_inside_is_not_compared_with() -> None:
    table = compare(NOW, BEFORE, AREAS, residents_year=2017, broken=BREAK, show=Show.RATE, is_split=(False, True))
    found = table.frame.set_index("area_code")
    assert found.loc["A", ["offences", "change_status", "status"]].tolist() == [100, "not_comparable", "ok"]
    assert math.isnan(found.loc["A", "offences_before"]) and math.isnan(found.loc["A", "change"])
    assert found.loc["C", "change_status"] == "not_available"


def test_one_row_an_area_in_the_declared_columns() -> None:
    table = compare(NOW, BEFORE, AREAS, residents_year=2017, broken=None, show=Show.RATE).frame
    assert list(table.columns) == list(COLUMNS)
    assert table["area_code"].tolist() == ["L", "A", "B", "C", "X"]


def test_changes_are_counted_and_percentages_need_a_base_of_twenty() -> None:
    table = compared()
    assert table["change"].fillna(-99).tolist() == [20, 20, -5, -99, -99]
    assert table.loc["A", "change_pct"] == 25
    assert table["change_status"].tolist() == ["ok", "ok", "small_base", "not_available", "not_available"]


def test_rates_use_each_periods_own_residents_and_none_without_residents() -> None:
    table = compared()
    assert table.loc["A", "rate"] == 10
    assert table.loc["B", "rate_before"] == pytest.approx(15 / 9)
    assert math.isnan(table.loc["X", "rate"])
    assert table.loc["X", "offences"] == 50


def test_ranks_are_among_boroughs_with_a_figure() -> None:
    ranks = compared()["rank"]
    assert (ranks["A"], ranks["B"]) == (1, 2)
    assert ranks[["L", "C", "X"]].isna().all()


@pytest.mark.parametrize(("show", "value"), [(Show.RATE, 10), (Show.NUMBER, 100), (Show.CHANGE, 25)])
def test_the_value_is_what_the_map_shows(show: Show, value: float) -> None:
    assert compared(show=show).loc["A", "value"] == value


def test_across_a_break_nothing_is_compared() -> None:
    table = compared(broken=BREAK)
    assert table[["change", "change_pct"]].isna().all(axis=None)
    assert table.loc["A", "change_status"] == "not_comparable"
    assert table.loc["C", "change_status"] == "not_available"
    assert table.loc["A", "rate"] == 10


def test_boroughs_are_counted_by_direction() -> None:
    assert boroughs_that(compared()) == (1, 1, 0)
