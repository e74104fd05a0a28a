"""Limits, rules and signals against Wheeler's arithmetic and a slow loop over months."""

from __future__ import annotations

import math
from dataclasses import fields

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import t as student

from data.statistics import MEAN_FOR_LIMITS, Judged, judge, seasonal_factors, xmr_limits

RNG = np.random.default_rng(12)
MONTHS = 130


def series(rows: int = 6) -> np.ndarray:
    """Seasonal, drifting, stepping and gappy series, so that every rule is met somewhere."""
    t = np.arange(MONTHS)
    level = 60 * (1 + 0.2 * np.sin(t * np.pi / 6)) * np.exp(0.004 * t)
    counts = RNG.poisson(level, (rows, MONTHS)).astype(float)
    counts[1, 90:] *= 1.6
    counts[2, 95:110] += 4 * np.arange(15)
    counts[3, [30, 31, 70]] = np.nan
    counts[4, 100:] = np.round(counts[4, 100:] / 2)
    counts[5] = 500 + RNG.integers(-3, 4, MONTHS) + 8 * np.maximum(0, t - 80) - 16 * np.maximum(0, t - 100)
    return counts


def test_xmr_limits_by_hand() -> None:
    """5 7 6 8: mean 6.5; ranges 2 1 2, mean 5/3; half width 2.66 x 5/3 = 4.4333."""
    limits = xmr_limits([5, 7, 6, 8])
    assert limits.centre == 6.5
    assert limits.half_width == pytest.approx(4.43333, abs=1e-5)
    assert (limits.lower, limits.upper) == pytest.approx((2.06667, 10.93333), abs=1e-5)


def test_a_missing_month_breaks_the_moving_range() -> None:
    limits = xmr_limits([5, np.nan, 9, 10])
    assert limits.centre == 8 and limits.half_width == pytest.approx(2.66)
    with pytest.raises(ValueError, match="neighbouring"):
        xmr_limits([5, np.nan, 9])


def slow_verdict(y: np.ndarray, factors: np.ndarray, t: int) -> dict[str, object]:
    """One month judged as the contract says, in plain Python; None where there are no limits."""
    has = np.isfinite(factors)
    adjusted = t >= 11 and has[t - 11 : t + 1].all() and has[max(t - 35, 0) : max(t - 11, 0)].sum() >= 12
    d = y / factors if adjusted else y
    base = d[max(t - 35, 0) : max(t - 11, 0)]
    n = int(np.isfinite(base).sum())
    verdict: dict[str, object] = {"n": n, "season": factors[t] if adjusted else 1.0}
    if n < 12:
        return verdict
    limits = xmr_limits(base)
    half = limits.half_width
    if not adjusted:
        half = max(half, 2.66 * 1.128 * float(np.nanstd(base, ddof=1)))
    centre, past = limits.centre, d[: t + 1][::-1]
    up, down = set(), set()
    for way, met in ((1, up), (-1, down)):
        off = (past - centre) * way
        if off[0] > half:
            met.add("beyond_limit")
        if (off[:7] > 0).all():
            met.add("run")
        if off[0] > half * 2 / 3 and (off[1:3] > half * 2 / 3).any():
            met.add("outer_third")
        if adjusted and (np.diff(past[:7]) * way < 0).all():
            met.add("trend")
    direction = 0
    for rule in ("beyond_limit", "run", "outer_third", "trend"):
        for way, met in ((1, up), (-1, down)):
            if direction == 0 and rule in met:
                direction = way
    since = t
    while direction and since > t - 11 and (d[since - 1] - centre) * direction > 0:
        since -= 1
    since = min(since, t)
    z = [(past[0] - centre) / math.sqrt(1 + 1 / n)]
    if "run" in up | down:  # the second look is taken only there
        z.append((past[:7].mean() - centre) / math.sqrt(1 / 7 + 1 / n))
    sigma = half / 2.66 / 1.128
    verdict["p"] = min(1.0, 2 * min(2 * student.sf(abs(x) / sigma, 0.62 * (n - 1)) for x in z))
    verdict |= {"centre": centre, "half": half, "up": up, "down": down, "direction": direction, "since": since}
    return verdict


def test_every_month_is_judged_as_a_slow_loop_judges_it() -> None:
    counts = series()
    factors, judged = seasonal_factors(counts), judge(counts)
    names, seen = ("beyond_limit", "run", "outer_third", "trend"), set()
    for row in range(len(counts)):
        for t in range(MONTHS):
            slow = slow_verdict(counts[row], factors[row], t)
            assert judged.baseline_months[row, t] == slow["n"]
            if "centre" not in slow:
                assert np.isnan(judged.centre[row, t]) and judged.limits[row, t] == "none"
                continue
            assert judged.limits[row, t] == ("limits" if slow["n"] == 24 else "trial")
            assert judged.season[row, t] == slow["season"]
            assert judged.centre[row, t] == pytest.approx(slow["centre"])
            assert judged.half_width[row, t] == pytest.approx(slow["half"])
            assert {n for n in names if getattr(judged, n)[row, t] > 0} == slow["up"]
            assert {n for n in names if getattr(judged, n)[row, t] < 0} == slow["down"]
            if np.isnan(counts[row, t]):
                assert judged.signal[row, t] == "not_available"
                continue
            assert judged.p_value[row, t] == pytest.approx(slow["p"], rel=1e-6)
            direction = slow["direction"]
            assert judged.signal[row, t] == {1: "higher", -1: "lower", 0: "within"}[direction]
            expected = {1: slow["up"], -1: slow["down"], 0: set()}[direction]
            assert judged.rules[row, t] == ",".join(n for n in names if n in expected)
            assert judged.since_index[row, t] == (slow["since"] if direction else -1)
            seen |= {(n, direction) for n in expected}
    assert len(seen) == 8, f"the series do not meet every rule both ways: {seen}"


