"""Which months a borough has ward figures for, and on which set of wards. Pure.

Ward boundaries changed in May 2022. A month's figures are on the wards of 2018 or on those of 2022; where no ward of a
borough changed, they are on both. A period is only ever added up, and only ever compared, on one set.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from data.periods import Span, Window, add_months, is_possible_end, month_range, months_between

Sets = frozenset[str]
NO_SET: Sets = frozenset()


@dataclass(frozen=True)
class WardMonths:
    """`sets`: of each month with figures, the sets of wards that all of its wards belong to, such as {'2018'}; empty
    for a month that mixes two. `first_provisional`: the first month that the publisher may still revise."""

    sets: Mapping[date, Sets]
    first_provisional: date

    def on(self, window: Window) -> Sets:
        """The sets that the whole period is on: empty where months are missing or on different ones."""
        months = month_range(window.start, window.end)
        found = self.sets.get(months[0], NO_SET)
        for month in months[1:]:
            found = found & self.sets.get(month, NO_SET)
        return found

    def missing(self, window: Window) -> tuple[date, ...]:
        """The months of the period without figures."""
        return tuple(month for month in month_range(window.start, window.end) if month not in self.sets)

    def shared(self, window: Window) -> Sets:
        """The sets that both the period and the same one a year before are on: only then can they be compared."""
        return self.on(window) & self.on(window.year_before)

    def ends(self, span: Span) -> tuple[date, ...]:
        """The months in which a period on one set may end, newest first."""
        ends = (month for month in sorted(self.sets, reverse=True) if is_possible_end(month, span))
        return tuple(end for end in ends if self.on(Window(end, span)))

    def nearest(self, month: date, ends: tuple[date, ...]) -> date | None:
        """The nearest of some ends, the later of two equally near."""
        return min(ends, key=lambda end: (abs(months_between(month, end)), -end.toordinal()), default=None)

    def usual(self, span: Span) -> date | None:
        """The latest end whose months are all settled; the latest of all where none is."""
        ends = self.ends(span)
        return next((end for end in ends if end < self.first_provisional), ends[0] if ends else None)

    def provisional(self, window: Window) -> tuple[date, ...]:
        """The months of the period that may still be revised."""
        return tuple(m for m in month_range(window.start, window.end) if m >= self.first_provisional)

    def since(self, ward_set: str) -> date | None:
        """The first month whose figures are on this set and not on the one before."""
        return min((month for month, sets in self.sets.items() if sets == {ward_set}), default=None)


def provisional_from(last: date, months: int) -> date:
    """The first of the latest `months` months, `last` being the latest."""
    return add_months(last, 1 - months)
