"""Two frames of counts of one period each, compared as data.views compares them."""

from __future__ import annotations

import pandas as pd

from data.catalogue import Break
from data.comparison import Counts, compared, side_by_side
from data.comparison_rows import Comparison
from data.selection import Show


def compare(
    now: pd.DataFrame,
    before: pd.DataFrame,
    areas: pd.DataFrame,
    *,
    residents_year: int,
    broken: Break | None,
    show: Show, is_split: tuple[bool, bool] = (False, False),
) -> Comparison:
    """One row an area of `areas`, in the columns COLUMNS; `now` and `before` as counts_of_periods in oracles.py."""
    later, earlier = (frame.set_index("area_code").reindex(areas["area_code"]) for frame in (now, before))
    found = compared(
        Counts(later["numerator"], later["denominator"]), Counts(earlier["numerator"], earlier["denominator"]),
        status=later["status"].fillna("not_available"), is_broken=broken is not None, is_split=is_split, show=show,
    )  # fmt: skip
    return side_by_side({str(name): areas[name].tolist() for name in areas}, found, residents_year=residents_year)
