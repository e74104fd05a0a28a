"""Homicide: one row a group of victims alike in every column, so that two equal rows are two victims, not one twice."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from etl.crime_figures import UNKNOWN_AREA
from etl.dates import NOT_A_MONTH, install_months
from etl.files import InputFile
from etl.ledger import date_files
from etl.names import install_mapping
from etl.recognise import Layout
from etl.releases import make_cover, write_revisions
from etl.rows import account_rows, read_rows, refuse

DATASET = "homicide"
COLUMNS = (
    *(("Count of Victims", "victims"), ("Age Group", "age_group"), ("Sex", "sex"), ("Method of Killing", "method")),
    *(("Domestic Abuse", "domestic_abuse"), ("Recorded Date", "month"), ("Homicide Offence Type", "offence_type")),
    *(("Solved Status", "solved_status"), ("Borough", "area"), ("Officer Observed Ethnicity", "ethnicity")),
)
LAYOUTS: tuple[Layout, ...] = (Layout("Homicide victims since 2003", DATASET, COLUMNS),)
ROLES = LAYOUTS[0].roles
AS_PUBLISHED = [role for role in ROLES if role not in ("victims", "age_group", "month", "area")]

STAGE = f"""
CREATE OR REPLACE TEMP TABLE homicide_row
    (source_id INTEGER, line BIGINT, {", ".join(f"{role} VARCHAR" for role in ROLES)})
"""

# Each row understood, and the rule it breaks if it breaks one. 'Unknown', 'Not recorded' and the like are values.
JUDGED = f"""
CREATE OR REPLACE TEMP TABLE judged_row AS
SELECT *, CASE WHEN area_kind = 'ignore' THEN 'left out on purpose: ' || area_reason
               WHEN area_code IS NULL THEN '{UNKNOWN_AREA}'
               WHEN month IS NULL THEN '{NOT_A_MONTH}'
               WHEN number IS NULL THEN 'not a whole number of victims, 1 or more' END AS rule,
       CASE WHEN area_code IS NULL THEN 'area' WHEN month IS NULL THEN 'Recorded Date'
            WHEN number IS NULL THEN 'Count of Victims' END AS column_name,
       coalesce(CASE WHEN area_code IS NULL THEN area WHEN month IS NULL THEN published_month ELSE victims END, '')
           AS value
FROM (
    SELECT r.source_id, r.line, a.area_code, a.kind AS area_kind, a.reason AS area_reason, month_of(r.month) AS month,
           CASE WHEN regexp_full_match(trim(r.victims), '[1-9]\\d{{0,3}}') THEN CAST(r.victims AS INTEGER) END
               AS number,
           coalesce(g.age_group, nullif(trim(r.age_group), '')) AS age_group,
           {", ".join(f"nullif(trim(r.{role}), '') AS {role}" for role in AS_PUBLISHED)},
           r.area, r.month AS published_month, r.victims
    FROM homicide_row r LEFT JOIN map_areas a ON a.published = name_key(r.area)
    LEFT JOIN map_homicide_age_groups g ON g.published = name_key(r.age_group)
)
"""
GROUPS = f"""
CREATE OR REPLACE TEMP TABLE homicide_group AS
SELECT source_id, area_code, month, number AS victims, age_group, {", ".join(AS_PUBLISHED)}
FROM judged_row WHERE rule IS NULL
"""

# A file covers every month from its first to its last: where it lists no victim between, there was none to list.
COVERED = """
(SELECT source_id, CAST(unnest(months) AS DATE) AS month
 FROM (SELECT source_id, generate_series(min(month), max(month), INTERVAL 1 MONTH) AS months
       FROM homicide_group GROUP BY ALL))
"""

WRITE = """
INSERT INTO homicide BY NAME
SELECT * EXCLUDE (source_id)
FROM homicide_group SEMI JOIN (SELECT * FROM release_cover WHERE replaced_by IS NULL) USING (source_id, month)
ORDER BY ALL
"""
TOTALS = """
(SELECT source_id, area_code, month, concat_ws(' > ', 'victims', offence_type) AS series, sum(victims) AS value
 FROM homicide_group GROUP BY ALL)
"""
LOADED = """
(SELECT source_id, count(*) AS rows_listed, sum(victims) AS offences_listed FROM homicide_group GROUP BY ALL)
"""


def load(con: duckdb.DuckDBPyConnection, files: Sequence[InputFile]) -> None:
    """Fill homicide, revision, rejected_row and load_count.

    Raises LoadError when two files of one release disagree about which of them holds a month.
    """
    install_mapping(con, "areas", key=("published",))
    install_mapping(con, "homicide_age_groups", key=("published",))
    install_months(con)
    con.execute(STAGE)
    insert = f"$source_id, line_number, {', '.join(ROLES)}"
    refuse([read_rows(con, file, insert=insert, into="homicide_row", columns=ROLES) for file in files])
    con.execute(JUDGED)
    con.execute(GROUPS)
    date_files(con, months="homicide_group")
    make_cover(con, covered=COVERED)
    con.execute(WRITE)
    write_revisions(con, dataset=DATASET, totals=TOTALS)
    account_rows(con, judged="judged_row", loaded=LOADED)


def check(con: duckdb.DuckDBPyConnection) -> list[str]:
    """Nothing beyond the ledger: the publisher gives no totals in this file."""
    return []
