"""The range expected of a monthly share of many cases: Laney's p-prime limits over a baseline a year before."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from data.statistics.baseline import FULL_BASELINE, SHORTEST_BASELINE
from data.statistics.judged import LIMITS, Words
from data.statistics.proportions import SMALLEST_BASE_TO_SAY
from data.statistics.rates import Array
from data.statistics.sliding import YEAR
from data.statistics.xmr import D2

DEVIATIONS = 3.0
WORDS = np.array(["not_available", "too_few", "lower", "within", "higher"], dtype=object)


@dataclass(frozen=True)
class ShareLimits:
    """Each month of one series; arrays of M. Shares are 0 to 1, NaN where there is no figure or no limits."""

    share: Array
    centre: Array  # of the baseline: its cases met / its cases
    spread: Array  # sigma z: how much more the baseline varied than chance alone; 1 where by chance alone
    lower: Array
    upper: Array
    baseline_months: npt.NDArray[np.int8]  # with a figure, 0..24
    limits: Words  # limits, trial, none
    signal: Words  # higher, within, lower, too_few, not_available


def share_limits(met: npt.ArrayLike, cases: npt.ArrayLike) -> ShareLimits:
    """Judge each month's share met / cases against the 24 months that end 12 months before it.

    Laney, Improved control charts for attributes, Quality Engineering 14 (2002) 531-537, doi 10.1081/QEN-120003555:
      p = sum met / sum cases of the baseline;  s_i = sqrt(p (1 - p) / n_i);  z_i = (p_i - p) / s_i;
      sigma z = mean |z_i - z_(i-1)| / 1.128;  limits p -+ 3 s_i sigma z, within 0 to 1.
    The limits of a plain p chart have sigma z = 1: of shares of tens of thousands they are far too narrow. Ranges
    across a month without a figure are left out. 12 to 23 months with a figure give trial limits, fewer none.
    too_few: the month has under 100 cases, or no limits can be made. Raises ValueError for a count that is negative or
    above its cases.
    """
    part, whole = np.asarray(met, dtype=float), np.asarray(cases, dtype=float)
    if np.any(part < 0) or np.any(part > whole):
        raise ValueError("as many are met as there are cases at the most, and no fewer than none")
    share = part / np.where(whole > 0, whole, np.nan)
    months = [_baseline(part, whole, share, month) for month in range(len(share))]
    centre, spread, held = (np.array([each[place] for each in months], dtype=float) for place in range(3))
    with np.errstate(invalid="ignore"):
        half = DEVIATIONS * spread * np.sqrt(centre * (1 - centre) / np.where(whole > 0, whole, np.nan))
        lower, upper = np.clip(centre - half, 0, 1), np.clip(centre + half, 0, 1)
        few = ~np.isfinite(half) | (half <= 0) | (whole < SMALLEST_BASE_TO_SAY)
        code = np.select([np.isnan(share), few, share < lower, share > upper], [0, 1, 2, 4], 3)
    kind = (held >= SHORTEST_BASELINE).astype(int) + (held >= FULL_BASELINE)
    return ShareLimits(share, centre, spread, lower, upper, held.astype(np.int8), LIMITS[kind], WORDS[code])


def _baseline(part: Array, whole: Array, share: Array, month: int) -> tuple[float, float, int]:
    """(centre, sigma z, months with a figure) of the months that `month` is judged by; NaN where they are too few."""
    last = max(month - YEAR + 1, 0)
    window = slice(max(last - FULL_BASELINE, 0), last)
    known = np.isfinite(share[window])
    held = int(known.sum())
    if held < SHORTEST_BASELINE:
        return np.nan, np.nan, held
    n = np.where(known, whole[window], np.nan)
    centre = float(np.nansum(np.where(known, part[window], 0.0)) / np.nansum(n))
    if centre in (0.0, 1.0):
        return centre, np.nan, held
    z = (share[window] - centre) / np.sqrt(centre * (1 - centre) / n)
    ranges = np.abs(np.diff(z))
    known_ranges = ranges[np.isfinite(ranges)]
    return centre, float(known_ranges.mean() / D2) if known_ranges.size else np.nan, held
