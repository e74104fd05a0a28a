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
from data.stop_and_search.elsewhere import may_show
from data.stop_and_search.periods import months_of, unplaced_months
from data.warehouse import Edition
from geo.areas import boroughs
from geo.population import nearest_year

Row = dict[str, Any]
Months = Mapping[date, tuple[int, int]]
SPANS = (12, 3)  # months: a year where there is one, or else a quarter


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
    """The figures of `components.borough.SearchFigures`; None where the edition has no whole period to show.

    The borough's and London's are of the same months: those of the period in which boroughs have figures. What names
    no borough is of the whole period.
    """
    months = edition.once("search months", lambda: months_of(edition.cursor))
    found = period(months, month)
    if found is None:
        return None
    end, span = found
    start = add_months(end, 1 - span)
    poor = tuple(each for each in month_range(start, end) if each in unplaced_months(months))
    used = tuple(each for each in month_range(start, end) if each not in poor)
    if not used or not may_show(edition, area_code, used):
        return None
    counted = edition.once(("searches", used), lambda: queries.searches(edition.cursor, used))
    year = nearest_year(end.year, list(residents)) if residents else None
    people = residents[year] if year is not None else {}
    placed = {area.area_code: counted.get(area.area_code, (0, 0, 0)) for area in boroughs()}
    whole = tuple(sum(each[i] for each in counted.values()) for i in range(3))
    everything = sum(months[each][0] for each in month_range(start, end))
    unplaced = everything - sum(months[each][1] for each in month_range(start, end))
    return {
        "start": start, "end": end, "months": span, "is_own_period": end != month, "residents_year": year,
        **_figures("", placed[area_code], people.get(area_code)),
        **_figures("london_", whole, sum(people.get(code, 0) for code in placed)),
        "searches_before": _before(edition, months, area_code, used), "unplaced": unplaced,
        "unplaced_share": unplaced / everything if everything else None, "poor_months": poor,
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


def _before(edition: Edition, months: Months, area_code: str, used: tuple[date, ...]) -> int | None:
    """Searches in the same months a year earlier, where the edition has borough figures for all of them."""
    before = tuple(add_months(month, -12) for month in used)
    without = unplaced_months(months)
    if any(month not in months or month in without for month in before) or not may_show(edition, area_code, before):
        return None
    counted = edition.once(("searches", before), lambda: queries.searches(edition.cursor, before))
    return counted.get(area_code, (0, 0, 0))[0]
