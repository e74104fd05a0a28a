"""What the recorded-crime files must give again: twelve-month totals and changes, on the model's axes."""
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from etl.demonstration import published
from etl.demonstration.reference import Offence, Place, Priority

ELSEWHERE = "elsewhere"
# About three in ten offences of violence with injury are domestic abuse in this model. They stay level, so
# all of a 'non domestic' change comes from the other seven and the flagged-crime files can give it exactly.
SHARE_NOT_DOMESTIC = 0.7
NOT_DOMESTIC = "non_domestic_violence_with_injury"


@dataclass(frozen=True)
class Row:
    """One row of the 12-month table: which offences (positions) it counts and its two published totals."""
    offences: NDArray[np.intp]
    totals: tuple[int, int]


@dataclass(frozen=True)
class Quarter:
    """A shorter period of one row for which a total of all London was published."""
    offences: NDArray[np.intp]
    months: slice
    total: int


@dataclass(frozen=True)
class Change:
    """One borough's change in some offences: `ratio` of the second quarter's sum to the first's."""
    offences: NDArray[np.intp]
    place: int
    ratio: float


def rows(offences: tuple[Offence, ...], *, years: dict[str, tuple[int, int]]) -> list[Row]:
    """Disjoint rows that together are every offence: those published, and what the total has beyond them."""
    named = {code: both for code, both in years.items() if code != "total"}
    first, second = (total - sum(both[which] for both in named.values())
                     for which, total in enumerate(years["total"]))
    wanted = named | {ELSEWHERE: (first, second)}
    if used := {offence.row for offence in offences} ^ wanted.keys():
        raise ValueError(f"offences.csv and twelve_months.csv differ in rows {sorted(used)}")
    return [Row(_positions([offence.row == code for offence in offences]), totals=both)
            for code, both in wanted.items()]


def quarters(offences: tuple[Offence, ...], *, series: str) -> list[Quarter]:
    """What was published of the row `series` besides its years."""
    counted = _positions([offence.row == series for offence in offences])
    return [Quarter(counted, months=total.months, total=total.count) for total in published.totals(series)]


def changes(priorities: tuple[Priority, ...], *, offences: tuple[Offence, ...],
            places: tuple[Place, ...]) -> list[Change]:
    """One Change for each published priority, in the published order."""
    place_of = {place.name: position for position, place in enumerate(places)}
    return [_change(priority, offences=offences, place=place_of[priority.borough]) for priority in priorities]


def _change(priority: Priority, *, offences: tuple[Offence, ...], place: int) -> Change:
    counted = _positions([priority.priority in offence.priorities for offence in offences])
    if not counted.size:
        raise ValueError(f"no line of offences.csv counts towards the priority {priority.priority!r}")
    part = SHARE_NOT_DOMESTIC if priority.priority == NOT_DOMESTIC else 1.0
    return Change(counted, place=place, ratio=1 + part * priority.change_pct / 100)


def _positions(chosen: list[bool]) -> NDArray[np.intp]:
    return np.flatnonzero(np.array(chosen))
