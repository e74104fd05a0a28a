"""How many offences to expect: shares x level x season, bent until the published totals and changes fit.

Arrays are offence x place x month throughout. Nothing here is random but the shares' own variation.
"""
from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from etl.demonstration.months import MONTHS, QUARTERS, YEARS, days_in_month, month_of_year
from etl.demonstration.reference import Offence, Place, Shaped
from etl.demonstration.targets import Change, Row

Floats: TypeAlias = NDArray[np.float64]

BOROUGH_VARIATION = 0.12  # standard deviation of the logarithm of a borough's rate about what the model gives
OUTSIDE_SLOPE = 0.25  # growth outside the two published years, relative to the growth between them
ROUNDS = 12  # of adjustment; totals and changes then agree far closer than one offence
_AXIS = np.arange(len(MONTHS), dtype=np.float64)


def shares(rng: np.random.Generator, *, offences: Sequence[Shaped], places: tuple[Place, ...]) -> Floats:
    """Each place's share of each offence (offence x place, lines sum to 1), from residents and centrality."""
    residents = np.array([place.residents for place in places], dtype=np.float64)
    centrality = np.array([place.centrality for place in places])
    at_airports = np.array([place.kind == "airports" for place in places])
    pull = np.array([offence.centre_pull for offence in offences])[:, None]
    airports = np.array([offence.airports for offence in offences])[:, None]
    rate = np.exp(pull * centrality + rng.normal(0, BOROUGH_VARIATION, (len(offences), len(places))))
    weight = residents * rate * np.where(at_airports, airports, 1.0)
    return np.asarray(weight / weight.sum(axis=1, keepdims=True))


def seasons(offences: Sequence[Shaped]) -> Floats:
    """Offence x month, around 1: a yearly wave peaking where the table says, times the month's length."""
    peak = np.array([offence.peak_month for offence in offences])[:, None]
    swing = np.array([offence.swing for offence in offences])[:, None]
    wave = 1 + swing * np.cos(2 * np.pi * (month_of_year() - peak) / 12)
    return np.asarray(wave * days_in_month() / days_in_month().mean())


def trend(levels: Floats) -> Floats:
    """A monthly level's logarithm: straight between the middles of the two years, gentle on either side."""
    middles = np.array([(year.start + year.stop - 1) / 2 for year in YEARS])
    slope = OUTSIDE_SLOPE * (levels[1] - levels[0]) / (middles[1] - middles[0])
    first, last = levels[0] - slope * middles[0], levels[1] + slope * (_AXIS[-1] - middles[1])
    return np.asarray(np.interp(_AXIS, [0.0, *middles, _AXIS[-1]], [first, *levels, last]))


def bend(strength: float) -> Floats:
    """A borough's own path beside London's, in logarithms: it rises by `strength` between the quarters.

    It starts half below and ends at nothing, so that no borough's series is a cliff or stays changed.
    """
    before, after = (quarter.start + 1.0 for quarter in QUARTERS)
    return np.asarray(np.interp(_AXIS, [before, after, _AXIS[-1]], [-strength / 2, strength / 2, 0.0]))


def settle(base: Floats, *, rows: list[Row], changes: list[Change]) -> Floats:
    """`base` on the levels and bends for which every row's totals and every change's ratio come out."""
    levels = np.array([np.log(np.array(row.totals) / 12) for row in rows])
    bends = np.zeros(len(changes))
    for _ in range(ROUNDS):
        settled = _shaped(base, rows=rows, levels=levels, changes=changes, bends=bends)
        for number, row in enumerate(rows):
            levels[number] += np.log([total / settled[row.offences][:, :, year].sum()
                                      for total, year in zip(row.totals, YEARS, strict=True)])
        for number, change in enumerate(changes):
            before, after = (settled[change.offences, change.place, quarter].sum() for quarter in QUARTERS)
            bends[number] += np.log(change.ratio * before / after)
    return _shaped(base, rows=rows, levels=levels, changes=changes, bends=bends)


def _shaped(base: Floats, *, rows: list[Row], levels: Floats, changes: list[Change], bends: Floats) -> Floats:
    shaped = base.copy()
    for row, level in zip(rows, levels, strict=True):
        shaped[row.offences] *= np.exp(trend(level))
    for change, strength in zip(changes, bends, strict=True):
        shaped[change.offences, change.place] *= np.exp(bend(strength))
    return shaped


def expected(rng: np.random.Generator, *, offences: tuple[Offence, ...], places: tuple[Place, ...],
             rows: list[Row], changes: list[Change]) -> Floats:
    """Expected offences (offence x place x month); over each published year each row sums to its total."""
    weight = np.array([offence.weight for offence in offences])
    for row in rows:
        weight[row.offences] /= weight[row.offences].sum()
    share = shares(rng, offences=offences, places=places)
    base = weight[:, None, None] * share[:, :, None] * seasons(offences)[:, None, :]
    return settle(base, rows=rows, changes=changes)
