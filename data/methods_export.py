"""The tables of the Data and methods page as files that a spreadsheet opens clean."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from data.export import MODELLED, NOT_AVAILABLE, OFFICIAL, Edition, number, text
from data.sheet import BYTE_ORDER_MARK
from data.sources_view import Row

ABOUT = ("edition", "data_kind", "licence")  # the last columns of every table
COLUMNS: dict[str, tuple[str, ...]] = {
    "sources": ("dataset", "name", "publisher", "files", "rows_read", "rows_loaded", "rows_rejected",
                "rows_left_out_on_purpose", "rows_refused", "figures_rejected", "first_month", "last_month",
                "provisional_months", "provisional_from", "provisional_reason", "landing_page"),
    "files": ("dataset", "file", "release", "layout", "first_month", "last_month", "rows_read", "rows_loaded",
              "rows_rejected", "figures_rejected", "publisher", "sha256", "note"),
    "refused": ("dataset", "file", "release", "line", "column_name", "value", "rule", "rows", "offences"),
    "revisions": ("dataset", "area_code", "area_name", "month", "series", "old_value", "new_value", "old_release",
                  "old_file", "new_release", "new_file"),
    "breaks": ("month", "measures", "measure_ids", "reason", "dataset", "source"),
    "measures": ("measure_id", "measure", "priority", "question", "definition", "categories_selected", "unit",
                 "direction", "caveats", "breaks", "dataset", "source", "landing_page"),
    "events": ("date", "when", "name", "sentence", "measures", "measure_ids", "source"),
    "glossary": ("term", "meaning", "source"),
    "acceptances": ("dataset", "finding", "reason"),
}  # fmt: skip
# Where nothing stands for a figure that is not listed. Elsewhere nothing is an empty cell: there is none to give.
FIGURES = ("old_value", "new_value")
LICENCE = "Open Government Licence v3.0"


def table_csv(table: str, batches: Iterable[list[Row]], *, edition: Edition) -> Iterator[str]:
    """The file in pieces, one a batch: dates as ISO, numbers unrounded, the edition and licence in every row."""
    columns = (*COLUMNS[table], *ABOUT)
    about = {
        "edition": text(f"{edition.edition_id}, refreshed {edition.published_on.isoformat()}"),
        "data_kind": MODELLED if edition.is_demonstration else OFFICIAL,
    }
    yield BYTE_ORDER_MARK + _lines([list(columns)])
    for batch in batches:
        yield _lines([[_cell(column, {"licence": LICENCE, **row, **about}) for column in columns] for row in batch])


def _lines(rows: list[list[str]]) -> str:
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\r\n").writerows(rows)
    return written.getvalue()


def _cell(column: str, row: Row) -> str:
    value: Any = row[column]
    if value is None or (isinstance(value, float) and value != value):
        return NOT_AVAILABLE if column in FIGURES else ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    return number(value, NOT_AVAILABLE) if isinstance(value, int | float) else text(value)


def file_name(table: str, edition: Edition) -> str:
    """`revisions.csv`, with the word demonstration before it where that is what it holds."""
    return f"{'demonstration-' if edition.is_demonstration else ''}{table}.csv"
