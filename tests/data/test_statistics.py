"""Rates, intervals and changes against slow or published answers."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chi2, poisson

from data.statistics import count_interval, percentage_change, rate_per_1000


def test_small_counts_have_the_exact_chi_square_limits() -> None:
    for events in range(10):
        lower, upper = count_interval(events)
        assert float(lower) == pytest.approx(chi2.ppf(0.025, 2 * events) / 2 if events else 0)
        assert float(upper) == pytest.approx(chi2.ppf(0.975, 2 * events + 2) / 2)


def test_exact_limits_are_where_the_poisson_tails_are_a_fortieth() -> None:
    """The definition, not a formula: at the limits the observed count is just as far out as 2.5% allows."""
    for events in (1, 4, 9):
        lower, upper = (float(x) for x in count_interval(events))
        assert poisson.sf(events - 1, lower) == pytest.approx(0.025, abs=1e-9)
        assert poisson.cdf(events, upper) == pytest.approx(0.025, abs=1e-9)


def test_byars_limits_by_hand_for_65_events() -> None:
    """O = 65: 65 (1 - 1/585 - 1.96/(3 x 8.0623))^3 = 50.16 and 66 (1 - 1/594 + 1.96/(3 x 8.1240))^3 = 82.85."""
    lower, upper = count_interval(65)
    assert float(lower) == pytest.approx(50.16, abs=0.01)
    assert float(upper) == pytest.approx(82.85, abs=0.01)


@given(st.integers(0, 1_000_000))
def test_the_interval_holds_the_count_and_narrows_relative_to_it(events: int) -> None:
    lower, upper = (float(x) for x in count_interval(events))
    assert 0 <= lower <= events <= upper
    if events >= 10:
        more_lower, more_upper = (float(x) for x in count_interval(events * 4))
        assert (more_upper - more_lower) / (4 * events) < (upper - lower) / events


def test_the_interval_holds_the_truth_about_as_often_as_it_says() -> None:
    drawn = np.random.default_rng(1).poisson(12.5, 20_000)
    lower, upper = count_interval(drawn)
    held = np.mean((lower <= 12.5) & (upper >= 12.5))
    assert 0.94 < held < 0.98


def test_a_negative_count_is_an_error_that_quotes_it() -> None:
    with pytest.raises(ValueError, match="-3"):
        count_interval([1, -3])


def test_a_rate_is_the_sum_over_the_residents() -> None:
    rate, lower, upper = rate_per_1000([50, 0, math.nan], [25_000, 1_000, 1_000])
    assert rate[:2].tolist() == [2.0, 0.0]
    assert lower[0] < 2.0 < upper[0]
    assert np.isnan([rate[2], lower[2], upper[2]]).all()


def test_without_residents_there_is_no_rate() -> None:
    rate, lower, upper = rate_per_1000([5, 5], [0, math.nan])
    assert np.isnan([rate, lower, upper]).all()


def test_a_percentage_change_needs_twenty_offences_to_start_from() -> None:
    change = percentage_change([30, 30, 10, math.nan, 0], [20, 19, 0, 50, 40])
    assert change[0] == 50.0
    assert np.isnan(change[[1, 2, 3]]).all()
    assert change[4] == -100.0
