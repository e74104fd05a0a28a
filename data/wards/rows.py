"""The wards of a period side by side with the year before: one row a ward, ranked. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from data.selection.crime_map import Show
from data.statistics import percentage_change

Counts = Mapping[str, int | None]
VALUE = {Show.NUMBER: "offences", Show.CHANGE: "change_pct"}


def ward_rows(
    wards: Mapping[str, str], *, now: Counts, before: Counts | None, year: Counts | None, show: Show
) -> tuple[dict[str, Any], ...]:
    """Rows in alphabetical order of the wards (code -> name); a figure that is not there is None.

    `before`, `year`: None where there is no period to compare with or no 12 months. `change_status`: ok, small_base
    (fewer than 20 before, so no percentage), not_available. `value` is the figure that the map colours and `rank` its
    place, 1 for the highest, equal ones sharing it.
    """
    rows = [_row(code, name, now.get(code), (before or {}).get(code), (year or {}).get(code))
            for code, name in wards.items()]  # fmt: skip
    for row in rows:
        row["value"] = row[VALUE[show]]
    known = [row["value"] for row in rows if row["value"] is not None]
    for row in rows:
        row["rank"] = None if row["value"] is None else 1 + sum(value > row["value"] for value in known)
    return tuple(rows)


def total_row(rows: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """All wards together, as a row of its own that is not ranked: no sum where a ward has no figure."""
    listed = list(rows)
    added = [_added(row[column] for row in listed) for column in ("offences", "offences_before", "offences_12m")]
    return {**_row("", "Sum of the wards", *added), "value": None, "rank": None}


def _added(counts: Iterable[int | None]) -> int | None:
    total = 0
    for count in counts:
        if count is None:
            return None
        total += count
    return total


def _row(code: str, name: str, now: int | None, before: int | None, year: int | None) -> dict[str, Any]:
    change = now - before if now is not None and before is not None else None
    percent = None if change is None else float(percentage_change([float(now or 0)], [float(before or 0)])[0])
    known = percent if percent is not None and percent == percent else None  # NaN is not equal to itself
    return {
        "area_code": code, "area_name": name, "offences": now, "offences_before": before, "change": change,
        "change_pct": known, "offences_12m": year,
        "change_status": "not_available" if change is None else "small_base" if known is None else "ok",
    }  # fmt: skip
