"""Declared tables filled from the edition's published figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from data.printed.checks import checks
from data.printed.declared import Table, tables
from data.printed.records import Cell, PrintedColumn, PrintedRow, PrintedTable, Sentence
from data.signal_queries import document_titles
from data.warehouse import Edition

Row = Mapping[str, Any]
# What the checks say again, so that a page need not say it twice.
FOUND_AGAIN = ("the rows it totals sum to", "recomputed from the other columns", "the five categories printed")
PLACED = """SELECT document, section, table_name, row_label, column_label, value, unit, period_start, period_end, note
            FROM published_figure WHERE document = ? AND section = ? AND table_name = ? ORDER BY rowid"""
IN_TEXT = """SELECT document, section, table_name, row_label, column_label, value, unit, period_start, period_end, note
             FROM published_figure WHERE document = ? AND table_name = ? ORDER BY rowid"""


def printed_tables(edition: Edition, page: str) -> tuple[PrintedTable, ...]:
    """Those of a page that the edition holds, in the declared order; made once an edition."""
    return edition.once(("printed tables", page), lambda: _all(edition, tables(page)))


def printed_table(table: Table, rows: Sequence[Row], title: str) -> PrintedTable:
    """`rows`: of published_figure, in the order of the document; `title`: the document's."""
    values = {(row["row_label"], row["column_label"]): row["value"] for row in rows if row["value"] is not None}
    return PrintedTable(
        id=table.id, name=table.name, title=table.title, about=table.about, document=table.document,
        document_title=title, section=table.section, table_name=table.table_name, unit=table.unit, step=table.step,
        columns=tuple(_column(column, rows) for column in table.column),
        rows=tuple(_row(table, label, rows) for label in dict.fromkeys(row["row_label"] for row in rows)),
        checks=tuple(checks(table, values)), main=table.main, glance=table.glance,
        subject=table.subject,
    )  # fmt: skip


def sentences(edition: Edition, places: Iterable[tuple[str, str]]) -> tuple[Sentence, ...]:
    """Figures of tables that are no more than a few figures in prose, by (document, table_name)."""
    titles = document_titles(edition.cursor)
    return tuple(
        Sentence(
            document=row["document"], document_title=titles.get(row["document"], row["document"]),
            section=row["section"], table_name=row["table_name"], row=row["row_label"], column=row["column_label"],
            cell=_cell(row),
        )
        for place in places for row in _rows(edition, IN_TEXT, place)
    )  # fmt: skip


def _all(edition: Edition, declared: Sequence[Table]) -> tuple[PrintedTable, ...]:
    titles = document_titles(edition.cursor)
    made = []
    for table in declared:
        names = [name for name in (table.also, table.table_name) if name]
        rows = [row for name in names for row in _rows(edition, PLACED, (table.document, table.section, name))]
        if rows:
            made.append(printed_table(table, rows, titles.get(table.document, table.document)))
    return tuple(made)


def _rows(edition: Edition, query: str, values: Sequence[str]) -> list[dict[str, Any]]:
    found = edition.cursor.execute(query, list(values))
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def _column(column: Any, rows: Sequence[Row]) -> PrintedColumn:
    """Its period is that of its figures, where they share one."""
    spans = {(row["period_start"], row["period_end"]) for row in rows if row["column_label"] == column.label}
    start, end = next(iter(spans)) if len(spans) == 1 else (None, None)
    return PrintedColumn(
        label=column.label, head=column.head, of=column.of, is_variance=column.variance, period_start=start,
        period_end=end,
    )  # fmt: skip


def _row(table: Table, label: str, rows: Sequence[Row]) -> PrintedRow:
    group, _, rest = label.partition(": ") if table.groups and ": " in label else ("", "", label)
    cells = {row["column_label"]: _cell(row) for row in rows if row["row_label"] == label}
    return PrintedRow(
        label=label, name=table.names.get(label, rest), group=group or None, kind=table.kinds.get(label, table.kind),
        is_total=any(total.row == label for total in table.total), cells=cells,
    )  # fmt: skip


def _cell(row: Row) -> Cell:
    told = [part for part in (row["note"] or "").split("; ") if part and not part.startswith(FOUND_AGAIN)]
    return Cell(
        value=row["value"], unit=row["unit"], period_start=row["period_start"], period_end=row["period_end"],
        note="; ".join(told) or None,
    )  # fmt: skip
