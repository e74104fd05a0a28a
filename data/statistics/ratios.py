"""How many times as often: the ratio of two rates."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from data.statistics.rates import Array, Z


def rate_ratio(
    events: npt.ArrayLike, persons: npt.ArrayLike, events_ref: npt.ArrayLike, persons_ref: npt.ArrayLike
) -> tuple[Array, Array, Array]:
    """(ratio, lower, upper): a group's rate over the reference group's, with the log-normal 95% interval; any shape.

    ratio = (a / n) / (b / m), limits ratio x exp(-+ 1.96 sqrt(1/a + 1/b)): Rothman, Greenland and Lash, Modern
    Epidemiology (3rd ed., 2008), ch. 14. Without events in the group the ratio is 0 and has no interval (NaN); without
    events in the reference group, or without persons in either, there is no ratio.
    """
    a, n, b, m = np.broadcast_arrays(*(np.asarray(x, dtype=float) for x in (events, persons, events_ref, persons_ref)))
    if np.any(a < 0) or np.any(b < 0):
        raise ValueError("a count cannot be negative")
    known = (n > 0) & (m > 0) & (b > 0) & (a >= 0)
    ratio = np.where(known, a * np.where(known, m, 1.0) / (np.where(known, n, 1.0) * np.where(known, b, 1.0)), np.nan)
    both = known & (a > 0)
    spread = Z * np.sqrt(1 / np.where(both, a, np.nan) + 1 / np.where(both, b, np.nan))
    return ratio, ratio * np.exp(-spread), ratio * np.exp(spread)
