"""Did a count change between two periods?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import betaincinv

from data.statistics.dispersion import over_dispersion
from data.statistics.judged import Words
from data.statistics.rates import CONFIDENCE, SMALLEST_BASE_FOR_PERCENTAGE, Array, percentage_change
from data.statistics.rules import Flags
from data.statistics.sliding import YEAR, as_series, lagged, sum_to

SMALLEST_COUNT_TO_SAY = 10  # the larger of the two counts
CHANGE_VERDICTS = np.array(
    ["not_available", "not_comparable", "too_few", "lower", "no_clear_change", "higher"], dtype=object
)


def ratio_interval(
    later: npt.ArrayLike, earlier: npt.ArrayLike, dispersion: npt.ArrayLike = 1.0
) -> tuple[Array, Array, Array]:
    """(ratio, lower, upper): later / earlier count of equal periods with its 95% interval; any shape.

    Given their sum, the later of two Poisson counts is binomial with probability ratio / (1 + ratio): exact
    (Clopper-Pearson) limits of that, turned into a ratio. Przyborowski and Wilenski, Biometrika 31 (1940) 313-323,
    doi 10.1093/biomet/31.3-4.313; Clopper and Pearson, Biometrika 26 (1934) 404-413, doi 10.1093/biomet/26.4.404.
    Both counts are divided by the over-dispersion first, which makes them effective counts that need not be whole.
    Two counts of 0 say nothing: NaN, with limits 0 and infinity. Earlier 0: ratio and upper limit are infinite.
    NaN in gives NaN out. Raises ValueError for a negative count.
    """
    now, before, phi = np.broadcast_arrays(
        np.asarray(later, dtype=float), np.asarray(earlier, dtype=float), np.asarray(dispersion, dtype=float)
    )
    if np.any(now < 0) or np.any(before < 0):
        raise ValueError("a count cannot be negative")
    x, y = now / phi, before / phi
    tail = (1 - CONFIDENCE) / 2
    safe_x, safe_y = np.where(x > 0, x, 1.0), np.where(y > 0, y, 1.0)
    low = np.where(x > 0, betaincinv(safe_x, y + 1, tail), 0.0)
    high = np.where(y > 0, betaincinv(safe_y, x + 1, tail), 0.0)  # of the earlier share: 1 - share keeps its digits
    missing = np.isnan(x + y)
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio, lower, upper = now / before, low / (1 - low), (1 - high) / high
    return tuple(np.where(missing, np.nan, part) for part in (ratio, lower, upper))  # type: ignore[return-value]


def change_verdict(
    later: npt.ArrayLike, earlier: npt.ArrayLike, lower: npt.ArrayLike, upper: npt.ArrayLike,
    broken: npt.ArrayLike = False,
) -> Words:  # fmt: skip
    """In words, for two counts and the limits of their ratio; any shape, see CHANGE_VERDICTS.

    higher, lower: the whole interval lies above, below 1. too_few: the larger count is under 10.
    not_comparable: `broken`, a declared break lies in the two periods. not_available: a count is NaN.
    """
    now, before = np.asarray(later, dtype=float), np.asarray(earlier, dtype=float)
    low, high = np.asarray(lower, dtype=float), np.asarray(upper, dtype=float)
    shut = np.asarray(broken, dtype=bool)
    few = np.maximum(now, before) < SMALLEST_COUNT_TO_SAY
    unknown = np.isnan(now) | np.isnan(before) | np.isnan(low) | np.isnan(high)
    code = np.select([shut, unknown & ~few, few, low > 1, high < 1], [1, 0, 2, 5, 3], 4)
    return np.asarray(CHANGE_VERDICTS[code])


@dataclass(frozen=True)
class YearChange:
    """The 12 months to each month on the 12 before them; every field an array of series x months."""

    later: Array  # sum of the 12 months; NaN unless all have a figure
    earlier: Array
    dispersion: Array
    ratio: Array
    lower: Array
    upper: Array
    change_pct: Array  # NaN from a base under 20, and where the verdict cannot be given
    change_lower_pct: Array
    change_upper_pct: Array
    verdict: Words


def year_change(counts: npt.ArrayLike, broken: Flags | None = None) -> YearChange:
    """Change of the 12 months to each month on the 12 before, for series (S, M).

    `broken` (S, M): a declared break lies in the 24 months to the month. A month without a figure: 'not_available'.
    No percentage from an earlier count that is less than one effective offence either (one wild month in a series of
    few): its limits would run to any height.
    """
    values = as_series(counts)
    later = sum_to(values, YEAR)
    earlier = lagged(later, YEAR)
    dispersion = over_dispersion(values)
    ratio, lower, upper = ratio_interval(later, earlier, dispersion)
    shut = np.isfinite(values) & np.asarray(False if broken is None else broken, dtype=bool)
    verdict = change_verdict(later, earlier, lower, upper, shut)
    said = ~shut & (earlier >= np.maximum(SMALLEST_BASE_FOR_PERCENTAGE, dispersion))
    lower_pct, upper_pct = (100 * (np.where(said, limit, np.nan) - 1) for limit in (lower, upper))
    return YearChange(
        later, earlier, dispersion, ratio, lower, upper,
        np.where(said, percentage_change(later, earlier), np.nan), lower_pct, upper_pct, verdict,
    )  # fmt: skip
