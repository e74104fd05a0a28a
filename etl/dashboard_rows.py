"""The Met's Monthly Crime Dashboard files (M1045): long, one row an area, month, crime type and measure.

Most rows are of neighbourhoods or of outcomes. They are counted while the file is read and kept as a number only.
"""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from etl.files import InputFile
from etl.ledger import date_files
from etl.names import install_mapping
from etl.rows import account_rows, read_rows, refuse

COLUMNS = (
    *(("Month_Year", "month"), ("Area Type", "area_type"), ("Borough_SNT", "area"), ("Area name", "part")),
    *(("Area code", "code"), ("Crime Type", "crime_type"), ("Crime Subtype", "subtype"), ("Measure", "measure")),
    *(("Financial Year", "year"), ("FY_FYIndex", "year_index"), ("Count", "figure"), ("Refresh Date", "refreshed")),
)
KEPT = ("month", "area", "part", "code", "crime_type", "subtype", "figure", "refreshed")

STAGE = f"""
CREATE OR REPLACE TEMP TABLE long_row (source_id INTEGER, line BIGINT, rows BIGINT, area_type VARCHAR, measure VARCHAR,
    {", ".join(f"{column} VARCHAR" for column in KEPT)})
"""
INSERT = f"$source_id, min(line_number), count(*), area_type, measure, {', '.join(f'any_value({c})' for c in KEPT)}"
# Rows whose kind is not wanted, or not known, are one row here for each kind.
WANTED = "lower(trim({})) IN (SELECT published FROM map_flag_row_kinds WHERE column_name = '{}' AND kind <> 'ignore')"
GROUP_BY = f"""
area_type, measure, CASE WHEN {WANTED.format("area_type", "area type")} AND {WANTED.format("measure", "measure")}
                         THEN line_number END
"""

# Names, dates and numbers understood: NULL where they are not.
UNDERSTOOD = """
CREATE OR REPLACE TEMP TABLE understood_row AS
SELECT r.source_id, r.line, r.rows, f.table_name, f.name, a.area_code,
       CASE WHEN regexp_full_match(r.month, '\\d{4}-\\d{2}-01') THEN TRY_CAST(r.month AS DATE) END AS month,
       CASE WHEN regexp_full_match(r.refreshed, '\\d{4}-\\d{2}-\\d{2}') THEN TRY_CAST(r.refreshed AS DATE) END
           AS refreshed,
       CASE WHEN k.kind <> 'ignore' AND m.kind <> 'ignore' AND regexp_full_match(trim(r.figure), '\\d{1,9}(\\.0+)?')
            THEN CAST(split_part(trim(r.figure), '.', 1) AS INTEGER) END AS number,
       name_key(r.area) || CASE WHEN a.area_code LIKE 'E09%' THEN '' ELSE ' / ' || name_key(coalesce(r.part, '')) END
           AS place,
       r AS published, k AS area_type, m AS measure, f AS flag, a AS area
FROM long_row r
LEFT JOIN map_flag_row_kinds k ON k.column_name = 'area type' AND k.published = lower(trim(r.area_type))
LEFT JOIN map_flag_row_kinds m ON m.column_name = 'measure' AND m.published = lower(trim(r.measure))
LEFT JOIN map_flag_names f ON f.published_type = name_key(r.crime_type) AND f.published_name = name_key(r.subtype)
LEFT JOIN map_areas a ON a.published = name_key(r.area)
"""

# What makes a row refused: when, the column, the value, the rule. The first that holds counts.
KNOWN_KINDS = "if it is right, add it to etl/mappings/flag_row_kinds.csv"
FAULTS = (
    ("area_type.kind = 'ignore'", "Area Type", "published.area_type", "'left out on purpose: ' || area_type.reason"),
    ("area_type.kind IS NULL", "Area Type", "published.area_type", f"'unknown kind of area; {KNOWN_KINDS}'"),
    ("measure.kind = 'ignore'", "Measure", "published.measure", "'left out on purpose: ' || measure.reason"),
    ("measure.kind IS NULL", "Measure", "published.measure", f"'unknown measure; {KNOWN_KINDS}'"),
    ("flag.kind = 'ignore'", "flag", "flag_text", "'left out on purpose: ' || flag.reason"),
    ("flag.kind IS NULL", "flag", "flag_text", "'unknown flag; if it is right, add it to etl/mappings/flag_names.csv'"),
    ("area.kind = 'ignore'", "area", "published.area", "'left out on purpose: ' || area.reason"),
    ("area_code IS NULL", "area", "published.area",
     "'unknown area; if it is right, add it to etl/mappings/areas.csv'"),
    ("published.code LIKE 'E09%' AND published.code <> area_code", "Area code", "published.code",
     "'the code of another borough than ' || published.area"),
    ("month IS NULL", "Month_Year", "published.month", "'not the first day of a month, as YYYY-MM-01'"),
    ("month > refreshed", "Month_Year", "published.month", "'later than the refresh date, ' || refreshed"),
    ("refreshed IS NULL", "Refresh Date", "published.refreshed", "'not a date, as YYYY-MM-DD'"),
    ("number IS NULL", "Count", "published.figure", "'not a whole number of offences, 0 or more'"),
)  # fmt: skip
FAULT = "CASE {} END".format(
    " ".join(
        f"WHEN {when} THEN {{'column_name': '{column}', 'value': coalesce({value}, ''), 'rule': {rule}}}"
        for when, column, value, rule in FAULTS
    )
)

