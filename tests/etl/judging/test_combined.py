"""Counts put together: by hand, with the answers worked out on paper; then through the real loader."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.catalogue import CombinedMeasure, catalogue
from etl.judging.combined import combine
from etl.judging.counts import MeasureCounts
from tests.etl.conftest import Loaded
from tests.etl.judging.months import month, wide

NAN = float("nan")
Write, Load = Callable[..., Path], Callable[[], Loaded]


def counted(name: str, figures: Sequence[Sequence[float]], *, start: int = 0, moves_from: int = 99) -> MeasureCounts:
    measure = catalogue().measure("robbery").model_copy(update={"id": name})
    counts = np.array(figures, dtype=float)
    return MeasureCounts(measure, tuple(month(start + n) for n in range(counts.shape[1])), counts, month(moves_from))


def wanted(add: Sequence[str], less: Sequence[str] = ()) -> CombinedMeasure:
    one = catalogue().combined[0]
    return one.model_copy(update={"id": "both", "add": tuple(add), "less": tuple(less)})


def test_what_is_added_is_added_and_what_is_less_is_taken_off() -> None:
    parts = [counted("a", [[10, 20], [1, 2]]), counted("b", [[5, 6], [7, 8]]), counted("c", [[3, 4], [1, 1]])]
    (found,) = combine(parts, [wanted(["a", "b"], ["c"])])
    assert found.counts.tolist() == [[12, 22], [7, 9]]
    assert found.measure.id == "both" and found.months == (month(0), month(1))


def test_only_the_months_that_all_parts_cover_count() -> None:
    """a has months 0 to 3, b has 2 to 5: both have 2 and 3."""
    parts = [counted("a", [[1, 2, 3, 4]]), counted("b", [[10, 20, 30, 40]], start=2)]
    (found,) = combine(parts, [wanted(["a", "b"])])
    assert found.months == (month(2), month(3))
    assert found.counts.tolist() == [[13, 24]]


def test_a_month_in_which_any_part_has_no_figure_has_none() -> None:
    parts = [counted("a", [[1, NAN, 3], [4, 5, 6]]), counted("b", [[1, 1, NAN], [1, 1, 1]])]
    (found,) = combine(parts, [wanted(["a"], ["b"])])
    assert np.array_equal(found.counts, [[0, NAN, NAN], [3, 4, 5]], equal_nan=True)


def test_it_may_move_from_the_first_month_of_which_any_part_may() -> None:
    parts = [counted("a", [[1] * 9], moves_from=7), counted("b", [[1] * 9], moves_from=5)]
    (found,) = combine(parts, [wanted(["a"], ["b"])])
    assert found.first_provisional == month(5)


def test_without_a_part_or_a_common_month_there_is_no_series() -> None:
    parts = [counted("a", [[1, 2]]), counted("b", [[1, 2]], start=2)]
    assert not list(combine(parts, [wanted(["a"], ["b"]), wanted(["a", "missing"])]))
    assert not list(combine([], [wanted(["a"])]))


def test_a_series_has_the_breaks_of_its_parts() -> None:
    known = catalogue()
    domestic = known.measure("domestic-abuse-violence-with-injury")
    assert known.counted("non-domestic-violence-with-injury").breaks == domestic.breaks
    assert domestic.breaks[0].month == date(2024, 3, 1)


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=1, max_size=12), st.integers(0, 8))
def test_taking_off_what_was_added_leaves_the_rest(pairs: list[tuple[int, int]], start: int) -> None:
    a, b = counted("a", [[p[0] for p in pairs]]), counted("b", [[p[1] for p in pairs]])
    (both,) = combine([a, b], [wanted(["a", "b"])])
    (less,) = combine([counted("both", both.counts.tolist()), b], [wanted(["both"], ["b"])])
    assert np.array_equal(less.counts, a.counts)


@pytest.fixture
def edition(write: Write, loaded: Load) -> Loaded:
    """Camden and Newham: 10 and 12 personal robberies in turn, and 3 thefts from the person, but none listed in one."""
    robbery, theft = "ROBBERY,ROBBERY OF PERSONAL PROPERTY", "THEFT,THEFT FROM THE PERSON"
    months = 40
    thefts = [*[3] * 20, "", *[3] * (months - 21)]
    camden = ((f"{robbery},Camden", (10, 12) * 20), (f"{theft},Camden", thefts))
    newham = ((f"{robbery},Newham", (20,) * months), (f"{theft},Newham", (5,) * months))
    write("2017-07/a.csv", *wide(*camden, *newham))
    return loaded()


def test_a_combined_series_is_judged_like_any_other(edition: Loaded) -> None:
    asked = "SELECT offences, signal, limits FROM monthly_signal WHERE measure_id = ? AND area_code = ? ORDER BY month"
    found = edition.con.execute(asked, ["robbery-and-theft-from-the-person", "E09000007"]).fetchall()
    assert [row[0] for row in found[:4]] == [13, 15, 13, 15]
    assert found[20][:2] == (None, "not_available")
    # The baseline of month 37 is months 2 to 25, of which month 20 is not known.
    assert found[37][1:] == ("within", "trial") and found[39][1] == "provisional"
    london = edition.con.execute(asked, ["robbery-and-theft-from-the-person", "E23000001"]).fetchall()
    assert [row[0] for row in london[:2]] == [38, 40]
    assert edition.rows("SELECT count(*) FROM monthly_signal WHERE measure_id LIKE 'non-domestic%'") == [(0,)]
