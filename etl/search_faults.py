"""What could not be read in stop-and-search files: each value, its file and line, and what would have been right."""

from __future__ import annotations

import duckdb

from etl.search_words import COLUMNS, FLAGS

# The points of London's police lie in here; boroughs reach from 51.29 to 51.69 N and from 0.51 W to 0.33 E.
SOUTH, NORTH, WEST, EAST = 51.1, 51.9, -0.7, 0.5
NEAR_LONDON = f"{SOUTH} to {NORTH} N, {-WEST} W to {EAST} E"
WITHOUT = "the search counts, without it"
NOWHERE = "the search counts for London, in no borough"

MISFITS = """
INSERT INTO rejected_row BY NAME
SELECT source_id, line, NULL AS column_name, text AS value,
       'the row has not the {columns} columns of the header' AS rule, NULL AS offences
FROM search_misfit ORDER BY ALL
"""

# One entry a value. A row whose time or type cannot be read is refused, so what else is wrong with it is not listed.
VALUES = """
INSERT INTO rejected_row BY NAME
WITH odd AS (
    SELECT f.source_id, line_of(r.rowid - f.first_row + 1, f.misfits) AS line, r.*,
           concat_ws(', ', coalesce(unread['latitude'], CAST(latitude AS VARCHAR), ''),
                     coalesce(unread['longitude'], CAST(longitude AS VARCHAR), '')) AS place,
           searched_at IS NULL OR coalesce(search_type, '') = '' AS is_refused
    FROM search_row r JOIN search_file f USING (path)
    WHERE unread IS NOT NULL OR searched_at IS NULL OR coalesce(search_type, '') = ''
        OR latitude NOT BETWEEN {south} AND {north} OR longitude NOT BETWEEN {west} AND {east}
        OR (latitude IS NULL) <> (longitude IS NULL)
), fault AS (
    SELECT source_id, line, 'Date' AS column_name, coalesce(unread['date'], '') AS value,
           'not a time in UTC such as 2017-04-30T23:05:00+00:00' AS rule
    FROM odd WHERE searched_at IS NULL
    UNION ALL
    SELECT source_id, line, 'Type', coalesce(unread['search_type'], ''),
           CASE WHEN search_type IS NULL AND unread['search_type'] IS NOT NULL
                THEN 'unknown type of search; if it is right, add it to etl/mappings/search_words.csv'
                ELSE 'no type of search' END
    FROM odd WHERE searched_at IS NOT NULL AND is_refused
    UNION ALL
    SELECT source_id, line, 'Latitude, Longitude', place,
           CASE WHEN unread['latitude'] IS NOT NULL OR unread['longitude'] IS NOT NULL THEN 'not two numbers of degrees'
                WHEN latitude IS NULL OR longitude IS NULL THEN 'one coordinate without the other'
                WHEN latitude BETWEEN {west} AND {east} AND longitude BETWEEN {south} AND {north}
                THEN 'latitude and longitude have changed places'
                ELSE 'not in or near London ({near})' END || '; {nowhere}'
    FROM odd
    WHERE NOT is_refused AND (
        unread['latitude'] IS NOT NULL OR unread['longitude'] IS NOT NULL
        OR (latitude IS NULL) <> (longitude IS NULL)
        OR latitude NOT BETWEEN {south} AND {north} OR longitude NOT BETWEEN {west} AND {east})
    {words}
)
SELECT source_id, line, column_name, value, rule, NULL AS offences FROM fault ORDER BY ALL
"""
WORD = """
    UNION ALL
    SELECT source_id, line, '{published}', unread['{column}'], '{rule}; {without}'
    FROM odd WHERE NOT is_refused AND unread['{column}'] IS NOT NULL
"""


def list_faults(con: duckdb.DuckDBPyConnection, *, columns: int) -> None:
    """Write to rejected_row what could not be read of search_row and search_misfit. `columns`: in the header."""
    con.execute(MISFITS.format(columns=columns))
    words = [
        WORD.format(column=column, published=published, without=WITHOUT,
                    rule=f"unknown {published.lower()}; if it is right, add it to etl/mappings/{mapping}.csv")
        for column, (published, mapping) in COLUMNS.items() if column != "search_type"
    ]  # fmt: skip
    words += [
        WORD.format(column=column, published=published, without=WITHOUT, rule="neither True nor False")
        for column, published in FLAGS.items()
    ]
    con.execute(
        VALUES.format(words="".join(words), south=SOUTH, north=NORTH, west=WEST, east=EAST, near=NEAR_LONDON,
                      nowhere=NOWHERE)
    )  # fmt: skip
