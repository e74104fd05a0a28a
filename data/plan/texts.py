"""(cursor, table) -> the rows of a transcribed text table, as they stand in its file."""

from __future__ import annotations

from data.sources_view import Cursor, Row

TEXTS = """
SELECT document, section, table_name, row_no, column_label, text FROM published_text WHERE starts_with(table_name, ?)
"""
DOCUMENTS = "Documents"


def text_rows(cursor: Cursor, table: str) -> list[Row]:
    """One dict a row of the tables whose names begin so, in the order of their file: document, section and a key for
    each cell that is not empty. A cell that was not published has no key."""
    found: dict[tuple[str, int], Row] = {}
    for document, section, name, row_no, column, text in cursor.execute(TEXTS, [table]).fetchall():
        row = found.setdefault((name, row_no), {"document": document, "section": section})
        row[column] = text
    return [row for _, row in sorted(found.items(), key=lambda each: each[0][1])]


def documents(cursor: Cursor) -> dict[str, Row]:
    """What the documents are, by their id: title, publisher, licence, period_start, period_end and more."""
    return {row["document"]: row for row in text_rows(cursor, DOCUMENTS)}
