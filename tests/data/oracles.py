"""Slow answers that share nothing with the code they are held against."""

from __future__ import annotations

from datetime import date

import duckdb

from data.catalogue import Dataset, Measure
from data.periods import Coverage, month_range
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
