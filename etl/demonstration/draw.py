"""Whole, over-dispersed counts around an expectation, with the published sums met to the offence.

Counts given their sum are multinomial: fixing a sum needs no rounding and no correction afterwards.
"""
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from etl.demonstration.expected import Floats
from etl.demonstration.months import QUARTERS, YEARS
from etl.demonstration.targets import Change, Quarter, Row

Counts: TypeAlias = NDArray[np.int64]

CELL_VARIATION = 0.07  # coefficient of variation of a borough's month beyond Poisson
LONDON_VARIATION = 0.015  # the same for a month of all London: a hot July, a week of snow
ROUNDING_MARGIN = 0.45  # percentage points; under half, so that every way of rounding gives the same
_FAR = 200  # how far a quarter may be moved from its expectation to find a change that rounds right


def disturbed(rng: np.random.Generator, *, expected: Floats) -> Floats:
    """`expected` times gamma noise of mean 1: a factor for each cell and one for all London's month."""
    offences, _, months = expected.shape
    return np.asarray(expected * gamma(rng, variation=CELL_VARIATION, shape=expected.shape)
                      * gamma(rng, variation=LONDON_VARIATION, shape=(offences, 1, months)))


def gamma(rng: np.random.Generator, *, variation: float | Floats, shape: tuple[int, ...]) -> Floats:
    """Noise of mean 1 whose coefficient of variation is `variation`."""
    return np.asarray(rng.gamma(variation**-2, variation**2, shape))


def quarters(base: int, *, ratio: float) -> tuple[int, int]:
    """The pair of whole counts, the first nearest to `base`, whose change rounds to the published per cent.

    Not every pair will do: from 42 offences no whole number is 1% more. ValueError if none is near.
    """
    for before in sorted(range(max(1, base - _FAR), base + _FAR), key=lambda near: abs(near - base)):
        after = round(before * ratio)
        if abs(after / before - ratio) * 100 <= ROUNDING_MARGIN:
            return before, after
    raise ValueError(f"no whole counts near {base} change by {ratio - 1:+.1%}")


def counts(rng: np.random.Generator, *, expected: Floats, rows: list[Row], changes: list[Change],
           quarters: list[Quarter]) -> Counts:
    """Offence x place x month: first the published quarters, then the years; other months are Poisson."""
    intensity = disturbed(rng, expected=expected)
    drawn = rng.poisson(intensity)
    fixed = np.zeros(drawn.shape, dtype=np.bool_)
    for change in changes:
        _fix_change(rng, change=change, intensity=intensity, drawn=drawn, fixed=fixed)
    for quarter in quarters:
        _fix_total(rng, cells=_block(drawn.shape, offences=quarter.offences, months=quarter.months),
                   total=quarter.total, intensity=intensity, drawn=drawn, fixed=fixed)
    for row in rows:
        for year, total in zip(YEARS, row.totals, strict=True):
            _fix_total(rng, cells=_block(drawn.shape, offences=row.offences, months=year), total=total,
                       intensity=intensity, drawn=drawn, fixed=fixed)
    return drawn


def _fix_change(rng: np.random.Generator, *, change: Change, intensity: Floats, drawn: Counts,
                fixed: NDArray[np.bool_]) -> None:
    blocks = [_block(drawn.shape, offences=change.offences, months=quarter, place=change.place)
              for quarter in QUARTERS]
    if any(fixed[block].any() for block in blocks):
        raise ValueError(f"two priorities of place {change.place} count the same offences")
    pair = quarters(round(intensity[blocks[0]].sum()), ratio=change.ratio)
    for block, total in zip(blocks, pair, strict=True):
        _fix_total(rng, cells=block, total=total, intensity=intensity, drawn=drawn, fixed=fixed)


def _fix_total(rng: np.random.Generator, *, cells: NDArray[np.bool_], total: int, intensity: Floats,
               drawn: Counts, fixed: NDArray[np.bool_]) -> None:
    """Draw those of `cells` not yet fixed so that all of them sum to `total`, and fix them, in place."""
    free = cells & ~fixed
    left = total - int(drawn[cells & fixed].sum())
    drawn[free] = rng.multinomial(left, intensity[free] / intensity[free].sum())
    fixed |= cells


def _block(shape: tuple[int, ...], *, offences: NDArray[np.intp], months: slice,
           place: int | None = None) -> NDArray[np.bool_]:
    cells = np.zeros(shape, dtype=np.bool_)
    places = slice(None) if place is None else slice(place, place + 1)
    cells[offences, places, months] = True
    return cells
