"""What was read, loaded and refused, file by file; and the sums that must come out before anything is published."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from data.catalogue import catalogue
from etl.files import NO_RELEASE, InputFile, Inputs

COUNTED = (
    *("rows_read", "rows_loaded", "rows_rejected"),
    *("values_read", "values_loaded", "values_rejected", "values_blank"),
    *("offences_read", "offences_loaded", "offences_rejected"),
)

CLOSE = f"""
INSERT INTO source BY NAME
SELECT s.*, {", ".join(f"coalesce({c}, 0) AS {c}" for c in COUNTED)}
FROM load_source s LEFT JOIN load_count c USING (source_id)
ORDER BY s.source_id
"""

BALANCE = """
SELECT name, edition,
       rows_read - rows_loaded - rows_rejected AS rows_out,
       values_read - values_loaded - values_rejected AS values_out,
       offences_read - offences_loaded - offences_rejected AS offences_out
FROM source WHERE rows_out <> 0 OR values_out <> 0 OR offences_out <> 0
"""

# Every refused row and figure is listed, and what is listed is what was counted. An entry may stand for many rows; many
# entries may stand for one row, a figure each.
LISTED = """
SELECT s.name, s.edition FROM source s LEFT JOIN (
    SELECT source_id, sum(offences) AS offences, sum(rows) AS lines
    FROM (SELECT source_id, line, sum(offences) AS offences, max(rows) AS rows FROM rejected_row GROUP BY ALL)
    GROUP BY ALL
) r USING (source_id)
WHERE coalesce(r.offences, 0) <> s.offences_rejected OR coalesce(r.lines, 0) < s.rows_rejected
"""


def open_ledger(con: duckdb.DuckDBPyConnection, files: Sequence[InputFile]) -> None:
    """Make load_source, one row a file, and the empty load_count that loaders fill."""
    con.execute("CREATE TEMP TABLE load_source AS SELECT * EXCLUDE (" + ", ".join(COUNTED) + ") FROM source LIMIT 0")
    con.execute("CREATE TEMP TABLE load_count AS SELECT source_id, " + ", ".join(COUNTED) + " FROM source LIMIT 0")
    rows = []
    for file in files:
        dataset = catalogue().dataset(file.layout.dataset)
        months = file.recognised.months
        rows.append((file.source_id, dataset.publisher, dataset.id, file.layout.name, file.text.name, file.text.sha256,
                     file.edition, dataset.licence, min(months, default=None), max(months, default=None),
                     "; ".join(_notes(file)) or None))  # fmt: skip
    con.executemany("INSERT INTO load_source VALUES (" + ", ".join("?" * 11) + ")", rows)


def _notes(file: InputFile) -> list[str]:
    notes = list(file.text.notes)
    if not file.text.ends_in_line_end:
        notes.append("the last line has no line end; if figures at the end look short, download the file again")
    return notes


def date_files(con: duckdb.DuckDBPyConnection, *, months: str) -> None:
    """First and last month of the files whose rows hold the months, once the rows are read.

    `months`: a table or sub-query with source_id and month. A file that no folder dates is of the release after its
    last month, like a file whose header holds the months.
    """
    con.execute(f"""
        UPDATE load_source s SET first_month = m.first_month, last_month = m.last_month,
            edition = CASE s.edition WHEN '{NO_RELEASE}' THEN strftime(m.last_month + INTERVAL 1 MONTH, '%Y-%m')
                      ELSE s.edition END
        FROM (SELECT source_id, min(month) AS first_month, max(month) AS last_month FROM {months} GROUP BY ALL) m
        WHERE s.source_id = m.source_id AND m.last_month IS NOT NULL
    """)


def close_ledger(con: duckdb.DuckDBPyConnection, inputs: Inputs) -> None:
    """Write `source` from what the loaders counted, and name the files that were the same as another."""
    con.execute(CLOSE)
    for path, file in inputs.duplicates:
        note = f"the same file was given again as {path.name}; it was read once"
        con.execute("UPDATE source SET note = concat_ws('; ', note, ?) WHERE source_id = ?", [note, file.source_id])


def check(con: duckdb.DuckDBPyConnection) -> list[str]:
    """What does not add up, in sentences; nothing when all does."""
    said = [
        f"{name} ({edition}): read less loaded and refused leaves {rows} rows, {values} figures, {offences} offences"
        for name, edition, rows, values, offences in con.execute(BALANCE).fetchall()
    ]
    said += [
        f"{name} ({edition}): what is listed as refused is not what was counted"
        for name, edition in con.execute(LISTED).fetchall()
    ]
    return said
