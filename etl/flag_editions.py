"""Which file gives a flag's month, and what it changed there.

The newest file that covers a flag in a month gives all of that month for that flag, and for no other flag: some files
hold knife crime only. What it changed is kept as revisions, from each file to the next. All of it works on flag_figure
(source_id, table_name, name, area_code, month, refreshed, offences), which the source makes.
"""

from __future__ import annotations

import duckdb

from data.periods import month_name
from etl.faults import LoadError

# Which file gives a flag's month, and which file it replaces there. A file covers a flag from its first month with a
# figure to its last: where it lists none between, there was none to list, for zeros are left out.
COVER = """
CREATE OR REPLACE TEMP TABLE flag_cover AS
SELECT table_name, name, month, source_id, edition, refreshed, last_month,
       lead(source_id) OVER newest_last AS replaced_by
FROM (
    SELECT table_name, name, source_id, refreshed, CAST(unnest(months) AS DATE) AS month
    FROM (SELECT table_name, name, source_id, coalesce(max(refreshed), DATE '1900-01-01') AS refreshed,
                 generate_series(min(month), max(month), INTERVAL 1 MONTH) AS months
          FROM flag_figure GROUP BY ALL)
) JOIN (SELECT source_id, edition, last_month FROM load_source) USING (source_id)
WINDOW newest_last AS (PARTITION BY table_name, name, month ORDER BY edition, refreshed, last_month, source_id)
"""

# From each file to the next that covers the same month. Not listed in one and 0 in the other is no revision: no
# figure changes by it.
REVISIONS = """
INSERT INTO revision BY NAME
WITH old_figure AS (
    SELECT c.table_name, c.name, c.month, c.source_id AS old_source_id, c.replaced_by AS new_source_id,
           f.area_code, f.offences
    FROM flag_cover c JOIN flag_figure f USING (table_name, name, month, source_id) WHERE c.replaced_by IS NOT NULL
), new_figure AS (
    SELECT c.table_name, c.name, c.month, c.source_id AS old_source_id, c.replaced_by AS new_source_id,
           f.area_code, f.offences
    FROM flag_cover c JOIN flag_figure f
        ON (f.table_name, f.name, f.month, f.source_id) = (c.table_name, c.name, c.month, c.replaced_by)
)
SELECT table_name AS dataset, area_code, month, name AS series,
       o.offences AS old_value, n.offences AS new_value, old_source_id, new_source_id
FROM old_figure o FULL JOIN new_figure n USING (table_name, name, month, old_source_id, new_source_id, area_code)
WHERE o.offences IS DISTINCT FROM n.offences AND coalesce(o.offences, 0) + coalesce(n.offences, 0) > 0
ORDER BY ALL
"""

# Where one of two files must have changed the other but nothing says which is the newer.
SAME_RELEASE = """
SELECT r.series, r.month, a.name, b.name, c.edition
FROM revision r
JOIN flag_cover c ON (c.table_name, c.name, c.month, c.source_id) = (r.dataset, r.series, r.month, r.old_source_id)
JOIN flag_cover d ON (d.table_name, d.name, d.month, d.source_id) = (r.dataset, r.series, r.month, r.new_source_id)
JOIN load_source a ON a.source_id = c.source_id JOIN load_source b ON b.source_id = d.source_id
WHERE (c.edition, c.refreshed, c.last_month) = (d.edition, d.refreshed, d.last_month)
ORDER BY ALL LIMIT 1
"""

# Offences that left with a replaced file = offences that came with its successor, less what the revisions say.
UNEXPLAINED = """
WITH total AS (
    SELECT source_id, table_name, name, month, sum(offences) AS n FROM flag_figure GROUP BY ALL
), moved AS (
    SELECT dataset AS table_name, series AS name, month, old_source_id, new_source_id,
           sum(coalesce(new_value, 0) - coalesce(old_value, 0)) AS n
    FROM revision WHERE dataset IN ('flagged_crime', 'hate_crime') GROUP BY ALL
)
SELECT c.month, c.name FROM flag_cover c
LEFT JOIN total o USING (source_id, table_name, name, month)
LEFT JOIN total n ON (n.source_id, n.table_name, n.name, n.month) = (c.replaced_by, c.table_name, c.name, c.month)
LEFT JOIN moved m ON (m.table_name, m.name, m.month, m.old_source_id, m.new_source_id)
                   = (c.table_name, c.name, c.month, c.source_id, c.replaced_by)
WHERE c.replaced_by IS NOT NULL AND coalesce(o.n, 0) + coalesce(m.n, 0) <> coalesce(n.n, 0)
LIMIT 1
"""


def choose_files(con: duckdb.DuckDBPyConnection) -> None:
    """Make flag_cover and write the revisions.

    Raises LoadError when two files of one release and refresh disagree about which of them holds a flag's month.
    """
    con.execute(COVER)
    con.execute(REVISIONS)
    _refuse_two_files_of_one_release(con)


def check_revisions(con: duckdb.DuckDBPyConnection) -> list[str]:
    """What the revisions do not explain, in sentences; nothing when they explain every change."""
    rows = con.execute(UNEXPLAINED).fetchall()
    return [f"{month:%Y-%m} ({flag}): the revisions do not explain the change in offences" for month, flag in rows]


def _refuse_two_files_of_one_release(con: duckdb.DuckDBPyConnection) -> None:
    clash = con.execute(SAME_RELEASE).fetchone()
    if clash:
        flag, month, first, second, edition = clash
        raise LoadError(
            f"'{first}' and '{second}' both belong to the release {edition} and both cover {month_name(month)} "
            f"({flag}), with different content. Keep one, or put each into a folder named for its release (YYYY-MM)."
        )
