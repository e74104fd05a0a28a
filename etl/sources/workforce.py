"""Workforce: one row a month, a column a group of staff, full-time equivalents for the whole of the Met."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from etl.cells import account_cells, make_cells, stage_cells
from etl.dates import NOT_A_MONTH, install_months
from etl.files import InputFile
from etl.ledger import date_files
from etl.recognise import Layout
from etl.releases import make_cover, write_revisions

DATASET = "workforce"
GROUPS = {
    "Police Officer Strength": "Police officers",
    "Police Staff Strength": "Police staff",
    "PCSO Strength": "PCSOs",
}
COLUMNS = (("Date", "key"), *((column, group) for column, group in GROUPS.items()))
LAYOUTS: tuple[Layout, ...] = (Layout("Strength by month", DATASET, COLUMNS),)

JUDGED = f"""
CREATE OR REPLACE TEMP TABLE judged_row AS
SELECT *, CASE WHEN month IS NULL THEN '{NOT_A_MONTH}'
               WHEN line > first_line THEN 'second row for this month in the file; line ' || first_line || ' was kept'
          END AS rule,
       CASE WHEN month IS NULL OR line > first_line THEN 'Date' END AS column_name
FROM (SELECT source_id, line, coalesce(key, '') AS value, month_of(key) AS month,
             min(line) OVER (PARTITION BY source_id, month_of(key)) AS first_line FROM cell_row)
"""

FIGURES = """
CREATE OR REPLACE TEMP TABLE strength AS
SELECT source_id, month, group_name, number
FROM judged_row JOIN cell USING (source_id, line)
JOIN workforce_group ON workforce_group.column_name = cell.column_name
WHERE rule IS NULL AND number IS NOT NULL
"""

WRITE = """
INSERT INTO workforce
SELECT month, group_name, number FROM strength JOIN release_cover USING (source_id, month)
WHERE replaced_by IS NULL ORDER BY month, group_name
"""
# The Met's whole workforce: London's code.
TOTALS = """
(SELECT source_id, 'E23000001' AS area_code, month, group_name AS series, number AS value FROM strength)
"""


def load(con: duckdb.DuckDBPyConnection, files: Sequence[InputFile]) -> None:
    """Fill workforce, revision, rejected_row and load_count.

    Raises LoadError when two files of one release disagree about which of them holds a month.
    """
    install_months(con)
    stage_cells(con, files)
    con.execute(JUDGED)
    make_cells(con)
    con.execute("CREATE OR REPLACE TEMP TABLE workforce_group (column_name VARCHAR, group_name VARCHAR)")
    con.executemany("INSERT INTO workforce_group VALUES (?, ?)", list(GROUPS.items()))
    con.execute(FIGURES)
    date_files(con, months="strength")
    make_cover(con, covered="strength")
    con.execute(WRITE)
    write_revisions(con, dataset=DATASET, totals=TOTALS)
    account_cells(con, loaded="strength")


def check(con: duckdb.DuckDBPyConnection) -> list[str]:
    """Nothing beyond the ledger: the publisher gives no totals in this file."""
    return []
