"""The sentence that opens the page, of the table that is open; true of its figures whatever they are."""

from __future__ import annotations

from components.finance.view import FinanceView
from components.printed.words import money, span_words
from data.printed.records import PrintedColumn, PrintedRow, PrintedTable
from data.selection import month_name

TO = {True: "rise", False: "fall"}


def headline(view: FinanceView) -> str:
    table = view.table
    row = table.row(table.main) if table and table.main else None
    if table is None or row is None:
        return "No published figures of money are loaded."
    said = {"savings": _savings, "reserves": _reserves, "plan": _plan, "capital-plan": _plan, "per-head": _per_head}
    return said.get(table.id, _forecast)(view, table, row)


def _forecast(view: FinanceView, table: PrintedTable, row: PrintedRow) -> str:
    """`Capital spending in 2017/18 was forecast at £268.0m in June 2017, £98.2m under the budget of £366.2m.`"""
    column, forecast, budget, variance = _compared(table, row)
    gap = money(variance, table.unit)
    against = (
        f"{gap} {'under' if variance < 0 else 'over'} the budget of {money(budget, table.unit)}"
        if variance else "as budgeted"
    )  # fmt: skip
    year = span_words(column.period_start, column.period_end)
    when = month_name(view.edition.last_month)
    return f"{table.subject} in {year} was forecast at {money(forecast, table.unit)} in {when}, {against}."


def _savings(view: FinanceView, table: PrintedTable, row: PrintedRow) -> str:
    column, forecast, planned, variance = _compared(table, row)
    year, when = span_words(column.period_start, column.period_end), month_name(view.edition.last_month)
    less = "less" if variance > 0 else "more"
    side = f"{money(variance, table.unit)} {less} than the {money(planned, table.unit)} planned"
    return f"Savings in {year} were forecast at {money(forecast, table.unit)} in {when}, {side}."


def _reserves(view: FinanceView, table: PrintedTable, row: PrintedRow) -> str:
    """From the last actual balance to the last that is planned."""
    actual = [column for column in table.columns if column.label.endswith("Actual")]
    first, last = (actual or table.columns)[-1], table.columns[-1]
    held, planned = row.cells[first.label].value, row.cells[last.label].value
    move = "planned to stay the same" if held == planned else f"planned to {TO[planned > held]}"
    return (
        f"Reserves were {move} from {money(held, table.unit)} at the end of {_year(first)} to "
        f"{money(planned, table.unit)} at the end of {_year(last)}."
    )


def _plan(view: FinanceView, table: PrintedTable, row: PrintedRow) -> str:
    """From the budget of the plan's year to its last year."""
    first = next((column for column in table.columns if column.label.startswith("Budget")), table.columns[0])
    last = table.columns[-1]
    now, then = row.cells[first.label].value, row.cells[last.label].value
    named = "Net spending" if table.id == "plan" else "Capital spending"
    move = "stay the same" if now == then else TO[then > now]
    return (f"{named} was planned to {move} from {money(now, table.unit)} in {_year(first)} to "
            f"{money(then, table.unit)} in {_year(last)}.")  # fmt: skip


def _per_head(view: FinanceView, table: PrintedTable, row: PrintedRow) -> str:
    met, country = (row.cells[column.label].value for column in table.columns)
    return (f"Spending on policing in {_year(table.columns[0])} was put at £{met:,.0f} a head in the Met’s area and "
            f"£{country:,.0f} in England and Wales.")  # fmt: skip


def _year(column: PrintedColumn) -> str:
    return span_words(column.period_start, column.period_end)


def _compared(table: PrintedTable, row: PrintedRow) -> tuple[PrintedColumn, float, float, float]:
    """The last variance of the table: its column, what is forecast, what was budgeted, and the printed difference."""
    column = [each for each in table.columns if each.is_variance][-1]
    assert column.of is not None
    forecast, budget = (row.cells[label].value for label in column.of)
    return column, forecast, budget, row.cells[column.label].value


compared = _compared


def lead(view: FinanceView) -> str:
    said = ["Every figure is as published at the time: none is brought up to date here."]
    fund = view.fund
    if fund:
        each = f", {money(fund.per_resident, '£', places=2)} per resident" if fund.per_resident else ""
        said.append(f"The London Crime Prevention Fund gave the 32 boroughs £{fund.total / 1e6:,.1f}m in "
                    f"{fund.financial_year}{each}.")  # fmt: skip
    if view.edition.is_demonstration:
        said.append("These are real in the demonstration too.")
    return " ".join(said)
