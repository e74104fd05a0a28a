"""As published beside as recorded now: the printed change of each cell, and whether the figures give it again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from data.priorities.declared import published_for

Row = dict[str, Any]
TOLERANCE = 2.5  # points: a printed per cent is rounded by up to half of one, and files are restated


def with_published(rows: Sequence[Row], figures: Mapping[Any, Row], month: date) -> list[Row]:
    """The rows with `published_pct`, `difference` (points, now less published) and `comes_out`; None is none.

    `figures`: what data.signal_queries.published_figures gives.
    """
    table = published_for(month)
    return [{**row, **_beside(row, None if table is None else _printed(row, table, figures))} for row in rows]


def _printed(row: Row, table: Any, figures: Mapping[Any, Row]) -> float | None:
    if row["number"] is None:
        return None
    key = table.key(row["area_name"], row["number"], is_additional=row["is_additional"])
    return figures[key]["value"] if key in figures else None


def _beside(row: Row, printed: float | None) -> Row:
    difference = None if printed is None or row["change_pct"] is None else row["change_pct"] - printed
    comes_out = None if difference is None else abs(difference) <= TOLERANCE
    return {"published_pct": printed, "difference": difference, "comes_out": comes_out}
