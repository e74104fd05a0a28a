"""Wilson and Newcombe intervals against their papers' tables, funnels by hand and rate ratios by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.statistics import gap_interval, gap_verdict, proportion_funnel, rate_funnel, rate_ratio, wilson_interval

NAN = math.nan
SHARES, BASES = st.floats(0, 1), st.integers(1, 10_000)


@pytest.mark.parametrize(
    ("found", "asked", "lower", "upper"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_limits_are_those_of_newcombes_table(found: int, asked: int, lower: float, upper: float) -> None:
    """Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3: Wilson without continuity correction."""
    low, high = wilson_interval(found / asked, asked)
    assert (float(low), float(high)) == pytest.approx((lower, upper), abs=5e-5)


@pytest.mark.parametrize(
    ("first", "second", "lower", "upper"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((0, 10), (0, 10), -0.2775, 0.2775),
        ((10, 10), (0, 20), 0.6791, 1.0),
        ((10, 10), (0, 10), 0.6075, 1.0),
    ],
)
def test_gaps_are_those_of_newcombes_table(
    first: tuple[int, int], second: tuple[int, int], lower: float, upper: float
) -> None:
    """Newcombe, Statistics in Medicine 17 (1998) 873-890, table II, method 10, all eight columns."""
    gap, low, high = gap_interval(first[0] / first[1], first[1], second[0] / second[1], second[1])
    assert float(gap) == pytest.approx(first[0] / first[1] - second[0] / second[1])
    assert (float(low), float(high)) == pytest.approx((lower, upper), abs=5e-5)


@given(SHARES, BASES, SHARES, BASES, st.floats(0.5, 5))
def test_intervals_hold_the_estimate_and_shrink(p1: float, n1: int, p2: float, n2: int, effect: float) -> None:
    low, high = wilson_interval(p1, n1, effect)
    assert 0 <= low <= p1 <= high <= 1
    more_low, more_high = wilson_interval(p1, 4 * n1, effect)
    assert low <= more_low + 1e-12 and more_high <= high + 1e-12
    gap, lower, upper = (float(x) for x in gap_interval(p1, n1, p2, n2, effect))
    assert -1 <= lower <= gap <= upper <= 1
    back, back_lower, back_upper = (float(x) for x in gap_interval(p2, n2, p1, n1, effect))
    assert (back, back_lower, back_upper) == pytest.approx((-gap, -upper, -lower), abs=1e-12)


def test_the_design_effect_divides_the_base() -> None:
    np.testing.assert_allclose(wilson_interval(0.3, 300, 1.5), wilson_interval(0.3, 200))
    np.testing.assert_allclose(gap_interval(0.3, 300, 0.5, 150, 1.5), gap_interval(0.3, 200, 0.5, 100))


def test_missing_shares_and_empty_bases_have_no_interval() -> None:
    assert np.isnan(wilson_interval([NAN, 0.5, 0.5], [10, 0, NAN])).all()
    assert np.isnan(gap_interval([0.5, NAN], [0, 10], 0.5, 10)).all()
    with pytest.raises(ValueError, match="between 0 and 1, not 80"):
        wilson_interval(80, 100)
    with pytest.raises(ValueError, match="design effect"):
        wilson_interval(0.8, 100, 0)


def test_gap_verdicts() -> None:
    lower, upper = [0.01, -0.2, -0.1, 0.01, NAN], [0.1, -0.1, 0.1, 0.1, NAN]
    words = gap_verdict(lower, upper, [100, 100, 100, 99, 200], 500)
    assert words.tolist() == ["higher", "lower", "no_clear_gap", "too_few", "not_available"]
    assert gap_verdict(0, 0.1, 100, 100, undecided="no_clear_change") == "no_clear_change"


def test_a_rate_ratio_by_hand() -> None:
    """(30/1000) / (60/4000) = 2; sqrt(1/30 + 1/60) = 0.2236; exp(1.96 x 0.2236) = 1.55."""
    ratio, lower, upper = rate_ratio(30, 1000, 60, 4000)
    assert (float(ratio), float(lower), float(upper)) == pytest.approx((2, 2 / 1.55, 2 * 1.55), rel=1e-3)


def test_rate_ratios_that_cannot_be_given() -> None:
    ratio, lower, upper = rate_ratio([0, 5, 5, 5, NAN], [10, 0, 10, 10, 10], [5, 5, 0, 5, 5], [10, 10, 10, NAN, 10])
    assert ratio[0] == 0 and np.isnan(ratio[1:]).all()
    assert np.isnan(lower).all() and np.isnan(upper).all()


@given(st.integers(1, 10_000), st.integers(1, 10**6), st.integers(1, 10_000), st.integers(1, 10**6))
def test_a_rate_ratio_lies_in_its_interval_and_turns_round(a: int, n: int, b: int, m: int) -> None:
    ratio, lower, upper = (float(x) for x in rate_ratio(a, n, b, m))
    assert lower < ratio < upper
    assert [1 / float(x) for x in rate_ratio(b, m, a, n)] == pytest.approx([ratio, upper, lower])
    _, more_lower, more_upper = rate_ratio(4 * a, n, 4 * b, m)
    assert lower < more_lower and more_upper < upper


def test_a_funnel_by_hand_without_dispersion_to_see() -> None:
    """500 of 50,000, target 0.01; s = sqrt(0.01 / 10,000) = 0.001: z = 0, 1, -1, 0.5, -0.5; tau^2 = 0."""
    funnel = rate_funnel([100, 110, 90, 105, 95], [10_000] * 5)
    assert funnel.target == 0.01 and funnel.tau_squared == 0
    np.testing.assert_allclose(funnel.z, [0, 1, -1, 0.5, -0.5], atol=1e-12)
    assert (funnel.lower_95[0], funnel.upper_95[0]) == pytest.approx((0.00804, 0.01196), abs=1e-6)
    assert (funnel.lower_998[0], funnel.upper_998[0]) == pytest.approx((0.0069098, 0.0130902), abs=1e-6)
    assert (funnel.place == "within").all()


def test_a_funnel_by_hand_with_dispersion() -> None:
    """z = -4, -3, -2, 0, 2, 3, 4 and four noughts, I = 11: the tenth quantiles are -3 and 3, so phi = 44 / 11 = 4.
    Equal s: sum w - sum w^2 / sum w = 10 w, tau^2 = (44 - 10) s^2 / 10 = 3.4 s^2; limits at 1.96 sqrt(4.4) s = 4.11 s.
    """
    z = np.array([-4, -3, -2, 0, 2, 3, 4, 0, 0, 0, 0])
    funnel = rate_funnel(10_000 + 100 * z, [10_000] * 11)  # target 1, s = 0.01
    assert funnel.dispersion == pytest.approx(4)
    assert funnel.tau_squared == pytest.approx(3.4e-4)
    assert funnel.upper_95[0] == pytest.approx(1 + 0.0196 * math.sqrt(4.4), abs=1e-5)
    assert (funnel.place == "within").all()


def test_places_in_a_funnel_and_areas_that_take_no_part() -> None:
    events = np.array([1000.0] * 20 + [1500, 600, NAN, 1000])
    funnel = rate_funnel(events, [100_000.0] * 23 + [0])
    assert funnel.place[20:].tolist() == ["above_998", "below_998", "not_available", "not_available"]
    assert np.isnan(funnel.upper_95[22:]).all() and np.isnan(funnel.z[22:]).all()
    with pytest.raises(ValueError, match="at least one area"):
        rate_funnel([NAN], [10])
    assert rate_funnel([10], [100]).tau_squared == 0


def test_one_area_far_out_is_between_the_limits_of_both_kinds() -> None:
    """s = 0.001 about 0.01 (nearly): an area 2.5 s above is past 1.96 and short of 3.09."""
    funnel = rate_funnel([1000] * 30 + [1080, 920], [100_000] * 32)
    assert funnel.place[30:].tolist() == ["above_95", "below_95"]


def test_a_funnel_of_proportions_by_hand() -> None:
    """Target 0.5; variance 0.25 x 2 / 200 = 0.0025, s = 0.05; 0.6 is z = 2."""
    funnel = proportion_funnel([120, 80, 100, 100, 100, 100], [200] * 6, design_effect=2)
    assert funnel.target == 0.5
    np.testing.assert_allclose(funnel.z[:3], [2, -2, 0], atol=1e-9)
    assert funnel.upper_95[0] == pytest.approx(0.5 + 0.05 * 1.959964)
    assert proportion_funnel([9, 10], [10, 10]).upper_998.max() == 1


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(100, 10_000)), min_size=2, max_size=33))
def test_funnel_limits_are_ordered_and_do_not_depend_on_the_order_of_areas(areas: list[tuple[int, int]]) -> None:
    events, persons = np.array(areas, dtype=float).T
    funnel = rate_funnel(events, persons)
    assert (funnel.lower_998 <= funnel.lower_95).all() and (funnel.upper_95 <= funnel.upper_998).all()
    assert (funnel.lower_95 <= funnel.target).all() and (funnel.target <= funnel.upper_95).all()
    back = rate_funnel(events[::-1], persons[::-1])
    np.testing.assert_allclose(back.upper_95[::-1], funnel.upper_95, rtol=1e-9)
