"""(cursor, what is asked) -> tidy frame, always in the columns FRAME. Table and column names come from the catalogue,
which lets only plain names through; every value is a bound parameter.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import duckdb
import numpy as np
import pandas as pd

from data.catalogue import Dataset, Measure
from data.periods import Coverage, Window, add_months, months_between
from data.statistics import count_interval
from geo.areas import CITY_CODE, LONDON_CODE
from geo.population import nearest_year

FRAME = ("measure", "area_code", "period_start", "period_end", "numerator", "denominator", "value", "lower", "upper",
         "status")  # fmt: skip
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


def _listed(dataset: Dataset, where: str) -> str:
    """SQL for area_code, month, n, refused, where the publisher lists the area in that month."""
    return f"""
        SELECT area_code, month, sum({dataset.count_column}) AS n, bool_or({dataset.count_column} IS NULL) AS refused
        FROM {dataset.table} WHERE {where} GROUP BY ALL"""


def counts_of_periods(cursor: Cursor, measure: Measure, dataset: Dataset, windows: Sequence[Window]) -> pd.DataFrame:
    """Counts of periods of one span by area, ordered by the periods' ends, with the residents of the year each ends in:
    one row an area that the edition lists in the period, and London, which is the sum of them all.

    A count is NaN and its status not_available unless the publisher lists the area in every month of the period.
    """
    where, values = _where(measure)
    first, last = min(w.start for w in windows), max(w.end for w in windows)
    spans = {window.span.months for window in windows}
    if len(spans) != 1:
        raise ValueError(f"periods of {sorted(spans)} months cannot stand in one frame")
    years = {year: population_year(cursor, year) for year in {window.end.year for window in windows}}
    frame = cursor.execute(
        _of_periods(dataset, f"{where} AND month BETWEEN ? AND ?"),
        [*values, first, last, *([w.start for w in windows], [w.end for w in windows]),
         [years[w.end.year] for w in windows], LONDON_CODE, *spans],
    ).df()  # fmt: skip
    return _tidy(frame, measure, first_provisional=first_provisional_month(cursor, measure, dataset))


def _of_periods(dataset: Dataset, where: str) -> str:
    """SQL for area_code, period_start, period_end, numerator, denominator. Zeros that the publisher leaves out count
    as in `_figures`: in every borough, and in what other place the period lists."""
    months, n, refused, places = "months", "n", "refused", "summed"
    if dataset.zeros_are_left_out:
        months, n, refused = "listed_months", "coalesce(n, 0)", "coalesce(refused, false)"
        places = f"""(SELECT period_end, area_code FROM listed_months_of, area
                      WHERE area_type = 'borough' AND area_code <> '{CITY_CODE}'
                      UNION SELECT period_end, area_code FROM summed) LEFT JOIN summed USING (period_end, area_code)"""
    return f"""
        WITH listed AS ({_listed(dataset, where)}), period AS (
            SELECT unnest(CAST(? AS DATE[])) AS period_start, unnest(CAST(? AS DATE[])) AS period_end,
                   unnest(CAST(? AS INTEGER[])) AS year
        ), listed_months_of AS (
            SELECT period_end, count(DISTINCT month) AS listed_months
            FROM period JOIN listed ON month BETWEEN period_start AND period_end GROUP BY ALL
        ), summed AS (
            SELECT period_end, area_code, count(*) AS months, sum(n) AS n, bool_or(refused) AS refused
            FROM period JOIN listed ON month BETWEEN period_start AND period_end GROUP BY ALL
        ), area_sum AS (
            SELECT period_end, area_code, {months} AS months, {n} AS n, {refused} AS refused
            FROM {places} JOIN listed_months_of USING (period_end)
            UNION ALL
            SELECT period_end, ?, any_value(listed_months), sum(n), bool_or(refused)
            FROM summed JOIN listed_months_of USING (period_end) GROUP BY period_end
        )
        SELECT area_code, period_start, period_end,
               CAST(CASE WHEN months = ? AND NOT refused THEN n END AS DOUBLE) AS numerator,
               CAST(p.persons AS DOUBLE) AS denominator
        FROM area_sum JOIN period USING (period_end)
             LEFT JOIN (SELECT * FROM population WHERE ethnic_group = 'All') p USING (area_code)
        WHERE p.year IS NULL OR p.year = period.year
        ORDER BY period_end, area_code"""


def _tidy(frame: pd.DataFrame, measure: Measure, *, first_provisional: date) -> pd.DataFrame:
    lower, upper = count_interval(frame["numerator"])
    status = _status(frame, first_provisional)
    return frame.assign(measure=measure.id, value=frame["numerator"], lower=lower, upper=upper, status=status)[
        list(FRAME)
    ]


def _status(frame: pd.DataFrame, first_provisional: date) -> np.ndarray[Any, np.dtype[np.str_]]:
    moving = pd.to_datetime(frame["period_end"]) >= pd.Timestamp(first_provisional)
    return np.where(frame["numerator"].isna(), "not_available", np.where(moving, "provisional", "ok"))


def listed(cursor: Cursor, measure: Measure, dataset: Dataset) -> pd.DataFrame:
    """area_code, month, n, refused: what the publisher lists of a measure, month by month, and whether a row of it
    could not be read."""
    where, values = _where(measure)
    return cursor.execute(_listed(dataset, where), values).df()


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
