"""How much of a month's count is the time of the year: seasonal factors that look only backwards."""

from __future__ import annotations

import numpy as np

from data.statistics.rates import Array
from data.statistics.sliding import YEAR, as_series, by_row_blocks, known_sum_to, lagged, led

YEARS_FOR_A_FACTOR = 5  # at most; the latest
YEARS_NEEDED = 2
# Variance of the median of k normal values of variance 1 (k = 0..5; k = 2 is the mean of two). Order-statistics
# tables, e.g. Harter, Biometrika 48 (1961) 151-165, doi 10.1093/biomet/48.1-2.151; a test integrates them again.
MEDIAN_VARIANCE = np.array([np.nan, 1.0, 0.5, 0.448671, 0.298182, 0.286834])
SMALLEST_FACTOR = 0.1  # a month in which the median year has none would divide by nought


def ratio_to_average(counts: Array) -> Array:
    """(S, M) -> (S, M): each count over the centred 12-month average about it (2 x 12: half weights at both ends).

    NaN where one of the 13 months, six before to six after, has no figure, or where the average is 0.
    The ratio of month s needs months to s + 6, so it may be used for months from s + 7 on.
    """
    total = 0.5 * (lagged(counts, 6) + led(counts, 6)) + counts
    for months in range(1, 6):
        total += lagged(counts, months) + led(counts, months)
    average = total / YEAR
    return np.where(average > 0, counts / np.where(average > 0, average, 1.0), np.nan)


def seasonal_factors(counts: object) -> Array:
    """(S, M) counts -> (S, M) factors: a month's count over what the same year would give a plain month; NaN: none.

    Classical decomposition by ratio to a moving average, made causal. The raw factor of month t is the median of the
    ratios of the same calendar month one to five years before, of which at least two must be known; the median,
    because one odd year such as 2020 must not make a season. It is then drawn towards 1 by the share of its spread
    that chance alone explains (shrinkage as in Miller and Williams, Int. J. Forecasting 19 (2003) 669-684,
    doi 10.1016/S0169-2070(02)00077-8):
      w = max(0, 1 - v / S2),  factor = 1 + w (raw - 1)
      S2 = mean of (raw - 1)^2 over the 12 months to t
      v  = mean over the same months of MEDIAN_VARIANCE[k] x pooled variance of the ratios within a calendar month
    Only counts before t enter, so a later month never changes an earlier factor.
    """
    return by_row_blocks(_factors, as_series(counts))


def _factors(counts: Array) -> Array:
    ratios = ratio_to_average(counts)
    used = np.sort(np.stack([lagged(ratios, YEAR * year) for year in range(1, YEARS_FOR_A_FACTOR + 1)]), axis=0)
    years = np.isfinite(used).sum(axis=0)  # sorted: what is not known stands last
    enough = years >= YEARS_NEEDED
    raw = np.where(enough, _median_of_first(used, years), np.nan)
    weight = _share_not_by_chance(raw, _spread_by_chance(used, years, enough))
    return np.asarray(np.maximum(1 + weight * (raw - 1), SMALLEST_FACTOR))


def _median_of_first(ordered: Array, known: Array) -> Array:
    """Median along the first axis of the first `known` values of each column; garbage where none is known."""
    low = np.maximum((known - 1) // 2, 0)[np.newaxis].astype(np.intp)
    high = np.minimum(known // 2, ordered.shape[0] - 1)[np.newaxis].astype(np.intp)
    both = np.take_along_axis(ordered, low, 0) + np.take_along_axis(ordered, high, 0)
    return np.asarray(both[0] / 2)


def _spread_by_chance(used: Array, years: Array, enough: Array) -> Array:
    """v of `seasonal_factors`: the variance that chance gives the raw factors of the 12 months to each month."""
    deviations = used - 1  # about a constant near their mean, so that the squares lose no digits
    total = np.where(np.isfinite(used), deviations, 0.0)
    squares = (total**2).sum(axis=0) - total.sum(axis=0) ** 2 / np.maximum(years, 1)
    within, _ = known_sum_to(np.where(enough, np.maximum(squares, 0.0), np.nan), YEAR)
    freedom, months = known_sum_to(np.where(enough, years - 1.0, np.nan), YEAR)
    shares, _ = known_sum_to(np.where(enough, MEDIAN_VARIANCE[years], np.nan), YEAR)
    return within / np.maximum(freedom, 1) * shares / np.maximum(months, 1)


def _share_not_by_chance(raw: Array, by_chance: Array) -> Array:
    total, months = known_sum_to((raw - 1) ** 2, YEAR)
    spread = total / np.maximum(months, 1)
    return np.where(spread > 0, np.maximum(0.0, 1 - by_chance / np.where(spread > 0, spread, 1.0)), 0.0)
