"""How many series an edition judged, in a sentence for the terminal."""

from __future__ import annotations

import duckdb

ASKED = """
SELECT count(DISTINCT (measure_id, area_code)), count(DISTINCT measure_id),
       count(*) FILTER (signal IN ('higher', 'within', 'lower')), (SELECT count(*) FROM survey_change)
FROM monthly_signal
"""


def told(con: duckdb.DuckDBPyConnection) -> str:
    """What was judged; or, of an edition from before anything was, that it should be loaded again."""
    try:
        series, measures, months, answers = con.execute(ASKED).fetchall()[0]
    except duckdb.CatalogException:
        return "Expected ranges: none, for an older version of the loader built this edition. Load the files again."
    return (
        f"Expected ranges: {series:,} series of {measures:,} measures, with {months:,} months judged; "
        f"{answers:,} survey figures."
    )
