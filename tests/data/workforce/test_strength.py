"""Strength by month: changes, runs at or above a number, and large steps, by hand and on the publisher's file."""

from __future__ import annotations

import csv
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.catalogue import catalogue
from data.periods import Coverage, add_months
from data.satisfaction.shares import share_of
from data.warehouse import Warehouse
from data.workforce import gathered, workforce_sheet
from data.workforce.strength import months, runs, steps

START = date(2020, 1, 1)


def series(*values: float | None) -> dict[date, float]:
    return {add_months(START, place): value for place, value in enumerate(values) if value is not None}


def held(*values: float | None) -> dict[str, dict[date, float]]:
    return {"officers": series(*values), "staff": {}, "pcsos": {}}


def test_a_month_that_the_file_leaves_out_has_no_figure_and_no_change() -> None:
    made = months(held(100, None, 90), Coverage(START, add_months(START, 2)))
    assert [each.strength["officers"] for each in made] == [100, None, 90]
    assert [each.on_month["officers"] for each in made] == [None, None, None]
    assert {each.strength["staff"] for each in made} == {None}


def test_changes_are_on_the_month_and_on_the_year_before() -> None:
    last = months(held(*range(100, 113)), Coverage(START, add_months(START, 12)))[-1]
    assert (last.on_month["officers"], last.on_year["officers"]) == (1, 12)


def test_runs_at_or_above_a_number_end_at_a_lower_month_and_at_a_gap() -> None:
    made = runs(series(5, 10, 10, 9, 12, None, 12), 10)
    assert [(run.first.month, run.last.month, run.is_open_start, run.is_open_end) for run in made] == [
        (2, 3, False, False), (5, 5, False, False), (7, 7, False, True)]  # fmt: skip
    assert runs(series(1, 2), 10) == () and runs({}, 10) == ()


@given(st.lists(st.one_of(st.none(), st.integers(0, 20)), max_size=40), st.integers(0, 20))
def test_runs_hold_exactly_the_months_at_or_above(values: list[int | None], aim: int) -> None:
    given_ = series(*values)
    inside = [
        add_months(run.first, step)
        for run in runs(given_, aim)
        for step in range(40)
        if add_months(run.first, step) <= run.last
    ]
    assert inside == sorted(month for month, value in given_.items() if value >= aim)


def test_steps_are_large_changes_the_largest_first() -> None:
    found = steps(held(100, 103, 102, None, 50, 45))
    assert [(step.month.month, step.before, step.after) for step in found] == [(6, 50, 45), (2, 100, 103)]
    assert [round(step.pct, 6) for step in found] == [-10.0, 3.0]


@pytest.fixture(scope="module")
def official_view(whole_official_editions: Path) -> dict[str, Any]:
    with Warehouse(whole_official_editions).edition() as edition:
        return gathered(edition, catalogue(), {})


def read(official: Path) -> dict[date, dict[str, int]]:
    (path,) = official.glob("workforce/*/Police_Force_Strength.csv")
    with path.open(newline="", encoding="utf-8-sig") as file:
        return {datetime.strptime(row["Date"], "%b-%y").date(): {
            "officers": int(row["Police Officer Strength"]), "staff": int(row["Police Staff Strength"]),
            "pcsos": int(row["PCSO Strength"])} for row in csv.DictReader(file)}  # fmt: skip


def test_every_month_of_the_publishers_file_is_there_as_it_is(official: Path, official_view: dict[str, Any]) -> None:
    assert {each.month: dict(each.strength) for each in official_view["months"]} == read(official)


def test_the_ambition_is_the_documents_and_its_months_are_the_files(
    official: Path, official_view: dict[str, Any]
) -> None:
    aim, file = official_view["ambition"], read(official)
    assert (aim.officers, aim.achieved, aim.stated_on) == (32000, 2012, date(2017, 6, 30))
    at = sorted(month for month, row in file.items() if row["officers"] >= 32000)
    assert (aim.runs[0].first, aim.last, len(at)) == (at[0], at[-1], 66)
    assert (at[0], at[-1]) == (date(2020, 4, 1), date(2025, 9, 1))  # read by eye in the file


def test_documents_and_file_are_set_side_by_side_and_not_joined(official_view: dict[str, Any]) -> None:
    less = {(each.month, each.group): each.published - each.strength for each in official_view["counted"]}
    assert less[date(2017, 6, 1), "officers"] == 0 and less[date(2017, 6, 1), "pcsos"] == -1
    assert less[date(2019, 3, 1), "officers"] == 30435 - 29978
    assert len(less) == 12


def test_residents_are_the_censuss_and_shares_add_up(official_view: dict[str, Any]) -> None:
    held_ = official_view["residents"]
    assert set(held_.groups) == {"Asian", "Black", "Mixed", "Other", "White"}
    assert held_.not_white_pct == pytest.approx(100 - 100 * held_.groups["White"] / held_.total)
    rows = workforce_sheet(official_view).rows
    shares = [row for row in rows if row.get("column_label") == "Share of residents"]
    assert sum(float(row["value"]) for row in shares if row["table_name"] != "Residents by sex") == pytest.approx(100)
    assert official_view["women"] is share_of("Sex", "Female"), "declared once, for the satisfaction page too"


def test_a_month_before_the_file_gives_its_first(demonstration_editions: Path) -> None:
    with Warehouse(demonstration_editions).edition() as edition:
        found = gathered(edition, catalogue(), {"to": "1999-01"})
    assert found["corrections"] == ("There are no figures for January 1999; this page shows April 2014.",)
    assert [table.id for table in found["tables"]] == ["make-up", "dwo", "fte-2019"]
    assert [each.cell.value for each in found["specials"]] == [2602, 2523]
