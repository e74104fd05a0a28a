"""How often chance alone raises a signal, the p values and Benjamini and Hochberg's table."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import false_discovery_control, t

from data.statistics import (
    ANY_RULE_BY_CHANCE,
    MEAN_FOR_LIMITS,
    benjamini_hochberg,
    expected_by_chance,
    false_alarm_rate,
    judge,
    p_values,
)

SERIES, MONTHS, FROM = 4000, 132, 96


def in_control(mean: float, amplitude: float, seed: int) -> np.ndarray:
    level = mean * (1 + amplitude * np.sin(np.arange(MONTHS) * np.pi / 6))
    return np.random.default_rng(seed).poisson(level, (SERIES, MONTHS)).astype(float)


@pytest.mark.parametrize(("mean", "amplitude"), [(1000, 0.0), (30, 0.0), (8, 0.0), (300, 0.2), (30, 0.2), (1000, 0.4)])
def test_in_control_series_raise_signals_about_as_often_as_is_said(mean: float, amplitude: float) -> None:
    judged = judge(in_control(mean, amplitude, 21))
    beyond = np.mean(judged.beyond_limit[:, FROM:] != 0)
    called = np.mean(np.isin(judged.signal[:, FROM:], ["higher", "lower"]))
    assert false_alarm_rate() * 0.75 < beyond < false_alarm_rate() * 1.3
    assert ANY_RULE_BY_CHANCE * 0.8 < called < ANY_RULE_BY_CHANCE * 1.2


def test_the_smallest_mean_with_limits_still_does_and_one_of_2_would_not() -> None:
    assert false_alarm_rate() < np.mean(judge(in_control(MEAN_FOR_LIMITS, 0, 5)).beyond_limit[:, FROM:] != 0) < 0.0135
    assert np.mean(judge(in_control(2, 0, 5)).beyond_limit[:, FROM:] != 0) > 0.0145


def test_normal_series_meet_the_theory() -> None:
    counts = np.random.default_rng(3).normal(1000, 30, (4000, 108))
    beyond = np.mean(judge(counts).beyond_limit[:, 84:] != 0)
    assert beyond == pytest.approx(false_alarm_rate(), rel=0.15)


def test_a_strong_season_that_cannot_be_taken_out_yet_raises_no_alarm() -> None:
    judged = judge(in_control(300, 0.3, 8))
    young = judged.signal[:, 24:53]
    assert (judged.limits[:, 24:35] == "trial").all()
    assert np.mean(np.isin(young, ["higher", "lower"])) < ANY_RULE_BY_CHANCE * 1.3


def test_p_values_are_seldom_smaller_than_they_say() -> None:
    p = judge(in_control(1000, 0.1, 9)).p_value[:, FROM:]
    for level in (0.05, 0.01, 0.001):
        assert np.mean(p < level) < level * 1.1


def test_the_false_alarm_rate_by_hand() -> None:
    """n = 24: 3.00048 / sqrt(25/24) = 2.9399 on 0.62 x 23 = 14.26 degrees; known limits would give 0.0027."""
    assert false_alarm_rate() == pytest.approx(2 * t.sf(2.9399, 14.26), rel=1e-4)
    assert false_alarm_rate(12) > false_alarm_rate() > 0.0027
    assert false_alarm_rate(10**7) == pytest.approx(0.0027, abs=2e-5)
    assert expected_by_chance(1000) == pytest.approx(42)


def test_the_degrees_of_freedom_are_those_of_simulated_moving_ranges() -> None:
    """Of 24 normal months: 1 / (2 CV^2) of the mean moving range is 0.62 x 23 = 14.3."""
    draws = np.random.default_rng(4).normal(size=(100_000, 24))
    moving = np.abs(np.diff(draws)).mean(axis=1)
    assert moving.mean() == pytest.approx(1.128, rel=0.002)
    assert moving.mean() ** 2 / moving.var() / 2 == pytest.approx(0.62 * 23, rel=0.02)


def test_a_p_value_by_hand() -> None:
    """sigma = 11.28 / 1.128 = 10; z1 = 30 / (10 sqrt(25/24)) = 2.9394; z7 = 12 / (10 sqrt(1/7 + 1/24)) = 2.7935."""
    own, together = 2 * t.sf(2.93939, 14.26), 2 * t.sf(2.79353, 14.26)
    assert float(p_values(130, 112, 100, 11.28, 24)) == pytest.approx(2 * min(own, together), rel=1e-4)
    assert float(p_values(130, np.nan, 100, 11.28, 24)) == pytest.approx(2 * own, rel=1e-4)
    assert float(p_values(100, 112, 100, 11.28, 24)) == pytest.approx(2 * together, rel=1e-4)
    assert float(p_values(100, 100, 100, 11.28, 24)) == 1


def test_without_a_figure_or_a_spread_there_is_no_p() -> None:
    assert np.isnan(p_values([np.nan, 130, 130], 112, 100, [11.28, 0, np.nan], 24)).all()


BH_1995 = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
           0.7590, 1.0]  # fmt: skip


def test_benjamini_and_hochbergs_own_example_declares_four() -> None:
    """Section 4.1 of the paper, 15 hypotheses: at 0.05 Bonferroni declares three, their procedure four."""
    q = benjamini_hochberg(BH_1995)
    assert (q < 0.05).sum() == 4
    assert q[3] == pytest.approx(0.0095 * 15 / 4)
    np.testing.assert_allclose(q, false_discovery_control(BH_1995))


@given(st.lists(st.one_of(st.floats(0, 1), st.just(float("nan"))), min_size=1, max_size=30))
def test_q_is_scipys_of_the_known_p_in_any_order(p: list[float]) -> None:
    values = np.array(p)
    known = np.isfinite(values)
    q = benjamini_hochberg(values)
    assert np.isnan(q[~known]).all()
    if known.any():
        np.testing.assert_allclose(q[known], false_discovery_control(values[known]))
        assert (q[known] >= values[known] - 1e-15).all()
    np.testing.assert_array_equal(benjamini_hochberg(values[::-1])[::-1], q)


def test_q_runs_along_an_axis() -> None:
    p = np.random.default_rng(2).random((5, 3))
    p[0, 0] = np.nan
    down = benjamini_hochberg(p, axis=0)
    np.testing.assert_array_equal(down[:, 1], benjamini_hochberg(p[:, 1]))
    np.testing.assert_array_equal(benjamini_hochberg(p.T, axis=1), down.T)
