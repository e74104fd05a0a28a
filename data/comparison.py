"""Two periods of one measure side by side, one row an area: what the crime map, its ranking and its table show.

Pure: tidy frames in, one wide frame out.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from data.catalogue import Break
from data.selection import Show
from data.statistics import percentage_change, rate_per_1000

COLUMNS = (
    "area_code", "area_name", "slug", "area_type",
    "offences", "offences_before", "change", "change_pct", "change_status",
    "rate", "rate_lower", "rate_upper", "rate_before", "residents", "residents_year",
    "status", "value", "rank",
)  # fmt: skip
NO_FIGURE = ("not_available", "suppressed")


def compare(
    now: pd.DataFrame,
    before: pd.DataFrame,
    areas: pd.DataFrame,
    *,
    residents_year: int,
    broken: Break | None,
    show: Show,
) -> pd.DataFrame:
    """One row an area, in the columns COLUMNS.

    `now` and `before` are frames of counts (see data.queries.counts) whose numerator is a count and whose denominator
    is residents in `residents_year`; `areas` has area_code, area_name, slug, area_type and gives the rows and their
    order. A count that is not available is NaN. `change_status` is ok, small_base (no percentage), not_comparable (a
    break in the series lies between: neither number nor percentage) or not_available. `value` is the figure the map
    colours and `rank` its place among the boroughs that have one, 1 for the highest, equal values sharing a place.
    """
    table = areas.set_index("area_code").assign(residents_year=residents_year, is_broken=broken is not None)
    compared = _compared(table, now.set_index("area_code"), before.set_index("area_code"), show)
    compared["rank"] = _ranked(compared).rank(ascending=False, method="min")
    return compared.reset_index()[list(COLUMNS)]


def compare_periods(
    now: pd.DataFrame, before: pd.DataFrame, areas: pd.DataFrame, periods: pd.DataFrame, *, show: Show
) -> pd.DataFrame:
    """The same of many periods, one below the other: period_start and period_end, then the columns COLUMNS.

    `periods` has period_start, period_end (their first and last month), residents_year, is_broken (a break lies between
    the period and the one a year before). `now` and `before` hold every period's counts; in `before`, period_end is
    that of the period compared.
    """
    keys = ["period_end", "area_code"]
    table = periods.merge(areas, how="cross").set_index(keys)
    compared = _compared(table, now.set_index(keys), before.set_index(keys), show)
    compared["rank"] = _ranked(compared).groupby(level="period_end").rank(ascending=False, method="min")
    return compared.reset_index()[["period_start", "period_end", *COLUMNS]]


def _compared(table: pd.DataFrame, later: pd.DataFrame, earlier: pd.DataFrame, show: Show) -> pd.DataFrame:
    """All but the rank; `table` has residents_year and is_broken, and the index of the others."""
    table["offences"] = later["numerator"].astype(float)
    table["offences_before"] = earlier["numerator"].astype(float)
    table["residents"] = later["denominator"].astype(float)
    table["status"] = later["status"].reindex(table.index).fillna("not_available")
    table["rate"], table["rate_lower"], table["rate_upper"] = rate_per_1000(table["offences"], table["residents"])
    table["rate_before"], *_ = rate_per_1000(table["offences_before"], earlier["denominator"].reindex(table.index))
    _add_change(table)
    table["value"] = table[{Show.RATE: "rate", Show.NUMBER: "offences", Show.CHANGE: "change_pct"}[show]]
    return table


def _ranked(table: pd.DataFrame) -> pd.Series[float]:
    return table["value"].where(table["area_type"] == "borough")


def _add_change(table: pd.DataFrame) -> None:
    table["change"] = table["offences"] - table["offences_before"]
    table["change_pct"] = percentage_change(table["offences"], table["offences_before"])
    status = np.where(table["change"].isna(), "not_available", np.where(table["change_pct"].isna(), "small_base", "ok"))
    table.loc[table["is_broken"], ["change", "change_pct"]] = np.nan
    table["change_status"] = np.where(table["is_broken"] & (status != "not_available"), "not_comparable", status)


def boroughs_that(table: pd.DataFrame) -> tuple[int, int, int]:
    """How many boroughs have more, fewer and as many offences as in the period before."""
    change = table.loc[table["area_type"] == "borough", "change"].dropna()
    return int((change > 0).sum()), int((change < 0).sum()), int((change == 0).sum())
