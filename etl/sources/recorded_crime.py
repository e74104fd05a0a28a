"""Recorded crime by borough: four generations of headers, two taxonomies.

One row an area and category, one column a month. The newest file that covers a month gives all of that month: files
differ in their categories, so mixing them key by key would count the same offences twice. What the newest file
changed is kept as revisions, from each file to the next.
"""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from data.periods import month_name
from etl.faults import LoadError
from etl.files import InputFile
from etl.names import install_mapping
from etl.recognise import Layout
from etl.wide import account, make_figures, stage_wide

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
KEYED = """
CREATE OR REPLACE TEMP TABLE keyed_row AS
SELECT r.source_id, r.line, r.variant AS taxonomy, a.area_code, c.major, c.minor,
       CASE WHEN a.kind = 'ignore' OR c.kind = 'ignore' THEN 'left out on purpose: ' || coalesce(a.reason, c.reason)
            WHEN a.area_code IS NULL THEN 'unknown area; if it is right, add it to etl/mappings/areas.csv'
            WHEN c.major IS NULL
            THEN 'unknown category; if it is right, add it to etl/mappings/recorded_crime_categories.csv'
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

# What goes into the edition, by source. Two published names that we call the same are added here, once. A figure that
# was refused makes the sum unknown: NULL, never less than it should be.
FIGURES = """
CREATE OR REPLACE TEMP TABLE crime_figure AS
SELECT k.source_id, k.taxonomy, k.area_code, f.month, k.major, k.minor,
       CASE WHEN count(*) = count(f.number) THEN CAST(sum(f.number) AS INTEGER) END AS offences,
       count(f.number) AS figures_listed, CAST(coalesce(sum(f.number), 0) AS BIGINT) AS offences_listed
FROM keyed_row k JOIN wide_figure f USING (source_id, line)
WHERE k.rule IS NULL
GROUP BY ALL
"""

# Which file gives a month, and which file it replaces there. A file covers a month when it has a figure for it.
COVER = """
CREATE OR REPLACE TEMP TABLE crime_cover AS
SELECT taxonomy, month, source_id, edition, last_month, lead(source_id) OVER newest_last AS replaced_by
FROM (SELECT DISTINCT taxonomy, month, source_id FROM crime_figure) JOIN load_source USING (source_id)
WINDOW newest_last AS (PARTITION BY taxonomy, month ORDER BY edition, last_month, source_id)
"""

SAME_RELEASE = """
SELECT min(c.month), any_value(a.name), any_value(b.name), any_value(c.edition)
FROM crime_cover c JOIN crime_cover d
    ON d.source_id = c.replaced_by
    AND (d.taxonomy, d.month, d.edition, d.last_month) = (c.taxonomy, c.month, c.edition, c.last_month)
JOIN load_source a ON a.source_id = c.source_id JOIN load_source b ON b.source_id = d.source_id
HAVING count(*) > 0
"""

WRITE = """
INSERT INTO recorded_crime
SELECT area_code, month, taxonomy, major, minor, offences
FROM crime_figure JOIN crime_cover USING (taxonomy, month, source_id)
WHERE replaced_by IS NULL
ORDER BY taxonomy, major, minor, area_code, month
"""

# From each file to the next that covers the same month. Not listed in one and 0 in the other is no revision: no
# figure changes by it.
REVISIONS = """
INSERT INTO revision BY NAME
WITH pair AS (
    SELECT taxonomy, month, source_id AS old_source_id, replaced_by AS new_source_id
    FROM crime_cover WHERE replaced_by IS NOT NULL
), old_figure AS (
    SELECT p.*, f.area_code, f.major, f.minor, f.offences FROM pair p
    JOIN crime_figure f ON (f.taxonomy, f.month, f.source_id) = (p.taxonomy, p.month, p.old_source_id)
), new_figure AS (
    SELECT p.*, f.area_code, f.major, f.minor, f.offences FROM pair p
    JOIN crime_figure f ON (f.taxonomy, f.month, f.source_id) = (p.taxonomy, p.month, p.new_source_id)
)
SELECT 'recorded_crime' AS dataset, area_code, month, concat_ws(' > ', taxonomy, major, minor) AS series,
       o.offences AS old_value, n.offences AS new_value, old_source_id, new_source_id
FROM old_figure o FULL JOIN new_figure n USING (taxonomy, month, old_source_id, new_source_id, area_code, major, minor)
WHERE o.offences IS DISTINCT FROM n.offences AND coalesce(o.offences, 0) + coalesce(n.offences, 0) > 0
ORDER BY ALL
"""

# Offences that left with a replaced file = offences that came with its successor, less what the revisions say.
UNEXPLAINED = """
SELECT c.month, c.taxonomy
FROM (SELECT c.taxonomy, c.month, c.source_id, c.replaced_by, sum(f.offences) AS total
      FROM crime_cover c JOIN crime_figure f USING (taxonomy, month, source_id)
      WHERE c.replaced_by IS NOT NULL GROUP BY ALL) c
JOIN (SELECT taxonomy, month, source_id, sum(offences) AS total FROM crime_figure GROUP BY ALL) n
    ON (n.taxonomy, n.month, n.source_id) = (c.taxonomy, c.month, c.replaced_by)
LEFT JOIN (SELECT month, split_part(series, ' > ', 1) AS taxonomy, old_source_id, new_source_id,
                  sum(coalesce(new_value, 0) - coalesce(old_value, 0)) AS moved
           FROM revision WHERE dataset = 'recorded_crime' GROUP BY ALL) r
    ON (r.month, r.taxonomy, r.old_source_id, r.new_source_id) = (c.month, c.taxonomy, c.source_id, c.replaced_by)
WHERE c.total + coalesce(r.moved, 0) <> n.total
LIMIT 1
"""


def load(con: duckdb.DuckDBPyConnection, files: Sequence[InputFile]) -> None:
    """Fill recorded_crime, revision, rejected_row and load_count.

    Raises LoadError when two files of one release disagree about which of them holds a month.
    """
    install_mapping(con, "areas", key=("published",))
    install_mapping(con, "recorded_crime_categories", key=("published_major", "published_minor", "taxonomy"))
    stage_wide(con, files, roles=("area", "major", "minor"))
    con.execute(KEYED)
    make_figures(con)
    con.execute(FIGURES)
    con.execute(COVER)
    _refuse_two_files_of_one_release(con)
    con.execute(WRITE)
    con.execute(REVISIONS)
    account(con, loaded="crime_figure")


def check(con: duckdb.DuckDBPyConnection) -> list[str]:
    """What does not add up, in sentences; nothing when all does."""
    rows = con.execute(UNEXPLAINED).fetchall()
    return [
        f"{month:%Y-%m} ({taxonomy}): the revisions do not explain the change in offences" for month, taxonomy in rows
    ]


def _refuse_two_files_of_one_release(con: duckdb.DuckDBPyConnection) -> None:
    clash = con.execute(SAME_RELEASE).fetchone()
    if clash:
        month, first, second, edition = clash
        raise LoadError(
            f"'{first}' and '{second}' both belong to the release {edition} and both cover {month_name(month)}, with "
            "different content. Keep one, or put each into a folder named for its release (YYYY-MM)."
        )
