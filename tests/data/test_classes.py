"""Edges of map classes are round, increase, and stay near the figures."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from data.classes import CHANGE_BREAKS, round_breaks


def test_edges_are_what_a_person_would_choose() -> None:
    assert round_breaks([0.81, 1.02, 1.45, 1.97], whole=False) == (0.75, 1.0, 1.5, 2.0)
    assert round_breaks([5.1, 6.9, 8.2, 10.3], whole=False) == (5.0, 7.0, 8.0, 10.0)
    assert round_breaks([1234, 1710, 2290, 3105], whole=True) == (1250.0, 1750.0, 2250.0, 3000.0)


def test_small_counts_get_whole_numbers() -> None:
    assert round_breaks([0, 0, 1, 1], whole=True) == (1.0, 2.0, 3.0, 4.0)
    assert round_breaks([2, 2, 2, 2], whole=True) == (2.0, 3.0, 4.0, 5.0)


@example(fifths=[0.0, 0.0, 0.0, 5e-324], whole=False)
@given(st.lists(st.floats(0, 1e6), min_size=4, max_size=4).map(sorted), st.booleans())
def test_edges_always_increase_and_are_above_zero(fifths: list[float], whole: bool) -> None:
    edges = round_breaks(fifths, whole=whole)
    assert len(edges) == 4
    assert edges[0] > 0
    assert list(edges) == sorted(set(edges))
    assert not whole or all(edge == int(edge) for edge in edges)


def test_changes_have_as_many_classes_below_as_above() -> None:
    assert [-edge for edge in reversed(CHANGE_BREAKS)] == list(CHANGE_BREAKS)
