"""(cursor) -> residents by ethnic group at the latest census that the edition holds."""

from __future__ import annotations

from dataclasses import dataclass

from data.sources_view import Cursor

GROUPS = ("White", "Black", "Asian", "Mixed", "Other")
QUERY = """
SELECT area_code, year, basis, ethnic_group, persons FROM population
WHERE ethnic_group <> 'All' AND year = (SELECT max(year) FROM population WHERE ethnic_group <> 'All')
"""


@dataclass(frozen=True)
class ByGroup:
    """`people`: by area and group key; only of areas that have all five. `year`, `basis` None: there are none."""

    year: int | None
    basis: str | None
    people: dict[str, dict[str, int]]


def by_group(cursor: Cursor) -> ByGroup:
    found: dict[str, dict[str, int]] = {}
    year: int | None = None
    basis: str | None = None
    for area_code, year, basis, group, persons in cursor.execute(QUERY).fetchall():  # noqa: B007 - the last ones stay
        found.setdefault(area_code, {})[group.lower()] = persons
    keys = {group.lower() for group in GROUPS}
    return ByGroup(year, basis, {code: people for code, people in found.items() if keys <= {*people}})
