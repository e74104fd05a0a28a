"""Which stands first in a survey file's dates, the day or the month? The file as a whole decides, never one row."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from etl.faults import Fault, quote
from etl.files import InputFile

PARTS = """
CREATE OR REPLACE TEMP TABLE survey_date AS
SELECT source_id, line, date AS text, parts[1] AS first, parts[2] AS second, parts[3] AS year,
       CASE WHEN regexp_full_match(date, '\\d{4}-\\d\\d-\\d\\d') THEN TRY_CAST(date AS DATE) END AS day
FROM (SELECT *, CASE WHEN regexp_full_match(date, '\\d{1,2}/\\d{1,2}/\\d{4}')
                     THEN CAST(string_split(date, '/') AS INTEGER[]) END AS parts FROM survey_row)
"""

# 31/12 and 12/31 are certain, 3/6 is not, 3/3 is the same either way.
ORDERS = """
CREATE OR REPLACE TEMP TABLE survey_order AS
SELECT source_id,
       min_by(text, line) FILTER (first > 12 AND second <= 12) AS day_first,
       min(line) FILTER (first > 12 AND second <= 12) AS day_first_line,
       min_by(text, line) FILTER (second > 12 AND first <= 12) AS month_first,
       min(line) FILTER (second > 12 AND first <= 12) AS month_first_line,
       min_by(text, line) FILTER (first <= 12 AND second <= 12 AND first <> second) AS unclear,
       max_by(text, line) FILTER (first <= 12 AND second <= 12 AND first <> second) AS unclear_too
FROM survey_date GROUP BY ALL
"""

DAYS = """
UPDATE survey_date d
SET day = TRY_CAST(printf('%04d-%02d-%02d', d.year, if(o.month_first IS NULL, d.second, d.first),
                          if(o.month_first IS NULL, d.first, d.second)) AS DATE)
FROM survey_order o WHERE d.source_id = o.source_id AND d.year IS NOT NULL
"""


def make_dates(con: duckdb.DuckDBPyConnection, files: Sequence[InputFile]) -> list[Fault]:
    """Make survey_date (source_id, line, text, day) from survey_row; `day` is NULL where the text is no date.

    The faults are files whose dates contradict each other, or could all be read either way.
    """
    con.execute(PARTS)
    con.execute(ORDERS)
    con.execute(DAYS)
    orders = {row[0]: row[1:] for row in con.execute("SELECT * FROM survey_order").fetchall()}
    said = [(file, _said(*orders[file.source_id])) for file in files if file.source_id in orders]
    return [Fault(file.path, message) for file, message in said if message]


def _said(
    day_first: str | None,
    day_first_line: int,
    month_first: str | None,
    month_first_line: int,
    unclear: str | None,
    unclear_too: str,
) -> str | None:
    if day_first and month_first:
        return (
            f"has dates in two orders: {quote(day_first)} (line {day_first_line}) has the day first, "
            f"{quote(month_first)} (line {month_first_line}) the month. Save it with one order."
        )
    if unclear and not day_first and not month_first:
        return (
            f"has dates that can all be read with the day or the month first, such as {quote(unclear)} and "
            f"{quote(unclear_too)}. Save it with dates such as '2016-12-31'."
        )
    return None
