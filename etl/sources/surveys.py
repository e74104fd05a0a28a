"""Surveys: what people think of the police, and how satisfied victims are, by borough, neighbourhood and group.

A figure stands for itself and is never added to another, so each is taken from the newest release that gives it. Files
of one release may say the same thing twice (in two languages of spreadsheet, or London beside its boroughs): then it
is one figure. If they disagree, nobody can say which is right, and the load stops.
"""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from etl.faults import LoadError
from etl.files import InputFile
from etl.recognise import Layout
from etl.survey_pooled import load_pooled
from etl.survey_rows import load_rows
from etl.survey_values import account, prepare

DATASET = "victim_satisfaction"

ROW = (
    ("Date", "date"),
    ("Survey", "survey"),
    ("Borough", "area"),
    ("Measure", "question"),
    ("Proportion", "proportion"),
)
POOLED = Layout(
    "Pooled answers by neighbourhood and ethnic group", DATASET, (("neighbourhood", "area"),), variant="PAS", tail="any"
)
GROUPED = (
    *ROW[:4],
    ("Group type", "group_kind"),
    ("Group", "group_published"),
    ("Proportion", "proportion"),
    ("Base", "base"),
)
LAYOUTS: tuple[Layout, ...] = (
    Layout("Proportions by group of people, with interviews", DATASET, GROUPED, tail="blank"),
    Layout("Proportions by borough, with London's", DATASET, (*ROW, ("MPS", "london")), tail="blank"),
    Layout("Proportions by borough or for London", DATASET, ROW, tail="blank"),
    POOLED,
)

KEY = "period_start, period_end, survey, question, area_code, area_name, group_type, group_name"

# One row a figure and release; `given_by` are the files that have it.
RELEASES = f"""
CREATE OR REPLACE TEMP TABLE survey_release AS
SELECT {KEY}, edition, max(proportion) AS proportion, max(base) AS base, min(base_basis) AS base_basis,
       coalesce(min(source_id) FILTER (proportion IS NOT NULL), min(source_id)) AS source_id,
       list_sort(list(DISTINCT source_id) FILTER (proportion IS NOT NULL)) AS given_by
FROM survey_figure JOIN load_source USING (source_id)
GROUP BY ALL
"""

# The same figure in two files of one release, and not the same.
CONFLICTS = f"""
SELECT any_value(a.edition), survey, question, area_name, strftime(period_end, '%Y-%m'),
       min_by(a.source_id, f.proportion), min(f.proportion), max_by(a.source_id, f.proportion), max(f.proportion)
FROM survey_figure f JOIN load_source a USING (source_id)
GROUP BY {KEY}, a.edition HAVING min(f.proportion) <> max(f.proportion)
ORDER BY ALL LIMIT 1
"""

WRITE = f"""
INSERT INTO victim_satisfaction BY NAME
SELECT {KEY}, proportion, base, base_basis FROM survey_release
QUALIFY row_number() OVER (PARTITION BY {KEY} ORDER BY edition DESC) = 1
ORDER BY survey, question, period_end, period_start, group_type, group_name, area_code, area_name
"""

REVISIONS = f"""
INSERT INTO revision BY NAME
SELECT '{DATASET}' AS dataset, coalesce(area_code, area_name) AS area_code, period_end AS month,
       concat_ws(' > ', survey, question, group_type, group_name) AS series,
       proportion AS old_value, next_value AS new_value, source_id AS old_source_id, next_id AS new_source_id
FROM (
    SELECT *, lead(proportion) OVER newest_last AS next_value, lead(source_id) OVER newest_last AS next_id
    FROM survey_release WINDOW newest_last AS (PARTITION BY {KEY} ORDER BY edition)
)
WHERE next_id IS NOT NULL AND proportion IS DISTINCT FROM next_value
ORDER BY ALL
"""

SAID_TWICE = """
UPDATE load_source s SET note = concat_ws('; ', s.note, t.n || ' figures are also given, the same, by ' || t.name
    || ' of this release; each was kept once')
FROM (
    SELECT second, min_by(o.name, o.source_id) AS name, count(*) AS n
    FROM (SELECT given_by[1] AS first, unnest(given_by[2:]) AS second FROM survey_release)
    JOIN load_source o ON o.source_id = first GROUP BY ALL
) t WHERE s.source_id = t.second
"""

# Every figure is in the edition once, and what changed since its first release is what the revisions say.
MISSING = f"""
SELECT survey, question, area_name FROM (SELECT DISTINCT {KEY} FROM survey_figure)
ANTI JOIN victim_satisfaction v USING (survey, question, area_name, group_name, period_end)
UNION ALL
SELECT survey, question, area_name FROM victim_satisfaction GROUP BY {KEY} HAVING count(*) > 1
LIMIT 1
"""
UNEXPLAINED = f"""
SELECT survey, question, area, month
FROM (
    SELECT survey, question, coalesce(area_code, area_name) AS area, period_end AS month,
           concat_ws(' > ', survey, question, group_type, group_name) AS series,
           min_by(coalesce(proportion, 0), edition) AS first, max_by(coalesce(proportion, 0), edition) AS last
    FROM survey_release GROUP BY {KEY}
) c
LEFT JOIN (
    SELECT area_code AS area, month, series, sum(coalesce(new_value, 0) - coalesce(old_value, 0)) AS moved
    FROM revision WHERE dataset = '{DATASET}' GROUP BY ALL
) r USING (area, month, series)
WHERE abs(first + coalesce(moved, 0) - last) > 1e-9
LIMIT 1
"""


def load(con: duckdb.DuckDBPyConnection, files: Sequence[InputFile]) -> None:
    """Fill victim_satisfaction, revision, rejected_row and load_count.

    Raises LoadError when a file cannot be read, or two files of one release disagree.
    """
    prepare(con)
    load_rows(con, [file for file in files if file.layout != POOLED])
    load_pooled(con, [file for file in files if file.layout == POOLED])
    _refuse_disagreement(con, files)
    con.execute(RELEASES)
    con.execute(WRITE)
    con.execute(REVISIONS)
    con.execute(SAID_TWICE)
    account(con)


def check(con: duckdb.DuckDBPyConnection) -> list[str]:
    """What does not add up, in sentences; nothing when all does."""
    said = [f"{' / '.join(row)}: not once in the edition" for row in con.execute(MISSING).fetchall()]
    for survey, question, area, month in con.execute(UNEXPLAINED).fetchall():
        said.append(f"{survey} / {question} / {area}, {month:%Y-%m}: the revisions do not explain the change")
    return said


def _refuse_disagreement(con: duckdb.DuckDBPyConnection, files: Sequence[InputFile]) -> None:
    clash = con.execute(CONFLICTS).fetchone()
    if clash:
        edition, survey, question, area, month, low_id, low, high_id, high = clash
        paths = {file.source_id: file.path for file in files}
        raise LoadError(
            f"two files of the release {edition} disagree about {survey}, {question}, {area}, {month}: {low} in "
            f"{paths[low_id]}, {high} in {paths[high_id]}. Keep one, or put each into a folder named for its release "
            "(YYYY-MM)."
        )
