"""Two periods of one measure side by side, one row an area: what the crime map, its ranking and its table show.

Pure: arrays in, columns out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from data.comparison_rows import COLUMNS, Comparison
from data.selection import Show
from data.statistics import percentage_change, rate_alone, rate_per_1000

NO_FIGURE = ("not_available", "suppressed")


Split = tuple[npt.ArrayLike, npt.ArrayLike]  # of the period, and of the one a year before


@dataclass(frozen=True)
class Counts:
    """Of one period, an entry an area: recorded offences and residents, NaN where there is no figure."""

    offences: npt.ArrayLike
    residents: npt.ArrayLike


def compared(
    now: Counts, before: Counts, *, status: npt.ArrayLike, is_broken: npt.ArrayLike, is_split: Split, show: Show
) -> dict[str, npt.NDArray[Any]]:
    """The columns of COLUMNS that follow from two periods' counts of the same areas; `status` is that of `now`.

    `change_status` is ok, small_base (no percentage), not_comparable (a break in the series lies between: neither
    number nor percentage) or not_available. `value` is the figure the map colours.
    A period that a break lies inside (`is_split`) has no count: its months cannot be added up.
    """
    split, split_before = (np.broadcast_to(np.asarray(each, dtype=bool), np.shape(now.offences)) for each in is_split)
    offences = np.where(split, np.nan, np.asarray(now.offences, dtype=float))
    earlier = np.where(split_before, np.nan, np.asarray(before.offences, dtype=float))
    rate, lower, upper = rate_per_1000(offences, now.residents)
    rate_before = rate_alone(earlier, before.residents)
    broken = np.asarray(is_broken, dtype=bool)
    change, percent = offences - earlier, percentage_change(offences, earlier)
    said = np.where(np.isnan(change), "not_available", np.where(np.isnan(percent), "small_base", "ok"))
    is_cut = broken & ~np.isnan(offences) & ((said != "not_available") | split_before)
    said = np.where(is_cut | split, "not_comparable", said)
    change, percent = np.where(broken, np.nan, change), np.where(broken, np.nan, percent)
    return {
        "offences": offences, "offences_before": earlier, "residents": np.asarray(now.residents, dtype=float),
        "status": np.where(split, "not_comparable", np.asarray(status, dtype=object)),
        "rate": rate, "rate_lower": lower, "rate_upper": upper,
        "rate_before": rate_before, "change": change, "change_pct": percent, "change_status": said.astype(object),
        "value": {Show.RATE: rate, Show.NUMBER: offences, Show.CHANGE: percent}[show],
    }  # fmt: skip


def side_by_side(
    areas: Mapping[str, Sequence[str]], found: dict[str, npt.NDArray[Any]], *, residents_year: int
) -> Comparison:
    """`areas` (area_code, area_name, slug, area_type) with what `compared` gave for them, and their ranks."""
    kinds = areas["area_type"]
    is_borough = np.fromiter((kind == "borough" for kind in kinds), dtype=bool, count=len(kinds))
    figures = {name: values.tolist() for name, values in found.items()}
    whole = {**areas, **figures, "residents_year": [residents_year] * len(kinds),
             "rank": ranks(found["value"], is_borough).tolist()}  # fmt: skip
    return Comparison({name: whole[name] for name in COLUMNS})


def ranks(values: npt.NDArray[np.float64], is_ranked: npt.NDArray[np.bool_]) -> npt.NDArray[np.float64]:
    """1 for the highest of those ranked that have a value, equal ones sharing the first place of theirs; else NaN."""
    known = is_ranked & ~np.isnan(values)
    higher = (values[known][None, :] > values[:, None]).sum(axis=1)
    return np.where(known, 1.0 + higher, np.nan)


def boroughs_that(table: pd.DataFrame) -> tuple[int, int, int]:
    """How many boroughs have more, fewer and as many offences as in the period before."""
    change = table.loc[table["area_type"] == "borough", "change"].dropna()
    return int((change > 0).sum()), int((change < 0).sum()), int((change == 0).sum())
