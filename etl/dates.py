"""Months as publishers write them in rows."""

from __future__ import annotations

import duckdb

NOT_A_MONTH = "not a month such as ''Jan-03''"  # stands within quotes in SQL

# 'Jan-03' is January 2003: a spreadsheet's short form. Its years are of this century, for nothing here is older; a year
# in the second half of it is a mistake, as is '03-Jan', which may as well be the third of January.
MONTH_OF = """
CREATE OR REPLACE TEMP MACRO month_of(text) AS
CASE WHEN regexp_full_match(trim(text), '[A-Za-z]{3}-[0-4][0-9]')
     THEN CAST(try_strptime('01-' || left(trim(text), 4) || '20' || right(trim(text), 2), '%d-%b-%Y') AS DATE) END
"""


def install_months(con: duckdb.DuckDBPyConnection) -> None:
    """Make the macro month_of(text): the first day of the month, or NULL where the text is none."""
    con.execute(MONTH_OF)
