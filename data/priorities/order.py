"""The order of the table's rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Row = dict[str, Any]
FIELDS = {"now": "now", "before": "before", "change": "change", "percent": "change_pct", "year": "year_pct",
          "published": "published_pct"}  # fmt: skip
SIGNALS = ("higher", "within", "lower", "provisional", "too_few", "not_comparable", "not_available")


def ordered(rows: Sequence[Row], sort: str) -> list[Row]:
    """By the column, the largest first after '-'; rows without a figure last either way, equal ones as they stood.

    `rows` come by borough and declared order, which is what the sort 'borough' leaves.
    """
    key, falling = sort.removeprefix("-"), sort.startswith("-")
    if key == "borough":
        names = sorted({row["area_name"] for row in rows}, reverse=falling)
        return sorted(rows, key=lambda row: names.index(row["area_name"]))
    if key == "priority":
        return sorted(rows, key=lambda row: row["name"], reverse=falling)
    if key == "signal":
        places = {signal: place for place, signal in enumerate(SIGNALS)}
        return sorted(rows, key=lambda row: places[row["signal"]], reverse=not falling)
    field = FIELDS[key]
    missing = [row for row in rows if row[field] is None]
    there = [row for row in rows if row[field] is not None]
    return sorted(there, key=lambda row: row[field], reverse=falling) + missing
