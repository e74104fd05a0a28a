"""(cursor) -> plain rows for the Data and methods page: what was read, loaded, refused and accepted.

A row is a dict whose keys are the columns of the table's CSV, so that page and file say the same. Table and column
names come from the catalogue, which lets only plain names through.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import duckdb

from data.catalogue import Catalogue, Dataset
from data.periods import add_months

Cursor = duckdb.DuckDBPyConnection
Row = dict[str, Any]

ON_PURPOSE = "left out on purpose"  # how the rules of what the loader leaves out by decision begin
NO_RELEASE = "0000-00"  # of a file that nothing dates
EXAMPLES = 3
BATCH = 2000

FILES = f"""
SELECT dataset, name AS file, nullif(edition, '{NO_RELEASE}') AS release, layout, first_month, last_month, rows_read,
       rows_loaded, rows_rejected, values_rejected AS figures_rejected, publisher, licence, sha256, note
FROM source ORDER BY dataset, edition, name, source_id
"""
# Entries of one line count its rows once: a wide row has an entry for each of its figures.
LEFT_OUT = f"""
SELECT dataset, CAST(sum(rows) AS BIGINT) FROM (
    SELECT r.source_id, line, max(rows) AS rows FROM rejected_row r
    WHERE starts_with(rule, '{ON_PURPOSE}') GROUP BY ALL
) l JOIN source s USING (source_id) GROUP BY ALL
"""
REFUSED = f"""
SELECT s.dataset, r.rule, count(*) AS entries, CAST(sum(r.rows) AS BIGINT) AS rows,
       CAST(sum(r.offences) AS BIGINT) AS offences, NOT starts_with(r.rule, '{ON_PURPOSE}') AS is_refused
FROM rejected_row r JOIN source s USING (source_id)
GROUP BY ALL ORDER BY is_refused DESC, s.dataset, entries DESC, r.rule
"""
EXAMPLE_ROWS = f"""
SELECT dataset, rule, name, line, column_name, value FROM (
    SELECT s.dataset, r.rule, s.name, r.line, r.column_name, r.value,
           row_number() OVER (PARTITION BY s.dataset, r.rule ORDER BY r.source_id, r.line, r.column_name) AS place
    FROM rejected_row r JOIN source s USING (source_id)
) e WHERE place <= {EXAMPLES} ORDER BY dataset, rule, place
"""
EVERY_REFUSED = """
SELECT s.dataset, s.name AS file, s.edition AS release, r.line, r.column_name, r.value, r.rule, r.rows, r.offences,
       s.licence
FROM rejected_row r JOIN source s USING (source_id) ORDER BY r.source_id, r.line, r.column_name
"""
UNKNOWN_NAMES = """
SELECT s.dataset, r.column_name, r.value, CAST(sum(r.rows) AS BIGINT) AS rows,
       CAST(sum(r.offences) AS BIGINT) AS offences
FROM rejected_row r JOIN source s USING (source_id) WHERE starts_with(r.rule, 'unknown ') GROUP BY ALL ORDER BY ALL
"""


def rows(cursor: Cursor, query: str, parameters: list[Any] | None = None) -> list[Row]:
    return [row for batch in batches(cursor, query, parameters) for row in batch]


def batches(cursor: Cursor, query: str, parameters: list[Any] | None = None) -> Iterator[list[Row]]:
    """The answer in pieces, so that a file of any length takes the memory of one piece."""
    answer = cursor.execute(query, parameters or [])
    names = [column[0] for column in answer.description or ()]
    while found := answer.fetchmany(BATCH):
        yield [dict(zip(names, row, strict=True)) for row in found]


def files(cursor: Cursor) -> list[Row]:
    """One row a file, by dataset and release. `release` is None where nothing dates the file."""
    return rows(cursor, FILES)


def sources(cursor: Cursor, catalogue: Catalogue) -> list[Row]:
    """One row a dataset that the edition holds or of which a file was read, in the catalogue's order."""
    read = files(cursor)
    left_out = dict(cursor.execute(LEFT_OUT).fetchall())
    found = []
    for dataset in catalogue.datasets:
        its_files = [file for file in read if file["dataset"] == dataset.id]
        if its_files or _holds(cursor, dataset):
            found.append(_source(cursor, dataset, its_files, left_out.get(dataset.id, 0)))
    return found


def _source(cursor: Cursor, dataset: Dataset, read: list[Row], on_purpose: int) -> Row:
    first, last = _coverage(cursor, dataset)
    rejected = _total(read, "rows_rejected")
    left_out = min(on_purpose, rejected)
    return {
        "dataset": dataset.id, "name": dataset.name, "publisher": dataset.publisher, "files": len(read),
        "rows_read": _total(read, "rows_read"), "rows_loaded": _total(read, "rows_loaded"),
        "rows_rejected": rejected, "rows_left_out_on_purpose": left_out, "rows_refused": rejected - left_out,
        "figures_rejected": _total(read, "figures_rejected"), "first_month": first, "last_month": last,
        "provisional_months": dataset.provisional_months, "provisional_from": _provisional_from(dataset, last),
        "provisional_reason": dataset.provisional_reason, "landing_page": dataset.landing_page,
        "licence": dataset.licence,
    }  # fmt: skip


def _total(read: list[Row], column: str) -> int:
    return sum(file[column] for file in read)


def _holds(cursor: Cursor, dataset: Dataset) -> bool:
    return cursor.execute(f"SELECT 1 FROM {dataset.table} LIMIT 1").fetchone() is not None


def _coverage(cursor: Cursor, dataset: Dataset) -> tuple[date | None, date | None]:
    """First and last month in the dataset's table; nothing for a table without months."""
    column = dataset.month_column
    found = cursor.execute(f"SELECT min({column}), max({column}) FROM {dataset.table}").fetchone() if column else None
    return (found[0], found[1]) if found else (None, None)


def _provisional_from(dataset: Dataset, last: date | None) -> date | None:
    return add_months(last, 1 - dataset.provisional_months) if last and dataset.provisional_months else None


def refused(cursor: Cursor) -> list[Row]:
    """One row a dataset and rule, what was refused first. `examples` hold name, line, column_name and value."""
    found = rows(cursor, EXAMPLE_ROWS)
    return [
        {**group, "examples": [e for e in found if (e["dataset"], e["rule"]) == (group["dataset"], group["rule"])]}
        for group in rows(cursor, REFUSED)
    ]


def unknown_names(cursor: Cursor) -> list[Row]:
    """Names in the files that no mapping knows, with the rows and offences that wait for them."""
    return rows(cursor, UNKNOWN_NAMES)


def acceptances(cursor: Cursor) -> list[Row]:
    """What broke a bound and was published all the same, with the reason given."""
    return rows(cursor, "SELECT dataset, finding, reason FROM acceptance ORDER BY ALL")


def loader_version(cursor: Cursor) -> str:
    found = cursor.execute("SELECT loader_version FROM edition").fetchone()
    return str(found[0]) if found else ""
