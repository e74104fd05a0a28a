"""Files with one row an area and category, and one column a month: read as text, one row of the file a row here."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from etl.faults import Fault
from etl.files import InputFile
from etl.rows import read_rows, refuse

# `line` is the line in the file, the header being line 1. `figures` are the month columns as published.
STAGE = """
CREATE OR REPLACE TEMP TABLE wide_row
    (source_id INTEGER, line BIGINT, variant VARCHAR, keys VARCHAR[], figures VARCHAR[]);
CREATE OR REPLACE TEMP TABLE wide_month (source_id INTEGER, position BIGINT, month DATE);
"""

# One row a figure of the rows that stand or fall; blank cells are counted but are no figures. `number` is NULL where
# the text is no whole number of offences. Made once all rows have a rule or none (see a source's `keyed_row`).
FIGURES = """
CREATE OR REPLACE TEMP TABLE wide_figure AS
SELECT source_id, line, month, text, rule IS NULL AS row_stands,
       CASE WHEN regexp_full_match(text, '\\d{1,9}') THEN CAST(text AS INTEGER)
            WHEN regexp_full_match(text, '\\d{1,9}\\.0+') THEN CAST(split_part(text, '.', 1) AS INTEGER) END AS number
FROM (
    SELECT w.source_id, w.line, m.month, trim(w.figures[m.position]) AS text, k.rule
    FROM wide_row w JOIN wide_month m USING (source_id) JOIN keyed_row k USING (source_id, line)
)
WHERE text <> ''
"""

# Rows of one kind that are left out on purpose are one entry; every other row and figure is an entry of its own.
REJECTIONS = """
INSERT INTO rejected_row BY NAME
SELECT source_id, line, column_name, value, rule, offences, rows
FROM misfit_entry SEMI JOIN wide_month USING (source_id)
UNION ALL
SELECT k.source_id, min(k.line), k.column_name, k.value, k.rule, sum(f.number), count(DISTINCT k.line)
FROM keyed_row k LEFT JOIN wide_figure f USING (source_id, line) WHERE k.rule IS NOT NULL
GROUP BY k.source_id, k.column_name, k.value, k.rule, CASE WHEN k.rule NOT LIKE 'left out on purpose%' THEN k.line END
UNION ALL
SELECT source_id, line, strftime(month, '%Y%m'), text, 'not a whole number of offences, 0 or more', NULL, 1
FROM wide_figure WHERE row_stands AND number IS NULL
ORDER BY ALL
"""

# What went in is counted from the file's own rows; what came out (`{loaded}`) from the rows made for the edition.
COUNTS = """
INSERT INTO load_count BY NAME
WITH read AS (
    SELECT source_id, count(*) AS figures, coalesce(sum(number), 0) AS offences,
           count(*) FILTER (NOT row_stands OR number IS NULL) AS refused,
           coalesce(sum(number) FILTER (NOT row_stands), 0) AS offences_refused
    FROM wide_figure GROUP BY ALL
), all_rows AS (
    SELECT source_id, count(*) AS n, sum(len(figures)) AS cells FROM wide_row GROUP BY ALL
), misfit AS (
    SELECT source_id, count(*) AS n FROM misfit_row GROUP BY ALL
), refused_row AS (
    SELECT source_id, count(*) AS n FROM (
        SELECT source_id, line FROM keyed_row WHERE rule IS NOT NULL
        UNION SELECT source_id, line FROM wide_figure GROUP BY ALL HAVING count(number) = 0
    ) GROUP BY ALL
), standing_row AS (
    SELECT source_id, count(*) AS n FROM keyed_row k WHERE rule IS NULL AND NOT EXISTS (
        SELECT 1 FROM wide_figure f WHERE (f.source_id, f.line) = (k.source_id, k.line)
        HAVING count(f.number) = 0 AND count(*) > 0
    ) GROUP BY ALL
), loaded AS (
    SELECT source_id, sum(figures_listed) AS figures, sum(offences_listed) AS offences FROM {loaded} GROUP BY ALL
)
SELECT s.source_id,
       coalesce(a.n, 0) + coalesce(m.n, 0) AS rows_read,
       coalesce(st.n, 0) AS rows_loaded,
       coalesce(rr.n, 0) + coalesce(m.n, 0) AS rows_rejected,
       coalesce(r.figures, 0) AS values_read,
       coalesce(l.figures, 0) AS values_loaded,
       coalesce(r.refused, 0) AS values_rejected,
       coalesce(a.cells, 0) - coalesce(r.figures, 0) AS values_blank,
       coalesce(r.offences, 0) AS offences_read,
       coalesce(l.offences, 0) AS offences_loaded,
       coalesce(r.offences_refused, 0) AS offences_rejected
FROM (SELECT DISTINCT source_id FROM wide_month) s
LEFT JOIN all_rows a USING (source_id) LEFT JOIN misfit m USING (source_id) LEFT JOIN read r USING (source_id)
LEFT JOIN refused_row rr USING (source_id) LEFT JOIN standing_row st USING (source_id)
LEFT JOIN loaded l USING (source_id)
"""


def stage_wide(con: duckdb.DuckDBPyConnection, files: Sequence[InputFile], *, roles: Sequence[str]) -> None:
    """Fill wide_row, wide_month and misfit_row from `files`; `roles` is the order of wide_row.keys.

    Raises LoadError for a file that ends in the middle of a row or has no rows at all.
    """
    con.execute(STAGE)
    refuse([_stage_one(con, file, roles) for file in files])


def _stage_one(con: duckdb.DuckDBPyConnection, file: InputFile, roles: Sequence[str]) -> Fault | None:
    columns = [f"k{i}" for i in range(len(file.layout.columns))]
    figures = [f"m{i}" for i in range(len(file.recognised.months))]
    keys = ", ".join(columns[file.layout.roles.index(role)] for role in roles)
    months = file.recognised.months
    con.execute(
        "INSERT INTO wide_month SELECT ?, unnest(?), unnest(?)",
        [file.source_id, list(range(1, len(months) + 1)), list(months)],
    )
    insert = f"$source_id, line_number, '{file.layout.variant}', [{keys}], [{', '.join(figures)}]"
    return read_rows(con, file, insert=insert, into="wide_row", columns=columns + figures)


def make_figures(con: duckdb.DuckDBPyConnection) -> None:
    """Make wide_figure, once the source has made keyed_row (source_id, line, rule, column_name, value)."""
    con.execute(FIGURES)


def account(con: duckdb.DuckDBPyConnection, *, loaded: str) -> None:
    """Write rejected_row and load_count. `loaded` is the table of what goes into the edition, by source, with
    figures_listed and offences_listed."""
    con.execute(REJECTIONS)
    con.execute(COUNTS.format(loaded=loaded))
