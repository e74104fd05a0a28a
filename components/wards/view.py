"""Everything that one view of a borough's wards shows, gathered by the page and handed to the components."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from components.map_view import EditionNote
from data.catalogue import Break, Catalogue, Dataset, Measure
from data.selection.crime_map import Show
from data.selection.wards import WardsSelection
from data.wards.drawing import WardDrawing
from data.wards.months import Sets, WardMonths
from geo.areas import Area


@dataclass(frozen=True, kw_only=True)
class WardRow:
    """One ward; what is not known is None. Counts are recorded offences, `change_pct` is per cent.

    `change_status`: ok, small_base or not_available. `value` is the figure that the map colours, `rank` its place.
    """

    area_code: str
    area_name: str
    offences: int | None
    offences_before: int | None
    change: int | None
    change_pct: float | None
    change_status: str
    offences_12m: int | None
    value: float | None
    rank: int | None


@dataclass(frozen=True, kw_only=True)
class Sums:
    """The borough files' figures of the same measure and period: of the borough, and of the airports that they count
    apart. `not_listed`: categories that ward files do not list. Releases are YYYY-MM, or '' where none is known."""

    borough: int | None
    airports: int
    not_listed: tuple[str, ...]
    ward_release: str
    borough_release: str


@dataclass(frozen=True, kw_only=True, eq=False)
class WardsView:
    """One view of a borough's wards.

    `sets`: the sets of wards that the period is on. `is_comparable`: whether the year before is on one of them.
    `rows`: alphabetical; `total`: all of them together. `drawing`: None where not every ward has a boundary.
    `mapped_to`, `compared_to`: the ends of the latest period that has a map and of the nearest that can be compared.
    """

    catalogue: Catalogue
    selection: WardsSelection
    corrections: tuple[str, ...]
    borough: Area
    measure: Measure
    dataset: Dataset
    measures_available: tuple[str, ...]
    edition: EditionNote
    months: WardMonths
    sets: Sets
    is_comparable: bool
    broken: Break | None
    rows: tuple[WardRow, ...]
    total: WardRow
    breaks: tuple[float, ...]
    drawing: WardDrawing | None
    has_boundaries: bool
    mapped_to: date | None
    compared_to: date | None
    sums: Sums

    @property
    def is_change(self) -> bool:
        return self.selection.show is Show.CHANGE

    @property
    def chosen(self) -> WardRow | None:
        """The selected ward."""
        return next((row for row in self.rows if row.area_code == self.selection.ward), None)

    @property
    def ranked(self) -> tuple[WardRow, ...]:
        """The wards with a figure on the map, highest first, equals by name."""
        known = [row for row in self.rows if row.value is not None]
        return tuple(sorted(known, key=lambda row: (-(row.value or 0), row.area_name)))


@dataclass(frozen=True, kw_only=True)
class NoWards:
    """A borough whose wards have no figures in the edition."""

    edition_id: str
    is_demonstration: bool
    borough: Area
    has_boundaries: bool


def view_of(found: dict[str, Any]) -> WardsView | NoWards:
    """The view from what data.wards.view gathers."""
    note = found["edition"]
    if "rows" not in found:
        return NoWards(edition_id=note["edition_id"], is_demonstration=note["is_demonstration"],
                       borough=found["borough"], has_boundaries=found["has_boundaries"])  # fmt: skip
    return WardsView(**{
        **found, "edition": EditionNote(**note), "rows": tuple(WardRow(**row) for row in found["rows"]),
        "total": WardRow(**found["total"]), "sums": Sums(**found["sums"]),
    })  # fmt: skip
