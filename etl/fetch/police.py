"""data.police.uk: which months it has, and which of its archives hold them.

An archive is named after its last month and holds every force's files for the three years up to it.
`/api/crimes-street-dates` lists the months of the last three years, each with the forces whose searches it has.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from data.periods import add_months, month_range
from etl.fetch.faults import FetchFault
from etl.fetch.wanted import Police
from etl.fetch.web import Web

DATES = "api/crimes-street-dates"
MONTH = re.compile(r"^\d{4}-(0[1-9]|1[0-2])$")
# No force's searches were published before.
FIRST_MONTH = date(2014, 12, 1)


@dataclass(frozen=True)
class Archive:
    """One archive and the months to take out of it. It may hold more."""

    url: str
    months: tuple[date, ...]

    @property
    def name(self) -> str:
        return self.url.rsplit("/", 1)[-1]

    @property
    def release(self) -> str:
        return f"{self.months[0]:%Y-%m} to {self.months[-1]:%Y-%m}"


def published_months(web: Web, police: Police) -> dict[date, frozenset[str]]:
    """Each month that the API lists, with those of our forces whose searches it has. Raises FetchFault."""
    answer = web.json(DATES)
    entries = answer if isinstance(answer, list) else []
    found = {
        read_month(entry["date"]): frozenset(_forces(entry)) & frozenset(police.forces)
        for entry in entries
        if isinstance(entry, Mapping) and MONTH.match(str(entry.get("date")))
    }
    if not found:
        raise FetchFault(f"{web.base}/{DATES} lists no months; has the API changed?")
    return found


def archives(police: Police, *, base: str, newest: date, since: date | None) -> list[Archive]:
    """The fewest archives that reach back to `since`, newest first; without it, the newest alone."""
    first = max(since or add_months(newest, 1 - police.months_in_archive), FIRST_MONTH)
    found = []
    last = newest
    while last >= first:
        begin = max(first, add_months(last, 1 - police.months_in_archive))
        found.append(Archive(f"{base}/data/archive/{last:%Y-%m}.zip", month_range(begin, last)))
        last = add_months(last, -police.months_in_archive)
    return found


def read_month(text: str) -> date:
    """YYYY-MM as the first of that month. Raises FetchFault."""
    if not MONTH.match(text):
        raise FetchFault(f"'{text}' is no month; write it like 2017-04")
    return date.fromisoformat(f"{text}-01")


def _forces(entry: Mapping[str, Any]) -> list[str]:
    found = entry.get("stop-and-search")
    return [str(force) for force in found] if isinstance(found, list) else []
