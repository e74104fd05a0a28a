"""The expected range of each month of many series: XmR limits on the deseasonalised counts, and the rules they break.

A series is a row of counts by month, NaN where there is no figure; one row never spans a declared break.
"""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import numpy.typing as npt

from data.statistics.baseline import FULL_BASELINE, SHORTEST_BASELINE, Baseline, Window, baseline, windows
from data.statistics.judged import FIRST_VERDICT, LIMITS, RULE_WORDS, SIGNALS, WITHIN, Judged
from data.statistics.rates import Array
from data.statistics.rules import RULES, Flags, Sides, months_on_side
from data.statistics.sliding import YEAR, as_series, row_blocks
from data.statistics.surprise import MONTHS_TOGETHER, p_values
from data.statistics.xmr import XMR

MEAN_FOR_LIMITS = 5.0
"""Offences a month over the baseline, under which no verdict is given: Poisson counts are then too skew.

Simulated, 4,000 Poisson series of 144 months: months beyond a limit (theory for normal counts 1.06%), and p under
0.0001 as a multiple of what it should be:
  mean        1      2      3      4      5      8     30   1000
  beyond   3.1%   1.6%   1.4%   1.2%   1.2%   1.1%   1.0%   1.0%
  p < 1e-4  77x    11x     5x     3x     2x     1x     1x     1x
"""
STEADY = 1e-9  # of the centre: a half width under it is rounding, and the baseline has no spread to judge by


def judge(
    counts: npt.ArrayLike, provisional: Flags | None = None, broken: Flags | None = None,
    after_break: Flags | None = None,
) -> Judged:  # fmt: skip
    """Judge every month of every series (S, M) against the 24 months that end 12 months before it.

    provisional  (S, M) or what broadcasts to it: the month may still be revised
    broken       (S, M): a declared break lies in the 24 months to the month
    after_break  (S,): the series begins at a declared break, so a short baseline is the break's doing
    Nothing later than a month enters its verdict, and no other series does.
    Raises ValueError for an array that is not two-dimensional or has a negative count.
    """
    values = as_series(counts)
    flags = [_flags(f, values.shape) for f in (provisional, broken)]
    started = np.zeros(len(values), bool) if after_break is None else np.asarray(after_break, dtype=bool)
    flags.append(_flags(started[:, np.newaxis], values.shape))
    blocks = [_judge_block(values[rows], *(f[rows] for f in flags)) for rows in row_blocks(max(len(values), 1))]
    return Judged(**{f.name: np.concatenate([getattr(b, f.name) for b in blocks]) for f in fields(Judged)})


def _flags(given: Flags | None, shape: tuple[int, ...]) -> Flags:
    return np.broadcast_to(np.asarray(False if given is None else given, dtype=bool), shape)


def _judge_block(counts: Array, provisional: Flags, broken: Flags, after_break: Flags) -> Judged:
    window = windows(counts)
    base = baseline(window)
    half = XMR * base.moving_range
    months = [window.month(lag) for lag in range(YEAR)]
    met = _rules_met(months, base, half, window)
    direction = _direction(met)
    young = base.months < SHORTEST_BASELINE
    few = young | ~(half > STEADY * base.mean) | ~(base.mean_count >= MEAN_FOR_LIMITS)
    asked = [np.isnan(counts), provisional, broken | (after_break & young), few]
    code = np.select(asked, list(range(FIRST_VERDICT)), WITHIN + direction)
    told = np.where(code >= FIRST_VERDICT, direction, 0).astype(np.int8)
    running = np.maximum(months_on_side(months, base.mean, told), 1)
    first = np.arange(counts.shape[1], dtype=np.int16) - running + 1
    return Judged(
        season=window.season, centre=base.mean, half_width=half,
        expected_lower=np.maximum(window.season * (base.mean - half), 0.0),
        expected_upper=window.season * (base.mean + half),
        baseline_months=base.months.astype(np.int8), baseline_mean=base.mean_count,
        limits=LIMITS[(base.months >= SHORTEST_BASELINE).astype(int) + (base.months >= FULL_BASELINE)],
        direction=direction, signal=SIGNALS[code], rules=RULE_WORDS[_bits(met, told)],
        since_index=np.where(told != 0, first, -1).astype(np.int16),
        p_value=np.where(code >= FIRST_VERDICT, _surprise(months, base, met["run"]), np.nan), **met,
    )  # fmt: skip


def _rules_met(months: list[Array], base: Baseline, half: Array, window: Window) -> dict[str, Sides]:
    """Each rule for each month. Seven rising months may be the season: no trend where that was not taken out."""
    met = {name: rule(months, base.mean, half) for name, rule in RULES.items()}
    met["trend"] = np.where(window.adjusted & np.isfinite(base.mean), met["trend"], 0).astype(np.int8)
    return met


def _surprise(months: list[Array], base: Baseline, run: Sides) -> Array:
    together = np.where(run != 0, np.add.reduce(months[:MONTHS_TOGETHER]) / MONTHS_TOGETHER, np.nan)
    return p_values(months[0], together, base.mean, base.moving_range, base.months)


def _direction(met: dict[str, Sides]) -> Sides:
    """Which way the first rule met points. (Seven rising months that end under the centre are a run under it.)"""
    sides = list(met.values())
    return np.asarray(np.select([side != 0 for side in sides], sides, 0), dtype=np.int8)


def _bits(met: dict[str, Sides], told: Sides) -> npt.NDArray[np.intp]:
    bits = np.zeros(told.shape, dtype=np.intp)
    for index, side in enumerate(met.values()):
        bits |= ((side == told) & (told != 0)).astype(np.intp) << index
    return bits
