"""What may be shown of a year's searches: totals and tables with their hidden cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from data.statistics.rules import Flags
from data.statistics.swaps import Counts
from data.stop_and_search.periods import Year

Pair = tuple[int, int]  # searches, and those recorded with an outcome other than no further action


@dataclass(frozen=True, eq=False)
class Totals:
    """The searches of each category of one thing, London: an area, a group, an object …

    `found`, `other` (C,): by whether something came of them. `hidden`: not to be shown. `absent`: no search in London
    has it, so it is not listed.
    """

    keys: tuple[str, ...]
    found: Counts
    other: Counts
    hidden: Flags
    absent: Flags

    def of(self, key: str) -> Pair | None:
        """None: hidden."""
        place = self.keys.index(key)
        if self.hidden[place]:
            return None
        return int(self.found[place] + self.other[place]), int(self.found[place])

    @property
    def listed(self) -> tuple[str, ...]:
        return tuple(key for key, absent in zip(self.keys, self.absent, strict=True) if not absent)


@dataclass(frozen=True, eq=False)
class Table:
    """Searches by two things (R, C), as `Totals`."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    found: Counts
    other: Counts
    hidden: Flags

    def of(self, row: str, column: str) -> Pair | None:
        at = self.rows.index(row), self.columns.index(column)
        if self.hidden[at]:
            return None
        return int(self.found[at] + self.other[at]), int(self.found[at])


@dataclass(frozen=True, eq=False)
class Kept:
    """Everything that any view of one year may show.

    `total` None: hidden. `totals` by variable; of 'outcome' only searches in which something was found count.
    `tables` by (row, column) variable; one that is missing is withheld as a whole. `months`: 'area' by 'month'.
    `linked`: of the searches found, those said to be linked, not linked, and where the files do not say.
    `blank_months`: by variable and 'linked', months that give it of no search.
    """

    year: Year
    total: Pair | None
    totals: Mapping[str, Totals]
    tables: Mapping[tuple[str, str], Table]
    linked: tuple[int, int, int]
    no_outcome: int
    blank_months: Mapping[str, tuple[date, ...]]
    withheld: tuple[tuple[str, str], ...]
