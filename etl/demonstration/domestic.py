"""Domestic abuse violence with injury: a part of recorded violence with injury, so that the rest is as published.

'Non domestic abuse violence with injury' is a local priority of 21 boroughs. The recorded-crime files leave room
for its published changes (targets.SHARE_NOT_DOMESTIC); here the quarters are split so that they come out.
"""
import numpy as np

from etl.demonstration import draw, reference
from etl.demonstration.draw import Counts
from etl.demonstration.expected import Floats
from etl.demonstration.months import MONTHS, QUARTERS
from etl.demonstration.targets import NOT_DOMESTIC, SHARE_NOT_DOMESTIC

SHARE = 1 - SHARE_NOT_DOMESTIC
VARIATION = 0.06  # of a borough's share about London's, where no priority decides it


def violence_with_injury(rng: np.random.Generator, *, drawn: Counts) -> Counts:
    """Place x month, from recorded offences (offence x place x month); none where the place is not known."""
    counted = [NOT_DOMESTIC in offence.priorities for offence in reference.offences()]
    injuries = drawn[counted].sum(axis=0)
    changes = {each.borough: each.change_pct for each in reference.priorities() if each.priority == NOT_DOMESTIC}
    domestic = np.zeros_like(injuries)
    for row, place in enumerate(reference.places()):
        if place.name in changes:
            domestic[row] = _as_published(rng, injuries=injuries[row], ratio=1 + changes[place.name] / 100)
        elif place.kind != "unknown":
            domestic[row] = rng.binomial(injuries[row], min(SHARE * rng.lognormal(0, VARIATION), 1))
    return np.asarray(domestic)


def _as_published(rng: np.random.Generator, *, injuries: Counts, ratio: float) -> Counts:
    """One borough's months, with both quarters fixed and the share of the other months leading up to theirs."""
    before, after = (int(injuries[quarter].sum()) for quarter in QUARTERS)
    others = draw.quarters(round(SHARE_NOT_DOMESTIC * before), ratio=ratio)
    fixed = before - others[0], after - others[1]
    domestic = rng.binomial(injuries, _path(fixed[0] / before, fixed[1] / after))
    for quarter, number in zip(QUARTERS, fixed, strict=True):
        domestic[quarter] = rng.multivariate_hypergeometric(injuries[quarter], number)
    return np.asarray(domestic)


def _path(first: float, second: float) -> Floats:
    """The share by month: `first` up to the first quarter, `second` at the other, and back to the usual after."""
    middles = [quarter.start + 1.0 for quarter in QUARTERS]
    return np.interp(np.arange(len(MONTHS)), [*middles, len(MONTHS) - 1.0], [first, second, SHARE])
