"""The Met's printed rates and shares beside those of others: what the report compares, and what rounding leaves open.

The report prints rates without the counts behind them, so there is no confidence interval: only the range in which
each difference lies, since both of its figures are rounded.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

import duckdb

Cursor = duckdb.DuckDBPyConnection
Row = dict[str, Any]

# A comparison is a row of a table with a column for the Met and one for others; a row without the latter says so.
PAIRS = """
SELECT m.section, m.table_name, m.row_label AS name, m.value, m.unit, m.period_start, m.period_end, m.note,
       o.column_label AS other_label, o.value AS other
FROM published_figure m LEFT JOIN published_figure o
    ON (o.document, o.section, o.table_name, o.row_label) = (m.document, m.section, m.table_name, m.row_label)
    AND NOT starts_with(o.column_label, 'Metropolitan Police')
WHERE m.document = ? AND starts_with(m.column_label, 'Metropolitan Police')
ORDER BY m.rowid
"""
# How the printed heads of columns name those that the Met is compared with.
OTHERS = {
    "England and Wales": "England and Wales", "National average": "England and Wales",
    "Most Similar Forces": "Most similar forces", "Local population": "London’s residents",
}  # fmt: skip
GENERAL = "Force in context"  # the section in front of the pillars


def comparisons(cursor: Cursor, document: str, pillar_of: Mapping[str, str]) -> list[Row]:
    """One row a comparison, in the report's order: what stands in PAIRS with `pillar` (None: in front of the pillars),
    `against`, `decimals`, and `difference` with the range `from_`, `to` that rounding leaves.

    `pillar_of`: the pillar of a section whose name does not begin with it. A comparison that the report prints twice
    stands in its pillar only.
    """
    found = [dict(zip(_NAMES, row, strict=True)) for row in cursor.execute(PAIRS, [document]).fetchall()]
    in_pillar = {_what(row) for row in found if row["section"] != GENERAL}
    kept = [row for row in found if row["section"] != GENERAL or _what(row) not in in_pillar]
    places = _decimals(kept)
    return [_compared(row, places[row["section"], row["table_name"]], _pillar(row["section"], pillar_of))
            for row in kept]  # fmt: skip


_NAMES = ("section", "table_name", "name", "value", "unit", "period_start", "period_end", "note", "other_label",
          "other")  # fmt: skip


def _what(row: Row) -> tuple[Any, ...]:
    return row["table_name"], row["name"], row["value"], row["other"]


def _pillar(section: str, pillar_of: Mapping[str, str]) -> str | None:
    before, colon, _ = section.partition(": ")
    return before if colon else pillar_of.get(section)


def _decimals(rows: Iterable[Row]) -> dict[tuple[str, str], int]:
    """Decimals of each table: the most of any of its figures, which are printed alike."""
    places: dict[tuple[str, str], int] = {}
    for row in rows:
        key = row["section"], row["table_name"]
        needed = max(decimals_of(row["value"]), decimals_of(row["other"]))
        places[key] = max(places.get(key, 0), needed)
    return places


def decimals_of(value: float | None) -> int:
    """Decimals that it takes to write a printed figure: 1 for 18.4; 0 for a whole number and for none."""
    return 0 if value is None or value == int(value) else len(repr(value).partition(".")[2])


def _compared(row: Row, decimals: int, pillar: str | None) -> Row:
    against = next((name for start, name in OTHERS.items() if (row["other_label"] or "").startswith(start)), None)
    if row["other"] is not None and against is None:
        raise LookupError(f"'{row['other_label']}' is no comparison that is known: {', '.join(OTHERS)}")
    return {**row, "pillar": pillar, "against": against, "decimals": decimals,
            **difference(row["value"], row["other"], decimals)}  # fmt: skip


def difference(value: float, other: float | None, decimals: int) -> Row:
    """value - other, and the range it lies in when each was rounded to so many decimals; None where one is absent.

    Each printed figure stands for anything half a unit of its last place to either side.
    """
    if other is None:
        return {"difference": None, "from_": None, "to": None}
    apart, unit = value - other, 10.0**-decimals
    return {name: _tidy(number, decimals) for name, number in
            (("difference", apart), ("from_", apart - unit), ("to", apart + unit))}  # fmt: skip


def _tidy(number: float, decimals: int) -> float:
    """Without the dust of binary fractions, and without a minus before nought."""
    return math.copysign(round(number, decimals), 1.0) if round(number, decimals) == 0 else round(number, decimals)
