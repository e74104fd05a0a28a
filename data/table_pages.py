"""(cursor, table, filters) -> one page of a table's rows and how many there are. Names are the project's own and every
value is a bound parameter.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import duckdb

Cursor = duckdb.DuckDBPyConnection
Row = dict[str, Any]
# A condition with one mark for its value, such as 'month >= ?'; a value that is None is not asked for.
Filters = Mapping[str, Any]


def page_of(
    cursor: Cursor, table: str, columns: Sequence[str], filters: Filters, *, order: Sequence[str], limit: int,
    offset: int,
) -> tuple[int, list[Row]]:  # fmt: skip
    """How many rows pass the filters, and `limit` of them after the first `offset`, in `order`, which is total."""
    asked = {condition: value for condition, value in filters.items() if value is not None}
    where = " AND ".join(asked) or "true"
    values = list(asked.values())
    counted = cursor.execute(f"SELECT count(*) FROM {table} WHERE {where}", values).fetchone()
    total = int(counted[0]) if counted else 0
    if offset >= total:
        return total, []
    found = cursor.execute(
        f"SELECT {', '.join(columns)} FROM {table} WHERE {where} ORDER BY {', '.join(order)} LIMIT ? OFFSET ?",
        [*values, limit, offset],
    )
    names = [column[0] for column in found.description]
    return total, [dict(zip(names, row, strict=True)) for row in found.fetchall()]
