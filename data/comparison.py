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
    table = areas.set_index("area_code")
    later, earlier = now.set_index("area_code"), before.set_index("area_code")
    table["offences"] = later["numerator"].astype(float)
    table["offences_before"] = earlier["numerator"].astype(float)
    table["residents"] = later["denominator"].astype(float)
    table["residents_year"] = residents_year
    table["status"] = later["status"].reindex(table.index).fillna("not_available")
    table["rate"], table["rate_lower"], table["rate_upper"] = rate_per_1000(table["offences"], table["residents"])
    table["rate_before"], *_ = rate_per_1000(table["offences_before"], earlier["denominator"].reindex(table.index))
    _add_change(table, broken)
    table["value"] = table[{Show.RATE: "rate", Show.NUMBER: "offences", Show.CHANGE: "change_pct"}[show]]
    table["rank"] = table["value"].where(table["area_type"] == "borough").rank(ascending=False, method="min")
    return table.reset_index()[list(COLUMNS)]


def _add_change(table: pd.DataFrame, broken: Break | None) -> None:
    table["change"] = table["offences"] - table["offences_before"]
    table["change_pct"] = percentage_change(table["offences"], table["offences_before"])
    status = np.where(table["change"].isna(), "not_available", np.where(table["change_pct"].isna(), "small_base", "ok"))
    if broken is not None:
        table[["change", "change_pct"]] = np.nan
        status = np.where(status == "not_available", status, "not_comparable")
    table["change_status"] = status


def boroughs_that(table: pd.DataFrame) -> tuple[int, int, int]:
    """How many boroughs have more, fewer and as many offences as in the period before."""
    change = table.loc[table["area_type"] == "borough", "change"].dropna()
    return int((change > 0).sum()), int((change < 0).sum()), int((change == 0).sum())
