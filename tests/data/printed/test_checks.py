"""Published figures worked out again: by hand, against rounding, and on every table of an edition."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.printed import Check, printed_tables
from data.printed.checks import checks
from data.printed.declared import Column, Table, Total
from data.printed.made import printed_table
from data.warehouse import Warehouse
from tests.data.published_sums import EXCEPTIONS

COLUMNS = (Column(label="Budget", head="Budget"), Column(label="Forecast", head="Forecast"),
           Column(label="Variance", head="Variance", of=("Forecast", "Budget"), variance=True))  # fmt: skip
TABLE = Table(
    id="t", page="finance", name="T", title="T", about="A table made up for a test.", document="d", section="s",
    table_name="t", unit="£m", step=0.1, column=COLUMNS, total=(Total(row="Total", parts=("Pay", "Overtime")),),
)  # fmt: skip
FIGURES = {
    ("Pay", "Budget"): 100.0, ("Pay", "Forecast"): 90.0, ("Pay", "Variance"): -10.0,
    ("Overtime", "Budget"): 5.0, ("Overtime", "Forecast"): 8.5, ("Overtime", "Variance"): 3.4,
    ("Total", "Budget"): 105.1, ("Total", "Forecast"): 99.0, ("Total", "Variance"): -6.1,
}  # fmt: skip


def found(figures: dict[tuple[str, str], float], table: Table = TABLE) -> dict[tuple[str, str, str], Check]:
    return {(check.kind, check.row, check.column): check for check in checks(table, figures)}


def test_what_differs_on_paper_is_what_is_found() -> None:
    """Parts of the forecast make 98.5, of the variance −6.6; overtime's columns 3.5. The rest agree."""
    every = found(FIGURES)
    assert len(every) == 6
    apart = {key: (str(check.recomputed), str(check.apart)) for key, check in every.items() if not check.agrees}
    assert apart == {
        ("sum", "Total", "Budget"): ("105.0", "0.1"), ("sum", "Total", "Forecast"): ("98.5", "0.5"),
        ("sum", "Total", "Variance"): ("-6.6", "0.5"), ("difference", "Overtime", "Variance"): ("3.5", "-0.1"),
    }  # fmt: skip


def test_rounding_explains_half_a_step_for_each_figure_involved() -> None:
    every = found(FIGURES)
    budget, forecast = every["sum", "Total", "Budget"], every["sum", "Total", "Forecast"]
    assert (budget.allowed, budget.is_rounding, forecast.is_rounding) == (Decimal("0.15"), True, False)


def test_a_part_that_is_not_there_leaves_the_total_unchecked() -> None:
    left = {place: value for place, value in FIGURES.items() if place != ("Pay", "Budget")}
    assert set(found(left)) == {
        ("sum", "Total", "Forecast"),
        ("sum", "Total", "Variance"),
        ("difference", "Overtime", "Variance"),
        ("difference", "Total", "Variance"),
    }


def test_a_share_is_rounded_as_it_is_printed_and_nothing_is_divided_by_nought() -> None:
    columns = (Column(label="Part", head="P"), Column(label="Whole", head="W"),
               Column(label="Share", head="S", share_of=("Part", "Whole")))  # fmt: skip
    table = TABLE.model_copy(update={"column": columns, "total": ()})
    made = found({("A", "Part"): 1.0, ("A", "Whole"): 8.0, ("A", "Share"): 13.0,
                  ("B", "Part"): 1.0, ("B", "Whole"): 8.0, ("B", "Share"): 12.0,
                  ("C", "Part"): 1.0, ("C", "Whole"): 0.0, ("C", "Share"): 0.0}, table)  # fmt: skip
    assert [(check.row, check.agrees) for check in made.values()] == [("A", True), ("B", False)]


@given(st.lists(st.integers(-(10**6), 10**6), min_size=2, max_size=12))
def test_rounded_parts_of_a_true_sum_are_never_called_more_than_rounding(hundredths: list[int]) -> None:
    """Each figure printed to one decimal, the total from the exact sum."""
    parts = tuple(f"part {place}" for place in range(len(hundredths)))
    table = TABLE.model_copy(update={"column": COLUMNS[:1], "total": (Total(row="Total", parts=parts),)})
    figures = {(part, "Budget"): round(Decimal(n) / 100, 1) for part, n in zip(parts, hundredths, strict=True)}
    figures["Total", "Budget"] = round(Decimal(sum(hundredths)) / 100, 1)
    (check,) = checks(table, {place: float(value) for place, value in figures.items()})
    assert check.is_rounding


@pytest.mark.parametrize("page", ["finance", "workforce"])
def test_an_edition_differs_where_the_transcription_says_so_and_nowhere_else(
    demonstration_editions: Path, page: str
) -> None:
    with Warehouse(demonstration_editions).edition() as edition:
        made = printed_tables(edition, page)
    kinds = {"sum": "sum", "diff": "difference", "pct": "share"}
    shown = {table.table_name for table in made}
    listed = {
        (kinds[kind], table, row, column, Decimal(value))
        for (kind, _, table, row, column), value in EXCEPTIONS.items()
        if table in shown
    }
    differing = {(check.kind, table.table_name, check.row, check.column, check.recomputed)
                 for table in made for check in table.differing}  # fmt: skip
    assert differing == listed and len(listed) == {"finance": 30, "workforce": 3}[page]
    assert all(check.is_rounding for table in made for check in table.differing)


def test_rows_keep_the_order_of_the_document_and_their_group() -> None:
    given_ = [
        {"row_label": "B: One", "column_label": "Budget", "value": 1.0, "unit": "£m", "period_start": None,
         "period_end": None, "note": "the rows it totals sum to 2; as printed: about 1"},
        {"row_label": "Total", "column_label": "Budget", "value": 1.0, "unit": "£m", "period_start": None,
         "period_end": None, "note": None},
    ]  # fmt: skip
    made = printed_table(TABLE.model_copy(update={"groups": True, "names": {"Total": "All"}}), given_, "A title")
    assert [(row.group, row.name, row.is_total) for row in made.rows] == [("B", "One", False), (None, "All", True)]
    assert made.rows[0].cells["Budget"].note == "as printed: about 1"
