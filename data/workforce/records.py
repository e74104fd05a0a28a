"""What the page on people is handed. Frozen records only, so that components may take them as they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Month:
    """Strength of each group at the end of a month, and the change on the month, and on the year, before.

    Full-time equivalents, by the names that addresses use; None: not in the file.
    """

    month: date
    strength: Mapping[str, float | None]
    on_month: Mapping[str, float | None]
    on_year: Mapping[str, float | None]


@dataclass(frozen=True, kw_only=True)
class Run:
    """Months in a row at or above the ambition. `is_open_start`: the file begins with it; `is_open_end`: it lasts."""

    first: date
    last: date
    is_open_start: bool
    is_open_end: bool


@dataclass(frozen=True, kw_only=True)
class Ambition:
    """The number of officers that a document aims at, and when the file's months are at or above it.

    `achieved`: the year in which the document says it was last achieved. `runs`: oldest first.
    """

    officers: float
    document_title: str
    section: str
    stated_on: date | None
    achieved: float | None
    runs: tuple[Run, ...]

    @property
    def last(self) -> date | None:
        """The last month at or above it."""
        return self.runs[-1].last if self.runs else None


@dataclass(frozen=True, kw_only=True)
class Step:
    """A large change from one month to the next."""

    group: str
    month: date
    before: float
    after: float

    @property
    def pct(self) -> float:
        return 100 * (self.after - self.before) / self.before


@dataclass(frozen=True, kw_only=True)
class Counted:
    """One group at one date as a document counts it, beside the file's figure of that month; None: not in the file."""

    document_title: str
    section: str
    unit: str
    group: str
    month: date
    published: float
    strength: float | None


@dataclass(frozen=True, kw_only=True)
class Residents:
    """London's residents by ethnic group in a census; empty `groups` where the edition holds none."""

    year: int
    basis: str
    groups: Mapping[str, int]

    @property
    def total(self) -> int:
        return sum(self.groups.values())

    @property
    def not_white_pct(self) -> float:
        """Everybody in another group than White."""
        return 100 * (self.total - self.groups.get("White", 0)) / self.total
