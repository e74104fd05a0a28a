"""The monthly series of a file that was loaded: shares with intervals, the range expected of each, and the change."""

from __future__ import annotations

from datetime import date
from typing import Any

import duckdb
import numpy as np

from data.periods import Coverage, month_range
from data.statistics import gap_interval, gap_verdict, share_limits, wilson_interval
from geo.areas import LONDON_CODE, boroughs

Cursor = duckdb.DuckDBPyConnection
Row = dict[str, Any]
YEAR = 12

COVERED = "SELECT min(month), max(month) FROM victims_code"
BOROUGH = "SELECT month, applicable, met FROM victims_code WHERE requirement = ? AND area_code = ?"
# London is its own row; where the file gives none, the sum of all the boroughs, and never of fewer.
LONDON = """
SELECT month, applicable, met FROM victims_code WHERE requirement = $requirement AND area_code = $london
UNION ALL
SELECT month, sum(applicable)::BIGINT, sum(met)::BIGINT FROM victims_code v
WHERE requirement = $requirement AND NOT EXISTS (
    SELECT 1 FROM victims_code w WHERE (w.month, w.requirement, w.area_code) = (v.month, v.requirement, $london))
GROUP BY month HAVING count(*) = $boroughs
"""
AREAS = "SELECT DISTINCT area_code FROM victims_code WHERE requirement = ? AND area_code <> ?"


def coverage(cursor: Cursor) -> Coverage | None:
    """The months from the first to the last of the file; None where no file is loaded."""
    first, last = cursor.execute(COVERED).fetchall()[0]
    return Coverage(first, last) if first else None


def areas_held(cursor: Cursor, requirement: str) -> frozenset[str]:
    """Codes of the boroughs that have any month of the requirement."""
    return frozenset(code for (code,) in cursor.execute(AREAS, [requirement, LONDON_CODE]).fetchall())


def monthly(cursor: Cursor, requirement: str, area_code: str, covered: Coverage) -> list[Row]:
    """One row a month of `covered`, oldest first. What is not known is None; proportions are 0 to 1.

    `lower`, `upper`: Wilson's 95% interval. `expected_lower`, `expected_upper`, `centre`, `limits`, `signal`: see
    data.statistics.share_limits. `change` and its limits, in points: on the same month a year before, Newcombe's
    interval on bases divided by sigma z squared (at least 1) of the month's baseline.
    """
    held = _held(cursor, requirement, area_code)
    months = month_range(covered.first, covered.last)
    counts = np.array([held.get(month, (np.nan, np.nan)) for month in months], dtype=float)
    cases, met = counts[:, 0], counts[:, 1]
    judged = share_limits(met, cases)
    lower, upper = wilson_interval(judged.share, cases)
    columns = {
        "cases": cases, "met": met, "share": judged.share, "lower": lower, "upper": upper, "centre": judged.centre,
        "expected_lower": judged.lower, "expected_upper": judged.upper, "spread": judged.spread,
    }  # fmt: skip
    rows = [{"month": month, **{name: _known(values[place]) for name, values in columns.items()},
             "baseline_months": int(judged.baseline_months[place]), "limits": str(judged.limits[place]),
             "signal": str(judged.signal[place])} for place, month in enumerate(months)]  # fmt: skip
    before: list[Row | None] = [*[None] * YEAR, *rows]  # covered months follow one another
    return [{**row, **_change(row, earlier)} for row, earlier in zip(rows, before, strict=False)]


def _held(cursor: Cursor, requirement: str, area_code: str) -> dict[date, tuple[float, float]]:
    if area_code == LONDON_CODE:
        asked = {"requirement": requirement, "london": LONDON_CODE, "boroughs": len(boroughs())}
        rows = cursor.execute(LONDON, asked).fetchall()
    else:
        rows = cursor.execute(BOROUGH, [requirement, area_code]).fetchall()
    return {month: (cases, met) for month, cases, met in rows}


def _change(now: Row, before: Row | None) -> Row:
    nothing: Row = {"change": None, "change_lower": None, "change_upper": None, "change_verdict": "not_available"}
    if before is None or now["share"] is None or before["share"] is None:
        return nothing
    effect = max(1.0, (now["spread"] or 1.0) ** 2)
    found = gap_interval(now["share"], now["cases"], before["share"], before["cases"], design_effect=effect)
    gap, lower, upper = (float(each) for each in found)
    verdict = gap_verdict(lower, upper, now["cases"], before["cases"], undecided="no_clear_change")
    return {"change": 100 * gap, "change_lower": 100 * lower, "change_upper": 100 * upper,
            "change_verdict": str(verdict)}  # fmt: skip


def _known(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
