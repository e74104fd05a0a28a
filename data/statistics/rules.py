"""The four rules that say a month is out of its expected range, on months seen backwards from it.

NHS England, Making Data Count: https://www.england.nhs.uk/publication/making-data-count/ . Each function takes the
deseasonalised months as a list by lag (0: the month itself, 1: the month before ...), each (S, M), with the centre
and half width of the month's own limits, and returns (S, M) of int8: 1 met upwards, -1 met downwards, 0 not met.
A month without a figure is on no side, so a rule that needs it is not met.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

import numpy as np
import numpy.typing as npt

from data.statistics.rates import Array

Sides = npt.NDArray[np.int8]
Flags = npt.NDArray[np.bool_]

RUN = 7  # months on one side
TREND = 7  # months rising or falling, so six steps
OUTER_OF = 3  # months, of which two in the outer third
OUTER_THIRD = 2 / 3  # of the half width: where the outer third begins


def beyond_limit(months: Sequence[Array], centre: Array, half_width: Array) -> Sides:
    """The month lies outside centre -+ half width; on the limit is within."""
    return _sides(months[0] > centre + half_width, months[0] < centre - half_width)


def run(months: Sequence[Array], centre: Array, half_width: Array) -> Sides:
    """Seven months to this one all above, or all below, the centre."""
    return _sides(_all([m > centre for m in months[:RUN]]), _all([m < centre for m in months[:RUN]]))


def outer_third(months: Sequence[Array], centre: Array, half_width: Array) -> Sides:
    """This month and one of the two before it lie further than two thirds of the half width out on the same side."""
    above = [m > centre + OUTER_THIRD * half_width for m in months[:OUTER_OF]]
    below = [m < centre - OUTER_THIRD * half_width for m in months[:OUTER_OF]]
    return _sides(above[0] & (above[1] | above[2]), below[0] & (below[1] | below[2]))


def trend(months: Sequence[Array], centre: Array, half_width: Array) -> Sides:
    """Seven months to this one, each above (each below) the one before it: six steps one way."""
    steps = list(zip(months[: TREND - 1], months[1:TREND], strict=True))
    return _sides(_all([now > before for now, before in steps]), _all([now < before for now, before in steps]))


# In the order in which they decide when two point different ways.
RULES = {"beyond_limit": beyond_limit, "run": run, "outer_third": outer_third, "trend": trend}


def months_on_side(months: Sequence[Array], centre: Array, direction: Sides) -> npt.NDArray[np.int16]:
    """How many months running, counted back from this one, lie on that side (1 above, -1 below) of the centre.

    No more than there are months in the list; 0 where the direction is 0 or this month is not on that side.
    """
    still: Flags = direction != 0
    count = np.zeros(centre.shape, dtype=np.int16)
    for month in months:
        still = still & ((month - centre) * direction > 0)
        count += still
    return count


def _all(conditions: Sequence[Flags]) -> Flags:
    return reduce(np.logical_and, conditions)


def _sides(up: Flags, down: Flags) -> Sides:
    return up.astype(np.int8) - down.astype(np.int8)
