"""Laney's p-prime limits: an answer on paper, a slow oracle, and what must hold of any series."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.statistics import share_limits


def test_an_answer_on_paper() -> None:
    """24 months of 100 cases, 40 and 60 met in turn: p = 0.5, s = 0.05, z = -2 and 2, mean range 4, sigma z 4 / 1.128.

    A month a year later with 100 cases: 0.5 -+ 3 x 0.05 x 3.546 = 0 to 1.03, cut to 1; with 10,000 cases 0.5 -+ 0.0532.
    """
    met = [40, 60] * 12 + [50] * 11 + [50, 5600, 4400, 5500]
    cases = [100] * 36 + [10_000] * 3
    found = share_limits(met, cases)
    month = 36
    assert found.centre[35] == pytest.approx(0.5) and found.spread[35] == pytest.approx(4 / 1.128)
    assert (found.lower[35], found.upper[35]) == (0.0, 1.0)
    assert found.limits[35] == "limits" and found.baseline_months[35] == 24
    centre = float(found.centre[month])  # 60, 40 … 60 and a month of 50: 1210 of 2400
    assert centre == pytest.approx(1210 / 2400)
    half = 3 * math.sqrt(centre * (1 - centre) / 10_000) * float(found.spread[month])
    assert found.upper[month] - centre == pytest.approx(half) and 0.05 < half < 0.054
    assert [*found.signal[36:]] == ["higher", "lower", "within"]


def test_fewer_than_24_months_are_trial_limits_and_fewer_than_12_none() -> None:
    found = share_limits([60, 40] * 20, [100] * 40)
    assert [*found.limits[[22, 23, 34, 35]]] == ["none", "trial", "trial", "limits"]
    assert [*found.baseline_months[[10, 22, 23, 35, 39]]] == [0, 11, 12, 24, 24]
    assert found.signal[22] == "too_few" and math.isnan(found.lower[22])


def test_a_gap_is_no_figure_and_no_range_goes_across_it() -> None:
    met = np.array([40, 60] * 12 + [50] * 12, dtype=float)
    met[1] = np.nan
    cases = np.where(np.isnan(met), np.nan, 100.0)
    found = share_limits(met, cases)
    assert found.signal[1] == "not_available" and found.baseline_months[35] == 23
    # Neighbours are the 3rd to the 24th month: 21 ranges of 4 (about the centre), so sigma z is as without the gap.
    centre = (11 * 60 + 12 * 40) / 2300
    spread = 0.2 / math.sqrt(centre * (1 - centre) / 100) / 1.128
    assert found.spread[35] == pytest.approx(spread)


def test_a_month_of_few_cases_and_a_baseline_of_all_are_not_judged() -> None:
    found = share_limits([60, 40] * 12 + [50] * 11 + [90], [100] * 35 + [99])
    assert found.signal[35] == "too_few"
    assert set(share_limits([100] * 36, [100] * 36).signal) == {"too_few"}


@pytest.mark.parametrize(("met", "cases"), [([-1], [3]), ([4], [3])])
def test_more_met_than_cases_is_refused(met: list[int], cases: list[int]) -> None:
    with pytest.raises(ValueError, match="as many are met"):
        share_limits(met, cases)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(100, 5000), st.floats(0.02, 0.98)), min_size=38, max_size=44))
def test_it_agrees_with_the_formula_written_out(months: list[tuple[int, float]]) -> None:
    cases, met = [n for n, _ in months], [round(n * p) for n, p in months]
    found = share_limits(met, cases)
    at = len(months) - 1
    window = range(at - 35, at - 11)
    p = sum(met[i] for i in window) / sum(cases[i] for i in window)
    z = [(met[i] / cases[i] - p) / math.sqrt(p * (1 - p) / cases[i]) for i in window]
    spread = sum(abs(b - a) for a, b in zip(z, z[1:], strict=False)) / 23 / 1.128
    half = 3 * math.sqrt(p * (1 - p) / cases[at]) * spread
    assert found.lower[at] == pytest.approx(max(p - half, 0)) and found.upper[at] == pytest.approx(min(p + half, 1))
    # What comes later, and the month itself, never enter its range.
    again = share_limits([*met[:-1], 0], [*cases[:-1], cases[-1]])
    assert again.lower[at] == found.lower[at]
