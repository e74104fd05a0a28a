"""Slow answers that share nothing with the code they are held against."""

from __future__ import annotations

from datetime import date

import duckdb

from data.catalogue import Dataset, Measure
from data.periods import Coverage, Span, month_range
from geo.areas import CITY_CODE, LONDON_CODE


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
