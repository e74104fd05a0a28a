"""Seasonal factors against statsmodels, a slow loop and series whose season is known."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import norm
from statsmodels.tsa.seasonal import seasonal_decompose

from data.statistics import seasonal_factors
from data.statistics.seasons import MEDIAN_VARIANCE, ratio_to_average

RNG = np.random.default_rng(11)


def test_the_ratio_is_that_of_statsmodels_classical_decomposition() -> None:
    counts = RNG.poisson(200, 60).astype(float)
    trend = seasonal_decompose(counts, model="multiplicative", period=12).trend
    ours = ratio_to_average(counts[np.newaxis])[0]
    np.testing.assert_allclose(ours, counts / trend, rtol=1e-12)
    assert np.isnan(ours[:6]).all() and np.isnan(ours[-6:]).all() and np.isfinite(ours[6:-6]).all()


@pytest.mark.parametrize("k", [2, 3, 4, 5])
def test_the_variance_of_a_median_is_its_integral_over_the_order_statistic(k: int) -> None:
    """Density of the middle of k normals: k! / (m!)^2 F^m (1-F)^m f for odd k = 2m + 1; even k by simulation."""
    if k % 2:
        x, m = np.linspace(-8, 8, 20_001), k // 2
        density = (norm.cdf(x) * norm.sf(x)) ** m * norm.pdf(x)
        variance = (x**2 * density).sum() / density.sum()
        assert MEDIAN_VARIANCE[k] == pytest.approx(variance, abs=1e-5)
    else:
        assert MEDIAN_VARIANCE[k] == pytest.approx(np.median(RNG.normal(size=(200_000, k)), axis=1).var(), rel=0.02)


def slow_factor(y: np.ndarray, t: int) -> float:
    """The contract's item 1, one month at a time, with what NumPy calls a median and a variance."""

    def ratios(month: int) -> list[float]:
        found = []
        for s in range(month - 60, month, 12):
            window = y[s - 6 : s + 7] if s >= 6 else np.array([])
            if len(window) == 13 and np.isfinite(window).all() and window.sum() > 0:
                average = (window[1:-1].sum() + (window[0] + window[-1]) / 2) / 12
                found.append(y[s] / average)
        return found

    used = {month: ratios(month) for month in range(t - 11, t + 1)}
    used = {month: r for month, r in used.items() if len(r) >= 2}
    if t not in used:
        return float("nan")
    raw = {month: float(np.median(r)) for month, r in used.items()}
    pooled = sum(np.var(r) * len(r) for r in used.values()) / sum(len(r) - 1 for r in used.values())
    chance = pooled * np.mean([MEDIAN_VARIANCE[len(r)] for r in used.values()])
    spread = np.mean([(r - 1) ** 2 for r in raw.values()])
    weight = max(0.0, 1 - chance / spread) if spread > 0 else 0.0
    return max(1 + weight * (raw[t] - 1), 0.1)


def test_the_factors_are_those_of_a_slow_loop_with_gaps_in_the_series() -> None:
    months = np.arange(110)
    counts = RNG.poisson(40 * (1 + 0.3 * np.sin(months * np.pi / 6)), (3, 110)).astype(float)
    counts[1, 40:43] = np.nan
    counts[2, :20] = 0
    ours = seasonal_factors(counts)
    slow = [[slow_factor(row, t) for t in range(110)] for row in counts]
    np.testing.assert_allclose(ours, slow, rtol=1e-9)


def test_a_clean_season_is_found_whole_and_a_flat_series_has_none() -> None:
    season = 1 + 0.3 * np.sin(np.arange(120) * np.pi / 6)
    factors = seasonal_factors(np.vstack([1000 * season, np.full(120, 7.0), np.zeros(120)]))
    np.testing.assert_allclose(factors[0, 60:], season[60:], rtol=1e-9)
    assert (factors[1, 60:] == 1).all()
    assert np.isnan(factors[2]).all()
    assert np.isnan(factors[:, :30]).all() and np.isfinite(factors[0, 30])  # 6 + 2 years


def test_one_odd_year_makes_no_season() -> None:
    counts = np.full((1, 120), 500.0)
    counts[0, 60:66] = 100
    assert abs(seasonal_factors(counts)[0, 84:] - 1).max() < 0.05


def test_noise_alone_is_mostly_drawn_back_to_no_season() -> None:
    """Raw factors of a flat Poisson series of mean 100 have a deviation of about sqrt(0.287 / 100) = 0.054."""
    factors = seasonal_factors(RNG.poisson(100, (200, 120)).astype(float))[:, 80:]
    assert np.std(factors) < 0.027


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(40, 100))
def test_no_factor_depends_on_its_own_or_a_later_month(seed: int, cut: int) -> None:
    rng = np.random.default_rng(seed)
    counts = rng.poisson(20, (2, 110)).astype(float)
    changed = counts.copy()
    changed[:, cut:] = rng.poisson(90, (2, 110 - cut))
    np.testing.assert_array_equal(seasonal_factors(counts)[:, : cut + 1], seasonal_factors(changed)[:, : cut + 1])
