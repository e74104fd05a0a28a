"""What other pages may say of searches by area: the same counts and the same hidden cells as the page of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from data.selection.stop_and_search import year_key
from data.statistics import SMALLEST_SHOWN
from data.stop_and_search.periods import Year, years
from data.stop_and_search.records import area_keys
from data.stop_and_search.tables import kept_of
from data.warehouse import Edition

# Searches, and those in which something was found, by month and borough; the City's stand with those of no borough.
COUNTS = """
SELECT month, CASE WHEN list_contains(?, area_code) THEN area_code ELSE ? END AS area, count(*),
       count(*) FILTER (WHERE is_positive)
FROM stop_and_search WHERE force = 'metropolitan' GROUP BY ALL
"""


def may_show(edition: Edition, area_code: str, months: Sequence[date]) -> bool:
    """Whether an area's searches in a run of months, and those in which something was found, may be shown.

    A run may be any that a reader asks for, and two runs differ by single months, so every month must be one whose
    figures may be shown. Months without borough figures may not be among `months`.
    """
    of = {year.key: year for year in years(edition)}
    return all(_is_open(edition, of[key], area_code, months) for key in {year_key(month) for month in months})


def _is_open(edition: Edition, year: Year, area_code: str, months: Iterable[date]) -> bool:
    if edition.once(("searches all open", year.key), lambda: _nothing_is_small(edition, year)):
        return True
    now = kept_of(edition, year)
    table = now.tables.get(("area", "month"))
    if table is None or now.totals["area"].of(area_code) is None:
        return False
    own = [month for month in months if month in year.placed]
    return all(table.of(area_code, f"{month:%Y-%m}") is not None for month in own)


def _nothing_is_small(edition: Edition, year: Year) -> bool:
    """Whether no borough has a small count in any month of the year, so that no table need be worked out to say so."""
    counts = edition.once("searches by month and area", lambda: _counts(edition))
    cells = [counts.get((month, area), (0, 0)) for month in year.placed for area in area_keys()]
    whole = [
        [sum(counts.get((month, area), (0, 0))[i] for area in area_keys()) for i in (0, 1)] for month in year.months
    ]
    return all(min(found, number - found) >= SMALLEST_SHOWN for number, found in [*cells, *whole])


def _counts(edition: Edition) -> Mapping[tuple[date, str], tuple[int, int]]:
    *codes, outside = area_keys()
    rows = edition.cursor.execute(COUNTS, [codes, outside]).fetchall()
    return {(month, area): (number, found) for month, area, number, found in rows}
