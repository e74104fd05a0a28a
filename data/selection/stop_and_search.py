"""What the reader of the stop-and-search page is looking at: a financial year, an area, and whose record of ethnicity.

`from_params` never fails: a parameter that cannot be met gives the nearest valid view and a sentence that says so.
Periods are financial years and nothing else, so that no two of them can be subtracted (docs/decisions/0012).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from data.selection.asked import area_asked, choice_asked, query_of, quoted
from geo.areas import find, london

YEAR_WRITTEN = re.compile(r"(\d{4})[-/](\d{2})")


class By(StrEnum):
    """Whose record of ethnicity. The values appear in addresses."""

    SELF = "self"
    OFFICER = "officer"


class Sort(StrEnum):
    """The column that the boroughs are sorted by: names from A, figures from the highest."""

    RATE = "rate"
    NAME = "name"
    SEARCHES = "searches"
    SHARE = "share"
    OFFENCES = "offences"  # searches per 100 recorded offences of the chosen measure
    RATIO = "ratio"  # Black residents' rate over White residents'


@dataclass(frozen=True)
class SearchSelection:
    """`year`: '2017-18', '' in an edition without searches; `area`: a borough's slug, None for London.

    `offence`: the measure whose recorded offences are the other denominator; None: the first there is.
    """

    year: str
    area: str | None = None
    by: By = By.SELF
    sort: Sort = Sort.RATE
    offence: str | None = None

    def change(self, **values: object) -> SearchSelection:
        """A copy with some fields replaced."""
        return replace(self, **values)  # type: ignore[arg-type]

    def to_params(self) -> dict[str, str]:
        """The whole state except what is as it would be anyway. The year is always there: a link must not drift."""
        params = {
            "year": self.year,
            "area": self.area or "",
            "by": "" if self.by is By.SELF else self.by.value,
            "offence": self.offence or "",
            "sort": "" if self.sort is Sort.RATE else self.sort.value,
        }
        return {name: value for name, value in params.items() if value}

    def to_query(self) -> str:
        """`?year=…`, ready to stand behind a path."""
        return query_of(self.to_params())


def year_key(month: date) -> str:
    """The financial year of a month: '2017-18' for April 2017 to March 2018."""
    first = month.year if month.month >= 4 else month.year - 1
    return f"{first}-{(first + 1) % 100:02d}"


def year_label(key: str) -> str:
    """'2017/18' for '2017-18'."""
    return key.replace("-", "/")


def from_params(
    params: Mapping[str, str | None], years: Sequence[str], usual: str, offences: Mapping[str, Sequence[str]]
) -> tuple[SearchSelection, tuple[str, ...]]:
    """Read an address's parameters: the selection, and a sentence for each that could not be met.

    `years`: those that can be chosen, newest first; `usual`: the one of an address that names none; `offences`: by
    year, the ids of the measures whose recorded offences the edition holds for it.
    """
    said: list[str] = []
    year = _year(params.get("year"), years, usual, said)
    selection = SearchSelection(
        year=year,
        area=_area(params.get("area"), said),
        by=choice_asked(params.get("by"), By, By.SELF, "record of ethnicity", "ethnicity as the person gave it", said),
        sort=choice_asked(params.get("sort"), Sort, Sort.RATE, "column", "the boroughs by rate", said),
        offence=_offence(params.get("offence"), offences.get(year, ()), said),
    )
    return selection, tuple(said)


def _area(value: str | None, said: list[str]) -> str | None:
    asked = find(value) if value else None
    return None if asked == london() else area_asked(value, said)


def _year(value: str | None, years: Sequence[str], usual: str, said: list[str]) -> str:
    """The year asked for, or the nearest that the edition has."""
    if not value or not years:
        return usual
    written = YEAR_WRITTEN.fullmatch(value.strip())
    if written is None or (int(written[1]) + 1) % 100 != int(written[2]):
        said.append(f"{quoted(value)} is not a financial year written as 2017-18; this page shows {year_label(usual)}.")
        return usual
    asked = f"{written[1]}-{written[2]}"
    if asked in years:
        return asked
    nearest = min(years, key=lambda year: (abs(int(year[:4]) - int(written[1])), -int(year[:4])))
    said.append(f"There are no searches for {year_label(asked)}; this page shows {year_label(nearest)}.")
    return nearest


def _offence(value: str | None, held: Sequence[str], said: list[str]) -> str | None:
    if not value or value in held:
        return value or None
    said.append(f"There are no recorded offences called {quoted(value)} for these months; this page shows the first.")
    return None
