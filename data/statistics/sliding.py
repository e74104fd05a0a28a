"""Arrays of series x months seen from each month backwards: lags, and sums over lags. NaN is a month without a figure.

A Python loop runs over lags only. Plain additions in a fixed order are used rather than differences of running
totals: a result then depends on its own months and on nothing else, to the last bit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from data.statistics.rates import Array

YEAR = 12  # months
ROWS_AT_ONCE = 64  # series; so few that the arrays of one step stay in the processor's cache


def lagged(values: Array, months: int) -> Array:
    """(S, M) -> (S, M): the value `months` before each month; NaN where the array does not reach back so far."""
    if months == 0:
        return values
    earlier = np.full_like(values, np.nan)
    if months < values.shape[1]:
        earlier[:, months:] = values[:, :-months]
    return earlier


def led(values: Array, months: int) -> Array:
    """(S, M) -> (S, M): the value `months` after each month; NaN at the end."""
    later = np.full_like(values, np.nan)
    if months < values.shape[1]:
        later[:, :-months] = values[:, months:]
    return later


def sum_to(values: Array, months: int) -> Array:
    """(S, M) -> (S, M): sum of the `months` months that end with each month; NaN unless every one has a figure."""
    total = values.copy()
    for lag in range(1, months):
        total += lagged(values, lag)
    return total


def known_sum_to(values: Array, months: int) -> tuple[Array, Array]:
    """Sum of those of the `months` months to each month that have a figure, and how many they are: two (S, M)."""
    known = np.isfinite(values)
    return sum_from_zero(np.where(known, values, 0.0), months), sum_from_zero(known.astype(float), months)


def sum_from_zero(values: Array, months: int) -> Array:
    """As `sum_to`, with 0 for what lies before the first month."""
    total = values.copy()
    for lag in range(1, min(months, values.shape[1])):
        total[:, lag:] += values[:, :-lag]
    return total


def row_blocks(rows: int) -> Iterator[slice]:
    """Slices of ROWS_AT_ONCE rows that cover `rows`."""
    for start in range(0, rows, ROWS_AT_ONCE):
        yield slice(start, start + ROWS_AT_ONCE)


def by_row_blocks(function: Callable[[Array], Array], values: Array) -> Array:
    """`function` on a few rows at a time; it must treat each row by itself and keep the shape (S, M)."""
    result = np.empty_like(values)
    for block in row_blocks(values.shape[0]):
        result[block] = function(values[block])
    return result


def as_series(counts: object) -> Array:
    """`counts` as a float array of series x months. Raises ValueError for another shape or a negative count."""
    values = np.asarray(counts, dtype=float)
    if values.ndim != 2:
        raise ValueError(f"an array of series x months has two dimensions, not {values.ndim}")
    if np.any(values < 0):
        raise ValueError(f"a count cannot be negative: {values[values < 0][0]:g}")
    return values
