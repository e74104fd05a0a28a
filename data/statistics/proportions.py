"""Proportions of people asked, and the gap between two of them, from surveys that were no simple random sample."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from data.statistics.judged import Words
from data.statistics.rates import CONFIDENCE, Array

SMALLEST_BASE_TO_SAY = 100  # interviews in either group


def wilson_interval(
    proportion: npt.ArrayLike, base: npt.ArrayLike, design_effect: npt.ArrayLike = 1.0
) -> tuple[Array, Array]:
    """(lower, upper) of the 95% Wilson score interval on the effective base n = base / design effect; any shape.

    (2 n p + z^2 -+ z sqrt(z^2 + 4 n p (1 - p))) / (2 (n + z^2)); Wilson, J. American Statistical Association 22 (1927)
    209-212, doi 10.1080/01621459.1927.10502953. `proportion` 0 to 1. NaN for a missing value and for a base of 0.
    Raises ValueError for a proportion outside 0 to 1 or a design effect that is not above 0.
    """
    share, n = _effective(proportion, base, design_effect)
    return _wilson(share, n)


def gap_interval(
    p1: npt.ArrayLike, n1: npt.ArrayLike, p2: npt.ArrayLike, n2: npt.ArrayLike, design_effect: npt.ArrayLike = 1.0
) -> tuple[Array, Array, Array]:
    """(difference, lower, upper): p1 - p2 with Newcombe's hybrid 95% interval on effective bases; any shape, 0 to 1.

    Method 10 of Newcombe, Statistics in Medicine 17 (1998) 873-890,
    doi 10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I. With l, u the Wilson limits of each:
    d - sqrt((p1 - l1)^2 + (u2 - p2)^2) to d + sqrt((u1 - p1)^2 + (p2 - l2)^2). Errors and NaN as `wilson_interval`.
    """
    from statsmodels.stats.proportion import confint_proportions_2indep  # noqa: PLC0415 - half a second to import

    first, base1 = _effective(p1, n1, design_effect)
    second, base2 = _effective(p2, n2, design_effect)
    first, base1, second, base2 = _alike(first, base1, second, base2)
    with np.errstate(invalid="ignore"):
        lower, upper = confint_proportions_2indep(
            first * base1, base1, second * base2, base2, method="newcomb", compare="diff", alpha=1 - CONFIDENCE
        )
    difference = np.where(np.isnan(base1 + base2), np.nan, first - second)
    return difference, np.minimum(np.maximum(lower, -1.0), difference), np.maximum(np.minimum(upper, 1.0), difference)


def gap_verdict(
    lower: npt.ArrayLike, upper: npt.ArrayLike, n1: npt.ArrayLike, n2: npt.ArrayLike, *,
    undecided: str = "no_clear_gap",
) -> Words:  # fmt: skip
    """higher, lower, `undecided` (the interval includes 0), too_few (a base under 100 interviews) or not_available.

    The bases are interviews as they were held, not effective ones. For a change over time pass
    undecided='no_clear_change'.
    """
    low, high = np.asarray(lower, dtype=float), np.asarray(upper, dtype=float)
    smaller = np.minimum(np.asarray(n1, dtype=float), np.asarray(n2, dtype=float))
    words = np.array(["not_available", "too_few", "higher", "lower", undecided], dtype=object)
    unknown = np.isnan(low) | np.isnan(high) | np.isnan(smaller)
    return np.asarray(words[np.select([unknown, smaller < SMALLEST_BASE_TO_SAY, low > 0, high < 0], [0, 1, 2, 3], 4)])


def _effective(proportion: npt.ArrayLike, base: npt.ArrayLike, design_effect: npt.ArrayLike) -> tuple[Array, Array]:
    share, effect = np.asarray(proportion, dtype=float), np.asarray(design_effect, dtype=float)
    if np.any((share < 0) | (share > 1)):
        raise ValueError(f"a proportion is between 0 and 1, not {share[(share < 0) | (share > 1)][0]:g}")
    if np.any(effect <= 0):
        raise ValueError("a design effect is above 0")
    n = np.asarray(base, dtype=float) / effect
    return share, np.where(n > 0, n, np.nan)


def _alike(*arrays: Array) -> list[Array]:
    """The arrays broadcast to one shape, each with memory of its own: statsmodels may write into what it is given."""
    return [np.array(array) for array in np.broadcast_arrays(*arrays)]


def _wilson(share: Array, n: Array) -> tuple[Array, Array]:
    from statsmodels.stats.proportion import proportion_confint  # noqa: PLC0415 - half a second to import

    share, n = _alike(share, n)
    with np.errstate(invalid="ignore"):
        lower, upper = proportion_confint(share * n, n, alpha=1 - CONFIDENCE, method="wilson")
    # Rounding must not leave 0 or 100% outside its own interval.
    return np.minimum(np.maximum(lower, 0.0), share), np.maximum(np.minimum(upper, 1.0), share)
