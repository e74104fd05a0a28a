"""Every period of one measure, in every area: what a download of everything and the API give."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from data import views
from data.catalogue import Dataset, Measure
from data.comparison_rows import COLUMNS
from data.periods import Window
from data.selection import Show
from data.warehouse import Edition


def every_period(
    edition: Edition, measure: Measure, dataset: Dataset, windows: Sequence[Window], *, show: Show
) -> pd.DataFrame:
    """period_start, period_end (first and last month) and data.comparison_rows.COLUMNS: what the crime map shows of
    each period, in the order of `windows`, each in the order of data.views.map_areas."""
    found = [views.compared_areas(edition, measure, dataset, window, show=show) for window in windows]
    columns = {name: [value for each in found for value in each.columns[name]] for name in COLUMNS}
    size = len(views.map_codes())
    months = {"period_start": [w.start for w in windows], "period_end": [w.end for w in windows]}
    return pd.DataFrame({
        **{name: np.repeat(pd.to_datetime(values), size) for name, values in months.items()}, **columns,
    })  # fmt: skip
