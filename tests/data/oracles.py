"""Slow answers that share nothing with the code they are held against."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import duckdb
import numpy as np
import pandas as pd

from data import queries
from data.catalogue import Dataset, Measure
from data.periods import Coverage, Span, Window, month_range
from data.statistics import count_interval
from geo.areas import CITY_CODE, LONDON_CODE

FRAME = ("measure", "area_code", "period_start", "period_end", "numerator", "denominator", "value", "lower", "upper",
         "status")  # fmt: skip
LISTED = """SELECT area_code, month, sum({n}) AS n, bool_or({n} IS NULL) AS refused
            FROM {table} WHERE {where} GROUP BY ALL"""


def counts_of_periods(
    cursor: duckdb.DuckDBPyConnection, measure: Measure, dataset: Dataset, windows: Sequence[Window]
) -> pd.DataFrame:
    """Counts of periods of one span by area, ordered by the periods' ends, with the residents of the year each ends in:
    one row an area that the edition lists in the period, and London, which is the sum of them all.

    A count is NaN and its status not_available unless the publisher lists the area in every month of the period.
    """
    where = " OR ".join("(" + " AND ".join(f"{key} = ?" for key in keys) + ")" for keys in measure.select)
    values = [value for keys in measure.select for value in keys.values()]
    first, last = min(w.start for w in windows), max(w.end for w in windows)
    spans = {window.span.months for window in windows}
    if len(spans) != 1:
        raise ValueError(f"periods of {sorted(spans)} months cannot stand in one frame")
    years = {year: queries.population_year(cursor, year) for year in {window.end.year for window in windows}}
    frame = cursor.execute(
        _of_periods(dataset, f"({where}) AND month BETWEEN ? AND ?"),
        [*values, first, last, *([w.start for w in windows], [w.end for w in windows]),
         [years[w.end.year] for w in windows], LONDON_CODE, *spans],
    ).df()  # fmt: skip
    return _tidy(frame, measure, first_provisional=queries.first_provisional_month(cursor, measure, dataset))


def _of_periods(dataset: Dataset, where: str) -> str:
    """SQL for area_code, period_start, period_end, numerator, denominator. Zeros that the publisher leaves out count
    as 0 in every borough, and in what other place the period lists."""
    months, n, refused, places = "months", "n", "refused", "summed"
    if dataset.zeros_are_left_out:
        months, n, refused = "listed_months", "coalesce(n, 0)", "coalesce(refused, false)"
        places = f"""(SELECT period_end, area_code FROM listed_months_of, area
                      WHERE area_type = 'borough' AND area_code <> '{CITY_CODE}'
                      UNION SELECT period_end, area_code FROM summed) LEFT JOIN summed USING (period_end, area_code)"""
    return f"""
        WITH listed AS ({LISTED.format(n=dataset.count_column, table=dataset.table, where=where)}), period AS (
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


def monthly(
    con: duckdb.DuckDBPyConnection, measure: Measure, dataset: Dataset, area_code: str, covered: Coverage
) -> list[float | None]:
    """The count of each month of the coverage, in a loop over the rows of the measure; None where it is not known."""
    columns = ", ".join(dataset.key_columns)
    rows = con.execute(f"SELECT area_code, month, {dataset.count_column}, {columns} FROM {dataset.table}").fetchall()
    policed = {code for (code,) in con.execute("SELECT area_code FROM area WHERE area_type = 'borough'").fetchall()}
    found: dict[tuple[str, date], list[int | None]] = {}
    for code, month, n, *keys in rows:
        row = dict(zip(dataset.key_columns, keys, strict=True))
        if any(all(row[name] == value for name, value in wanted.items()) for wanted in measure.select):
            found.setdefault((code, month), []).append(n)
    listed = {month for _, month in found}
    said: list[float | None] = []
    for month in month_range(covered.first, covered.last):
        of_area = [ns for (code, when), ns in found.items() if when == month and area_code in (code, LONDON_CODE)]
        numbers = [n for ns in of_area for n in ns]
        is_zero = dataset.zeros_are_left_out and month in listed and area_code in policed - {CITY_CODE}
        known = (bool(numbers) or is_zero) and None not in numbers
        said.append(float(sum(numbers)) if known else None)  # type: ignore[arg-type]
    return said


def fifths(
    con: duckdb.DuckDBPyConnection, measure: Measure, dataset: Dataset, *, span: Span, is_rate: bool
) -> list[float]:
    """Of all borough figures of that span in the measure's last ten years, as a query over windows of rows."""
    wanted = " OR ".join("(" + " AND ".join(f"{key} = ?" for key in keys) + ")" for keys in measure.select)
    values = [value for keys in measure.select for value in keys.values()]
    places = f"SELECT area_code FROM area WHERE area_type = 'borough' AND area_code <> '{CITY_CODE}'"
    row = con.execute(
        f"""WITH listed AS (
            SELECT area_code, month, sum({dataset.count_column}) AS n FROM {dataset.table} WHERE {wanted} GROUP BY ALL
        ), place AS (SELECT area_code FROM listed {f"UNION {places}" if dataset.zeros_are_left_out else "GROUP BY ALL"}
        ), month_sum AS (
            SELECT area_code, month, {"coalesce(n, 0)" if dataset.zeros_are_left_out else "n"} AS n
            FROM place CROSS JOIN (SELECT DISTINCT month FROM listed) LEFT JOIN listed USING (area_code, month)
            WHERE n IS NOT NULL OR {dataset.zeros_are_left_out}
        ), rolling AS (
            SELECT area_code, month, sum(n) OVER w AS n, count(*) OVER w AS months FROM month_sum
            WINDOW w AS (PARTITION BY area_code ORDER BY month
                         RANGE BETWEEN INTERVAL {span.months - 1} MONTH PRECEDING AND CURRENT ROW)
        ), persons AS (
            SELECT area_code, month,
                   arg_min(persons, 2 * abs(year - year(month)) + (year > year(month))::INT) AS persons
            FROM (SELECT DISTINCT month FROM rolling), population JOIN area USING (area_code)
            WHERE ethnic_group = 'All' AND area_type = 'borough' GROUP BY ALL
        )
        SELECT quantile_cont({"1000.0 * n / persons" if is_rate else "n::DOUBLE"}, [0.2, 0.4, 0.6, 0.8])
        FROM rolling JOIN persons USING (area_code, month)
        WHERE months = {span.months} AND month > (SELECT max(month) FROM rolling) - INTERVAL 10 YEAR""",
        values,
    ).fetchone()
    return list(row[0]) if row and row[0] else []
