"""Intervals for differences that a report prints without any: in percentage points, from approximate bases."""

from __future__ import annotations

import math

import numpy as np

from data.satisfaction.bases import Base
from data.statistics import gap_interval, gap_verdict, wilson_interval
from data.statistics.rates import Z

UNKNOWN = (None, None, "not_available")
Judged = tuple[float | None, float | None, str]  # lower, upper, verdict


def of_share(proportion: float | None, base: Base) -> tuple[float | None, float | None]:
    """(lower, upper) of a proportion, 0 to 1; None where there is no base."""
    if proportion is None or base.interviews is None:
        return None, None
    lower, upper = wilson_interval(proportion, base.interviews, base.design_effect)
    return float(lower), float(upper)


def of_gap(first: float | None, base1: Base, second: float | None, base2: Base) -> tuple[float | None, *Judged]:
    """(difference, lower, upper, verdict): first less second, in points, with Newcombe's interval."""
    if first is None or second is None:
        return None, *UNKNOWN
    n1, n2 = base1.interviews, base2.interviews
    if n1 is None or n2 is None:
        return 100 * (first - second), *UNKNOWN
    gap, lower, upper = gap_interval(first, n1, second, n2, base1.design_effect)
    return 100 * float(gap), 100 * float(lower), 100 * float(upper), str(gap_verdict(lower, upper, n1, n2))


def of_size(overall: float, size: float, white: Base, bame: Base) -> Judged:
    """The size of a gap whose sign is not printed: `overall` in per cent, `size` in points, at least 0.

    The two proportions that lie `size` apart and make `overall` by the groups' shares are taken either way round, and
    the wider of the two Newcombe intervals is used. An interval that reaches 0 or beyond gives 0 as its lower end:
    the direction is not known, and the size cannot be less.
    """
    if white.interviews is None or bame.interviews is None or white.share is None or bame.share is None:
        return UNKNOWN
    held = white.share / (white.share + bame.share)
    counts, effect = (white.interviews, bame.interviews), white.design_effect
    white_higher, bame_higher = (_either(overall / 100, sign * size / 100, held, counts, effect) for sign in (1, -1))
    low = min(white_higher[0], -bame_higher[1])  # the second is of White less BAME, and so mirrored
    high = max(white_higher[1], -bame_higher[0])
    verdict = str(gap_verdict(low, high, *counts))
    return 100 * max(low, 0.0), 100 * high, "clear" if verdict == "higher" else verdict


def _either(
    overall: float, gap: float, held: float, counts: tuple[float, float], effect: float
) -> tuple[float, float]:
    """Newcombe's interval of White less BAME, 0 to 1, where White is the share `held` and the two make `overall`."""
    white = min(max(overall + (1 - held) * gap, 0.0), 1.0)
    bame = min(max(overall - held * gap, 0.0), 1.0)
    _, lower, upper = gap_interval(white, counts[0], bame, counts[1], effect)
    return float(lower), float(upper)


def of_change(share: float | None, change: float, now: Base, before: Base, *, step: float) -> Judged:
    """The interval of a printed change, in points, to a printed `share`, in per cent; none where either is not known.

    Newcombe's interval, widened by the rounding of the change to `step` points (a variance of step^2 / 12).
    """
    if share is None or now.interviews is None or before.interviews is None:
        return UNKNOWN
    ended, began = share / 100, (share - change) / 100
    gap, lower, upper = gap_interval(ended, now.interviews, began, before.interviews, now.design_effect)
    rounding = Z * step / 100 * math.sqrt(1 / 12)
    low = float(gap - np.hypot(gap - lower, rounding))
    high = float(gap + np.hypot(upper - gap, rounding))
    verdict = str(gap_verdict(low, high, now.interviews, before.interviews, undecided="no_clear_change"))
    return 100 * low, 100 * high, verdict


def from_average(average: float, difference: float, base: Base) -> Judged:
    """The interval of a group's printed difference from the average, all in per cent or points.

    It is the group's own Wilson interval, with the average taken as known. The group is part of the average, so that
    the difference varies less than the group's own figure does: about the square root of (1 - share) as much. This
    interval is therefore wider than need be, most for large groups, and it calls too few differences clear rather than
    too many.
    """
    if base.interviews is None:
        return UNKNOWN
    value = (average + difference) / 100
    if not 0 <= value <= 1 or math.isnan(value):
        raise ValueError(f"an average of {average:g}% and a difference of {difference:g} points make no proportion")
    lower, upper = (100 * float(end) - average for end in wilson_interval(value, base.interviews, base.design_effect))
    return lower, upper, str(gap_verdict(lower, upper, base.interviews, base.interviews))
