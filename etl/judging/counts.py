"""Every measure's monthly counts as arrays: one pass over each dataset's table, by the rules of `data.queries`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import duckdb
import numpy as np
import numpy.typing as npt
import pandas as pd

from data.catalogue import Catalogue, CombinedMeasure, Dataset, Measure
from data.periods import month_range
from data.queries import coverages, first_provisional_month
from geo.areas import LONDON_CODE, boroughs

Counts = npt.NDArray[np.float64]

# The areas that are judged, in the order of the arrays' rows. London is the sum of every place that is listed.
AREAS = (*sorted(area.area_code for area in boroughs()), LONDON_CODE)

# A figure that was refused makes its own sum and London's unknown. The sub-query is one pass for all the measures.
SUMS = """
SELECT measure_no, coalesce(area_no, $london) AS area_no, date_diff('month', $epoch, month) AS month_no,
       CAST(CASE WHEN count({count}) = count(*) THEN sum({count}) END AS DOUBLE) AS n
FROM (SELECT k.measure_no, t.area_code, t.month, t.{count} FROM {table} t JOIN judged_key k ON {same_keys})
LEFT JOIN judged_area USING (area_code)
GROUP BY GROUPING SETS ((measure_no, month), (measure_no, month, area_no))
HAVING grouping(area_no) = 1 OR area_no IS NOT NULL
"""
EPOCH = date(1970, 1, 1)


@dataclass(frozen=True)
class MeasureCounts:
    """One measure. `counts`: areas (AREAS) x months of the coverage, NaN where there is no figure."""

    measure: Measure | CombinedMeasure
    months: tuple[date, ...]
    counts: Counts
    first_provisional: date


def gather(con: duckdb.DuckDBPyConnection, catalogue: Catalogue) -> Iterator[MeasureCounts]:
    """The counts of every measure that the edition has any figure for, dataset by dataset."""
    tables = {name for (name,) in con.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    for dataset in catalogue.datasets:
        if dataset.table in tables:
            yield from _of_dataset(con, dataset, [m for m in catalogue.measures if m.dataset == dataset.id])


def _of_dataset(
    con: duckdb.DuckDBPyConnection, dataset: Dataset, measures: Sequence[Measure]
) -> Iterator[MeasureCounts]:
    with con.cursor() as asked:  # a query that leaves its last row unread would block the connection itself
        covered = coverages(asked, dataset, tuple(measures)) if measures else {}
        present = [(m, first_provisional_month(asked, m, dataset)) for m in measures if m.id in covered]
    if not present:
        return
    sums = _sums(con, dataset, [measure for measure, _ in present])
    for number, (measure, first_provisional) in enumerate(present):
        months = month_range(covered[measure.id].first, covered[measure.id].last)
        counts = _dense(sums[sums["measure_no"] == number], months, zeros_are_left_out=dataset.zeros_are_left_out)
        yield MeasureCounts(measure, months, counts, first_provisional)


def _sums(con: duckdb.DuckDBPyConnection, dataset: Dataset, measures: Sequence[Measure]) -> pd.DataFrame:
    """measure_no, area_no, month_no (months since 1970), n: what is listed, NaN where a figure was refused."""
    columns = dataset.key_columns
    rows = con.execute(f"SELECT DISTINCT {', '.join(columns)} FROM {dataset.table}").fetchall()
    keys = [(number, *row) for number, m in enumerate(measures) for row in rows if _selects(m, columns, row)]
    con.register("judged_key", pd.DataFrame(keys, columns=["measure_no", *columns]))
    con.register("judged_area", pd.DataFrame({"area_code": AREAS[:-1], "area_no": range(len(AREAS) - 1)}))
    same_keys = " AND ".join(f"t.{column} IS NOT DISTINCT FROM k.{column}" for column in columns)
    query = SUMS.format(count=dataset.count_column, table=dataset.table, same_keys=same_keys)
    found = con.execute(query, {"london": len(AREAS) - 1, "epoch": EPOCH}).df()
    con.unregister("judged_key")
    con.unregister("judged_area")
    return found


def _selects(measure: Measure, columns: Sequence[str], row: Sequence[str | None]) -> bool:
    held = dict(zip(columns, row, strict=True))
    return any(all(held[column] == value for column, value in keys.items()) for keys in measure.select)


def _dense(sums: pd.DataFrame, months: Sequence[date], *, zeros_are_left_out: bool) -> Counts:
    """Areas x months. Where zeros are left out, a month with any row at all counts as 0 for areas without one."""
    column = sums["month_no"].to_numpy() - _month_number(months[0])
    area = sums["area_no"].to_numpy()
    inside = (column >= 0) & (column < len(months))
    counts = np.full((len(AREAS), len(months)), np.nan)
    if zeros_are_left_out:
        counts[:, column[inside]] = 0.0
    counts[area[inside], column[inside]] = sums["n"].to_numpy()[inside]
    return counts


def _month_number(month: date) -> int:
    return (month.year - EPOCH.year) * 12 + month.month - EPOCH.month