# Two rows for one figure: the later refresh is kept, else the first line. Rows of a place that is no borough differ by
# 'Area name' and are parts of it. `is_placed`: we know which figure the row is of, even where the figure is refused.
JUDGED = f"""
CREATE OR REPLACE TEMP TABLE dashboard_row AS
WITH faulted AS (
    SELECT *, concat_ws(' / ', published.crime_type, published.subtype) AS flag_text, {FAULT} AS fault
    FROM understood_row
), placed AS (
    SELECT * EXCLUDE (published, area_type, measure, flag, area),
           fault IS NULL OR fault.column_name IN ('Refresh Date', 'Count') AS is_placed
    FROM faulted
)
SELECT * EXCLUDE (fault, kept_line, kept_refreshed),
       is_placed AND line = kept_line AS is_kept,
       coalesce(fault, CASE WHEN line <> kept_line THEN {{
           'column_name': CASE WHEN refreshed < kept_refreshed THEN 'Refresh Date' END, 'value': flag_text,
           'rule': CASE WHEN refreshed < kept_refreshed
                        THEN 'refreshed on ' || kept_refreshed || ' by line ' || kept_line || ', which was kept'
                        ELSE 'second row for this area, month and flag in the file; line ' || kept_line || ' was kept'
                   END}} END) AS fault
FROM (
    SELECT *, first_value(line) OVER same_figure AS kept_line, first_value(refreshed) OVER same_figure AS kept_refreshed
    FROM placed
    WINDOW same_figure AS (PARTITION BY source_id, is_placed, table_name, name, month, place
                           ORDER BY refreshed DESC NULLS LAST, line)
)
"""

# Rows of one kind that are left out on purpose are one entry of the ledger.
ACCOUNTED = """
(SELECT source_id, min(line) AS line, sum(rows) AS rows, sum(number) AS number,
        fault.column_name AS column_name, fault.value AS value, fault.rule AS rule
 FROM dashboard_row
 GROUP BY source_id, fault, CASE WHEN fault.rule NOT LIKE 'left out on purpose%' OR fault IS NULL THEN line END)
"""

SAY_REFRESHED = """
UPDATE load_source s SET note = concat_ws('; ', s.note, 'refreshed ' || r.dates)
FROM (SELECT source_id, string_agg(refreshed, ' and ' ORDER BY refreshed) AS dates
      FROM (SELECT DISTINCT source_id, CAST(refreshed AS VARCHAR) AS refreshed FROM dashboard_row WHERE is_kept)
      GROUP BY ALL) r
WHERE r.source_id = s.source_id
"""


def stage_dashboard(con: duckdb.DuckDBPyConnection, files: Sequence[InputFile]) -> None:
    """Fill dashboard_row from `files`. map_areas and map_flag_names must be there."""
    install_mapping(con, "flag_row_kinds", key=("column_name", "published"))
    con.execute(STAGE)
    columns = [role for _, role in COLUMNS]
    refuse([read_rows(con, f, insert=INSERT, into="long_row", columns=columns, group_by=GROUP_BY) for f in files])
    con.execute(UNDERSTOOD)
    con.execute(JUDGED)
    date_files(con, months="(SELECT source_id, month FROM dashboard_row WHERE is_kept)")
    con.execute(SAY_REFRESHED)


def account_dashboard(con: duckdb.DuckDBPyConnection, *, loaded: str) -> None:
    """Write rejected_row and load_count for these files; see etl.rows.account_rows."""
    account_rows(con, judged=ACCOUNTED, loaded=loaded, rows="rows")
