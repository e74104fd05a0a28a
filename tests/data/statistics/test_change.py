"""Over-dispersion against statsmodels' GLM, the ratio's interval against SciPy's exact test, and the verdicts."""

from __future__ import annotations

import math

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from data.statistics import CHANGE_VERDICTS, change_verdict, over_dispersion, ratio_interval, year_change

RNG = np.random.default_rng(13)
NAN, INF = math.nan, math.inf


def glm_dispersion(y: np.ndarray) -> float:
    """Pearson chi-square / df of a Poisson fit on month and year dummies; y is whole years."""
    months, years = np.tile(np.arange(12), len(y) // 12), np.repeat(np.arange(len(y) // 12), 12)
    design = np.column_stack([np.ones(len(y)), *(months == m for m in range(1, 12)), *(years == k for k in
                              range(1, len(y) // 12))]).astype(float)  # fmt: skip
    fit = sm.GLM(y, design, family=sm.families.Poisson()).fit()
    return max(1.0, fit.pearson_chi2 / fit.df_resid)


def test_the_dispersion_is_that_of_statsmodels_poisson_fit() -> None:
    counts = RNG.negative_binomial(20, 0.2, (2, 80)).astype(float)
    counts[1, 40] = NAN
    ours = over_dispersion(counts)
    for month in (59, 66, 79):
        assert ours[0, month] == pytest.approx(glm_dispersion(counts[0, month - 59 : month + 1]), rel=1e-6)
    assert ours[0, 30] == pytest.approx(glm_dispersion(counts[0, 7:31]), rel=1e-6)  # two whole years
    assert ours[1, 79] == pytest.approx(glm_dispersion(counts[1, 44:80]), rel=1e-6)  # three since the gap
    assert np.isnan(ours[1, 40:64]).all() and np.isfinite(ours[1, 64])
    assert np.isnan(ours[:, :23]).all() and np.isfinite(ours[0, 23])


def test_the_dispersion_of_poisson_counts_is_about_one_and_never_less() -> None:
    ours = over_dispersion(RNG.poisson(50, (500, 60)))[:, 59]
    assert (ours >= 1).all() and 1.0 < ours.mean() < 1.12
    assert np.mean(over_dispersion(3 * RNG.poisson(50, (500, 60)))[:, 59]) == pytest.approx(3, rel=0.05)


def test_months_and_years_without_an_offence_take_no_degree_of_freedom() -> None:
    """6 and 1 in two months, 1 and 6 a year later, else none: fitted 3.5 each, chi2 = 4 x 2.5^2 / 3.5, df 1."""
    table = np.zeros((1, 24))
    table[0, [0, 1, 12, 13]] = [6, 1, 1, 6]
    assert over_dispersion(table)[0, 23] == pytest.approx(7.142857, rel=1e-6)
    assert over_dispersion(np.zeros((1, 24)))[0, 23] == 1


@pytest.mark.parametrize(("later", "earlier"), [(30, 20), (1, 7), (12, 0), (0, 12), (4000, 4100), (1, 1)])
def test_the_ratio_interval_is_scipys_exact_binomial_one(later: int, earlier: int) -> None:
    exact = binomtest(later, later + earlier).proportion_ci(0.95, method="exact")
    ratio, lower, upper = (float(x) for x in ratio_interval(later, earlier))
    assert lower == pytest.approx(exact.low / (1 - exact.low), rel=1e-7)
    assert upper == (pytest.approx(exact.high / (1 - exact.high), rel=1e-7) if earlier else INF)
    assert ratio == (later / earlier if earlier else INF)


def test_dispersion_makes_effective_counts() -> None:
    np.testing.assert_allclose(ratio_interval(60, 40, 2), ratio_interval(30, 20))
    held = [ratio_interval(60, 40, phi)[1:] for phi in (1, 1.7, 3, 50)]
    assert all(a[0] > b[0] and a[1] < b[1] for a, b in zip(held, held[1:], strict=False))


def test_noughts_and_missing_counts() -> None:
    ratio, lower, upper = ratio_interval([0, 0, 5, NAN, 5], [0, 5, 0, 5, 5], [1, 1, 1, 1, NAN])
    np.testing.assert_array_equal(ratio, [NAN, 0, INF, NAN, NAN])
    assert lower[:2].tolist() == [0, 0] and lower[2] > 0 and upper[0] == upper[2] == INF and 0 < upper[1] < 2
    assert np.isnan([*lower[3:], *upper[3:]]).all()
    with pytest.raises(ValueError, match="negative"):
        ratio_interval(-1, 3)


@given(st.integers(0, 100_000), st.integers(1, 100_000), st.floats(1, 500))
def test_the_interval_holds_the_ratio_and_turns_round_with_it(later: int, earlier: int, phi: float) -> None:
    ratio, lower, upper = (float(x) for x in ratio_interval(later, earlier, phi))
    assert lower <= ratio <= upper
    if later:
        _, back_lower, back_upper = (float(x) for x in ratio_interval(earlier, later, phi))
        assert back_lower * upper == pytest.approx(1, rel=1e-6) and back_upper * lower == pytest.approx(1, rel=1e-6)
        _, more_lower, more_upper = (float(x) for x in ratio_interval(later * 4, earlier * 4, phi))
        assert lower <= more_lower and more_upper <= upper


def test_the_interval_holds_the_truth_at_least_as_often_as_it_says() -> None:
    """Poisson counts trebled are three times as dispersed."""
    later, earlier = 3 * RNG.poisson(36, 4000), 3 * RNG.poisson(30, 4000)
    _, lower, upper = ratio_interval(later, earlier, 3)
    assert 0.945 < np.mean((lower <= 1.2) & (upper >= 1.2)) < 0.98


def test_verdicts() -> None:
    verdict = change_verdict(
        [30, 30, 30, 9, 10, NAN, 9, 30], [20, 60, 29, 9, 9, 20, NAN, 20],
        [1.1, 0.3, 0.6, 1.1, 0.9, NAN, NAN, 1.1], [2, 0.8, 1.7, 2, 2, NAN, NAN, 2], [False] * 7 + [True],
    )  # fmt: skip
    assert verdict.tolist() == ["higher", "lower", "no_clear_change", "too_few", "no_clear_change", "not_available",
                                "not_available", "not_comparable"]  # fmt: skip
    assert set(verdict) == set(CHANGE_VERDICTS)


def test_the_year_is_set_against_the_year_before() -> None:
    counts = np.vstack([np.r_[np.full(24, 10.0), np.full(12, 15.0)], np.full(36, 1.0), np.r_[NAN, np.full(35, 10.0)]])
    change = year_change(counts)
    assert (change.later[0, 35], change.earlier[0, 35]) == (180, 120)
    assert change.change_pct[0, 35] == 50 and change.verdict[0, 35] == "higher"
    exact = binomtest(180, 300).proportion_ci(0.95, method="exact")
    assert change.change_lower_pct[0, 35] == pytest.approx(100 * (exact.low / (1 - exact.low) - 1))
    assert change.verdict[1, 35] == "no_clear_change"
    assert np.isnan([change.change_pct[1, 35], change.change_upper_pct[1, 35]]).all()  # from a base of 12
    assert change.verdict[2, [23, 24]].tolist() == ["not_available", "no_clear_change"]


def test_a_break_refuses_the_comparison_but_no_figure_stays_no_figure() -> None:
    counts = np.full((1, 40), 30.0)
    counts[0, 39] = NAN
    broken = np.zeros((1, 40), bool)
    broken[0, 30:] = True
    change = year_change(counts, broken)
    assert change.verdict[0, [29, 30, 39]].tolist() == ["no_clear_change", "not_comparable", "not_available"]
    assert np.isnan(change.change_pct[0, 30]) and change.change_pct[0, 29] == 0


def test_a_base_of_less_than_one_effective_offence_gives_no_percentage() -> None:
    counts = np.full((1, 60), 2.0)
    counts[0, 59] = 4000.0
    change = year_change(counts)
    assert change.dispersion[0, 59] > change.earlier[0, 59] == 24
    assert np.isnan(change.change_upper_pct[0, 59]) and change.verdict[0, 59] == "higher"
