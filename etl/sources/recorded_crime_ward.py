"""Recorded crime by ward: wide files like those by borough, with the ward's name and code.

The code decides which ward it is and in which borough: names change spelling. Wards do not add up to their borough
(etl.ward_sums says by how much).
"""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from etl.crime_figures import (
    UNKNOWN_AREA,
    UNKNOWN_CATEGORY,
    install_names,
    make_crime_figures,
    unexplained,
    write_revisions,
)
from etl.files import InputFile
from etl.recognise import Layout
from etl.wards import UNKNOWN_WARD, add_wards, install_wards
from etl.wide import account, stage_wide

DATASET = "recorded_crime_ward"
COLUMNS = (
    ("MajorText", "major"),
    ("MinorText", "minor"),
    ("WardName", "ward_name"),
    ("WardCode", "ward_code"),
    ("LookUp_BoroughName", "area"),
)
LAYOUTS: tuple[Layout, ...] = (
    Layout("Home Office categories by ward", DATASET, COLUMNS, has_months=True, variant="home_office"),
)

# Each row of a file with its ward and category, and the rule it breaks if it breaks one. Airports lie in wards, so a
# place that is no borough contradicts no code.
KEYED = f"""
CREATE OR REPLACE TEMP TABLE keyed_row AS
SELECT r.source_id, r.line, r.taxonomy, w.ward_code AS area_code, r.ward_name, c.major, c.minor,
       CASE WHEN a.kind = 'ignore' OR c.kind = 'ignore' THEN 'left out on purpose: ' || coalesce(a.reason, c.reason)
            WHEN r.code = '' THEN 'no ward code'
            WHEN w.ward_code IS NULL THEN '{UNKNOWN_WARD}'
            WHEN a.area_code IS NULL THEN '{UNKNOWN_AREA}'
            WHEN a.area_code LIKE 'E09%' AND a.area_code <> w.borough_code
            THEN 'the code is of a ward in ' || (SELECT area_name FROM area WHERE area_code = w.borough_code)
            WHEN c.major IS NULL THEN '{UNKNOWN_CATEGORY}'
            WHEN r.line > r.first_line
            THEN 'second row for this ward and category in the file; line ' || r.first_line || ' was kept'
       END AS rule,
       CASE WHEN w.ward_code IS NULL THEN 'ward' WHEN a.area_code IS NULL THEN 'area'
            WHEN c.major IS NULL THEN 'category' END AS column_name,
       CASE WHEN w.ward_code IS NULL THEN concat_ws(' / ', r.code, r.ward_name, r.area)
            WHEN a.area_code IS NULL THEN r.area
            ELSE concat_ws(' / ', r.major, r.minor, r.code, r.area) END AS value
FROM (
    SELECT *, min(line) OVER same_row AS first_line
    FROM (SELECT source_id, line, variant AS taxonomy, keys[1] AS major, keys[2] AS minor, trim(keys[3]) AS ward_name,
                 upper(trim(coalesce(keys[4], ''))) AS code, coalesce(keys[5], '') AS area FROM wide_row)
    WINDOW same_row AS (PARTITION BY source_id, code, name_key(area), name_key(major), name_key(minor))
) r
LEFT JOIN known_ward w ON w.ward_code = r.code
LEFT JOIN map_areas a ON a.published = name_key(r.area)
LEFT JOIN map_recorded_crime_categories c
    ON c.taxonomy = r.taxonomy AND c.published_major = name_key(r.major) AND c.published_minor = name_key(r.minor)
"""

WRITE = """
INSERT INTO recorded_crime_ward
SELECT area_code, borough_code, month, taxonomy, major, minor, offences
FROM crime_figure JOIN release_cover USING (taxonomy, month, source_id)
JOIN known_ward ON ward_code = area_code
WHERE replaced_by IS NULL
ORDER BY series, month
"""

NAMED = """
(SELECT area_code, ward_name, edition, source_id, line FROM keyed_row JOIN load_source USING (source_id)
 WHERE rule IS NULL)
"""


def load(con: duckdb.DuckDBPyConnection, files: Sequence[InputFile]) -> None:
    """Fill recorded_crime_ward, revision, rejected_row and load_count, and `area` with wards not yet there.

    Raises LoadError when two files of one release disagree about which of them holds a month.
    """
    install_names(con)
    install_wards(con)
    stage_wide(con, files, roles=("major", "minor", "ward_name", "ward_code", "area"))
    con.execute(KEYED)
    make_crime_figures(con)
    con.execute(WRITE)
    add_wards(con, named=NAMED, name="arg_max(nullif(ward_name, ''), (edition, source_id, -line))")
    write_revisions(con, dataset=DATASET, areas_of_both_only=True)
    account(con, loaded="series_figure")


def check(con: duckdb.DuckDBPyConnection) -> list[str]:
    """What does not add up, in sentences; nothing when all does."""
    return unexplained(con, dataset=DATASET)
