"""A view's table as every file of it has it: columns, and a line of text cells for each row. Files differ in spelling
only, so that a CSV and whatever else is made of the same sheet agree cell for cell.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from data.columns import Column, Kind, column
from data.marks import NOT_APPLICABLE as NOT_APPLICABLE
from data.marks import is_mark, word_of

BYTE_ORDER_MARK = "\ufeff"  # without it Excel reads UTF-8 as Windows-1252
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
YES_NO = {"yes": True, "no": False}
MARKED = "marks"  # of a JSON row: why columns are null; those it leaves out do not apply
ROWS_OF_A_PIECE = 500
Row = Mapping[str, str]


@dataclass(frozen=True)
class Sheet:
    """`rows` hold text as `data.export.number` and `text` write it; a column that a row leaves out does not apply.

    A sheet too long to hold (`streamed`) may be read once.
    """

    columns: tuple[str, ...]
    rows: Iterable[Row]

    @classmethod
    def of(cls, columns: tuple[str, ...], rows: Iterable[Row]) -> Sheet:
        """Raises ValueError for a cell whose column is not among `columns`."""
        return cls(columns, tuple(_checked(columns, rows)))

    @classmethod
    def streamed(cls, columns: tuple[str, ...], rows: Iterable[Row]) -> Sheet:
        """The same, made row by row as it is written."""
        return cls(columns, _checked(columns, rows))

    @property
    def is_held(self) -> bool:
        """Whether the rows are there, to be read as often as one likes."""
        return isinstance(self.rows, tuple)

    def described(self) -> tuple[Column, ...]:
        """What each column holds. Of a streamed sheet, columns that are not declared count as text."""
        held = self.rows if isinstance(self.rows, tuple) else ()
        return tuple(column(name, [row.get(name, NOT_APPLICABLE) for row in held]) for name in self.columns)

    def csv(self) -> str:
        """UTF-8 with a byte order mark, line ends as RFC 4180 has them: a spreadsheet opens it clean."""
        return "".join(self.csv_pieces())

    def csv_pieces(self) -> Iterator[str]:
        yield BYTE_ORDER_MARK + _lines(self.columns, [dict(zip(self.columns, self.columns, strict=True))])
        for rows in _pieces(self.rows):
            yield _lines(self.columns, rows)

    def records(self) -> Iterator[dict[str, Any]]:
        """Each row with typed values: null where there is no figure, and why under `marks` unless it does not apply."""
        columns = self.described()
        return (record(columns, row) for row in self.rows)

    def json_pieces(self, about: Mapping[str, Any]) -> Iterator[str]:
        """An object: what `about` says, then `rows`."""
        head = json.dumps({**about, "rows": []}, ensure_ascii=False)
        yield head.removesuffix("]}")
        comma = ""
        for records in _pieces(self.records()):
            yield comma + ",\n".join(json.dumps(each, ensure_ascii=False, allow_nan=False) for each in records)
            comma = ",\n"
        yield "]}\n"


def each_once(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows of several views one after the other, without those that an earlier one has given word for word."""
    given = set()
    for row in rows:
        written = "\0".join(f"{name}\0{row[name]}" for name in sorted(row))
        print_ = hashlib.blake2b(written.encode(), digest_size=16).digest()  # a small stand-in for a row that is gone
        if print_ not in given:
            given.add(print_)
            yield row


def record(columns: Iterable[Column], row: Row) -> dict[str, Any]:
    """One row of a sheet with typed values."""
    found: dict[str, Any] = {}
    marks: dict[str, str] = {}
    for each in columns:
        cell = row.get(each.name, NOT_APPLICABLE)
        if not is_mark(cell) or each.kind is Kind.STATUS:
            found[each.name] = value_of(cell, each)
            continue
        found[each.name] = None
        if cell != NOT_APPLICABLE:
            marks[each.name] = word_of(cell)
    return {**found, MARKED: marks}


def value_of(cell: str, column: Column) -> Any:
    """A cell's value by its column's kind; an empty cell is None. Raises ValueError that names the column."""
    if cell == "":
        return None
    if column.kind is Kind.STATUS:
        return word_of(cell) if is_mark(cell) else cell
    try:
        if column.kind in (Kind.NUMBER, Kind.WHOLE):
            return float(cell) if column.kind is Kind.NUMBER and not cell.lstrip("-").isdigit() else int(cell)
        return YES_NO[cell] if column.kind is Kind.YES_NO else _as_written(cell)
    except (ValueError, KeyError):
        raise ValueError(f"'{cell}' in column {column.name} is no {column.kind.value}") from None


def _as_written(cell: str) -> str:
    """Without the apostrophe that keeps spreadsheets from taking words for a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(FORMULA_STARTS) else cell


def _checked(columns: tuple[str, ...], rows: Iterable[Row]) -> Iterator[Row]:
    known = frozenset(columns)
    for row in rows:
        if strange := [name for name in row if name not in known]:
            raise ValueError(f"'{strange[0]}' is no column of this table: {', '.join(columns)}")
        yield row


def _lines(columns: tuple[str, ...], rows: Iterable[Row]) -> str:
    written = io.StringIO(newline="")
    csv.DictWriter(written, columns, restval=NOT_APPLICABLE, lineterminator="\r\n").writerows(rows)
    return written.getvalue()


def _pieces(rows: Iterable[Any]) -> Iterator[list[Any]]:
    held = iter(rows)
    while piece := list(islice(held, ROWS_OF_A_PIECE)):
        yield piece
