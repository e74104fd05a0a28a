"""One line a victim, for each homicide of the recorded-crime and flagged-crime files.

Nothing was published here of who the victims were. Their traits are drawn one apart from another from the made-up
shares of tables/homicide_victims.csv, so no victim here is like anyone.
"""
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from etl.demonstration import reference
from etl.demonstration.flagged_crime import DOMESTIC_HOMICIDE, HOMICIDE, drawn_flags
from etl.demonstration.layouts import write_lines
from etl.demonstration.months import MONTHS

FOLDER = "homicide"
STREAM = 4  # see recorded_crime.STREAM
HEADER = ("Count of Victims", "Age Group", "Sex", "Method of Killing", "Domestic Abuse", "Recorded Date",
          "Homicide Offence Type", "Solved Status", "Borough", "Officer Observed Ethnicity")


@dataclass(frozen=True)
class Trait:
    """A value of a column, and its weight among victims of domestic abuse and among the others."""
    column: str
    value: str
    weight: float
    weight_domestic: float


def write(folder: Path, *, seed: int) -> list[Path]:
    """One file in `folder`/homicide, by month, then borough."""
    rng = np.random.default_rng([seed, STREAM])
    traits = reference.read("homicide_victims.csv", make=lambda line: Trait(
        column=line["column"], value=line["value"], weight=float(line["weight"]),
        weight_domestic=float(line["weight_domestic"])))
    lines = [_victim(rng, traits=traits, where=where, month=month, is_domestic=is_domestic)
             for where, month, is_domestic in _homicides(seed=seed)]
    return [write_lines(folder / FOLDER / "mps-homicide-victims.csv", header=HEADER, lines=lines)]


def _homicides(*, seed: int) -> list[tuple[str, str, bool]]:
    """Borough, month as published, and whether it was domestic abuse, of each homicide."""
    flags = drawn_flags(seed=seed)
    return [(place.name, month.item().strftime("%b-%y"), number < flags[DOMESTIC_HOMICIDE][row, position])
            for position, month in enumerate(MONTHS) for row, place in enumerate(reference.places())
            for number in range(flags[HOMICIDE][row, position])]


def _victim(rng: np.random.Generator, *, traits: Sequence[Trait], where: str, month: str,
            is_domestic: bool) -> list[str]:
    domestic = "Domestic Abuse" if is_domestic else "Not Domestic Abuse"
    known = {"Count of Victims": "1", "Domestic Abuse": domestic, "Recorded Date": month, "Borough": where}
    return [known.get(column) or _trait(rng, traits=[trait for trait in traits if trait.column == column],
                                        is_domestic=is_domestic) for column in HEADER]


def _trait(rng: np.random.Generator, *, traits: Sequence[Trait], is_domestic: bool) -> str:
    weights = np.array([trait.weight_domestic if is_domestic else trait.weight for trait in traits])
    return traits[int(rng.choice(len(traits), p=weights / weights.sum()))].value
