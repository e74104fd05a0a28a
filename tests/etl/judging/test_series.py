"""Series split at breaks: nothing on one side of a break moves anything on the other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import false_discovery_control

from data.catalogue import Break, Measure, catalogue
from etl.judging.counts import AREAS, MeasureCounts
from etl.judging.series import MEASURES_AT_ONCE, WORDS, Columns, judge_measures, unbroken
from etl.judging.signals import q_by_month
from tests.etl.judging.months import month

BROKEN_AT = 40
LATER = date(2100, 1, 1)


def measure(*breaks: int, name: str = "toy") -> Measure:
    declared = tuple(Break(month=month(number), reason="Counted in another way.") for number in breaks)
    return catalogue().measure("robbery").model_copy(update={"id": name, "breaks": declared})


def counted(figures: Sequence[Sequence[float]], *breaks: int, name: str = "toy") -> MeasureCounts:
    counts = np.array(figures, dtype=float)
    return MeasureCounts(measure(*breaks, name=name), tuple(map(month, range(counts.shape[1]))), counts, LATER)


def words(columns: Columns, name: str, area: int = 0) -> list[str]:
    return [str(WORDS[name][number]) for number in columns[name][area]]


def drawn(seed: int, months: int = 96, areas: int = 2) -> np.ndarray:  # type: ignore[type-arg]
    return np.random.default_rng(seed).poisson(30.0, (areas, months)).astype(float)


@pytest.mark.parametrize(
    ("breaks", "parts"),
    [((), [(0, 60)]), ((40,), [(0, 40), (40, 60)]), ((40, 12), [(0, 12), (12, 40), (40, 60)]), ((0, 60, 99), [(0, 60)]),
     ((59,), [(0, 59), (59, 60)])],
)  # fmt: skip
def test_a_series_is_split_at_the_breaks_within_it(breaks: tuple[int, ...], parts: list[tuple[int, int]]) -> None:
    found = list(unbroken([month(n) for n in range(60)], measure(*breaks).breaks))
    assert [(part.start, part.stop) for part in found] == parts


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10_000), at=st.integers(1, 95), factor=st.sampled_from([0.0, 0.5, 3.0]))
def test_what_lies_before_a_break_changes_nothing_after_it(seed: int, at: int, factor: float) -> None:
    one = drawn(seed)
    other = one.copy()
    other[:, :at] = np.round(other[:, :at] * factor)
    first, second = (judge_measures([counted(counts, at)])[0] for counts in (one, other))
    for name in first:
        np.testing.assert_array_equal(first[name][:, at:], second[name][:, at:], err_msg=name)


def test_up_to_the_break_all_is_as_in_a_series_without_one() -> None:
    counts = drawn(1)
    broken, whole = judge_measures([counted(counts, BROKEN_AT), counted(counts, name="whole")])
    for name in broken:
        np.testing.assert_array_equal(broken[name][:, :BROKEN_AT], whole[name][:, :BROKEN_AT], err_msg=name)


def test_for_24_months_after_a_break_nothing_is_compared() -> None:
    # The break is in month 40, so the 24 months to month 63 are the first that lie after it; its baseline of twelve
    # months (40 to 51) is the first that is long enough.
    columns = judge_measures([counted(drawn(2), BROKEN_AT)])[0]
    signals, verdicts = words(columns, "signal"), words(columns, "change_verdict")
    assert set(signals[40:63]) == {"not_comparable"} == set(verdicts[40:63])
    assert signals[39] in ("higher", "within", "lower") and signals[63] in ("higher", "within", "lower")
    assert verdicts[63] in ("higher", "no_clear_change", "lower")
    assert columns["baseline_months"][0, 63] == 12
    assert np.isnan(columns["offences_12m"][0, 40:51]).all() and not np.isnan(columns["offences_12m"][0, 51])
    assert np.isnan(columns["change_pct"][0, 40:63]).all()


def test_the_first_month_of_a_run_is_counted_from_the_start_of_the_coverage() -> None:
    # 10 and 12 in turn from month 40, 30 from month 78 on. Month 77 has 12, above the mean of 11, and month 76 has 10.
    # Only twelve months are judged together, so the run to month 89 begins at month 78.
    figures = [7.0] * 40 + [10.0, 12.0] * 19 + [30.0] * 18
    columns = judge_measures([counted([figures], BROKEN_AT)])[0]
    assert columns["since"][0, [78, 84, 89]].tolist() == [77, 77, 78]
    assert words(columns, "signal")[78] == "higher"


def test_measures_are_judged_alone_although_side_by_side() -> None:
    given = [counted(drawn(n), *([BROKEN_AT] if n % 2 else []), name=f"m{n}") for n in range(3 * MEASURES_AT_ONCE)]
    together = judge_measures(given)
    for one, columns in zip(given, together, strict=True):
        (alone,) = judge_measures([one])
        for name in alone:
            np.testing.assert_array_equal(columns[name], alone[name], err_msg=name)


def test_q_is_over_all_series_of_a_month_however_their_coverages_lie() -> None:
    # Two measures of which the second begins three months later; month 4 has p values of both, month 1 of one.
    generator = np.random.default_rng(3)
    early = counted(np.zeros((2, 6)), name="early")
    late = MeasureCounts(measure(name="late"), tuple(map(month, range(3, 9))), np.zeros((2, 6)), LATER)
    p = [generator.uniform(size=(2, 6)) for _ in range(2)]
    p[0][0, 4] = np.nan
    q = q_by_month([early, late], p)
    by_scipy = false_discovery_control([p[0][1, 4], p[1][0, 1], p[1][1, 1]])
    np.testing.assert_allclose([q[0][1, 4], q[1][0, 1], q[1][1, 1]], by_scipy)
    assert np.isnan(q[0][0, 4])
    np.testing.assert_allclose(q[0][:, 1], false_discovery_control(p[0][:, 1]))


def test_areas_are_the_boroughs_and_london() -> None:
    assert len(AREAS) == len(set(AREAS)) == 33
    assert list(AREAS) == sorted(AREAS)
