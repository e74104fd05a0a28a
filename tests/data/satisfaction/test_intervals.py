"""Intervals of printed gaps, changes and differences: on paper, by other means, and as properties."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.satisfaction.bases import Base
from data.satisfaction.intervals import from_average, of_change, of_gap, of_share, of_size

FEW = Base(60.0, "approximate", 1.5, 0.5)
NONE = Base(None, "interval not possible", 1.5, 0.5)


def base(interviews: float, share: float) -> Base:
    return Base(interviews, "approximate", 1.5, share)


def test_without_a_base_there_is_no_interval_and_under_a_hundred_no_verdict() -> None:
    assert of_share(0.5, NONE) == (None, None)
    assert of_gap(0.6, NONE, 0.5, FEW)[1:] == (None, None, "not_available")
    assert from_average(50, 5, NONE) == (None, None, "not_available")
    assert of_size(50, 5, NONE, FEW) == (None, None, "not_available")
    assert of_gap(0.9, FEW, 0.1, FEW)[3] == "too_few" and from_average(50, 40, FEW)[2] == "too_few"
    assert of_size(50, 40, FEW, FEW)[2] == "too_few"


def test_a_gap_has_the_sign_of_first_less_second() -> None:
    large = base(4_000, 0.5)
    gap, lower, upper, verdict = of_gap(0.7, large, 0.8, large)
    assert gap == pytest.approx(-10) and lower < -10 < upper < 0 and verdict == "lower"  # type: ignore[operator]


def test_a_size_that_chance_could_give_reaches_nought_and_says_no_gap() -> None:
    assert of_size(78, 0.0, base(5_000, 0.6), base(3_000, 0.4))[0] == 0.0
    assert of_size(78, 0.4, base(5_000, 0.6), base(3_000, 0.4))[2] == "no_clear_gap"
    assert of_size(78, 5.7, base(5_000, 0.6), base(3_000, 0.4))[2] == "clear"


def test_whole_points_make_the_interval_of_a_change_wider_and_not_its_middle() -> None:
    large = base(12_800, 1)
    exact, whole = (of_change(78.3, 3, large, large, step=step) for step in (0.0, 1.0))
    assert whole[0] < exact[0] < 3 < exact[1] < whole[1]  # type: ignore[operator]
    half = 100 * 1.959964 * math.sqrt((0.783 * 0.217 + 0.753 * 0.247) / (12_800 / 1.5))
    assert exact[1] == pytest.approx(3 + half, abs=0.02)
    assert whole[1] == pytest.approx(3 + math.hypot(half, 1.959964 * math.sqrt(1 / 12)), abs=0.02)


def test_a_difference_that_makes_no_proportion_is_an_error() -> None:
    with pytest.raises(ValueError, match="an average of 95% and a difference of 8 points make no proportion"):
        from_average(95, 8, base(500, 0.1))


@settings(max_examples=60, deadline=None)
@given(p=st.floats(0.2, 0.8), apart=st.floats(-0.15, 0.15), share=st.floats(0.02, 0.95))
def test_the_groups_own_interval_is_never_narrower_than_that_of_a_part_of_the_whole(
    p: float, apart: float, share: float
) -> None:
    """The exact variance of p_g - p_all is (1 - s)^2 (v_g + v_rest), with p_g - p_all = (1 - s) (p_g - p_rest)."""
    whole, rest = 12_800 / 1.5, p - apart
    lower, upper, _ = from_average(100 * (share * p + (1 - share) * rest), 100 * (1 - share) * apart,
                                   Base(12_800 * share, "approximate", 1.5, share))  # fmt: skip
    exact = (1 - share) ** 2 * (p * (1 - p) / (whole * share) + rest * (1 - rest) / (whole * (1 - share)))
    own = p * (1 - p) / (whole * share)
    if exact <= own:  # always, but where the rest varies far more than the group
        assert upper - lower >= 2 * 100 * 1.94 * math.sqrt(exact) * (1 - 4 / (whole * share))  # type: ignore[operator]
    assert exact <= 1.9 * own


@settings(max_examples=60, deadline=None)
@given(overall=st.floats(20, 80), size=st.floats(0, 15), white=st.floats(0.2, 0.8))
def test_the_interval_of_a_size_holds_that_of_either_direction(overall: float, size: float, white: float) -> None:
    first, second = base(8_000 * white, white), base(8_000 * (1 - white), 1 - white)
    lower, upper, _ = of_size(overall, size, first, second)
    for sign in (1, -1):
        p1 = (overall + sign * (1 - white) * size) / 100
        p2 = (overall - sign * white * size) / 100
        _, low, high, _ = of_gap(p1, first, p2, second)
        assert low is not None and high is not None and lower is not None and upper is not None
        ends = sorted((sign * low, sign * high))
        assert lower <= max(ends[0], 0) + 1e-9 and upper >= ends[1] - 1e-9
