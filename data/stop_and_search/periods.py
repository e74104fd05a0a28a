"""Which months make a financial year, and in which of them boroughs have figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from data.periods import MONTH_NAMES, month_name, months_between
from data.selection.stop_and_search import year_key, year_label
from data.sources_view import Cursor
from data.stop_and_search.declared import declared
from data.warehouse import Edition
from geo.areas import CITY_CODE

MONTHS = """
SELECT month, count(*), count(*) FILTER (WHERE area_code <> ?)
FROM stop_and_search WHERE force = 'metropolitan' GROUP BY month ORDER BY month
"""
Months = Mapping[date, tuple[int, int]]  # searches by the Met, and those of them in a borough that it polices


@dataclass(frozen=True)
class Year:
    """A financial year as far as the edition has it: its months, and those of them without borough figures."""

    key: str
    months: tuple[date, ...]
    unplaced: tuple[date, ...]

    @property
    def is_whole(self) -> bool:
        return len(self.months) == 12

    @property
    def placed(self) -> tuple[date, ...]:
        return tuple(month for month in self.months if month not in self.unplaced)

    @property
    def label(self) -> str:
        """'2017/18', or which months it is made of."""
        return year_label(self.key) if self.is_whole else f"{year_label(self.key)} ({_months(self.months)})"


def months_of(cursor: Cursor) -> dict[date, tuple[int, int]]:
    """Searches by the Met in each month of the edition, and how many of them are in a borough that it polices."""
    return {month: (number, placed) for month, number, placed in cursor.execute(MONTHS, [CITY_CODE]).fetchall()}


def unplaced_months(months: Months) -> frozenset[date]:
    """Months in which more of the searches than declared are in no borough: no borough has figures for them."""
    limit = declared().unplaced_limit
    return frozenset(month for month, (number, placed) in months.items() if number - placed > limit * number)


def years(edition: Edition) -> tuple[Year, ...]:
    """The financial years that the edition has any month of, newest first."""
    return edition.once("search years", lambda: years_of(months_of(edition.cursor)))


def years_of(months: Months) -> tuple[Year, ...]:
    without = unplaced_months(months)
    found: dict[str, list[date]] = {}
    for month in sorted(months):
        found.setdefault(year_key(month), []).append(month)
    return tuple(
        Year(key, tuple(of), tuple(month for month in of if month in without))
        for key, of in sorted(found.items(), reverse=True)
    )


def usual_year(years: Sequence[Year]) -> str:
    """The latest year with all its months, or else the latest; '' where there is none."""
    whole = [year for year in years if year.is_whole]
    return (whole or list(years))[0].key if years else ""


def _months(months: Sequence[date]) -> str:
    """'April to August 2018', or 'April 2015 and January 2016'."""
    if len(months) == 1:
        return month_name(months[0])
    first, last = months[0], months[-1]
    if months_between(first, last) == len(months) - 1:
        begin = MONTH_NAMES[first.month - 1] if first.year == last.year else month_name(first)
        return f"{begin} to {month_name(last)}"
    named = [month_name(month) for month in months]
    return f"{', '.join(named[:-1])} and {named[-1]}"
