"""What recorded crime by borough and by ward have in common: categories, figures by release, revisions.

Files differ in their categories, so the newest file that covers a month gives all of that month: mixing them key by
key would count the same offences twice. What the newest file changed is kept, from each file to the next.
"""

from __future__ import annotations

import duckdb

from etl.names import install_mapping
from etl.releases import make_cover
from etl.wide import make_figures

UNKNOWN_AREA = "unknown area; if it is right, add it to etl/mappings/areas.csv"
UNKNOWN_CATEGORY = "unknown category; if it is right, add it to etl/mappings/recorded_crime_categories.csv"

# A series is what is counted in one area over the months. Its number stands for its names, which are long to compare.
SERIES = """
CREATE OR REPLACE TEMP TABLE series_row AS
SELECT source_id, line, taxonomy, major, minor, area_code,
       dense_rank() OVER (ORDER BY taxonomy, major, minor, area_code) AS series
FROM keyed_row WHERE rule IS NULL;
CREATE OR REPLACE TEMP TABLE crime_series AS
SELECT DISTINCT series, taxonomy, major, minor, area_code FROM series_row
"""

# What goes into the edition, by source. Two published names that we call the same are added here, once. A figure that
# was refused makes the sum unknown: NULL, never less than it should be.
FIGURES = """
CREATE OR REPLACE TEMP TABLE series_figure AS
SELECT source_id, series, month,
       CASE WHEN count(*) = count(number) THEN CAST(sum(number) AS INTEGER) END AS offences,
       count(number) AS figures_listed, CAST(coalesce(sum(number), 0) AS BIGINT) AS offences_listed
FROM series_row JOIN wide_figure USING (source_id, line)
GROUP BY ALL;
CREATE OR REPLACE TEMP VIEW crime_figure AS SELECT * FROM series_figure JOIN crime_series USING (series)
"""

# The figures of each file that was replaced in a month, and those of the file that replaced it there.
PAIRS = """
CREATE OR REPLACE TEMP TABLE replaced_figure AS
SELECT f.* EXCLUDE (source_id), c.source_id AS old_source_id, c.replaced_by AS new_source_id
FROM crime_figure f JOIN release_cover c USING (taxonomy, month, source_id)
{known_to_the_other} WHERE c.replaced_by IS NOT NULL;
CREATE OR REPLACE TEMP TABLE replacing_figure AS
SELECT f.* EXCLUDE (source_id), c.source_id AS old_source_id, c.replaced_by AS new_source_id
FROM crime_figure f JOIN release_cover c
    ON (c.taxonomy, c.month, c.replaced_by) = (f.taxonomy, f.month, f.source_id)
{known_to_the_other}
"""
# Areas that only one of the two files has are other areas, not revised ones.
KNOWN_TO_BOTH = """
SEMI JOIN (SELECT DISTINCT area_code, source_id FROM crime_figure) o
    ON o.area_code = f.area_code AND o.source_id = c.source_id
SEMI JOIN (SELECT DISTINCT area_code, source_id FROM crime_figure) n
    ON n.area_code = f.area_code AND n.source_id = c.replaced_by
"""

# Not listed in one and 0 in the other is no revision: no figure changes by it.
REVISIONS = """
INSERT INTO revision BY NAME
SELECT '{dataset}' AS dataset, area_code, month, concat_ws(' > ', taxonomy, major, minor) AS series,
       o.offences AS old_value, n.offences AS new_value, old_source_id, new_source_id
FROM replaced_figure o FULL JOIN replacing_figure n
    USING (taxonomy, month, old_source_id, new_source_id, area_code, major, minor)
WHERE o.offences IS DISTINCT FROM n.offences AND coalesce(o.offences, 0) + coalesce(n.offences, 0) > 0
ORDER BY ALL
"""

# Offences that left with a replaced file = offences that came with its successor, less what the revisions say.
UNEXPLAINED = """
SELECT month, taxonomy
FROM (SELECT month, taxonomy, old_source_id, new_source_id, sum(offences) AS total FROM replaced_figure GROUP BY ALL) o
JOIN (SELECT month, taxonomy, old_source_id, new_source_id, sum(offences) AS total FROM replacing_figure GROUP BY ALL) n
    USING (month, taxonomy, old_source_id, new_source_id)
LEFT JOIN (SELECT month, split_part(series, ' > ', 1) AS taxonomy, old_source_id, new_source_id,
                  sum(coalesce(new_value, 0) - coalesce(old_value, 0)) AS moved
           FROM revision WHERE dataset = '{dataset}' GROUP BY ALL) r
    USING (month, taxonomy, old_source_id, new_source_id)
WHERE o.total + coalesce(r.moved, 0) <> n.total
LIMIT 1
"""


def install_names(con: duckdb.DuckDBPyConnection) -> None:
    """The mappings of areas and of categories, for a source's keyed_row."""
    install_mapping(con, "areas", key=("published",))
    install_mapping(con, "recorded_crime_categories", key=("published_major", "published_minor", "taxonomy"))


def make_crime_figures(con: duckdb.DuckDBPyConnection) -> None:
    """Make crime_figure (named, for every file) and release_cover from wide_row and the source's keyed_row.

    Raises LoadError when two files of one release disagree about which of them holds a month.
    """
    make_figures(con)
    con.execute(SERIES)
    con.execute(FIGURES)
    make_cover(con, covered="crime_figure", keys=("taxonomy", "month"))


def write_revisions(con: duckdb.DuckDBPyConnection, *, dataset: str, areas_of_both_only: bool = False) -> None:
    """Keep what each file changed in the months of the one before it."""
    con.execute(PAIRS.format(known_to_the_other=KNOWN_TO_BOTH if areas_of_both_only else ""))
    con.execute(REVISIONS.format(dataset=dataset))


def unexplained(con: duckdb.DuckDBPyConnection, *, dataset: str) -> list[str]:
    """Months in which the revisions do not say what changed, in sentences."""
    rows = con.execute(UNEXPLAINED.format(dataset=dataset)).fetchall()
    return [
        f"{month:%Y-%m} ({taxonomy}): the revisions do not explain the change in offences" for month, taxonomy in rows
    ]
