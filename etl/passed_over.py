"""Files that are known and deliberately not loaded: their rows are counted, and one entry says why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import duckdb

from etl.faults import Fault
from etl.files import InputFile
from etl.recognise import Layout
from etl.rows import account_rows, read_rows, refuse

STAGE = """
CREATE OR REPLACE TEMP TABLE passed_row (
    source_id INTEGER, line BIGINT, rows BIGINT, column_name VARCHAR, value VARCHAR, rule VARCHAR, number BIGINT
)
"""
NOTHING = "(SELECT source_id, 0 AS rows_listed, 0 AS offences_listed FROM passed_row WHERE false)"


def pass_over(con: duckdb.DuckDBPyConnection, files: Sequence[InputFile], reasons: Mapping[Layout, str]) -> None:
    """Count the rows of `files` as rejected, each file in one entry with its layout's reason.

    Raises LoadError for a file that ends in the middle of a row or has no rows at all.
    """
    con.execute(STAGE)
    refuse([_count(con, file, reasons[file.layout]) for file in files])
    account_rows(con, judged="passed_row", loaded=NOTHING, rows="rows")


def _count(con: duckdb.DuckDBPyConnection, file: InputFile, reason: str) -> Fault | None:
    rule = f"left out on purpose: {reason}".replace("'", "''")
    if file.text.features:
        con.execute(
            f"INSERT INTO passed_row VALUES (?, 1, ?, NULL, NULL, '{rule}', NULL)", [file.source_id, file.text.features]
        )
        return None
    return read_rows(
        con,
        file,
        insert=f"$source_id, min(line_number), count(*), NULL, NULL, '{rule}', NULL",
        into="passed_row",
        columns=[f"c{i}" for i in range(len(file.layout.columns))],
        group_by="ALL",
    )
