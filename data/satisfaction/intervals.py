"""Intervals for differences that a report prints without any: in percentage points, from approximate bases."""

from __future__ import annotations

import math

from data.satisfaction.bases import Base
from data.statistics import gap_interval, gap_verdict, wilson_interval

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
    signed = [_either(overall / 100, sign * size / 100, held, white, bame) for sign in (1, -1)]
    # Mirrored: the second is of BAME less White.
    low = min(signed[0][0], -signed[1][1])
    high = max(signed[0][1], -signed[1][0])
    verdict = str(gap_verdict(low, high, white.interviews, bame.interviews))
    said = {"higher": "clear"}.get(verdict, verdict)
    return 100 * max(low, 0.0), 100 * high, said


def _either(overall: float, gap: float, held: float, white: Base, bame: Base) -> tuple[float, float]:
    first = min(max(overall + (1 - held) * gap, 0.0), 1.0)
    second = min(max(overall - held * gap, 0.0), 1.0)
    _, lower, upper = gap_interval(first, white.interviews, second, bame.interviews, white.design_effect)
    return float(lower), float(upper)


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
