"""The overview's file: every row with its verdict, interval and baseline, and what it is."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from data.catalogue import catalogue
from data.export import MODELLED, PARTLY_MODELLED, PUBLISHED
from data.overview import view as overview_view
from data.overview.export import COLUMNS, overview_sheet
from data.warehouse import Edition, Warehouse


@pytest.fixture(scope="module")
def edition(demonstration_editions: Path) -> Iterator[Edition]:
    with Warehouse(demonstration_editions).edition() as opened:
        yield opened


def written(edition: Edition, **params: str) -> tuple[dict[str, Any], list[dict[str, str]]]:
    found = overview_view.gathered(edition, catalogue(), params)
    text = overview_sheet(found).csv()
    assert text.startswith("\ufeff") and "\r\n" in text
    return found, list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def same(cell: str, number: float | None) -> bool:
    return cell in ("[x]", "[u]") if number is None else float(cell) == number


def test_every_row_is_there_whatever_the_filter_in_the_order_of_the_page(edition: Edition) -> None:
    found, rows = written(edition, to="2017-06", show="higher")
    kinds = ("counts", "surveys", "published")
    wanted = [row["measure_id"] for s in found["sections"] for kind in kinds for row in s[kind]]
    wanted += [row["measure_id"] for row in found["report"]["rows"]]
    assert [row["measure_id"] for row in rows] == wanted
    assert rows == written(edition, to="2017-06")[1]


def test_figures_are_those_of_the_view_unrounded(edition: Edition) -> None:
    found, rows = written(edition, to="2017-06", area="camden")
    by_id = {row["measure_id"]: row for row in rows}
    fields = {"value": "offences_12m", "value_previous_12_months": "offences_12m_before", "change_pct": "change_pct",
              "change_lower_95": "change_lower_pct", "change_upper_95": "change_upper_pct", "dispersion": "dispersion",
              "month_value": "offences", "expected_lower": "expected_lower", "expected_upper": "expected_upper",
              "p_value": "p_value", "q_value": "q_value", "baseline_centre": "centre"}  # fmt: skip
    for section in found["sections"]:
        for row in section["counts"]:
            cells = by_id[row["measure_id"]]
            assert all(same(cells[column], row[field]) for column, field in fields.items()), row["measure_id"]
            assert (cells["signal"], cells["change_verdict"]) == (row["signal"], row["change_verdict"])
            assert cells["since"] == (f"{row['since']:%Y-%m}" if row["since"] else "[z]")


def test_the_baseline_is_the_24_months_that_end_a_year_before(edition: Edition) -> None:
    row = written(edition, to="2017-06")[1][0]
    assert (row["baseline_start"], row["baseline_end"], row["month"]) == ("2014-07", "2016-06", "2017-06")
    assert (row["period_start"], row["period_end"]) == ("2016-07-01", "2017-06-30")


def test_every_row_says_what_it_is_and_no_cell_is_left_empty_without_a_mark(edition: Edition) -> None:
    _, rows = written(edition, to="2017-06")
    for row in rows:
        assert list(row) == list(COLUMNS)
        kinds = {"published figure": PUBLISHED, "published table, as printed and as recorded now": PARTLY_MODELLED}
        assert row["data_kind"] == kinds.get(row["kind"], MODELLED)
        assert row["edition"].startswith("demonstration-") and row["source"]
        assert [name for name, cell in row.items() if not cell and name != "note"] == []


def test_provisional_months_have_their_mark_and_no_verdict(edition: Edition) -> None:
    found, _ = written(edition)
    _, rows = written(edition, to=f"{found['coverage'].last:%Y-%m}")
    late = [row for row in rows if row["status"] == "[p]"]
    assert late and {row["change_verdict"] for row in late} == {"provisional"}


def test_no_percentage_from_a_small_base_is_marked_as_uncertain(edition: Edition) -> None:
    found, rows = written(edition, to="2017-06", area="sutton")
    small = {row["measure_id"] for s in found["sections"] for row in s["counts"]
             if row["offences_12m_before"] is not None and row["offences_12m_before"] < 20}  # fmt: skip
    assert small
    assert {row["change_pct"] for row in rows if row["measure_id"] in small} == {"[u]"}
