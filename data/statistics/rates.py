"""Counts and rates with their intervals, and change in per cent."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.special import gammaincinv

Array = npt.NDArray[np.float64]

CONFIDENCE = 0.95
Z = 1.959963984540054  # standard normal deviate of a two-sided 95% interval
BYAR_FROM = 10  # events; below it the exact interval is used (Public Health England, see rate_interval)
SMALLEST_BASE_FOR_PERCENTAGE = 20  # a percentage change from fewer earlier offences says too little to show


def count_interval(events: npt.ArrayLike) -> tuple[Array, Array]:
    """95% interval for the mean of a Poisson count; NaN where the count is NaN.

    Byar's approximation for 10 or more events, exact chi-square limits below:
    Public Health England, Technical Guide: Assigning confidence intervals to public health indicators (2018).
      Byar:  O (1 - 1/(9 O) - z / (3 sqrt O))^3   and   (O+1) (1 - 1/(9 (O+1)) + z / (3 sqrt (O+1)))^3
      exact: chi2(0.025; 2 O) / 2                 and   chi2(0.975; 2 O + 2) / 2
    The chi-square quantile is twice that of the gamma distribution with half its degrees of freedom.
    Raises ValueError for a negative count.
    """
    observed = np.asarray(events, dtype=float)
    if np.any(observed < 0):
        raise ValueError(f"a count cannot be negative: {observed[observed < 0][0]:g}")
    tail = (1 - CONFIDENCE) / 2
    exact_lower = np.where(observed > 0, gammaincinv(np.maximum(observed, 1), tail), 0.0)
    exact_upper = gammaincinv(observed + 1, 1 - tail)
    safe, above = np.maximum(observed, 1), observed + 1
    byar_lower = safe * (1 - 1 / (9 * safe) - Z / (3 * np.sqrt(safe))) ** 3
    byar_upper = above * (1 - 1 / (9 * above) + Z / (3 * np.sqrt(above))) ** 3
    use_byar = observed >= BYAR_FROM
    lower = np.where(use_byar, byar_lower, exact_lower)
    upper = np.where(use_byar, byar_upper, exact_upper)
    missing = np.isnan(observed)
    return np.where(missing, np.nan, lower), np.where(missing, np.nan, upper)


def rate_per_1000(events: npt.ArrayLike, residents: npt.ArrayLike) -> tuple[Array, Array, Array]:
    """Rate per 1,000 residents with its 95% interval: (rate, lower, upper).

    Numerators and denominators are summed before they come here. Without residents there is no rate: NaN, never
    0 or infinity.
    """
    known = _known(residents)
    lower, upper = count_interval(events)
    return rate_alone(events, residents), 1000 * lower / known, 1000 * upper / known


def rate_alone(events: npt.ArrayLike, residents: npt.ArrayLike) -> Array:
    """The rate of `rate_per_1000` without its interval."""
    return 1000 * np.asarray(events, dtype=float) / _known(residents)


def _known(residents: npt.ArrayLike) -> Array:
    persons = np.asarray(residents, dtype=float)
    return np.where(persons > 0, persons, np.nan)


def percentage_change(later: npt.ArrayLike, earlier: npt.ArrayLike) -> Array:
    """Change from `earlier` to `later` in per cent; NaN where the earlier count is too small to say or is NaN."""
    now, before = np.asarray(later, dtype=float), np.asarray(earlier, dtype=float)
    enough = before >= SMALLEST_BASE_FOR_PERCENTAGE
    return np.where(enough, 100 * (now - before) / np.where(enough, before, 1), np.nan)
