"""Editions whose judged months are written by hand: the tables of the schema, and the rows that a test names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from data.warehouse import SCHEMA, Warehouse

LONDON, CAMDEN, BRENT = "E23000001", "E09000007", "E09000005"
JUNE = date(2017, 6, 1)
Row = dict[str, Any]


def signal(measure_id: str, area_code: str, month: date = JUNE, **others: Any) -> Row:
    """A month that was judged to be within its range, unless `others` say otherwise. A signal of higher or lower that
    names no rule is beyond a limit."""
    given = {
        "measure_id": measure_id, "area_code": area_code, "month": month, "offences": 120.0, "is_provisional": False,
        "offences_12m": 1300.0, "offences_12m_before": 1000.0, "change_pct": 30.0, "change_lower_pct": 20.0,
        "change_upper_pct": 41.0, "change_verdict": "higher", "dispersion": 1.5, "season": 1.0, "centre": 90.0,
        "half_width": 20.0, "expected_lower": 70.0, "expected_upper": 110.0, "baseline_months": 24, "limits": "limits",
        "signal": "within", "rules": "", "since": None, "p_value": 0.5, "q_value": 0.6, **others,
    }  # fmt: skip
    if given["signal"] in ("higher", "lower"):
        given["rules"] = given["rules"] or "beyond_limit"
        given["since"] = given["since"] or month
    elif given["signal"] != "within":
        given |= {"p_value": None, "q_value": None}
    return given


def revision(
    dataset: str, area_code: str, series: str, old: float | None, new: float | None, month: date = JUNE
) -> Row:
    return {"dataset": dataset, "area_code": area_code, "month": month, "series": series, "old_value": old,
            "new_value": new, "old_source_id": 1, "new_source_id": 2}  # fmt: skip


def house(
    folder: Path, signals: Sequence[Row], revisions: Sequence[Row] = (), kind: str = "official", name: str = "made"
) -> Warehouse:
    """A warehouse over an edition of these rows. Recorded crime has one row, so that the edition has a last month."""
    with duckdb.connect(str(folder / f"{name}.duckdb")) as con:
        con.execute(SCHEMA.read_text(encoding="utf-8"))
        con.execute("INSERT INTO edition VALUES (?, ?, 'v1')", [name, kind])
        con.execute("INSERT INTO recorded_crime VALUES (?, ?, 'home_office', 'Burglary', 'Residential burglary', 1)",
                    [CAMDEN, date(2017, 8, 1)])  # fmt: skip
        for table, rows in (("monthly_signal", signals), ("revision", revisions)):
            for row in rows:
                marks = ", ".join("?" * len(row))
                con.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", [*row.values()])
    (folder / "current").write_text(name, encoding="utf-8")
    return Warehouse(folder)
