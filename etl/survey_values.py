"""What survey cells may hold, and what the loaders of survey files share: `survey_figure` and `survey_cell`."""

from __future__ import annotations

import duckdb

from data.survey_bases import survey_bases
from etl.names import install_mapping

# A decimal point or comma; what is no number at all is NULL. Marks that stand where a figure was held back are none.
MACROS = """
CREATE OR REPLACE TEMP MACRO survey_number(text) AS
    CASE WHEN regexp_full_match(text, '\\d{1,9}[.,]?\\d{0,15}|[.,]\\d{1,15}')
         THEN CAST(replace(text, ',', '.') AS DOUBLE) END;
CREATE OR REPLACE TEMP MACRO is_withheld(text) AS
    lower(text) IN ('', '*', '.', '..', '-', 'n/a', 'na', ':') OR regexp_full_match(text, '<\\s*\\d+');
"""
WITHHELD = "suppressed or not given by the publisher: there is no figure, which is not zero"
NO_PROPORTION = "not a proportion from 0 to 1; a percentage is not divided here, so correct the file"

# `survey_figure`: what is said of a series, by source; `is_repeat` where it is London's figure repeated on boroughs'
# rows; a proportion that was refused is NULL. `survey_cell`: every figure of the files, with the rule it breaks if it
# breaks one.
TABLES = """
CREATE OR REPLACE TEMP TABLE survey_figure (
    source_id INTEGER, line BIGINT, is_repeat BOOLEAN, period_start DATE, period_end DATE, survey VARCHAR,
    question VARCHAR, area_code VARCHAR, area_name VARCHAR, group_type VARCHAR, group_name VARCHAR,
    proportion DOUBLE, base INTEGER, base_basis VARCHAR);
CREATE OR REPLACE TEMP TABLE survey_cell (
    source_id INTEGER, line BIGINT, position INTEGER, column_name VARCHAR, value VARCHAR, rule VARCHAR);
CREATE OR REPLACE TEMP TABLE survey_base (survey VARCHAR, months INTEGER, statement VARCHAR);
"""

# Cells of one row that were refused for the same reason and with the same value are one entry.
REJECTIONS = """
INSERT INTO rejected_row BY NAME
SELECT source_id, line, column_name, value, rule FROM misfit_entry SEMI JOIN survey_cell USING (source_id)
UNION ALL
SELECT source_id, line,
       min_by(column_name, position) || CASE WHEN count(*) > 1 THEN ' and ' || count(*) - 1 || ' more' ELSE '' END,
       value, rule
FROM survey_cell WHERE rule IS NOT NULL
GROUP BY source_id, line, value, rule
ORDER BY ALL
"""

# What went in is counted from the files' cells; what came out from the figures made for the edition.
COUNTS = """
INSERT INTO load_count BY NAME
SELECT s.source_id,
       s.lines + coalesce(m.lines, 0) AS rows_read, coalesce(f.lines, 0) AS rows_loaded,
       s.refused_lines + coalesce(m.lines, 0) AS rows_rejected,
       s.cells AS values_read, coalesce(f.cells, 0) AS values_loaded, s.refused AS values_rejected, 0 AS values_blank
FROM (SELECT source_id, count(*) AS lines, sum(cells) AS cells, sum(refused) AS refused,
             count(*) FILTER (cells = refused) AS refused_lines
      FROM (SELECT source_id, line, count(*) AS cells, count(rule) AS refused FROM survey_cell GROUP BY ALL)
      GROUP BY ALL) s
LEFT JOIN (SELECT source_id, count(*) AS lines FROM misfit_row GROUP BY ALL) m USING (source_id)
LEFT JOIN (SELECT source_id, count(DISTINCT line) AS lines, count(proportion) + count(base) AS cells
           FROM survey_figure WHERE NOT is_repeat AND (proportion IS NOT NULL OR base IS NOT NULL)
           GROUP BY ALL) f USING (source_id)
"""


def prepare(con: duckdb.DuckDBPyConnection) -> None:
    """Make the shared tables, macros and mappings."""
    con.execute(MACROS)
    con.execute(TABLES)
    bases = [(base.id, base.months, base.statement) for base in survey_bases().values()]
    con.executemany("INSERT INTO survey_base VALUES (?, ?, ?)", bases)
    for name in ("areas", "survey_areas", "survey_names", "survey_groups"):
        install_mapping(con, name, key=("published",))
    install_mapping(con, "survey_questions", key=("survey", "published"))


def account(con: duckdb.DuckDBPyConnection) -> None:
    """Write rejected_row and load_count from survey_cell and survey_figure."""
    con.execute(REJECTIONS)
    con.execute(COUNTS)
