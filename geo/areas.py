"""The areas that figures are published for: boroughs, Basic Command Units, London, and other places.

`areas.csv` is the one list; README.md beside it says where each column comes from. The web side imports this
module, so it reads with the csv module alone.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast

AreaType = Literal["london", "borough", "bcu", "other"]

AREAS_FILE = Path(__file__).with_name("areas.csv")
LONDON_CODE = "E23000001"
CITY_CODE = "E09000001"


@dataclass(frozen=True, kw_only=True)
class Area:
    """One row of areas.csv; what an area does not have is None, or '' for text that is only displayed.

    `tile_col` (0-6) and `tile_row` (0-5) place it in the equal-area tile map; `label_lon` and `label_lat`
    (WGS84 degrees) are where its name is written on the borough map. Only boroughs have these.
    """

    area_code: str
    area_name: str
    area_type: AreaType
    parent_code: str | None
    slug: str
    map_label: str
    tile_code: str
    tile_col: int | None
    tile_row: int | None
    label_lon: float | None
    label_lat: float | None

    @property
    def policed_by_met(self) -> bool:
        """False only for the City of London, which has its own police force."""
        return self.area_code != CITY_CODE


@cache
def all_areas() -> tuple[Area, ...]:
    """Every area, in the file's order: London, the City and the boroughs, command units, other places."""
    with AREAS_FILE.open(encoding="utf-8", newline="") as file:
        return tuple(_area(row) for row in csv.DictReader(file))


@cache
def boroughs() -> tuple[Area, ...]:
    """The 32 boroughs the Met polices, in alphabetical order; the City of London is not one of them."""
    policed = [area for area in all_areas() if area.area_type == "borough" and area.policed_by_met]
    return tuple(sorted(policed, key=lambda area: area.area_name))


@cache
def city() -> Area:
    """The City of London: on every map, in no total."""
    return _by_text()[CITY_CODE.casefold()]


@cache
def london() -> Area:
    """The Metropolitan Police Service's area: the sum of the 32 boroughs."""
    return _by_text()[LONDON_CODE.casefold()]


@cache
def others() -> tuple[Area, ...]:
    """Places in Met files that are not boroughs. They count towards London and have no rate."""
    return tuple(area for area in all_areas() if area.area_type == "other")


def find(text: str) -> Area | None:
    """The area with this slug, code or name, whatever the case; None when there is none.

    Not cached: the text can come from a page's address, and a cache of those would grow without end.
    """
    return _by_text().get(text.strip().casefold())


@cache
def _by_text() -> dict[str, Area]:
    return {
        text.casefold(): area
        for area in all_areas()
        for text in (area.area_code, area.slug, area.area_name)
    }


def _area(row: Mapping[str, str]) -> Area:
    return Area(
        area_code=row["area_code"],
        area_name=row["area_name"],
        area_type=cast(AreaType, row["area_type"]),
        parent_code=row["parent_code"] or None,
        slug=row["slug"],
        map_label=row["map_label"],
        tile_code=row["tile_code"],
        tile_col=int(row["tile_col"]) if row["tile_col"] else None,
        tile_row=int(row["tile_row"]) if row["tile_row"] else None,
        label_lon=float(row["label_lon"]) if row["label_lon"] else None,
        label_lat=float(row["label_lat"]) if row["label_lat"] else None,
    )
