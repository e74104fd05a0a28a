"""A quarter on the same quarter a year before: many at once, with intervals that allow for each series' dispersion."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from data.statistics import change_verdict, percentage_change, ratio_interval

Number = float | None


def quarter_changes(
    now: Sequence[Number], before: Sequence[Number], dispersion: Sequence[Number], broken: Sequence[bool]
) -> list[dict[str, Any]]:
    """change, change_pct, lower_pct, upper_pct and verdict of each pair of counts; None where it is not said.

    `broken`: a declared break lies between the two, and they are then not compared. No percentage from a base under 20,
    nor from one that is less than one effective offence (see data.statistics.change).
    """
    later, earlier, phi, shut = _array(now), _array(before), _array(dispersion, 1.0), np.array(broken, dtype=bool)
    _, lower, upper = ratio_interval(later, earlier, phi)
    verdicts = change_verdict(later, earlier, lower, upper, shut & np.isfinite(later))
    percent = np.where(shut | (earlier < phi), np.nan, percentage_change(later, earlier))
    limits = [np.where(np.isfinite(percent), 100 * (limit - 1), np.nan) for limit in (lower, upper)]
    change = np.where(shut, np.nan, later - earlier)
    names = ("change", "change_pct", "lower_pct", "upper_pct")
    columns = dict(zip(names, (change, percent, *limits), strict=True))
    return [
        {**{name: known(column[place]) for name, column in columns.items()}, "verdict": str(verdicts[place])}
        for place in range(len(later))
    ]


def _array(numbers: Sequence[Number], missing: float = math.nan) -> np.ndarray[Any, np.dtype[np.float64]]:
    return np.array([missing if number is None else number for number in numbers], dtype=float)


def known(number: float) -> Number:
    """None for what is no number."""
    return float(number) if math.isfinite(number) else None
