"""Which share of London's residents a group is: `shares.csv`, each with its source.

The surveys publish no number of interviews by group. A group's share of residents, times the interviews of the survey,
stands in for it, and whoever shows an interval made so says so.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SHARES_FILE = Path(__file__).with_name("shares.csv")
ETHNICITY = "Ethnicity"
WHITE, BAME = "White", "BAME"
WHITE_PARTS = ("White British", "White Other")  # White Other holds White Irish, as the reports have it
BAME_PARTS = ("Asian", "Black", "Mixed", "Other ethnicity")  # every other stated group


@dataclass(frozen=True)
class Share:
    """A group as `part` of `whole`; `of`: whom the whole counts."""

    group_type: str
    group_name: str
    part: float
    whole: float
    of: str
    source: str
    url: str

    @property
    def value(self) -> float:
        """0 to 1."""
        return self.part / self.whole


@cache
def shares() -> dict[tuple[str, str], Share]:
    """By kind of group and name. Raises ValueError for a part that is no part of its whole."""
    with SHARES_FILE.open(encoding="utf-8", newline="") as file:
        found = [_share(row) for row in csv.DictReader(file)]
    return {(each.group_type, each.group_name): each for each in found}


def share_of(group_type: str, group_name: str) -> Share | None:
    """The group's share; White and BAME are put together from their groups. None where no source is declared."""
    if group_type == ETHNICITY and group_name in (WHITE, BAME):
        return _together(group_name, WHITE_PARTS if group_name == WHITE else BAME_PARTS)
    return shares().get((group_type, group_name))


def _together(name: str, parts: Iterable[str]) -> Share:
    held = [shares()[ETHNICITY, part] for part in parts]
    first = held[0]
    return Share(ETHNICITY, name, sum(each.part for each in held), first.whole, first.of, first.source, first.url)


def _share(row: dict[str, str]) -> Share:
    made = Share(**{**row, "part": float(row["part"]), "whole": float(row["whole"])})  # type: ignore[arg-type]
    if not 0 < made.part < made.whole:
        raise ValueError(f"{SHARES_FILE.name}: {made.group_name}: {made.part:g} is no part of {made.whole:g}")
    return made
