"""A quarter on the same quarter a year before, worked out on paper and against a slow search for the exact limits."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import brentq
from scipy.stats import binom

from data.quarters import quarter_changes


def one(
    now: float | None, before: float | None, dispersion: float | None = 1.0, broken: bool = False
) -> dict[str, Any]:
    (found,) = quarter_changes([now], [before], [dispersion], [broken])
    return found


def test_the_change_is_told_in_numbers_and_per_cent() -> None:
    found = one(150, 100)
    assert (found["change"], found["change_pct"], found["verdict"]) == (50.0, pytest.approx(50.0), "higher")
    assert one(100, 150)["verdict"] == "lower"
    assert one(100, 100) | {"lower_pct": 0, "upper_pct": 0} == {
        "change": 0.0, "change_pct": 0.0, "lower_pct": 0, "upper_pct": 0, "verdict": "no_clear_change"
    }  # fmt: skip


def test_the_limits_are_those_at_which_the_counts_would_be_the_2_5_per_cent_cases() -> None:
    """Of 150 + 100, 150 or more fall later with a chance of 2.5% at the lower limit, 150 or fewer at the upper."""
    low = brentq(lambda share: binom.sf(149, 250, share) - 0.025, 0.3, 0.7)
    high = brentq(lambda share: binom.cdf(150, 250, share) - 0.025, 0.3, 0.9)
    found = one(150, 100)
    assert found["lower_pct"] == pytest.approx(100 * (low / (1 - low) - 1), abs=1e-6)
    assert found["upper_pct"] == pytest.approx(100 * (high / (1 - high) - 1), abs=1e-6)


def test_dispersion_widens_the_limits() -> None:
    """Both counts divided by 5: 30 and 20, which chance alone explains."""
    found = one(150, 100, 5.0)
    assert found["verdict"] == "no_clear_change"
    assert found["lower_pct"] == pytest.approx(one(30, 20)["lower_pct"])
    assert one(150, 100, None) == one(150, 100, 1.0)


def test_no_percentage_from_a_base_under_20_and_no_verdict_under_10() -> None:
    assert one(40, 19)["change_pct"] is None and one(40, 19)["verdict"] == "higher"
    assert one(40, 20)["change_pct"] == pytest.approx(100.0)
    assert one(9, 3)["verdict"] == "too_few"
    assert one(60, 30, 40.0)["change_pct"] is None  # 30 is less than one effective offence


def test_nothing_is_compared_across_a_break_or_where_a_figure_is_missing() -> None:
    broken = one(150, 100, broken=True)
    assert broken == {"change": None, "change_pct": None, "lower_pct": None, "upper_pct": None,
                      "verdict": "not_comparable"}  # fmt: skip
    for now, before in ((None, 100), (150, None), (None, None)):
        assert set(one(now, before).values()) == {None, "not_available"}
    assert one(None, 100, broken=True)["verdict"] == "not_available"


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(0, 500), st.floats(1, 9)), max_size=8))
def test_many_at_once_are_each_as_by_itself(pairs: list[tuple[int, int, float]]) -> None:
    now, before, dispersion = ([pair[place] for pair in pairs] for place in range(3))
    together = quarter_changes(now, before, dispersion, [False] * len(pairs))
    assert together == [one(*pair) for pair in pairs]
    for found in together:
        if found["lower_pct"] is not None:
            assert found["lower_pct"] <= found["change_pct"] <= found["upper_pct"]
