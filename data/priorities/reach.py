"""In which quarter most boroughs last had a change over 12 months in both their priorities."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import duckdb

from data.priorities.rows import asked
from geo.areas import boroughs

SAID = """
SELECT measure_id, area_code, month FROM monthly_signal
WHERE list_contains(?, measure_id) AND list_contains(?, month) AND change_pct IS NOT NULL
"""


def latest_full(cursor: duckdb.DuckDBPyConnection, ends: Sequence[date]) -> dict[str, Any] | None:
    """`month` and number of `boroughs` of the latest quarter that at least half of them have; None where there is none.

    `ends`: newest first.
    """
    wanted = {end: [each for each in asked(end) if _is_counted(each)] for end in ends}
    measures = sorted({each.measure_id for parts in wanted.values() for each in parts})
    said = set(cursor.execute(SAID, [measures, list(ends)]).fetchall())
    found = {end: _complete(parts, said, end) for end, parts in wanted.items()}
    return next(({"month": end, "boroughs": n} for end, n in found.items() if 2 * n >= len(boroughs())), None)


def _is_counted(each: Any) -> bool:
    return each.priority.number is not None and not each.priority.is_additional


def _complete(parts: Sequence[Any], said: set[tuple[str, str, date]], end: date) -> int:
    """Boroughs all of whose parts have a change."""
    missing = {each.area.slug for each in parts if (each.measure_id, each.area.area_code, end) not in said}
    return len({each.area.slug for each in parts} - missing)