def test_the_expected_range_is_on_the_scale_of_counts_and_never_negative() -> None:
    judged = judge(series())
    known = np.isfinite(judged.centre)
    upper = judged.season * (judged.centre + judged.half_width)
    np.testing.assert_allclose(judged.expected_upper[known], upper[known])
    assert (judged.expected_lower[known] >= 0).all()
    assert (judged.expected_lower[known] <= judged.expected_upper[known]).all()


def test_on_the_limit_is_within() -> None:
    """Baseline 90, 110 by turns: mean 100, range 20 each, SD (24 months) 10.2; half width 53.2."""
    counts = np.array([[90.0, 110.0] * 12 + [100.0] * 11 + [153.2], [90.0, 110.0] * 12 + [100.0] * 11 + [153.3]])
    judged = judge(counts)
    assert judged.half_width[:, 35] == pytest.approx([53.2, 53.2])
    assert judged.beyond_limit[:, 35].tolist() == [0, 1]
    assert judged.since_index[1, 35] == 35


def test_signals_that_are_no_verdict_come_in_their_order() -> None:
    counts = np.full((6, 40), 50.0) + RNG.integers(-5, 5, (6, 40))
    counts[0, 39] = np.nan
    counts[3] = RNG.poisson(MEAN_FOR_LIMITS / 3, 40)
    counts[4] = 50.0  # no spread to judge by
    provisional, broken = np.zeros((6, 40), bool), np.zeros((6, 40), bool)
    provisional[:2, 39] = True
    broken[:3, 39] = True
    judged = judge(counts, provisional, broken, np.array([False] * 5 + [True]))
    assert judged.signal[:5, 39].tolist() == ["not_available", "provisional", "not_comparable", "too_few", "too_few"]
    assert np.isfinite(judged.expected_upper[1, 39]) and np.isnan(judged.p_value[:5, 39]).all()
    assert judged.rules[1, 39] == "" and judged.since_index[1, 39] == -1
    assert judged.signal[[3, 5], 20].tolist() == ["too_few", "not_comparable"]  # young; young because of a break
    assert judged.signal[5, 39] in {"higher", "within", "lower"}


def test_a_rise_that_ends_under_the_centre_is_lower_not_higher() -> None:
    """Ten years about 100, the last seven months 91 to 97: a trend upwards, but a run under the centre decides."""
    counts = 100 + RNG.integers(-9, 10, (1, 120)).astype(float)
    counts[0, 113:] = range(91, 98)
    judged = judge(counts)
    assert judged.trend[0, 119] == 1
    assert (judged.signal[0, 119], judged.rules[0, 119]) == ("lower", "run")


def test_an_empty_array_and_a_wrong_one() -> None:
    assert judge(np.empty((0, 24))).signal.shape == (0, 24)
    with pytest.raises(ValueError, match="two dimensions"):
        judge([1.0, 2.0])
    with pytest.raises(ValueError, match="-4"):
        judge([[1.0, -4.0]])


def assert_alike(one: Judged, other: Judged, part: tuple[object, ...] = (...,)) -> None:
    for field in fields(Judged):
        np.testing.assert_array_equal(getattr(one, field.name)[part], getattr(other, field.name)[part], field.name)


def test_a_series_does_not_depend_on_those_beside_it() -> None:
    counts = np.tile(series(), (13, 1))[:70]  # more rows than are taken at once
    order = RNG.permutation(70)
    shuffled, plain = judge(counts[order]), judge(counts)
    for field in fields(Judged):
        np.testing.assert_array_equal(getattr(shuffled, field.name), getattr(plain, field.name)[order])


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(1, 99))
def test_no_verdict_depends_on_a_later_month(seed: int, cut: int) -> None:
    rng = np.random.default_rng(seed)
    counts = rng.poisson(30, (3, 100)).astype(float)
    changed = counts.copy()
    changed[:, cut:] = np.where(rng.random((3, 100 - cut)) < 0.2, np.nan, rng.poisson(300, (3, 100 - cut)))
    assert_alike(judge(counts), judge(changed), (slice(None), slice(0, cut)))


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 2**32 - 1), st.sampled_from([2, 3, 10, 1000]))
def test_counts_on_another_scale_are_judged_alike(seed: int, scale: int) -> None:
    counts = np.random.default_rng(seed).poisson(40, (3, 90)).astype(float)
    one, other = judge(counts), judge(counts * scale)
    np.testing.assert_allclose(other.half_width, one.half_width * scale, rtol=1e-9)
    np.testing.assert_allclose(other.expected_lower, one.expected_lower * scale, rtol=1e-9, atol=1e-9)
    np.testing.assert_allclose(other.p_value, one.p_value, rtol=1e-6)
    np.testing.assert_array_equal(other.signal, one.signal)


def test_a_month_without_a_figure_gets_no_figure() -> None:
    counts = series()
    judged, missing = judge(counts), np.isnan(counts)
    assert missing.any()
    assert np.isnan(judged.p_value[missing]).all() and (judged.direction[missing] == 0).all()
    assert (judged.signal[missing] == "not_available").all() and (judged.since_index[missing] == -1).all()
