"""Graded judgments by pillar and component, one for each year of inspection that is held."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Row = dict[str, Any]
OVERALL = "Overall"


def judged(rows: Iterable[Row]) -> list[Row]:
    """One row a pillar or component: `pillar`, `component`, `is_overall`, and `grades`, its judgment by year.

    `rows`: those of the judgments table, in its order. The report prints no year beside a pillar's own judgment: it
    is of the latest year in which a component of it was inspected.
    """
    listed = list(rows)
    found: dict[tuple[str, str], Row] = {}
    for row in listed:
        key = row["pillar"], row["component"]
        is_overall = row["component"] == OVERALL
        held = found.setdefault(key, {"pillar": key[0], "component": key[1], "is_overall": is_overall, "grades": {}})
        year = row.get("last_inspected") or _latest(listed, row)
        held["grades"][year] = row["judgment"]
    return list(found.values())


def years(rows: Iterable[Row]) -> tuple[str, ...]:
    """The years of inspection of what `judged` gives, oldest first."""
    return tuple(sorted({year for row in rows for year in row["grades"]}))


def _latest(rows: list[Row], overall: Row) -> str:
    """The latest year of the components of the same pillar in the same document."""
    same: Iterable[str] = (row.get("last_inspected", "") for row in rows
            if (row["document"], row["pillar"]) == (overall["document"], overall["pillar"]))  # fmt: skip
    return max(same)
