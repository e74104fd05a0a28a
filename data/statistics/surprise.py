"""How surprising a month is, and how many months would look so by chance alone."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.special import stdtr

from data.statistics.rates import Array
from data.statistics.xmr import D2, XMR

FREEDOM_PER_MONTH = 0.62  # effective degrees of freedom of a mean moving range, for each month after the first
MONTHS_TOGETHER = 7  # the second look: as many months as the run rule takes


def p_values(
    latest: npt.ArrayLike, latest_mean: npt.ArrayLike, mean: npt.ArrayLike, moving_range: npt.ArrayLike,
    months: npt.ArrayLike,
) -> Array:  # fmt: skip
    """Two-sided p of a month: its own value, and the mean of the seven to it, against the baseline; any shape.

    `latest` the month's deseasonalised count, `latest_mean` the mean of the seven months to it (NaN: no second look;
    `judge` takes one only where all seven lie on one side, so that one month long past its peak, with the peak among
    the seven, is not called surprising; that makes p larger, never smaller, than its level),
    `mean` and `moving_range` (mean moving range) of a baseline of `months` n months:
      sigma = moving range / 1.128,  z1 = (latest - mean) / (sigma sqrt(1 + 1/n)),
      z7 = (latest_mean - mean) / (sigma sqrt(1/7 + 1/n)),  p = min(1, 2 min(p1, p7)): Bonferroni for two looks.
    Both are t with 0.62 (n - 1) degrees of freedom, those of a mean moving range: Var(MR/d2) is
    sigma^2 (0.826 n - 1.082) / (n - 1)^2, Cryer and Ryan, J. Quality Technology 22 (1990) 187-192,
    doi 10.1080/00224065.1990.11979238; 1 / (2 CV^2) of it is 0.62 (n - 1) at n = 24.
    NaN where a value is missing or the moving range is 0.
    """
    n, mean = np.asarray(months, dtype=float), np.asarray(mean, dtype=float)
    moving = np.asarray(moving_range, dtype=float)
    sigma = np.where(moving > 0, moving, np.nan) / D2
    freedom = FREEDOM_PER_MONTH * (n - 1)
    off, off_together = (np.asarray(value, dtype=float) - mean for value in (latest, latest_mean))
    with np.errstate(invalid="ignore", divide="ignore"):
        own = _two_sided(off / (sigma * np.sqrt(1 + 1 / n)), freedom)
        together = _two_sided(off_together / (sigma * np.sqrt(1 / MONTHS_TOGETHER + 1 / n)), freedom)
    return np.where(np.isnan(own), np.nan, np.minimum(1.0, 2 * np.fmin(own, together)))


def _two_sided(z: Array, freedom: Array) -> Array:
    return np.asarray(2 * stdtr(freedom, -np.abs(z)), dtype=float)


def benjamini_hochberg(p: npt.ArrayLike, axis: int = 0) -> Array:
    """q values along an axis: the false discovery rate at which each p would just be declared. NaN stays NaN.

    Benjamini and Hochberg, J. Royal Statistical Society B 57 (1995) 289-300, doi 10.1111/j.2517-6161.1995.tb02031.x:
    q(i) = min over j >= i of p(j) m / j, m the number of p that are known along the axis.
    As `scipy.stats.false_discovery_control`, which takes no NaN and no arrays of different lengths at once.
    """
    values = np.moveaxis(np.asarray(p, dtype=float), axis, 0)
    order = np.argsort(values, axis=0)  # NaN last
    ordered = np.take_along_axis(values, order, 0)
    ranks = np.arange(1, values.shape[0] + 1).reshape(-1, *[1] * (values.ndim - 1))
    tests = np.isfinite(values).sum(axis=0)
    scaled = np.where(np.isfinite(ordered), ordered * tests / ranks, np.inf)
    smallest = np.minimum(np.minimum.accumulate(scaled[::-1], axis=0)[::-1], 1.0)
    q = np.empty_like(values)
    np.put_along_axis(q, order, np.where(np.isfinite(ordered), smallest, np.nan), 0)
    return np.moveaxis(q, 0, axis)


ANY_RULE_BY_CHANCE = 0.042
"""Share of in-control months that meet at least one rule and so are called higher or lower.

Simulated through the whole of `judge`, 4,000 series of 144 months each, plain and seasonal (amplitude 10% to 40%),
means 5 to 1,000, Poisson and over-dispersed: 0.037 to 0.048; before a season can be taken out 0.025 to 0.052.
By rule, for large plain counts: beyond_limit 0.0096, run 0.025, outer_third 0.008, trend 0.0003; several may coincide.
"""


def expected_by_chance(judged: int) -> float:
    """How many of so many judged months would be called higher or lower by chance alone.

    For months whose counts vary about a level and a season that do not change; measures that share offences move
    together, so that the number by chance varies more than that of independent months.
    """
    return ANY_RULE_BY_CHANCE * judged


def false_alarm_rate(baseline_months: int = 24) -> float:
    """Chance that a month of an in-control normal series lies beyond limits set on a baseline of n earlier months.

    P(|t| > 3 / sqrt(1 + 1/n)), t with 0.62 (n - 1) degrees of freedom: the limits are estimates too, so this is
    more than the 0.27% of known limits.
    """
    z = XMR * D2 / np.sqrt(1 + 1 / baseline_months)
    return float(2 * stdtr(FREEDOM_PER_MONTH * (baseline_months - 1), -z))
