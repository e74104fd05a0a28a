"""Stop and search in a borough: how many, how often for its residents, and how often something came of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import numpy as np

from data.boroughs import queries
from data.periods import add_months, month_range
from data.signal_queries import LOOK_BACK_MONTHS
from data.statistics import SMALLEST_BASE_TO_SAY, wilson_interval
from data.warehouse import Edition
from geo.areas import boroughs
from geo.population import nearest_year

Row = dict[str, Any]
Months = Mapping[date, tuple[int, int]]
SPANS = (12, 3)  # months: a year where there is one, or else a quarter
HARDLY_PLACED = 0.5  # a month in which fewer searches than this name a borough


def period(months: Months, month: date) -> tuple[date, int] | None:
    """(last month, number of months) of the period shown for `month`: the year to it, or else the quarter.

    Where neither is whole, the latest year, or else quarter, that ended at most two years before. A month that the
    publisher's files lack is not a month without searches.
    """
    for spans, back in ((SPANS, 1), ((SPANS[0],), LOOK_BACK_MONTHS + 1), ((SPANS[1],), LOOK_BACK_MONTHS + 1)):
        for step in range(back):
            end = add_months(month, -step)
            for span in spans:
                if (step == 0 or end.month % 3 == 0) and is_whole(months, end, span):
                    return end, span
    return None


def is_whole(months: Months, end: date, span: int) -> bool:
    return all(month in months for month in month_range(add_months(end, 1 - span), end))


def searches(edition: Edition, area_code: str, month: date, residents: Mapping[int, Mapping[str, int]]) -> Row | None:
    """The figures of `components.borough.SearchFigures`; None where the edition has no whole period."""
    months = edition.once("search months", lambda: queries.search_months(edition.cursor))
    found = period(months, month)
    if found is None:
        return None
    end, span = found
    start = add_months(end, 1 - span)
    counted = edition.once(("searches", start, end), lambda: queries.searches(edition.cursor, start, end))
    year = nearest_year(end.year, list(residents)) if residents else None
    people = residents[year] if year is not None else {}
    placed = {area.area_code: counted.get(area.area_code, (0, 0, 0)) for area in boroughs()}
    whole = tuple(sum(each[i] for each in counted.values()) for i in range(3))
    return {
        "start": start, "end": end, "months": span, "is_own_period": end != month, "residents_year": year,
        **_figures("", placed[area_code], people.get(area_code)),
        **_figures("london_", whole, sum(people.get(code, 0) for code in placed)),
        "searches_before": _before(edition, months, area_code, end, span), "unplaced": counted.get(None, (0, 0, 0))[0],
        "unplaced_share": counted.get(None, (0, 0, 0))[0] / whole[0] if whole[0] else None,
        "poor_months": tuple(
            each for each in month_range(start, end) if months[each][1] < HARDLY_PLACED * months[each][0]
        ),
    }  # fmt: skip


def _figures(prefix: str, counted: tuple[int, ...], persons: int | None) -> Row:
    """No share of fewer than 100 searches."""
    number, known, positive = counted
    share = positive / known if known >= SMALLEST_BASE_TO_SAY else None
    lower, upper = wilson_interval(np.array([share]), np.array([known])) if share is not None else ([None], [None])
    return {
        f"{prefix}searches": number, f"{prefix}known": known, f"{prefix}with_outcome": positive,
        f"{prefix}per_1000": 1000 * number / persons if persons else None, f"{prefix}share": share,
        f"{prefix}share_lower": None if lower[0] is None else float(lower[0]),
        f"{prefix}share_upper": None if upper[0] is None else float(upper[0]),
    }  # fmt: skip


def _before(edition: Edition, months: Months, area_code: str, end: date, span: int) -> int | None:
    """Searches in the same period a year earlier, where the edition has all its months."""
    last = add_months(end, -12)
    if not is_whole(months, last, span):
        return None
    start = add_months(last, 1 - span)
    counted = edition.once(("searches", start, last), lambda: queries.searches(edition.cursor, start, last))
    return counted.get(area_code, (0, 0, 0))[0]
