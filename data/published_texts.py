"""Rows of the text tables that were transcribed from published documents, and the documents themselves."""

from __future__ import annotations

from datetime import date
from typing import Any

import duckdb

Cursor = duckdb.DuckDBPyConnection
Row = dict[str, Any]

CELLS = """
SELECT document, section, table_name, row_no, column_label, text FROM published_text
WHERE starts_with(table_name, ?) ORDER BY table_name, document, row_no
"""
DOCUMENTS = "Documents"


def text_rows(cursor: Cursor, table: str) -> list[Row]:
    """The rows of the tables whose names begin so, in the order of the document: `document`, `section`, their columns.

    A cell that was not published is not among a row's keys: ask with `.get`.
    """
    found: dict[tuple[str, str, int], Row] = {}
    for document, section, name, number, column, text in cursor.execute(CELLS, [table]).fetchall():
        row = found.setdefault((name, document, number), {"document": document, "section": section})
        row[column] = text
    return list(found.values())


def documents(cursor: Cursor) -> dict[str, Row]:
    """What the documents are, by their id: title, publisher, licence, period_start, period_end and more."""
    return {row["document"]: row for row in text_rows(cursor, DOCUMENTS)}


def document(cursor: Cursor, document_id: str) -> Row:
    """What is known of a document: `title`, `publisher`, `licence`, and `period_end` as a date.

    Raises LookupError for a document that the edition does not hold.
    """
    held = documents(cursor)
    if document_id not in held:
        raise LookupError(f"the edition holds no document '{document_id}'")
    row = held[document_id]
    return {**row, "period_end": date.fromisoformat(row["period_end"])}
