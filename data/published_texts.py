"""Rows of the text tables that were transcribed from published documents, and the documents themselves."""

from __future__ import annotations

from datetime import date
from typing import Any

import duckdb

Cursor = duckdb.DuckDBPyConnection
Row = dict[str, Any]

CELLS = """
SELECT document, section, row_no, column_label, text FROM published_text WHERE table_name = ?
ORDER BY document, row_no
"""
DOCUMENTS = "Documents"


def text_rows(cursor: Cursor, table_name: str) -> list[Row]:
    """The rows of one table in the order of the document: `document`, `section` and its columns.

    A cell that was not published is not among a row's keys: ask with `.get`.
    """
    found: dict[tuple[str, int], Row] = {}
    for document, section, number, column, text in cursor.execute(CELLS, [table_name]).fetchall():
        found.setdefault((document, number), {"document": document, "section": section})[column] = text
    return list(found.values())


def document(cursor: Cursor, document_id: str) -> Row:
    """What is known of a document: `title`, `publisher`, `licence`, and `period_end` as a date.

    Raises LookupError for a document that the edition does not hold.
    """
    held = {row["document"]: row for row in text_rows(cursor, DOCUMENTS)}
    if document_id not in held:
        raise LookupError(f"the edition holds no document '{document_id}'")
    row = held[document_id]
    return {**row, "period_end": date.fromisoformat(row["period_end"])}
