"""A published table: a real one, its variances with a bar, and a second line where a figure does not follow."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.elements import Markup, marks
from components.printed.bars import Extent, bar, extent
from components.printed.words import (
    decimals,
    difference,
    direction,
    figure,
    lower_first,
    place_words,
    span_words,
    unit_words,
)
from components.text.numbers import plain
from data.printed.records import PrintedColumn, PrintedRow, PrintedTable

AGAIN = {"sum": "parts: {}", "difference": "columns: {}", "share": "counts: {}"}


def printed_table(table: PrintedTable) -> Component:
    """In a box of its own, which scrolls where the page is narrow."""
    caption = f"{table.title}, {unit_words(table.unit)}. {place_words(table)}"
    heads = [html.Th(html.Span("Row", className="vh"), scope="col"), *(_head(table, each) for each in table.columns)]
    body = [
        row for name, rows in groupby(table.rows, key=lambda row: row.group) for row in _group(table, name, [*rows])
    ]
    return scrolling(
        html.Table(
            [html.Caption(caption, className="vh"), html.Thead(html.Tr(heads)), html.Tbody(body)],
            className="data printed-table",
        ),
        label=table.title,
    )


def scrolling(table: Component, *, label: str) -> Component:
    """A box that the keyboard can scroll."""
    return html.Div(table, className="tbl-wrap wide", tabIndex="0", role="region", **marks(aria_label=label))


def sideways() -> Component:
    """On phones: that there is more of the table."""
    return html.P("The table scrolls sideways.", className="note only-m")


def _head(table: PrintedTable, column: PrintedColumn) -> Component:
    period = span_words(column.period_start, column.period_end)
    units = {cell.unit for row in table.rows for label, cell in row.cells.items() if label == column.label}
    unit = units.pop() if len(units) == 1 else table.unit
    below = ", ".join(part for part in (unit, "" if column.head.startswith(period) else period) if part)
    kind = "r variance" if column.is_variance else "r"
    return html.Th([column.head, html.Span(below, className="unit")], scope="col", className=kind)


def _group(table: PrintedTable, name: str | None, rows: list[PrintedRow]) -> list[Component]:
    head = [html.Tr(html.Th(name, scope="rowgroup", colSpan=len(table.columns) + 1), className="group")]
    return [*(head if name and len(rows) > 1 else []), *(_row(table, row, alone=len(rows) == 1) for row in rows)]


def _row(table: PrintedTable, row: PrintedRow, *, alone: bool) -> Component:
    name = f"{row.group}: {row.name}" if row.group and alone else row.name
    kinds = [kind for kind, is_so in (("total", row.is_total), ("inner", bool(row.group) and not alone)) if is_so]
    cells = [_cell(table, row, column) for column in table.columns]
    return html.Tr([html.Th(name, scope="row"), *cells], className=" ".join(kinds) or None)


def _cell(table: PrintedTable, row: PrintedRow, column: PrintedColumn) -> Component:
    cell = row.cells.get(column.label)
    again: list[Component] = [
        html.Span(
            AGAIN[check.kind].format(plain(float(check.recomputed), decimals(table.step))), className="second differs"
        )
        for check in table.check_of(row.label, column.label)
    ]
    if cell is None:
        return html.Td(figure(None, table.step), className="r mute")
    if not column.is_variance:
        return html.Td([figure(cell, table.step), *again], className="r")
    words = html.Span(direction(cell.value, row.kind), className="side")
    drawn = Markup(tag="span", attributes={"className": "bar-box"}, markup=bar(cell.value, _extent(table, column)))
    said = html.Span(
        [html.Span(difference(cell.value, table.step), className="size"), " ", words, *again], className="said"
    )
    return html.Td(html.Div([drawn, said], className="with-bar"), className="r variance")


def _extent(table: PrintedTable, column: PrintedColumn) -> Extent:
    return extent(row.cells[column.label].value for row in table.rows if column.label in row.cells)


def note_rows(table: PrintedTable) -> list[Any]:
    """What the transcription says of single figures."""
    return [
        html.Li(f"{row.name}, {lower_first(column.head)}: {cell.note}.")
        for row in table.rows for column in table.columns
        if (cell := row.cells.get(column.label)) is not None and cell.note
    ]  # fmt: skip
