"""One series of all London, month by month, whole numbers that meet every published total at once.

Published periods overlap: a calendar year, a financial year and a 12-month table may all count the same months.
Arrays are by month unless said otherwise.
"""
import numpy as np

from etl.demonstration.draw import CELL_VARIATION, LONDON_VARIATION, Counts, gamma
from etl.demonstration.expected import Floats
from etl.demonstration.months import MONTHS
from etl.demonstration.published import Total

LONG = 6  # months: shorter periods are published because they are unusual, so they say nothing of the trend
_ROUNDS_OF_LEVEL = 12
_ROUNDS, _CLOSE = 5000, 1e-9
_AXIS = np.arange(len(MONTHS), dtype=np.float64)


def through(totals: list[Total], *, per: Floats | None = None) -> Floats:
    """A smooth level whose sums over the long totals, times `per`, are near them; flat outside, where none is known.

    Straight in logarithms between the middles of the periods, and what stands there is moved until the sums agree:
    a line through the means would be too high on a bend, and the totals would then be met by a cliff.
    """
    per = np.ones(len(MONTHS)) if per is None else per
    long = sorted((total for total in totals if total.months.stop - total.months.start >= LONG),
                  key=lambda total: total.months.start + total.months.stop)
    middles = [(total.months.start + total.months.stop - 1) / 2 for total in long]
    counts = np.array([total.count for total in long])
    knots = np.log(counts / [per[total.months].sum() for total in long])
    for _ in range(_ROUNDS_OF_LEVEL):
        sums = [(np.exp(np.interp(_AXIS, middles, knots)) * per)[total.months].sum() for total in long]
        knots += np.log(counts / sums) / 2
    return np.asarray(np.exp(np.interp(_AXIS, middles, knots)))


def drawn(rng: np.random.Generator, *, base: Floats, totals: list[Total]) -> Counts:
    """`base` with the chance of counts and of London's months, bent to the totals, in whole numbers."""
    chance = np.sqrt(LONDON_VARIATION**2 + 1 / base)
    return whole(raked(base * gamma(rng, variation=chance, shape=base.shape), totals=totals))


def raked(months: Floats, *, totals: list[Total]) -> Floats:
    """`months`, each total's months scaled in turn until all come out. ValueError if they contradict each other."""
    months = months.copy()
    for _ in range(_ROUNDS):
        factors = np.array([total.count / months[total.months].sum() for total in totals])
        if np.abs(factors - 1).max(initial=0) < _CLOSE:
            return months
        for total in totals:
            months[total.months] *= total.count / months[total.months].sum()
    raise ValueError(f"these totals contradict each other: {totals}")


def whole(months: Floats) -> Counts:
    """Whole months whose every sum that was whole stays what it was.

    The running sum is rounded, not the months: the sum of a run of months is the difference of two points of the
    running sum, and where it is whole both points are rounded by the same amount.
    """
    running = np.rint(np.concatenate([[0.0], np.cumsum(months)]))
    return np.asarray(np.diff(running), dtype=np.int64)


def spread(rng: np.random.Generator, *, months: Counts, share: Floats) -> Counts:
    """Place x month: each month's count over the places by `share`, with chance beyond multinomial."""
    weight = share[:, None] * gamma(rng, variation=CELL_VARIATION, shape=(len(share), len(months)))
    return np.asarray(rng.multinomial(months, (weight / weight.sum(axis=0)).T).T)


def within(rng: np.random.Generator, *, parent: Counts, months: Counts) -> Counts:
    """Place x month: those of `parent`'s (place x month) that are also this, `months` of them in each month."""
    return np.array([rng.multivariate_hypergeometric(counts, number)
                     for counts, number in zip(parent.T, months, strict=True)]).T
