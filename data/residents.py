"""(cursor) -> residents, for rates of every topic."""

from __future__ import annotations

from data.sources_view import Cursor


def residents(cursor: Cursor) -> dict[int, dict[str, int]]:
    """Residents by year and area."""
    found: dict[int, dict[str, int]] = {}
    query = "SELECT year, area_code, persons FROM population WHERE ethnic_group = 'All'"
    for year, area_code, persons in cursor.execute(query).fetchall():
        found.setdefault(year, {})[area_code] = persons
    return found
