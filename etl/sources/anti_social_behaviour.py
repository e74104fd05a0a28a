"""Calls about anti-social behaviour: a row a borough, month and kind, in the layout of docs/anti-social-behaviour.md.

No publisher has an open file of them, so the layout is ours: for whoever was given the figures.
"""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from etl.crime_figures import UNKNOWN_AREA
from etl.files import InputFile
from etl.ledger import date_files
from etl.names import install_mapping
from etl.recognise import Layout
from etl.releases import make_cover, write_revisions
from etl.rows import account_rows, read_rows, refuse
from geo.areas import boroughs

DATASET = "anti_social_behaviour"
COLUMNS = (("Borough", "area"), ("Month", "month"), ("Kind", "kind"), ("Calls", "calls"))
LAYOUTS: tuple[Layout, ...] = (Layout("Anti-social behaviour calls", DATASET, COLUMNS),)
KINDS = {"all": "All", "nuisance": "Nuisance", "environmental": "Environmental", "personal": "Personal"}
ROLES = LAYOUTS[0].roles
BOROUGHS = len(boroughs())

STAGE = f"""
CREATE OR REPLACE TEMP TABLE call_row (source_id INTEGER, line BIGINT, {", ".join(f"{role} VARCHAR" for role in ROLES)})
"""

# Each row understood. A place is named or given by its code; a month is written 2017-06.
READ = """
CREATE OR REPLACE TEMP TABLE call_read AS
SELECT r.*, a.area_code, a.kind AS area_kind, a.reason AS area_reason, k.kind AS call_kind,
       CASE WHEN regexp_full_match(trim(r.month), '20\\d\\d-\\d\\d')
            THEN CAST(try_strptime(trim(r.month) || '-01', '%Y-%m-%d') AS DATE) END AS called_in,
       CASE WHEN regexp_full_match(trim(r.calls), '\\d{1,7}') THEN CAST(trim(r.calls) AS INTEGER) END AS number
FROM call_row r LEFT JOIN call_kind k ON k.published = name_key(r.kind) LEFT JOIN (
    SELECT published, kind, area_code, reason FROM map_areas
    UNION ALL SELECT DISTINCT lower(area_code), 'code', area_code, NULL FROM map_areas WHERE area_code LIKE 'E09%'
) a ON a.published = name_key(r.area)
"""

# A month counts only with every borough in it: London is their sum, and one borough's calls are not London's.
JUDGED = f"""
CREATE OR REPLACE TEMP TABLE judged_row AS
SELECT *, coalesce(fault, CASE
           WHEN line > min(line) OVER same THEN 'second row for this borough, month and kind in the file'
           WHEN count(DISTINCT area_code) FILTER (fault IS NULL) OVER (PARTITION BY source_id, called_in, call_kind)
                < {BOROUGHS} THEN 'left out: not every one of the {BOROUGHS} boroughs has this month and kind' END)
           AS rule,
       CASE WHEN area_code IS NULL THEN 'Borough' WHEN called_in IS NULL THEN 'Month' WHEN call_kind IS NULL THEN 'Kind'
            WHEN number IS NULL THEN 'Calls' END AS column_name,
       concat_ws(', ', area, month, kind, calls) AS value
FROM (
    SELECT *, CASE WHEN area_kind = 'ignore' THEN 'left out on purpose: ' || area_reason
                   WHEN area_code IS NULL THEN '{UNKNOWN_AREA}'
                   WHEN called_in IS NULL THEN 'not a month written as 2017-06'
                   WHEN call_kind IS NULL THEN 'not one of the kinds {", ".join(KINDS)}'
                   WHEN number IS NULL THEN 'not a whole number of calls, 0 or more' END AS fault
    FROM call_read
)
WINDOW same AS (PARTITION BY source_id, area_code, called_in, call_kind, fault IS NULL)
"""
FIGURES = """
CREATE OR REPLACE TEMP TABLE call_figure AS
SELECT source_id, area_code, called_in AS month, call_kind AS kind, number AS calls FROM judged_row WHERE rule IS NULL
"""
WRITE = """
INSERT INTO anti_social_behaviour BY NAME
SELECT f.* EXCLUDE (source_id) FROM call_figure f
SEMI JOIN (SELECT * FROM release_cover WHERE replaced_by IS NULL) USING (source_id, month)
ORDER BY ALL
"""
TOTALS = "(SELECT source_id, area_code, month, kind AS series, calls AS value FROM call_figure)"
LOADED = """
(SELECT source_id, count(*) AS rows_listed, sum(calls) AS offences_listed FROM call_figure GROUP BY ALL)
"""
SUMS = """
SELECT area_name, month, sum(calls) FILTER (kind <> 'All') AS parts, sum(calls) FILTER (kind = 'All') AS whole
FROM anti_social_behaviour JOIN area USING (area_code)
GROUP BY ALL HAVING count(*) = 4 AND parts <> whole ORDER BY ALL
"""


def load(con: duckdb.DuckDBPyConnection, files: Sequence[InputFile]) -> None:
    """Fill anti_social_behaviour, revision, rejected_row and load_count.

    Raises LoadError when two files of one release disagree about which of them holds a month.
    """
    install_mapping(con, "areas", key=("published",))
    con.execute("CREATE OR REPLACE TEMP TABLE call_kind (published VARCHAR, kind VARCHAR)")
    con.executemany("INSERT INTO call_kind VALUES (?, ?)", list(KINDS.items()))
    con.execute(STAGE)
    insert = f"$source_id, line_number, {', '.join(ROLES)}"
    refuse([read_rows(con, file, insert=insert, into="call_row", columns=ROLES) for file in files])
    for step in (READ, JUDGED, FIGURES):
        con.execute(step)
    date_files(con, months="call_figure")
    make_cover(con, covered="call_figure")
    con.execute(WRITE)
    write_revisions(con, dataset=DATASET, totals=TOTALS)
    account_rows(con, judged="judged_row", loaded=LOADED)


def check(con: duckdb.DuckDBPyConnection) -> list[str]:
    """Where nuisance, environmental and personal calls do not add up to all calls: such a file is not published."""
    return [
        f"anti-social behaviour: {area} {month:%B %Y} has {parts} calls by kind and {whole} in all"
        for area, month, parts, whole in con.execute(SUMS).fetchall()
    ]
