"""The fund by borough: per resident by hand, ranks, order, edges, and the file of the page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from data.catalogue import catalogue
from data.export import PUBLISHED
from data.finance import finance_sheet, gathered
from data.finance.fund import edges, ordered, ranked
from data.warehouse import Warehouse
from geo.areas import boroughs

A, B, C = boroughs()[:3]
AMOUNTS = {A.area_code: 300.0, B.area_code: 100.0, C.area_code: 50.0}
PEOPLE = {A.area_code: (100, "x"), B.area_code: (50, "x")}


@pytest.fixture(scope="module")
def found(demonstration_editions: Path) -> dict[str, Any]:
    with Warehouse(demonstration_editions).edition() as edition:
        return gathered(edition, catalogue(), {})


def test_each_borough_has_its_pounds_its_residents_and_its_rank() -> None:
    rows = {row.area_code: row for row in ranked(AMOUNTS, PEOPLE)}
    assert len(rows) == 32
    assert [(rows[area.area_code].per_resident, rows[area.area_code].rank) for area in (A, B)] == [(3.0, 1), (2.0, 2)]
    assert (rows[C.area_code].amount, rows[C.area_code].per_resident, rows[C.area_code].rank) == (50.0, None, None)


def test_equal_boroughs_share_a_rank() -> None:
    rows = ranked({A.area_code: 10.0, B.area_code: 5.0, C.area_code: 1.0}, {**PEOPLE, C.area_code: (100, "x")})
    assert [row.rank for row in rows[:3]] == [1, 1, 3]


def test_the_order_is_by_the_column_with_those_without_a_figure_last() -> None:
    rows = ranked(AMOUNTS, PEOPLE)
    assert [row.area_name for row in ordered(rows, "per-resident")[:2]] == [B.area_name, A.area_name]
    assert [row.area_name for row in ordered(rows, "-amount")[:3]] == [A.area_name, B.area_name, C.area_name]
    assert ordered(rows, "-per-resident")[2:] == tuple(row for row in rows if row.per_resident is None)
    assert ordered(rows, "-borough")[0].area_name == "Westminster"


def test_edges_rise_even_where_nothing_is_known() -> None:
    assert edges([None], whole=True) == (1.0, 2.0, 3.0, 4.0)
    assert list(edges([1.0, 2.0, 3.0, 4.0, 5.0], whole=False)) == sorted(
        set(edges([1.0, 2.0, 3.0, 4.0, 5.0], whole=False))
    )


def test_the_funds_of_the_edition_are_those_printed_divided_by_its_residents(found: dict[str, Any]) -> None:
    fund = found["fund"]
    assert (fund.financial_year, fund.year, fund.total, fund.printed_total) == ("2017/18", 2017, 16777585, 16777584)
    camden = next(row for row in fund.rows if row.slug == "camden")
    assert camden.amount == 528000 and camden.per_resident == pytest.approx(528000 / camden.residents)
    assert fund.residents == sum(row.residents for row in fund.rows)
    assert fund.per_resident == pytest.approx(16777585 / fund.residents)


def test_the_file_has_every_figure_with_its_table(found: dict[str, Any]) -> None:
    rows = finance_sheet(found).rows
    tables = {row["table_name"] for row in rows}
    assert {table.table_name for table in found["tables"]} <= tables
    figures = sum(len(row.cells) for table in found["tables"] for row in table.rows)
    assert len(rows) == figures + 2 * 32 + 2 + len(found["commissioning"]) + len(found["in_text"])
    (pay,) = [row for row in rows if (row["row_label"], row["column_label"]) == ("Total Pay", "Variance (£m)")]
    assert (pay["value"], pay["recomputed"], pay["difference"], pay["period_end"]) == (
        "-53.2",
        "-53.1",
        "-0.1",
        "2018-03-31",
    )
    (each,) = [row for row in rows if row["row_label"] == "Camden" and row["column_label"] == "Allocation per resident"]
    assert float(each["value"]) * float(each["base"]) == pytest.approx(528000)
    assert each["status"] == "worked out here" and each["area_code"] == "E09000007"
    assert {row["data_kind"] for row in rows} == {PUBLISHED}
