"""Everything that one view of a profile shows, gathered by the page and handed to the components."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from components.borough.kinds import BoroughRow, BoroughSurvey, FunnelFigures, Priority, SearchFigures, Strip
from components.map_view import EditionNote
from data.catalogue import Catalogue
from data.selection import Coverage, Window
from data.selection.borough import BoroughSelection
from geo.areas import Area


@dataclass(frozen=True)
class ProfileView:
    """See data/boroughs/view.py. `similar` is data.similar.SimilarBoroughs; `without` names measures that have no
    figure for the period; `facts` and `published` are as they are gathered."""

    catalogue: Catalogue
    area: Area
    selection: BoroughSelection
    corrections: tuple[str, ...]
    coverage: Coverage
    settled: date
    settled_month: date
    edition: EditionNote
    facts: Mapping[str, Any]
    priorities: Mapping[str, Any]
    harm: tuple[BoroughRow, ...]
    crimes: tuple[BoroughRow, ...]
    hate: tuple[BoroughRow, ...]
    without: tuple[str, ...]
    similar: Any
    similar_names: tuple[str, ...]
    compared: tuple[Strip, ...]
    funnel: FunnelFigures | None
    funnel_measures: tuple[tuple[str, str], ...]
    searches: SearchFigures | None
    surveys: tuple[BoroughSurvey, ...]
    published: Mapping[str, Any]

    @property
    def name(self) -> str:
        return self.area.area_name

    @property
    def window(self) -> Window:
        return self.selection.window

    @property
    def chosen(self) -> tuple[Priority, ...]:
        return tuple(self.priorities["rows"])

    @property
    def counts(self) -> tuple[BoroughRow, ...]:
        return (*self.harm, *self.crimes, *self.hate)


def made(found: Mapping[str, Any]) -> ProfileView:
    """The view from the plain rows that data.boroughs.view gathers."""
    tables = {name: tuple(_row(row) for row in found[name]) for name in ("harm", "crimes", "hate")}
    chosen = tuple(_priority(row) for row in found["priorities"]["rows"])
    return ProfileView(**{
        **found, **tables, "priorities": {**found["priorities"], "rows": chosen},
        "compared": tuple(Strip(**row) for row in found["compared"]),
        "funnel": FunnelFigures(**found["funnel"]) if found["funnel"] else None,
        "searches": SearchFigures(**found["searches"]) if found["searches"] else None,
        "surveys": tuple(BoroughSurvey(**row) for row in found["surveys"]),
        "edition": EditionNote(**found["edition"]),
    })  # fmt: skip


def _row(row: Mapping[str, Any]) -> BoroughRow:
    return BoroughRow(**row)


def _priority(row: Mapping[str, Any]) -> Priority:
    given = {**row, "row": _row(row["row"]) if row["row"] else None}
    return Priority(**{each.name: given[each.name] for each in fields(Priority)})
