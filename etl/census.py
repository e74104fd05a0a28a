"""Residents by ethnic group at the census of 2021, for London's boroughs out of a file of all authorities.

The census gives the groups only: its own total is of another day than the ONS's estimates, and a second 'All' for 2021
would make every rate ambiguous.
"""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from etl.files import InputFile
from etl.names import install_mapping
from etl.releases import make_cover
from etl.rows import account_rows, read_rows, refuse

COLUMNS = (
    ("Upper tier local authorities Code", "area_code"),
    ("Upper tier local authorities", "area_name"),
    ("Ethnic group (8 categories) Code", "group_code"),
    ("Ethnic group", "group_name"),
    ("Observation", "persons"),
)

STAGE = """
CREATE OR REPLACE TEMP TABLE census_row (
    source_id INTEGER, line BIGINT, rows BIGINT, left_out VARCHAR,
    area_code VARCHAR, area_name VARCHAR, group_code VARCHAR, group_name VARCHAR, persons VARCHAR
)
"""
# What is left out on purpose is kept as a number of rows only. E06-E10 and W06 are authorities of England and Wales.
LEFT_OUT = """
CASE WHEN regexp_full_match(trim(area_code), '(E0[678]|E10|W06)\\d{6}') THEN 'outside London'
     ELSE (SELECT g.reason FROM map_ethnic_groups_census_2021 g
           WHERE g.kind = 'ignore' AND g.published_code = name_key(group_code)) END
"""
INSERT = f"""
$source_id, min(line_number), count(*), {LEFT_OUT},
any_value(area_code), any_value(area_name), any_value(group_code), any_value(group_name), any_value(persons)
"""
GROUP_BY = f"{LEFT_OUT}, CASE WHEN {LEFT_OUT} IS NULL THEN line_number END"

UNDERSTOOD = """
CREATE OR REPLACE TEMP TABLE understood_row AS
SELECT r.*, b.area_code AS borough_code, g.ethnic_group,
       CASE WHEN regexp_full_match(trim(r.persons), '\\d{1,9}') THEN CAST(r.persons AS INTEGER) END AS people,
       min(r.line) OVER (PARTITION BY r.source_id, trim(r.area_code), g.published_code) AS first_line
FROM census_row r
LEFT JOIN (SELECT area_code FROM area WHERE area_type = 'borough') b ON b.area_code = trim(r.area_code)
LEFT JOIN map_ethnic_groups_census_2021 g
    ON g.published_code = name_key(r.group_code) AND g.published = name_key(r.group_name)
"""

# A group of several parts stands only with all of them: without one it would be too low.
JUDGED = """
CREATE OR REPLACE TEMP TABLE judged_row AS
SELECT * EXCLUDE (rule), NULL AS number,
       coalesce(rule, CASE WHEN count(*) FILTER (rule IS NULL) OVER (PARTITION BY source_id, borough_code, ethnic_group)
           < (SELECT count(*) FROM map_ethnic_groups_census_2021 g WHERE g.ethnic_group = r.ethnic_group)
           THEN 'another part of this group is missing or refused, so the group would be too low' END) AS rule
FROM (
    SELECT source_id, line, rows, borough_code, ethnic_group, people,
           CASE WHEN left_out IS NOT NULL THEN 'left out on purpose: ' || left_out
                WHEN borough_code IS NULL THEN 'unknown area code'
                WHEN ethnic_group IS NULL
                THEN 'unknown ethnic group; if it is right, add it to etl/mappings/ethnic_groups_census_2021.csv'
                WHEN line > first_line
                THEN 'second row for this area and group in the file; line ' || first_line || ' was kept'
                WHEN people IS NULL THEN 'not a whole number of people, 0 or more' END AS rule,
           CASE WHEN left_out IS NOT NULL THEN NULL WHEN borough_code IS NULL THEN 'area'
                WHEN ethnic_group IS NULL THEN 'ethnic group' ELSE 'Observation' END AS column_name,
           CASE WHEN left_out IS NOT NULL THEN NULL
                WHEN borough_code IS NULL THEN concat_ws(' / ', area_code, area_name)
                WHEN ethnic_group IS NULL THEN concat_ws(' / ', group_code, group_name)
                ELSE coalesce(persons, '') END AS value
    FROM understood_row
) r
"""

GROUPS = """
CREATE OR REPLACE TEMP TABLE census_group AS
SELECT source_id, borough_code AS area_code, ethnic_group, sum(people) AS persons, count(*) AS parts
FROM judged_row WHERE rule IS NULL GROUP BY ALL
"""

# A file of the census, when there is one, takes the place of what geo/census_2021_ethnicity.csv has, all of it.
REPLACE = """
DELETE FROM population WHERE ethnic_group <> 'All' AND EXISTS (FROM census_group)
"""

# London is our sum of the 32 boroughs, as in geo/population.csv, and only where all are there. The City is in no total.
WRITE = """
INSERT INTO population BY NAME
WITH newest AS (
    SELECT area_code, ethnic_group, persons
    FROM census_group JOIN release_cover USING (area_code, source_id) WHERE replaced_by IS NULL
), london AS (
    SELECT parent.parent_code AS area_code, ethnic_group, sum(persons) AS persons
    FROM newest JOIN area USING (area_code) JOIN area parent ON parent.area_code = area.parent_code
    GROUP BY ALL
    HAVING count(*) = (SELECT count(*) FROM area WHERE area_type = 'borough' AND parent_code IS NOT NULL)
)
SELECT area_code, 2021 AS year, ethnic_group, CAST(persons AS BIGINT) AS persons, 'Census 2021' AS basis
FROM (FROM newest UNION ALL FROM london)
ORDER BY area_code, ethnic_group
"""
LOADED = "(SELECT source_id, sum(parts) AS rows_listed, 0 AS offences_listed FROM census_group GROUP BY ALL)"

UNBALANCED = """
SELECT (SELECT coalesce(sum(people), 0) FROM judged_row JOIN release_cover
            ON (release_cover.area_code, release_cover.source_id) = (borough_code, judged_row.source_id)
        WHERE rule IS NULL AND replaced_by IS NULL) AS read,
       (SELECT coalesce(sum(persons), 0) FROM population JOIN area USING (area_code)
        WHERE basis = 'Census 2021' AND area_type = 'borough') AS loaded
"""


def load_census(con: duckdb.DuckDBPyConnection, files: Sequence[InputFile]) -> None:
    """Fill population with the census's groups, rejected_row and load_count.

    Raises LoadError when two files of one release hold an area, with different content.
    """
    install_mapping(con, "ethnic_groups_census_2021", key=("published_code", "published"))
    con.execute(STAGE)
    columns = [role for _, role in COLUMNS]
    refuse([read_rows(con, f, insert=INSERT, into="census_row", columns=columns, group_by=GROUP_BY) for f in files])
    con.execute(UNDERSTOOD)
    con.execute(JUDGED)
    con.execute(GROUPS)
    make_cover(con, covered="census_group", keys=("area_code",))
    con.execute(REPLACE)
    con.execute(WRITE)
    account_rows(con, judged="judged_row", loaded=LOADED, rows="rows")


def check_census(con: duckdb.DuckDBPyConnection) -> list[str]:
    """People in the rows that stand are the people in the edition."""
    read, loaded = con.execute(UNBALANCED).fetchall()[0]
    return [] if read == loaded else [f"census: {read} people in the rows that stand, {loaded} in the edition"]
