"""Residents by area and year: the denominators of rates.

`population.csv` and `census_2021_ethnicity.csv` are the tables; README.md beside them says what the figures are and
where they come from.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from geo.areas import LONDON_CODE, boroughs

POPULATION_FILE = Path(__file__).with_name("population.csv")
CENSUS_FILE = Path(__file__).with_name("census_2021_ethnicity.csv")
CENSUS_YEAR, TRANSCRIBED = 2021, "Census 2021, transcribed"


@dataclass(frozen=True, kw_only=True)
class Population:
    """Residents of one area at the middle of one year; `ethnic_group` is 'All' for everybody.

    `basis` names the series and the census it rests on, so years of different bases can be told apart.
    """

    area_code: str
    year: int
    ethnic_group: str
    persons: int
    basis: str


@cache
def load_population() -> tuple[Population, ...]:
    """Every row of population.csv, in the order of the file."""
    with POPULATION_FILE.open(encoding="utf-8", newline="") as file:
        return tuple(
            Population(
                area_code=row["area_code"],
                year=int(row["year"]),
                ethnic_group=row["ethnic_group"],
                persons=int(row["persons"]),
                basis=row["basis"],
            )
            for row in csv.DictReader(file)
        )


@cache
def load_census() -> tuple[Population, ...]:
    """Residents by ethnic group at the census: every area of census_2021_ethnicity.csv, then the sum of the boroughs.

    An edition has these where no file of the census was loaded.
    """
    with CENSUS_FILE.open(encoding="utf-8", newline="") as file:
        rows = {row.pop("area_code"): {group: int(n) for group, n in row.items()} for row in csv.DictReader(file)}
    whole = {group: sum(rows[area.area_code][group] for area in boroughs()) for group in next(iter(rows.values()))}
    return tuple(
        Population(area_code=code, year=CENSUS_YEAR, ethnic_group=group, persons=persons, basis=TRANSCRIBED)
        for code, groups in {**rows, LONDON_CODE: whole}.items()
        for group, persons in groups.items()
    )


def nearest_year(year: int, available: Sequence[int]) -> int:
    """The available year closest to `year`: itself when it is there, the earlier of two equally close.

    Raises ValueError when no year is available.
    """
    if not available:
        raise ValueError(f"no population year to use for {year}: the list of available years is empty")
    return min(available, key=lambda candidate: (abs(candidate - year), candidate))
