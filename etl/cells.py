"""Files with one row a month or an area, and in it several figures, each in a column of its own name.

The model is etl.wide; here the columns are not months and the figures need not be whole.
"""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from etl.faults import Fault
from etl.files import InputFile
from etl.rows import read_rows, refuse

STAGE = """
CREATE OR REPLACE TEMP TABLE cell_row (source_id INTEGER, line BIGINT, key VARCHAR, cells VARCHAR[]);
CREATE OR REPLACE TEMP TABLE cell_column (source_id INTEGER, position BIGINT, column_name VARCHAR)
"""

# One row a cell that is not blank. `number` is NULL where the text is no number, 0 or more.
CELLS = """
CREATE OR REPLACE TEMP TABLE cell AS
SELECT source_id, line, column_name, text, rule IS NULL AS row_stands,
       CASE WHEN regexp_full_match(text, '\\d{1,9}(\\.\\d+)?') THEN CAST(text AS DOUBLE) END AS number
FROM (
    SELECT source_id, line, cell_column.column_name, trim(cells[position]) AS text, rule
    FROM cell_row JOIN cell_column USING (source_id) JOIN judged_row USING (source_id, line)
)
WHERE text <> ''
"""

REJECTIONS = """
INSERT INTO rejected_row BY NAME
SELECT source_id, line, column_name, value, rule FROM misfit_entry SEMI JOIN cell_column USING (source_id)
UNION ALL
SELECT source_id, line, column_name, value, rule FROM judged_row WHERE rule IS NOT NULL
UNION ALL
SELECT source_id, line, column_name, text, 'not a number, 0 or more' FROM cell WHERE row_stands AND number IS NULL
ORDER BY ALL
"""

# A row whose every figure was refused is a refused row. What came out (`{loaded}`) is counted from the rows made for
# the edition.
COUNTS = """
INSERT INTO load_count BY NAME
WITH by_row AS (
    SELECT source_id, line, rule IS NOT NULL OR (count(text) > 0 AND count(number) = 0) AS is_refused,
           any_value(len(cells)) AS cells, count(text) AS listed,
           count(text) FILTER (rule IS NOT NULL OR number IS NULL) AS listed_refused
    FROM cell_row JOIN judged_row USING (source_id, line)
    LEFT JOIN (SELECT source_id, line, text, number FROM cell) USING (source_id, line)
    GROUP BY source_id, line, rule
)
SELECT source_id,
       count(*) + any_value(coalesce(m.n, 0)) AS rows_read,
       count(*) FILTER (NOT is_refused) AS rows_loaded,
       count(*) FILTER (is_refused) + any_value(coalesce(m.n, 0)) AS rows_rejected,
       sum(listed) AS values_read,
       any_value(coalesce(l.n, 0)) AS values_loaded,
       sum(listed_refused) AS values_rejected,
       sum(cells - listed) AS values_blank
FROM by_row
LEFT JOIN (SELECT source_id, count(*) AS n FROM misfit_row GROUP BY ALL) m USING (source_id)
LEFT JOIN (SELECT source_id, count(*) AS n FROM {loaded} GROUP BY ALL) l USING (source_id)
GROUP BY source_id
"""


def stage_cells(con: duckdb.DuckDBPyConnection, files: Sequence[InputFile], *, wanted: Sequence[str] = ()) -> None:
    """Fill cell_row and cell_column; the column with the role `key` is the key, those with a role in `wanted` (all
    others, when none is given) are the cells, and the rest is not looked at.

    Raises LoadError for a file that ends in the middle of a row or has no rows at all.
    """
    con.execute(STAGE)
    refuse([_stage_one(con, file, wanted) for file in files])


def _stage_one(con: duckdb.DuckDBPyConnection, file: InputFile, wanted: Sequence[str]) -> Fault | None:
    roles = file.layout.roles
    cells = [i for i, role in enumerate(roles) if role != "key" and (not wanted or role in wanted)]
    con.execute(
        "INSERT INTO cell_column SELECT ?, unnest(?), unnest(?)",
        [file.source_id, list(range(1, len(cells) + 1)), [file.layout.columns[i][0] for i in cells]],
    )
    insert = f"$source_id, line_number, k{roles.index('key')}, [{', '.join(f'k{i}' for i in cells)}]"
    return read_rows(con, file, insert=insert, into="cell_row", columns=[f"k{i}" for i in range(len(roles))])


def make_cells(con: duckdb.DuckDBPyConnection) -> None:
    """Make `cell`, once the source has made judged_row (source_id, line, rule, column_name, value)."""
    con.execute(CELLS)


def account_cells(con: duckdb.DuckDBPyConnection, *, loaded: str) -> None:
    """Write rejected_row and load_count. `loaded`: a table of what goes into the edition, a row a figure, by source."""
    con.execute(REJECTIONS)
    con.execute(COUNTS.format(loaded=loaded))
