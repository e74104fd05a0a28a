"""Stop and search, as data.police.uk publishes it: one row a search, one file a force and month.

Times are UTC and become London's. Points become boroughs. A search counts when its time and type can be read; of
whatever else cannot be read the search goes without, and the value is listed. Rows that are alike stay: two people
stopped together at one place and minute are two searches.

Many files are read in one statement, a batch at a time, so that memory does not grow with the number of files.
"""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from etl.faults import Fault
from etl.files import InputFile
from etl.ledger import date_files
from etl.recognise import Layout
from etl.rows import refuse
from etl.search_batches import batches, stage
from etl.search_files import choose_months, other_force
from etl.search_words import install_words, sql_text
from etl.search_write import load_batch

LAYOUTS: tuple[Layout, ...] = (
    Layout(
        "data.police.uk, one row a search",
        "stop_and_search",
        (
            ("Type", "search_type"),
            ("Date", "date"),
            ("Part of a policing operation", "is_part_of_operation"),
            ("Policing operation", "operation"),
            ("Latitude", "latitude"),
            ("Longitude", "longitude"),
            ("Gender", "gender"),
            ("Age range", "age_range"),
            ("Self-defined ethnicity", "self_defined"),
            ("Officer-defined ethnicity", "officer_defined"),
            ("Legislation", "legislation"),
            ("Object of search", "object"),
            ("Outcome", "outcome"),
            ("Outcome linked to object of search", "is_linked"),
            ("Removal of more than just outer clothing", "is_more_than_outer"),
        ),
    ),
)

TABLES = """
CREATE OR REPLACE TEMP TABLE search_point (latitude DOUBLE, longitude DOUBLE, area_code VARCHAR);
CREATE OR REPLACE TEMP TABLE search_force (source_id INTEGER, force VARCHAR, said VARCHAR);
CREATE OR REPLACE TEMP TABLE search_count (source_id INTEGER, rows_read BIGINT, rows_refused BIGINT);
"""

# Read less refused must leave what is in the table: counted from the table, for each file that was kept.
COUNTS = """
INSERT INTO load_count BY NAME
SELECT source_id, rows_read, coalesce(loaded, 0) AS rows_loaded, rows_refused + coalesce(replaced, 0) AS rows_rejected,
       rows_read AS values_read, rows_loaded AS values_loaded, rows_rejected AS values_rejected, 0 AS values_blank,
       0 AS offences_read, 0 AS offences_loaded, 0 AS offences_rejected
FROM search_count
LEFT JOIN (SELECT source_id, count(*) AS loaded FROM stop_and_search GROUP BY ALL) USING (source_id)
LEFT JOIN (SELECT source_id, sum(searches) AS replaced FROM search_replaced GROUP BY ALL) USING (source_id)
"""

TWICE = """
SELECT month, force, count(*) FROM (
    SELECT month, force, source_id FROM stop_and_search SEMI JOIN (FROM search_month WHERE covers)
        USING (source_id, month) GROUP BY ALL
) GROUP BY ALL HAVING count(*) > 1
"""
MISPLACED = """
SELECT count(*) FROM stop_and_search
WHERE area_code IS NOT NULL
    AND (NOT has_coordinates OR area_code NOT IN (SELECT area_code FROM area WHERE area_type = 'borough'))
"""


def load(con: duckdb.DuckDBPyConnection, files: Sequence[InputFile]) -> None:
    """Fill stop_and_search, rejected_row and load_count.

    Raises LoadError for files that are cut short, empty, or another police force's.
    """
    refuse([other_force(file) for file in files])
    install_words(con)
    paths = ", ".join(sql_text(str(file.text.readable)) for file in files)
    con.execute(f"CREATE TEMP TYPE said_path AS ENUM ({paths}); {TABLES}")
    faults: list[Fault | None] = []
    for batch in batches(files):
        faults += stage(con, batch)
        if not faults:
            load_batch(con, columns=len(LAYOUTS[0].columns))
    refuse(faults)
    choose_months(con)
    date_files(con, months="(FROM search_month WHERE covers)")
    con.execute(COUNTS)


def check(con: duckdb.DuckDBPyConnection) -> list[str]:
    """What does not add up, in sentences; nothing when all does."""
    said = [f"{month:%Y-%m} ({force}): counted from {n} files" for month, force, n in con.execute(TWICE).fetchall()]
    (misplaced,) = con.execute(MISPLACED).fetchall()[0]
    return said + ([f"{misplaced} searches have a borough that they cannot have"] if misplaced else [])
