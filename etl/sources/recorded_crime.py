"""Recorded crime by borough: four generations of headers, two taxonomies.

One row an area and category, one column a month. What files of several releases have to say about one month is
settled in etl.crime_figures.
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
from etl.wide import account, stage_wide

DATASET = "recorded_crime"


def _layout(
    name: str, area: str, major: str, minor: str, *, variant: str = "home_office", area_first: bool = False
) -> Layout:
    columns = [(major, "major"), (minor, "minor")]
    columns.insert(0 if area_first else 2, (area, "area"))
    return Layout(name, DATASET, tuple(columns), has_months=True, variant=variant)


LAYOUTS: tuple[Layout, ...] = (
    _layout(
        "Met categories, until 2018", "Borough", "Major Category", "Minor Category", variant="mps_2018", area_first=True
    ),
    _layout("Home Office categories, 2019 to 2022", "LookUp_BoroughName", "MajorText", "MinorText"),
    _layout("Home Office categories, 2023 to 2025", "BoroughName", "MajorText", "MinorText"),
    _layout("Home Office categories, from 2026", "BOCU", "Group", "SubGroup"),
)

# Each row of a file with what we call its area and category, and the rule it breaks if it breaks one.
KEYED = f"""
CREATE OR REPLACE TEMP TABLE keyed_row AS
SELECT r.source_id, r.line, r.variant AS taxonomy, a.area_code, c.major, c.minor,
       CASE WHEN a.kind = 'ignore' OR c.kind = 'ignore' THEN 'left out on purpose: ' || coalesce(a.reason, c.reason)
            WHEN a.area_code IS NULL THEN '{UNKNOWN_AREA}'
            WHEN c.major IS NULL THEN '{UNKNOWN_CATEGORY}'
            WHEN r.line > r.first_line
            THEN 'second row for this area and category in the file; line ' || r.first_line || ' was kept'
       END AS rule,
       CASE WHEN a.area_code IS NULL THEN 'area' WHEN c.major IS NULL THEN 'category' END AS column_name,
       CASE WHEN a.area_code IS NULL THEN coalesce(r.keys[1], '')
            ELSE concat_ws(' / ', r.keys[2], r.keys[3], r.keys[1]) END AS value
FROM (
    SELECT *, min(line) OVER same_row AS first_line FROM wide_row
    WINDOW same_row AS (PARTITION BY source_id, name_key(keys[1]), name_key(keys[2]), name_key(keys[3]))
) r
LEFT JOIN map_areas a ON a.published = name_key(r.keys[1])
LEFT JOIN map_recorded_crime_categories c
    ON c.taxonomy = r.variant AND c.published_major = name_key(r.keys[2]) AND c.published_minor = name_key(r.keys[3])
"""

WRITE = """
INSERT INTO recorded_crime
SELECT area_code, month, taxonomy, major, minor, offences
FROM crime_figure JOIN release_cover USING (taxonomy, month, source_id)
WHERE replaced_by IS NULL
ORDER BY series, month
"""


def load(con: duckdb.DuckDBPyConnection, files: Sequence[InputFile]) -> None:
    """Fill recorded_crime, revision, rejected_row and load_count.

    Raises LoadError when two files of one release disagree about which of them holds a month.
    """
    install_names(con)
    stage_wide(con, files, roles=("area", "major", "minor"))
    con.execute(KEYED)
    make_crime_figures(con)
    con.execute(WRITE)
    write_revisions(con, dataset=DATASET)
    account(con, loaded="series_figure")


def check(con: duckdb.DuckDBPyConnection) -> list[str]:
    """What does not add up, in sentences; nothing when all does."""
    return unexplained(con, dataset=DATASET)
