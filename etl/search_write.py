"""From the rows of a batch to stop_and_search: their boroughs, their force, and our words for the publisher's."""

from __future__ import annotations

import duckdb
import numpy as np

from etl.points import boroughs_of
from etl.search_faults import list_faults
from etl.search_files import force_of

NEW_POINTS = """
SELECT DISTINCT latitude, longitude FROM search_row ANTI JOIN search_point USING (latitude, longitude)
WHERE latitude IS NOT NULL AND longitude IS NOT NULL
"""

IN_CITY = """
SELECT f.source_id, f.name, count(p.latitude), count(*) FILTER (p.area_code = 'E09000001')
FROM search_file f LEFT JOIN search_row r USING (path) LEFT JOIN search_point p USING (latitude, longitude)
GROUP BY ALL ORDER BY ALL
"""

# Until 2017 the wording of the outcome tells how the object was coded; a search without outcome goes by its month.
# Joins lose the order of the rows, which the same files must always give again.
WRITE = """
INSERT INTO stop_and_search BY NAME
SELECT CAST(date_trunc('month', searched_at) AS DATE) AS month, searched_at, w.force, p.area_code,
       latitude IS NOT NULL AND longitude IS NOT NULL AS has_coordinates, t.published AS search_type,
       g.published AS gender, a.published AS age_range,
       coalesce(s.published, unread['self_defined']) AS self_defined, s.ethnic_group AS self_defined_group,
       e.published AS officer_defined, coalesce(l.published, unread['legislation']) AS legislation,
       b.object, coalesce(b.published, unread['object']) AS object_published,
       o.outcome, coalesce(o.published, unread['outcome']) AS outcome_published,
       CAST(o.is_positive AS BOOLEAN) AS is_positive, r.is_linked, r.is_more_than_outer, f.source_id,
       line_of(r.rowid - f.first_row + 1, f.misfits) AS line
FROM search_row r JOIN search_file f USING (path) JOIN search_force w USING (source_id)
LEFT JOIN search_point p USING (latitude, longitude)
JOIN word_search_type t ON t.said = r.search_type
LEFT JOIN word_gender g ON g.said = r.gender
LEFT JOIN word_age_range a ON a.said = r.age_range
LEFT JOIN word_self_defined s ON s.said = r.self_defined
LEFT JOIN word_officer_defined e ON e.said = r.officer_defined
LEFT JOIN word_legislation l ON l.said = r.legislation
LEFT JOIN word_outcome o ON o.said = r.outcome
LEFT JOIN word_object b ON b.said = r.object
    AND b.wording = coalesce(o.wording, CASE WHEN searched_at < '2018-01-01' THEN 'until 2017' ELSE 'since 2018' END)
WHERE searched_at IS NOT NULL
ORDER BY r.rowid
"""

COUNT_BATCH = """
INSERT INTO search_count
SELECT f.source_id, f.row_count + coalesce(m.n, 0),
       coalesce(m.n, 0) + coalesce(r.n, 0)
FROM search_file f
LEFT JOIN (SELECT source_id, count(*) AS n FROM search_misfit GROUP BY ALL) m USING (source_id)
LEFT JOIN (SELECT path, count(*) AS n FROM search_row
           WHERE searched_at IS NULL OR coalesce(search_type, '') = '' GROUP BY ALL) r USING (path)
"""

DROP = "DROP TABLE search_row; DROP TABLE search_file; DROP TABLE search_misfit"


def load_batch(con: duckdb.DuckDBPyConnection, *, columns: int) -> None:
    """From the rows just read to the table; `columns` is the number in the header."""
    _place(con)
    verdicts = [(source_id, *force_of(name, points=points, in_city=in_city))
                for source_id, name, points, in_city in con.execute(IN_CITY).fetchall()]  # fmt: skip
    con.executemany("INSERT INTO search_force VALUES (?, ?, ?)", verdicts)
    con.execute(WRITE)
    list_faults(con, columns=columns)
    con.execute(COUNT_BATCH)
    con.execute(DROP)


def _place(con: duckdb.DuckDBPyConnection) -> None:
    """Find the borough of each point not met before."""
    points = np.array(con.execute(NEW_POINTS).fetchall(), dtype=np.float64).reshape(-1, 2)
    latitudes, longitudes = points.T
    areas = boroughs_of(longitudes, latitudes)
    con.execute(
        "INSERT INTO search_point SELECT unnest($1), unnest($2), unnest($3)",
        [latitudes.tolist(), longitudes.tolist(), areas],
    )
