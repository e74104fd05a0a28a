"""What of an edition goes out in bulk: whole tables, and sums in place of those that hold people one by one.

A table that stands in neither list stays in: somebody must decide first (docs/decisions/0018).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

WHOLE = (
    "edition", "area", "population", "ward_boundary", "borough_profile", "recorded_crime", "recorded_crime_ward",
    "hate_crime", "flagged_crime", "anti_social_behaviour", "victims_code", "workforce", "victim_satisfaction",
    "monthly_signal", "survey_change", "published_figure", "published_text", "source", "rejected_row",
    "revision", "acceptance",
)  # fmt: skip


@dataclass(frozen=True)
class Sums:
    """In place of `table`, which holds people: a table `name` that counts them, without anything else about them."""

    table: str
    name: str
    query: str
    says: str
    columns: dict[str, str]


PEOPLE = (
    Sums(
        table="stop_and_search", name="stop_and_search_monthly",
        query="SELECT month, force, area_code, count(*) AS searches FROM {source} GROUP BY ALL ORDER BY ALL",
        says="Searches by month, force and borough. The publisher gives every search at https://data.police.uk/data/.",
        columns={"month": "In London time.", "force": "Whose officers searched.",
                 "area_code": "Borough of the point; NULL without coordinates or outside every borough.",
                 "searches": "How many searches were published."},
    ),
    Sums(
        table="homicide", name="homicide_monthly",
        query="SELECT area_code, month, CAST(sum(victims) AS INTEGER) AS victims FROM {source} "
              "GROUP BY ALL ORDER BY ALL",
        says="Victims of homicide by borough and month. The publisher gives more of each in its own file: see source.",
        columns={"area_code": "GSS code of the borough.", "month": "In which it was recorded.",
                 "victims": "How many victims."},
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Outgoing:
    """A table as it goes out. `dataset_table`: the edition's table that it is made of."""

    name: str
    dataset_table: str
    query: str
    sums: Sums | None = None


def outgoing(held: set[str], source: str) -> Iterator[Outgoing]:
    """The tables to write of an edition that holds the tables `held`, attached as `source`."""
    for name in WHOLE:
        if name in held:
            yield Outgoing(name, name, f"SELECT * FROM {source}.{name}")
    for sums in PEOPLE:
        if sums.table in held:
            yield Outgoing(sums.name, sums.table, sums.query.format(source=f"{source}.{sums.table}"), sums)
