"""(cursor, what is asked) -> what the edition holds.

Table and column names come from the catalogue, which lets only plain names through; every value is a bound parameter.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import duckdb
import pandas as pd

from data.catalogue import Dataset, Measure
from data.periods import Coverage, add_months, months_between
from geo.areas import CITY_CODE
from geo.population import nearest_year

Cursor = duckdb.DuckDBPyConnection

MONTHS_UNTIL_A_SERIES_IS_OVER = 12


def coverages(cursor: Cursor, dataset: Dataset, measures: tuple[Measure, ...]) -> Mapping[str, Coverage]:
    """First and last month with a figure, for each of the dataset's measures that has any."""
    keys = ", ".join(dataset.key_columns)
    rows = cursor.execute(
        f"SELECT {keys}, min(month), max(month) FROM {dataset.table} "
        f"WHERE {dataset.count_column} IS NOT NULL GROUP BY ALL"
    ).fetchall()
    found = {}
    for measure in measures:
        spans = [row[-2:] for row in rows if _matches(dict(zip(dataset.key_columns, row, strict=False)), measure)]
        if spans:
            found[measure.id] = Coverage(min(s[0] for s in spans), max(s[1] for s in spans))
    return found


def _matches(row: Mapping[str, str], measure: Measure) -> bool:
    return any(all(row[column] == value for column, value in keys.items()) for keys in measure.select)


def last_month(cursor: Cursor, dataset: Dataset) -> date:
    """The latest month with a figure. Raises LookupError when the table is empty."""
    row = cursor.execute(f"SELECT max(month) FROM {dataset.table}").fetchone()
    if row is None or row[0] is None:
        raise LookupError(f"the edition holds nothing in {dataset.table}")
    return row[0]  # type: ignore[no-any-return]


def first_provisional_month(cursor: Cursor, measure: Measure, dataset: Dataset) -> date:
    """The first of the measure's latest months that may still move; the month after its last when none may.

    A series that ended more than a year before its dataset's last month, such as an older set of categories, moves no
    more.
    """
    where, values = _where(measure)
    row = cursor.execute(f"SELECT max(month) FROM {dataset.table} WHERE {where}", values).fetchone()
    last = row[0] if row and row[0] else last_month(cursor, dataset)
    is_over = months_between(last, last_month(cursor, dataset)) > MONTHS_UNTIL_A_SERIES_IS_OVER
    return add_months(last, 1 if is_over else 1 - dataset.provisional_months)


def population_year(cursor: Cursor, year: int) -> int:
    """The year of the resident numbers used for `year`: the same, or the nearest there is. Raises LookupError."""
    rows = cursor.execute("SELECT DISTINCT year FROM population WHERE ethnic_group = 'All'").fetchall()
    if not rows:
        raise LookupError("the edition holds no resident numbers")
    return nearest_year(year, [row[0] for row in rows])


def _where(measure: Measure) -> tuple[str, list[str]]:
    parts = [" AND ".join(f"{column} = ?" for column in keys) or "true" for keys in measure.select]
    values = [value for keys in measure.select for value in keys.values()]
    return "(" + " OR ".join(f"({part})" for part in parts) + ")", values


def listed(cursor: Cursor, measure: Measure, dataset: Dataset) -> pd.DataFrame:
    """area_code, month, n, refused: what the publisher lists of a measure, month by month, and whether a row of it
    could not be read."""
    where, values = _where(measure)
    return cursor.execute(
        f"""SELECT area_code, month, sum({dataset.count_column}) AS n,
                   bool_or({dataset.count_column} IS NULL) AS refused
            FROM {dataset.table} WHERE {where} GROUP BY ALL""",
        values,
    ).df()


def policed_boroughs(cursor: Cursor) -> frozenset[str]:
    """The codes of the boroughs that the edition knows, but for the City of London."""
    rows = cursor.execute("SELECT area_code FROM area WHERE area_type = 'borough' AND area_code <> ?", [CITY_CODE])
    return frozenset(code for (code,) in rows.fetchall())


def residents(cursor: Cursor) -> dict[tuple[str, int], float]:
    """Persons by (area code, year)."""
    rows = cursor.execute("SELECT area_code, year, persons FROM population WHERE ethnic_group = 'All'").fetchall()
    return {(code, year): float(persons) for code, year, persons in rows}


def unplaced_offences(cursor: Cursor, dataset: Dataset) -> int:
    """Recorded offences in rows that the loader could not place; what it left out on purpose is counted elsewhere."""
    row = cursor.execute(
        "SELECT coalesce(sum(offences), 0) FROM rejected_row JOIN source USING (source_id) "
        "WHERE dataset = ? AND rule NOT LIKE 'left out on purpose%'",
        [dataset.id],
    ).fetchone()
    return int(row[0]) if row else 0
