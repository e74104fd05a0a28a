"""Figures and texts transcribed from published reports, in every edition: `data/published/*.csv` as two tables.

They are facts quoted once and checked against the documents by the tests (see the README beside them); here they are
only held to their own conventions, so that no page meets a figure without a number or a document without a name.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb

from etl.faults import Fault, LoadError, quote

FOLDER = Path(__file__).parents[1] / "data" / "published"
DOCUMENTS = "documents.csv"
PLACE = ("document", "section", "table_name")
KEY = (*PLACE, "row_label", "column_label")
FIGURE = (*KEY, "value", "unit", "period_start", "period_end", "note")
# Phrases by which the tests find a row in its document; no page has a use for them.
NOT_KEPT = (*PLACE, "source_words")


@dataclass(frozen=True)
class Row:
    """One row of one file. `number` counts the file's rows from 1; the header is line 1 of the file."""

    path: Path
    number: int
    cells: dict[str, str]

    @property
    def is_figure(self) -> bool:
        return tuple(self.cells) == FIGURE

    def fault(self, message: str) -> Fault:
        return Fault(self.path, message, line=self.number + 1)


def fill_published(con: duckdb.DuckDBPyConnection, *, folder: Path = FOLDER) -> None:
    """Fill published_figure and published_text.

    Raises LoadError that names every file, line and value that breaks a convention.
    """
    faults: list[Fault] = []
    rows = [row for path in sorted(folder.glob("*.csv")) for row in _read(path, faults)]
    known = {row.cells["document"] for row in rows if row.path.name == DOCUMENTS}
    if not known:
        raise LoadError(f"{folder / DOCUMENTS}: the list of documents is not there")
    faults += [fault for row in rows for fault in _faults(row, known)] + _repeated(rows)
    if faults:
        raise LoadError.of(faults)
    _insert(con, "published_figure", [_figure(row) for row in rows if row.is_figure])
    _insert(con, "published_text", [text for row in rows if not row.is_figure for text in _texts(row)])


def _read(path: Path, faults: list[Fault]) -> Iterator[Row]:
    """The rows whose cells fit the header; the others, and a header of another kind, become faults."""
    with path.open(newline="", encoding="utf-8") as file:
        header, *rows = [*csv.reader(file)] or [[]]
    if path.name == DOCUMENTS and header[:1] == ["id"]:
        # A document is a text row about itself.
        header = [*PLACE, *header[1:]]
        rows = [[cells[0], "About the document", "Documents", *cells[1:]] for cells in rows]
    if tuple(header[:3]) != PLACE or ("value" in header and tuple(header) != FIGURE):
        faults.append(Fault(path, f"has neither the columns of figures nor those of texts: {quote(header)}", line=1))
        return
    for number, cells in enumerate(rows, 1):
        if len(cells) == len(header):
            yield Row(path, number, dict(zip(header, cells, strict=True)))
        else:
            faults.append(Fault(path, f"has {len(cells)} cells, not {len(header)}", line=number + 1))


def _faults(row: Row, known: set[str]) -> Iterator[Fault]:
    if row.cells["document"] not in known:
        yield row.fault(f"{quote(row.cells['document'])} is no document of {DOCUMENTS}: {', '.join(sorted(known))}")
    needed = (*KEY, "unit") if row.is_figure else PLACE
    for column in needed:
        if not row.cells[column].strip():
            yield row.fault(f"has no {column}")
    if row.is_figure:
        yield from _figure_faults(row)


def _figure_faults(row: Row) -> Iterator[Fault]:
    if not _is_number(row.cells["value"]):
        yield row.fault(f"the value {quote(row.cells['value'])} is no number, such as 1234.5")
    days = [row.cells[column] for column in ("period_start", "period_end")]
    for day in days:
        if day and not _is_day(day):
            yield row.fault(f"{quote(day)} is no date, such as 2017-06-30")
    if all(days) and days[0] > days[1]:
        yield row.fault(f"the period ends before it begins: {days[0]} to {days[1]}")


def _repeated(rows: list[Row]) -> list[Fault]:
    figures = [(tuple(row.cells[column] for column in KEY), row) for row in rows if row.is_figure]
    times = Counter(key for key, _ in figures)
    return [row.fault(f"stands {times[key]} times: {quote(' / '.join(key))}") for key, row in figures if times[key] > 1]


def _is_number(text: str) -> bool:
    whole, _, decimals = text.removeprefix("-").partition(".")
    return text.isascii() and whole.isdigit() and (decimals.isdigit() or "." not in text)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _figure(row: Row) -> tuple[object, ...]:
    cells = row.cells
    days = (date.fromisoformat(cells[c]) if cells[c] else None for c in ("period_start", "period_end"))
    return (*(cells[column] for column in KEY), float(cells["value"]), cells["unit"], *days, cells["note"] or None)


def _texts(row: Row) -> Iterator[tuple[object, ...]]:
    """A row of a text table, a cell at a time; an empty cell is not published, so it is absent."""
    place = tuple(row.cells[column] for column in PLACE)
    for column, text in row.cells.items():
        if text and column not in NOT_KEPT:
            yield (*place, row.number, column, text)


def _insert(con: duckdb.DuckDBPyConnection, table: str, rows: list[tuple[object, ...]]) -> None:
    columns = [list(column) for column in zip(*rows, strict=True)]
    if columns:
        con.execute(f"INSERT INTO {table} SELECT {', '.join(['unnest(?)'] * len(columns))}", columns)
