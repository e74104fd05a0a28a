"""Rates, ratios, bounds and gaps of small inputs, worked out by hand."""

from __future__ import annotations

import math

import pytest

from data.stop_and_search.figures import gap, per_1000, ratio, sensitivity, share_of, tally


def test_a_share_of_a_hundred_searches_and_none_of_fewer() -> None:
    share, lower, upper = share_of((100, 50))
    assert share == 0.5
    assert (lower, upper) == (pytest.approx(0.403832, abs=1e-6), pytest.approx(0.596168, abs=1e-6))  # Wilson, z 1.96
    assert share_of((99, 50)) == (None, None, None)
    assert tally((99, 50))["status"] == "too_few" and tally((99, 50))["found"] == 50
    assert tally(None) == {"searches": None, "found": None, "share": None, "share_lower": None, "share_upper": None,
                           "status": "suppressed"}  # fmt: skip


def test_a_rate_and_a_ratio_with_its_log_normal_interval() -> None:
    assert per_1000(30, 2_000)[0] == 15
    found, lower, upper = ratio((40, 0), 1_000, (20, 0), 2_000)
    spread = math.exp(1.959963984540054 * math.sqrt(1 / 40 + 1 / 20))
    assert (found, lower, upper) == (4, pytest.approx(4 / spread), pytest.approx(4 * spread))
    assert ratio((40, 0), None, (20, 0), 2_000) == (None, None, None)
    assert ratio(None, 1_000, (20, 0), 2_000) == (None, None, None)


def test_the_ratio_if_every_unknown_search_were_of_the_other_group_or_of_this_one() -> None:
    """40 of 1,000 residents against 20 of 2,000; 20 searches of unknown ethnicity: (40/1000)/(40/2000) = 2 to
    (60/1000)/(20/2000) = 6."""
    assert sensitivity((40, 0), 1_000, (20, 0), 2_000, 20) == (2, 6)
    assert sensitivity((40, 0), 1_000, (20, 0), 2_000, 0) == (4, 4)
    assert sensitivity((40, 0), 1_000, (20, 0), 2_000, None) == (None, None)


def test_a_gap_has_a_verdict_and_none_from_fewer_than_a_hundred_searches() -> None:
    found = gap((1_000, 200), (1_000, 300), is_reference=False)
    assert found["gap"] == pytest.approx(-0.1) and found["verdict"] == "lower"
    assert found["gap_lower"] < -0.1 < found["gap_upper"] < 0
    assert gap((200, 60), (1_000, 310), is_reference=False)["verdict"] == "no_clear_gap"
    assert gap((99, 60), (1_000, 300), is_reference=False)["verdict"] == "too_few"
    assert gap(None, (1_000, 300), is_reference=False)["verdict"] == "not_available"
    assert gap((1_000, 300), (1_000, 300), is_reference=True)["verdict"] == "reference"
