"""What each month is judged against: the 24 months that end 12 months before it, the time of the year taken out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from data.statistics.rates import Array
from data.statistics.rules import Flags
from data.statistics.seasons import seasonal_factors
from data.statistics.sliding import YEAR, lagged
from data.statistics.xmr import D2

BASELINE = range(12, 36)  # months before the month judged, so that a change is not hidden in its own baseline
FULL_BASELINE, SHORTEST_BASELINE = 24, 12  # months


@dataclass(frozen=True)
class Window:
    """The 36 months to each month, deseasonalised where the month's window is `adjusted`."""

    counts: Array
    deseasonalised: Array
    season: Array  # factor of the month itself; 1 where not adjusted
    adjusted: Flags

    def month(self, lag: int) -> Array:
        """(S, M): what the month `lag` months before each month counts as, judged from that month."""
        return np.where(self.adjusted, lagged(self.deseasonalised, lag), lagged(self.counts, lag))


def windows(counts: Array) -> Window:
    """A window is adjusted where the twelve months to it and at least twelve of its baseline have a factor.

    Baseline months without one are then left out. They could borrow a later factor, but that was made of these very
    months: they would look steadier than they are (simulated: 11% false alarms rather than 5%).
    """
    factors = seasonal_factors(counts)
    known = np.isfinite(factors)
    judged, baseline = known.copy(), np.zeros(counts.shape, dtype=np.int8)
    for lag in range(1, BASELINE.stop):
        earlier = np.zeros_like(known)
        earlier[:, lag:] = known[:, :-lag]
        if lag < YEAR:
            judged &= earlier
        else:
            baseline += earlier
    adjusted = judged & (baseline >= SHORTEST_BASELINE)
    return Window(counts, counts / factors, np.where(adjusted, factors, 1.0), adjusted)


@dataclass(frozen=True)
class Baseline:
    """Of the baseline of each month, (S, M) each; NaN where it has too few months."""

    months: Array  # with a figure, 0..24; never NaN
    mean: Array
    moving_range: Array  # mean over neighbouring months; see `baseline`
    mean_count: Array  # of the counts themselves


def baseline(window: Window) -> Baseline:
    """Mean and mean moving range over the months of the baseline that have a figure.

    Where the season could not be taken out it is part of what the month is compared with: the moving range is then at
    least 1.128 standard deviations of the baseline, which hold the season as steps between neighbours do not
    (simulated, a season of 20% either way: 29% false alarms without, 3 to 5% with it).
    """
    later = np.full_like(window.counts, np.nan)
    n, total, squares, pairs, ranges, all_counts = (np.zeros(later.shape) for _ in range(6))
    for lag in BASELINE:
        month = window.month(lag)
        step = np.abs(later - month)
        known, both = np.isfinite(month), np.isfinite(step)
        value = np.where(known, month, 0.0)
        n += known
        total += value
        squares += value * value
        pairs += both
        ranges += np.where(both, step, 0.0)
        all_counts += np.where(known, lagged(window.counts, lag), 0.0)
        later = month
    some = np.where(n >= SHORTEST_BASELINE, n, np.nan)
    variance = np.maximum(squares - total**2 / some, 0.0) / (some - 1)
    moving = ranges / np.where(pairs > 0, pairs, np.nan) + 0 * some
    wider = np.where(window.adjusted, moving, np.maximum(moving, D2 * np.sqrt(variance)))
    return Baseline(n, total / some, wider, all_counts / some)
