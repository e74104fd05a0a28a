"""Flagged crime and hate crime by borough: two generations of files, both of which hold both.

A flag says something about an offence that recorded crime counts already: a knife was used, the motive was hatred.
One file feeds two tables, so this module loads both; which newer file replaces what is in etl.flag_editions.
"""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from etl.dashboard_rows import COLUMNS, account_dashboard, stage_dashboard
from etl.files import InputFile
from etl.flag_editions import check_revisions, choose_files
from etl.names import install_mapping
from etl.recognise import Layout
from etl.wide import account, make_figures, stage_wide

DATASET = "flagged_crime"  # the sources' dataset; the rows go to the tables flagged_crime and hate_crime

WIDE = Layout(
    "Monthly crime by flag, 2010 to 2021",
    DATASET,
    (("Borough", "area"), ("MajorText", "major"), ("MinorText", "minor")),
    has_months=True,
)
LONG = Layout("Monthly Crime Dashboard (M1045)", DATASET, COLUMNS)
LAYOUTS: tuple[Layout, ...] = (WIDE, LONG)

# Each row of a wide file with what we call its area and flag, and the rule it breaks if it breaks one.
KEYED = """
CREATE OR REPLACE TEMP TABLE keyed_row AS
SELECT source_id, line, table_name, name, area_code,
       CASE WHEN kind = 'ignore' THEN 'left out on purpose: ' || reason
            WHEN area_kind = 'ignore' THEN 'left out on purpose: ' || area_reason
            WHEN area_code IS NULL THEN 'unknown area; if it is right, add it to etl/mappings/areas.csv'
            WHEN name IS NULL THEN 'unknown flag; if it is right, add it to etl/mappings/flag_names.csv'
            WHEN line > first_line
            THEN 'second row for this area and flag in the file; line ' || first_line || ' was kept'
       END AS rule,
       CASE WHEN kind = 'ignore' THEN 'flag' WHEN area_code IS NULL THEN 'area' WHEN name IS NULL THEN 'flag' END
           AS column_name,
       CASE WHEN column_name = 'area' THEN coalesce(keys[1], '') ELSE concat_ws(' / ', keys[2], keys[3]) END AS value
FROM (
    SELECT r.*, a.area_code, a.kind AS area_kind, a.reason AS area_reason, f.table_name, f.name, f.kind, f.reason,
           min(line) OVER (PARTITION BY source_id, name_key(keys[1]), f.table_name, f.name) AS first_line
    FROM wide_row r
    LEFT JOIN map_areas a ON a.published = name_key(r.keys[1])
    LEFT JOIN map_flag_names f ON f.published_type = name_key(r.keys[2]) AND f.published_name = name_key(r.keys[3])
)
"""

# What goes into the edition, by source. Two places that we call the same are added here, once. A figure that was
# refused makes the sum unknown: NULL, never less than it should be.
FIGURES = """
CREATE OR REPLACE TEMP TABLE flag_figure AS
SELECT source_id, table_name, name, area_code, month, max(refreshed) AS refreshed,
       CASE WHEN count(*) = count(number) THEN CAST(sum(number) AS INTEGER) END AS offences,
       count(number) AS figures_listed, CAST(coalesce(sum(number), 0) AS BIGINT) AS offences_listed
FROM (
    SELECT source_id, table_name, name, area_code, month, NULL AS refreshed, number
    FROM keyed_row k JOIN wide_figure f USING (source_id, line) WHERE k.rule IS NULL
    UNION ALL
    SELECT source_id, table_name, name, area_code, month, refreshed, CASE WHEN fault IS NULL THEN number END
    FROM dashboard_row WHERE is_kept
)
GROUP BY ALL
"""

WRITE = """
INSERT INTO {table}
SELECT area_code, month, name, offences
FROM flag_figure JOIN flag_cover USING (table_name, name, month, source_id)
WHERE replaced_by IS NULL AND table_name = '{table}'
ORDER BY name, area_code, month
"""

# Places that are no boroughs come in parts.
SAY_ADDED = """
UPDATE load_source s
SET note = concat_ws('; ', s.note, format('rows added up by area name: {:d}, into figures: {:d}', a.rows, a.figures))
FROM (SELECT source_id, count(*) AS figures, CAST(sum(figures_listed) AS BIGINT) AS rows FROM flag_figure
      WHERE figures_listed > 1 AND refreshed IS NOT NULL GROUP BY ALL) a
WHERE a.source_id = s.source_id
"""


def load(con: duckdb.DuckDBPyConnection, files: Sequence[InputFile]) -> None:
    """Fill flagged_crime, hate_crime, revision, rejected_row and load_count.

    Raises LoadError when two files of one release and refresh disagree about which of them holds a flag's month.
    """
    install_mapping(con, "areas", key=("published",))
    install_mapping(con, "flag_names", key=("published_type", "published_name"))
    stage_wide(con, [file for file in files if file.layout == WIDE], roles=WIDE.roles)
    con.execute(KEYED)
    make_figures(con)
    stage_dashboard(con, [file for file in files if file.layout == LONG])
    con.execute(FIGURES)
    choose_files(con)
    for table in ("flagged_crime", "hate_crime"):
        con.execute(WRITE.format(table=table))
    con.execute(SAY_ADDED)
    account(con, loaded="flag_figure")
    account_dashboard(con, loaded="(SELECT *, figures_listed AS rows_listed FROM flag_figure)")


def check(con: duckdb.DuckDBPyConnection) -> list[str]:
    """What does not add up, in sentences; nothing when all does."""
    return check_revisions(con)
