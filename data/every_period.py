"""Every period of one measure, in every area: what a download of everything and the API give.

A row of a period is what the crime map shows of that period: the queries and the comparison are the same.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from data import queries
from data.catalogue import Dataset, Measure
from data.comparison import compare_periods
from data.periods import Window
from data.selection import Show
from data.views import split
from data.warehouse import Edition


def every_period(
    edition: Edition, measure: Measure, dataset: Dataset, areas: pd.DataFrame, windows: Sequence[Window], *, show: Show
) -> pd.DataFrame:
    """period_start, period_end (first and last month) and data.comparison.COLUMNS, period by period in the order of
    `windows`, each in the order of `areas`. Raises ValueError for periods of several spans."""
    ends = sorted(windows)
    now = queries.counts_of_periods(edition.cursor, measure, dataset, ends)
    before = queries.counts_of_periods(edition.cursor, measure, dataset, [window.year_before for window in ends])
    before["period_end"] = before["period_end"] + pd.DateOffset(years=1)
    years = {y: queries.population_year(edition.cursor, y) for y in {window.end.year for window in ends}}
    periods = pd.DataFrame({
        "period_start": pd.to_datetime([w.start for w in windows]),
        "period_end": pd.to_datetime([w.end for w in windows]),
        "residents_year": [years[w.end.year] for w in windows],
        "is_broken": [measure.break_between(w.year_before.start, w.end) is not None for w in windows],
        "is_split": [split(measure, w)[0] for w in windows],
        "is_split_before": [split(measure, w)[1] for w in windows],
    })  # fmt: skip
    return compare_periods(now, before, areas, periods, show=show)
