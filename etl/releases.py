"""Which file gives a month (or an area, or whatever is released whole) where several do: the newest release."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import duckdb

from data.periods import month_name
from etl.faults import LoadError

COVER = """
CREATE OR REPLACE TEMP TABLE release_cover AS
SELECT {keys}, source_id, edition, last_month, lead(source_id) OVER newest_last AS replaced_by
FROM (SELECT DISTINCT {keys}, source_id FROM {covered}) JOIN load_source USING (source_id)
WINDOW newest_last AS (PARTITION BY {keys} ORDER BY edition, last_month, source_id)
"""

SAME_RELEASE = """
SELECT min(c.{shown}), any_value(a.name), any_value(b.name), any_value(c.edition)
FROM release_cover c JOIN release_cover d
    ON d.source_id = c.replaced_by AND d.edition = c.edition AND d.last_month IS NOT DISTINCT FROM c.last_month
JOIN load_source a ON a.source_id = c.source_id JOIN load_source b ON b.source_id = d.source_id
WHERE {same_keys}
HAVING count(*) > 0
"""

# From each file to the next that covers the same month. Not listed in one and 0 in the other is no revision.
REVISIONS = """
INSERT INTO revision BY NAME
WITH was AS (
    SELECT area_code, month, series, value, c.source_id AS old_source_id, c.replaced_by AS new_source_id
    FROM {totals} t JOIN release_cover c USING (source_id, month) WHERE c.replaced_by IS NOT NULL
), now AS (
    SELECT area_code, month, series, value, c.source_id AS old_source_id, c.replaced_by AS new_source_id
    FROM {totals} t JOIN release_cover c USING (month) WHERE c.replaced_by = t.source_id
)
SELECT '{dataset}' AS dataset, area_code, month, series, was.value AS old_value, now.value AS new_value,
       old_source_id, new_source_id
FROM was FULL JOIN now USING (area_code, month, series, old_source_id, new_source_id)
WHERE was.value IS DISTINCT FROM now.value AND coalesce(was.value, 0) + coalesce(now.value, 0) > 0
ORDER BY ALL
"""


def make_cover(con: duckdb.DuckDBPyConnection, *, covered: str, keys: Sequence[str] = ("month",)) -> None:
    """Make release_cover: `keys`, source_id, and replaced_by, the source of the next release that covers the same.

    `covered`: a table or sub-query with source_id and `keys`, the last of which is named in what is said. Raises
    LoadError when two files of one release disagree about which of them holds it.
    """
    con.execute(COVER.format(covered=covered, keys=", ".join(keys)))
    same_keys = " AND ".join(f"d.{key} = c.{key}" for key in keys)
    clash = con.execute(SAME_RELEASE.format(shown=keys[-1], same_keys=same_keys)).fetchone()
    if clash:
        shown, first, second, edition = clash
        raise LoadError(
            f"'{first}' and '{second}' both belong to the release {edition} and both cover "
            f"{month_name(shown) if isinstance(shown, date) else shown}, with different content. "
            "Keep one, or put each into a folder named for its release (YYYY-MM)."
        )


def write_revisions(con: duckdb.DuckDBPyConnection, *, dataset: str, totals: str) -> None:
    """Keep what each file changed in the months of the one before it.

    `totals`: a table or sub-query with source_id, area_code, month, series and value, each series once a month.
    """
    con.execute(REVISIONS.format(dataset=dataset, totals=totals))
