"""The 12-month change in the sum of each borough's own chosen priorities: what the map shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import duckdb
import numpy as np

from data.catalogue import Catalogue
from data.periods import add_months, month_range
from data.priorities.rows import Asked
from data.quarters import known
from data.statistics import Array, year_change

Row = dict[str, Any]
MONTHS_OF_FIT = 60  # that the dispersion is taken from; see data.statistics.dispersion
MONTHS_COMPARED = 24
SERIES = """
SELECT measure_id, area_code, datediff('month', ?, month) AS place, offences FROM monthly_signal
WHERE list_contains(?, measure_id) AND month BETWEEN ? AND ? AND offences IS NOT NULL
"""


def sums(cursor: duckdb.DuckDBPyConnection, wanted: Sequence[Asked], catalogue: Catalogue, month: date) -> list[Row]:
    """One row a borough: now, before, pct, lower_pct, upper_pct, verdict and the `parts` that are added up.

    The parts are the chosen priorities: not the additional ones, nor what every borough has. All are there or none.
    """
    chosen: dict[str, list[Asked]] = {}
    for each in wanted:
        if each.priority.number is not None and not each.priority.is_additional:
            chosen.setdefault(each.area.area_code, []).append(each)
    months = month_range(add_months(month, 1 - MONTHS_OF_FIT), month)
    series = _series(cursor, {each.measure_id for parts in chosen.values() for each in parts}, months)
    values = np.array([_added(parts, series, catalogue, months) for parts in chosen.values()])
    broken = np.array([_is_broken(parts, catalogue, month) for parts in chosen.values()])
    change = year_change(values, np.repeat(broken[:, None], len(months), axis=1))
    columns = {"now": change.later, "before": change.earlier, "pct": change.change_pct,
               "lower_pct": change.change_lower_pct, "upper_pct": change.change_upper_pct}  # fmt: skip
    return [
        {"area_code": code, "area_name": parts[0].area.area_name, "slug": parts[0].area.slug,
         "parts": tuple(each.priority.name for each in parts), "verdict": str(change.verdict[place, -1]),
         **{name: known(column[place, -1]) for name, column in columns.items()}}
        for place, (code, parts) in enumerate(chosen.items())
    ]  # fmt: skip


def _series(
    cursor: duckdb.DuckDBPyConnection, measures: set[str], months: Sequence[date]
) -> Mapping[tuple[str, str], Array]:
    """Counts by month of each measure and area, NaN where there is none."""
    found: dict[tuple[str, str], Array] = {}
    rows = cursor.execute(SERIES, [months[0], sorted(measures), months[0], months[-1]]).fetchall()
    for measure_id, area_code, place, offences in rows:
        found.setdefault((measure_id, area_code), np.full(len(months), np.nan))[place] = offences
    return found


def _added(
    parts: Sequence[Asked], series: Mapping[tuple[str, str], Array], catalogue: Catalogue, months: Sequence[date]
) -> Array:
    """The sum by month. Months before the latest break of any part are left out: nothing is worked out across one."""
    blank = np.full(len(months), np.nan)
    total = np.sum([series.get((each.measure_id, each.area.area_code), blank) for each in parts], axis=0)
    breaks = [catalogue.counted(each.measure_id).break_between(months[0], months[-1]) for each in parts]
    since = max((each.month for each in breaks if each), default=months[0])
    return np.where(np.array(months) < since, np.nan, total)


def _is_broken(parts: Sequence[Asked], catalogue: Catalogue, month: date) -> bool:
    first = add_months(month, 1 - MONTHS_COMPARED)
    return any(catalogue.counted(each.measure_id).break_between(first, month) for each in parts)
