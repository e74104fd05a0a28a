"""Published tables as rows of a file: each figure with where it stands, and what it comes to when worked out again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from data.export import AS_PUBLISHED, NOT_APPLICABLE, NOT_AVAILABLE, OF_A_DOCUMENT, number, text
from data.printed.records import Cell, PrintedTable, Sentence

COLUMNS = ("table_name", "row_label", "column_label", "area_code", "area_name", "period_start", "period_end", "value",
           "unit", "interval_lower", "interval_upper", "base", "recomputed", "difference", "status", "note", "source",
           "section", "edition", "data_kind", "licence")  # fmt: skip


def table_lines(table: PrintedTable) -> Iterator[dict[str, str]]:
    """A line a figure, in the order of the document."""
    for row in table.rows:
        for label, cell in row.cells.items():
            (check, *_) = table.check_of(row.label, label) or (None,)
            found = {} if check is None else {"recomputed": str(check.recomputed), "difference": str(check.apart)}
            place = {"table_name": table.table_name, "section": table.section, "source": table.document_title}
            yield {**_cells(cell), **found, **_words(row_label=row.label, column_label=label, **place)}


def sentence_lines(given: Iterable[Sentence]) -> Iterator[dict[str, str]]:
    """A line a figure of the prose."""
    for each in given:
        words = _words(table_name=each.table_name, section=each.section, source=each.document_title,
                       row_label=each.row, column_label=each.column)  # fmt: skip
        yield {**_cells(each.cell), **words}


def _cells(cell: Cell) -> dict[str, str]:
    dates = {name: day.isoformat() if day else NOT_AVAILABLE
             for name, day in (("period_start", cell.period_start), ("period_end", cell.period_end))}  # fmt: skip
    return {
        **dates, "value": number(cell.value, NOT_AVAILABLE), "unit": text(cell.unit), "status": AS_PUBLISHED,
        "note": text(cell.note or NOT_APPLICABLE), **OF_A_DOCUMENT,
    }  # fmt: skip


def _words(**values: str) -> dict[str, str]:
    return {name: text(value) for name, value in values.items()}
