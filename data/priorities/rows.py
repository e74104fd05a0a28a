"""(cursor, month) -> one row a borough and priority: its quarter, its 12 months, its latest month's signal.

Rows are plain dictionaries; None is no figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb

from data.catalogue import Catalogue
from data.periods import add_months
from data.priorities.declared import Priority, chosen
from data.quarters import quarter_changes
from geo.areas import LONDON_CODE, Area, boroughs

Row = dict[str, Any]
Held = Mapping[tuple[str, str], Mapping[date, Row]]  # (measure, area) -> month -> row of monthly_signal

MONTHS = 3
CARRIED = {
    "offences_12m": "year_now", "offences_12m_before": "year_before", "change_pct": "year_pct",
    "change_lower_pct": "year_lower_pct", "change_upper_pct": "year_upper_pct", "dispersion": "dispersion",
    "rules": "rules", "since": "since",
}  # fmt: skip
ASKED = f"""
SELECT measure_id, area_code, month, offences, is_provisional, change_verdict, signal, {", ".join(CARRIED)}
FROM monthly_signal WHERE list_contains(?, measure_id) AND list_contains(?, month)
"""
REACHES = """
SELECT measure_id, max(month) FROM monthly_signal
WHERE area_code = ? AND offences IS NOT NULL GROUP BY measure_id
"""


@dataclass(frozen=True)
class Asked:
    """One borough's priority and the measure that counts it in the quarter."""

    area: Area
    priority: Priority
    measure_id: str


def asked(month: date) -> list[Asked]:
    """Every borough's priorities for the quarter, by borough and in the declared order."""
    choice = chosen(month)
    return [
        Asked(area, priority, priority.measure_at(month))
        for area in boroughs() for priority in choice.boroughs[area.slug]
    ]  # fmt: skip


def quarter_months(end: date) -> list[date]:
    """The three months of the quarter that ends in `end`."""
    return [add_months(end, -step) for step in range(MONTHS)]


def held(cursor: duckdb.DuckDBPyConnection, month: date, measures: Iterable[str]) -> Held:
    """What the edition holds of the quarter and of the same a year before."""
    months = [*quarter_months(month), *quarter_months(add_months(month, -12))]
    result = cursor.execute(ASKED, [sorted(set(measures)), months])
    names = [column[0] for column in result.description]
    found: dict[tuple[str, str], dict[date, Row]] = {}
    for values in result.fetchall():
        row = dict(zip(names, values, strict=True))
        found.setdefault((row["measure_id"], row["area_code"]), {})[row["month"]] = row
    return found


def reaches(cursor: duckdb.DuckDBPyConnection) -> dict[str, date]:
    """The last month for which London has a figure, by measure."""
    return dict(cursor.execute(REACHES, [LONDON_CODE]).fetchall())


def made(wanted: Sequence[Asked], found: Held, catalogue: Catalogue, month: date) -> list[Row]:
    """A row for each of `wanted`, in their order."""
    counts = [_counts(found.get((each.measure_id, each.area.area_code), {}), month) for each in wanted]
    last = [found.get((each.measure_id, each.area.area_code), {}).get(month, {}) for each in wanted]
    broken = [is_broken(catalogue, each.measure_id, month) for each in wanted]
    changes = quarter_changes(
        [now for now, _, _ in counts], [before for _, before, _ in counts], [row.get("dispersion") for row in last],
        broken,
    )  # fmt: skip
    return [
        {**_about(each, catalogue), "now": now, "before": before, **_settled(change, may_move, now),
         **_year(row, may_move), "is_broken": is_shut}
        for each, (now, before, may_move), change, row, is_shut
        in zip(wanted, counts, changes, last, broken, strict=True)
    ]  # fmt: skip


def is_broken(catalogue: Catalogue, measure_id: str, month: date) -> bool:
    """Whether a declared break lies between the two quarters."""
    start = add_months(month, -12 - MONTHS + 1)
    return catalogue.counted(measure_id).break_between(start, month) is not None


def _counts(months: Mapping[date, Row], month: date) -> tuple[float | None, float | None, bool]:
    """The quarter, the same a year before, and whether any month of it may still move."""
    now = [months.get(each, {}) for each in quarter_months(month)]
    before = [months.get(each, {}) for each in quarter_months(add_months(month, -12))]
    return _total(now), _total(before), any(row.get("is_provisional") for row in now)


def _total(months: Sequence[Row]) -> float | None:
    numbers = [row.get("offences") for row in months]
    return None if None in numbers else float(sum(number for number in numbers if number is not None))


def _about(each: Asked, catalogue: Catalogue) -> Row:
    measure = catalogue.counted(each.measure_id)
    return {
        "area_code": each.area.area_code, "area_name": each.area.area_name, "slug": each.area.slug,
        "kind": each.priority.id, "name": each.priority.name, "printed": each.priority.printed,
        "number": each.priority.number, "is_additional": each.priority.is_additional,
        "measure_id": each.measure_id, "measure": measure.name, "unit": measure.unit,
    }  # fmt: skip


def _settled(change: Row, may_move: bool, now: float | None) -> Row:
    """A quarter that may still move has figures and no verdict."""
    is_provisional = may_move and now is not None
    verdict = "provisional" if is_provisional and change["verdict"] != "not_available" else change["verdict"]
    return {**change, "verdict": verdict, "is_provisional": is_provisional}


def _year(row: Row, may_move: bool) -> Row:
    verdict = row.get("change_verdict", "not_available")
    settled = "provisional" if may_move and verdict not in ("not_available", "not_comparable") else verdict
    carried = {name: row.get(column) for column, name in CARRIED.items()}
    return {**carried, "rules": carried["rules"] or "", "year_verdict": settled,
            "signal": row.get("signal", "not_available")}  # fmt: skip
