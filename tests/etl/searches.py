"""Made-up lines of stop-and-search files, and what tests ask of the edition made from them."""

from __future__ import annotations

from etl.sources.stop_and_search import LAYOUTS

HEADER = ",".join(name for name, _ in LAYOUTS[0].columns)
NAME = "2017-06-metropolitan-stop-and-search.csv"
CAMDEN, CITY, NEWCASTLE = ("51.529000", "-0.125500"), ("51.513000", "-0.090000"), ("54.971000", "-1.614000")
USUAL = {
    "search_type": "Person search",
    "date": "2017-06-14T12:00:00+00:00",
    "is_part_of_operation": "False",
    "latitude": CAMDEN[0],
    "longitude": CAMDEN[1],
    "gender": "Male",
    "age_range": "18-24",
    "self_defined": "White - Irish",
    "officer_defined": "White",
    "legislation": "Misuse of Drugs Act 1971 (section 23)",
    "object": "Controlled drugs",
    "outcome": "Suspect arrested",
}


def search(**changes: str) -> str:
    """One line of a file: a usual search with `changes`."""
    cells = USUAL | changes
    return ",".join(cells.get(role, "") for role in LAYOUTS[0].roles)


def at(*times: str) -> list[str]:
    return [search(date=time) for time in times]


def june(rows: int, **changes: str) -> list[str]:
    """So many searches in June 2017, none like another."""
    return [search(date=f"2017-06-{1 + i % 30:02}T{i // 30 % 24:02}:00:{i // 720:02}+00:00", **changes)
            for i in range(rows)]  # fmt: skip


COUNTS = "SELECT rows_read, rows_loaded, rows_rejected FROM source ORDER BY source_id"
FAULTS = "SELECT line, column_name, value, rule FROM rejected_row ORDER BY source_id, line, column_name"
