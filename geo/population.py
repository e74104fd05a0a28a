"""Residents by area and year: the denominators of rates.

`population.csv` is the one table; README.md beside it says what the figures are and where they come from.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

POPULATION_FILE = Path(__file__).with_name("population.csv")


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


def nearest_year(year: int, available: Sequence[int]) -> int:
    """The available year closest to `year`: itself when it is there, the earlier of two equally close.

    Raises ValueError when no year is available.
    """
    if not available:
        raise ValueError(f"no population year to use for {year}: the list of available years is empty")
    return min(available, key=lambda candidate: (abs(candidate - year), candidate))
