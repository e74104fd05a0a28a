"""Victims told what the Victims' Code requires: a row an area, month and requirement, as docs/victims-code.md lays out.

No publisher has an open file of these returns, so the layout is ours: for whoever was given the figures.
"""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from etl.files import InputFile
from etl.ledger import date_files
from etl.names import install_mapping
from etl.recognise import Layout
from etl.releases import make_cover, write_revisions
from etl.rows import account_rows, read_rows, refuse
from geo.areas import LONDON_CODE, boroughs

DATASET = "victims_code"
COLUMNS = (("Area", "area"), ("Month", "month"), ("Requirement", "requirement"),
           ("Applicable offences", "applicable"), ("Met", "met"))  # fmt: skip
LAYOUTS: tuple[Layout, ...] = (Layout("Victims' Code returns", DATASET, COLUMNS),)
REQUIREMENTS = ("updated", "arrested", "released")
ROLES = LAYOUTS[0].roles
BOROUGHS = len(boroughs())

STAGE = f"""
CREATE OR REPLACE TEMP TABLE code_row (source_id INTEGER, line BIGINT, {", ".join(f"{role} VARCHAR" for role in ROLES)})
"""
# London and the boroughs that the Met polices, by every name the Met uses and by code.
PLACES = f"""
CREATE OR REPLACE TEMP TABLE code_place AS
SELECT published, area_code FROM map_areas WHERE kind <> 'ignore' AND list_contains($policed, area_code)
UNION SELECT lower(code), code FROM (SELECT unnest($policed) AS code)
UNION SELECT unnest(['london', lower('{LONDON_CODE}')]), '{LONDON_CODE}'
"""
READ = """
CREATE OR REPLACE TEMP TABLE code_read AS
SELECT r.*, p.area_code,
       CASE WHEN list_contains($known, name_key(r.requirement)) THEN name_key(r.requirement) END AS stage,
       CASE WHEN regexp_full_match(trim(r.month), '20\\d\\d-\\d\\d')
            THEN CAST(try_strptime(trim(r.month) || '-01', '%Y-%m-%d') AS DATE) END AS told_in,
       CASE WHEN regexp_full_match(trim(r.applicable), '\\d{1,7}') THEN CAST(trim(r.applicable) AS INTEGER) END
           AS number,
       CASE WHEN regexp_full_match(trim(r.met), '\\d{1,7}') THEN CAST(trim(r.met) AS INTEGER) END AS met_number
FROM code_row r LEFT JOIN code_place p ON p.published = name_key(r.area)
"""
JUDGED = f"""
CREATE OR REPLACE TEMP TABLE judged_row AS
SELECT *, coalesce(fault, CASE WHEN line > min(line) OVER same
                               THEN 'second row for this area, month and requirement in the file' END) AS rule,
       concat_ws(', ', area, month, requirement, applicable, met) AS value
FROM (
    SELECT *, CASE WHEN area_code IS NULL THEN 'Area' WHEN told_in IS NULL THEN 'Month'
                   WHEN stage IS NULL THEN 'Requirement' WHEN number IS NULL THEN 'Applicable offences'
                   WHEN met_number IS NULL THEN 'Met' WHEN met_number > number THEN 'Met' END AS column_name,
              CASE WHEN area_code IS NULL THEN 'unknown area: not London and none of the {BOROUGHS} boroughs of the Met'
                   WHEN told_in IS NULL THEN 'not a month written as 2017-06'
                   WHEN stage IS NULL THEN 'not one of the requirements {", ".join(REQUIREMENTS)}'
                   WHEN number IS NULL THEN 'not a whole number of applicable offences, 0 or more'
                   WHEN met_number IS NULL THEN 'not a whole number of offences in which it was met, 0 or more'
                   WHEN met_number > number THEN 'met in more offences than it applies to' END AS fault
    FROM code_read
)
WINDOW same AS (PARTITION BY source_id, area_code, told_in, stage, fault IS NULL)
"""
FIGURES = """
CREATE OR REPLACE TEMP TABLE code_figure AS
SELECT source_id, area_code, told_in AS month, stage AS requirement, number AS applicable, met_number AS met
FROM judged_row WHERE rule IS NULL
"""
WRITE = """
INSERT INTO victims_code BY NAME
SELECT f.* EXCLUDE (source_id) FROM code_figure f
SEMI JOIN (SELECT * FROM release_cover WHERE replaced_by IS NULL) USING (source_id, month)
ORDER BY ALL
"""
TOTALS = """
(SELECT source_id, area_code, month, requirement || ' > applicable' AS series, applicable AS value FROM code_figure
 UNION ALL SELECT source_id, area_code, month, requirement || ' > met', met FROM code_figure)
"""
LOADED = """
(SELECT source_id, count(*) AS rows_listed, sum(applicable) AS offences_listed FROM code_figure GROUP BY ALL)
"""
# Offences may lie in no borough, so London may have more than its boroughs together, and never fewer.
SUMS = f"""
SELECT month, requirement, sum({{column}}) FILTER (area_code <> '{LONDON_CODE}') AS boroughs,
       sum({{column}}) FILTER (area_code = '{LONDON_CODE}') AS london
FROM victims_code GROUP BY ALL HAVING boroughs > london ORDER BY ALL
"""
SUMMED = {"applicable": "applicable offences", "met": "offences in which it was met"}


def load(con: duckdb.DuckDBPyConnection, files: Sequence[InputFile]) -> None:
    """Fill victims_code, revision, rejected_row and load_count.

    Raises LoadError when two files of one release disagree about which of them holds a month.
    """
    install_mapping(con, "areas", key=("published",))
    con.execute(PLACES, {"policed": [area.area_code for area in boroughs()]})
    con.execute(STAGE)
    insert = f"$source_id, line_number, {', '.join(ROLES)}"
    refuse([read_rows(con, file, insert=insert, into="code_row", columns=ROLES) for file in files])
    con.execute(READ, {"known": list(REQUIREMENTS)})
    con.execute(JUDGED)
    con.execute(FIGURES)
    date_files(con, months="code_figure")
    make_cover(con, covered="code_figure")
    con.execute(WRITE)
    write_revisions(con, dataset=DATASET, totals=TOTALS)
    account_rows(con, judged="judged_row", loaded=LOADED)


def check(con: duckdb.DuckDBPyConnection) -> list[str]:
    """Where the boroughs of a month add up to more than London: such a file is not published."""
    return [
        f"Victims' Code, {requirement}, {month:%B %Y}: the {what} of the boroughs add up to {parts}, more than "
        f"London's {whole}"
        for column, what in SUMMED.items()
        for month, requirement, parts, whole in con.execute(SUMS.format(column=column)).fetchall()
    ]
