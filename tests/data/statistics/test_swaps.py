"""Protection by witnesses: which cells are hidden, and that each hidden cell can be something else."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.statistics.swaps import Counts, Layer, protect

TABLES = st.integers(0, 10_000).map(lambda seed: np.random.default_rng(seed).poisson(6, (4, 3)).astype(np.int64))


def plain(table: Counts) -> Layer:
    return Layer(table[None], [table])


def rows(table: Counts) -> list[Counts]:
    return [np.arange(len(table))]


def test_four_small_or_fewer_are_hidden_and_five_are_not() -> None:
    table = np.array([[5, 20], [20, 20]])
    assert not np.any(protect([plain(table)], rows(table)))
    table = np.array([[4, 20], [20, 20]])
    assert np.all(protect([plain(table)], rows(table)))


def test_the_cells_hidden_with_a_small_one_are_those_with_the_least_searches() -> None:
    table = np.array([[2, 90, 9], [80, 70, 60], [8, 50, 7]])
    hidden = protect([plain(table)], rows(table))
    assert hidden is not None
    assert hidden[0].tolist() == [[True, False, True], [False, False, False], [True, False, True]]


def test_a_cell_hidden_in_one_layer_is_hidden_in_all_and_may_move_in_all() -> None:
    found, other = np.array([[2, 30], [30, 30]]), np.array([[90, 80], [70, 60]])
    hidden = protect([plain(found), plain(other)], rows(found))
    assert hidden is not None and hidden[0].all()
    stuck = Layer(np.zeros((1, 2, 2), dtype=np.int64), [other])  # its records are known to be where they are
    assert protect([plain(found), stuck], rows(found)) is None


def test_only_records_alike_in_what_other_tables_show_may_swap() -> None:
    table = np.array([[1, 9], [9, 9]])
    apart = np.array([[[1, 9], [0, 0]], [[0, 0], [9, 9]]])  # each stratum has one row: nothing can swap
    assert protect([Layer(apart, [table])], rows(table)) is None
    together = np.array([[[0, 9], [9, 0]], [[1, 0], [0, 9]]])
    assert np.all(protect([Layer(together, [table])], rows(table)))


def test_two_tables_that_share_their_columns_are_hidden_together() -> None:
    """What is in the rows of one settles what is in those of the other: no swap changes one table alone."""
    kinds = np.array([[1, 9], [9, 9], [30, 30]])
    views = [np.array([0, 1, 2]), np.array([0, 1, 1])]
    tables = [kinds, np.array([[1, 9], [39, 39]])]
    hidden = protect([Layer(kinds[None], tables)], views)
    assert hidden is not None
    assert hidden[0].tolist() == [[True, True], [True, True], [False, False]]
    assert hidden[1].all()


def test_a_cell_known_to_be_empty_is_no_secret() -> None:
    table = np.array([[0, 9], [9, 9]])
    fixed = np.array([[True, False], [False, False]])
    assert not np.any(protect([plain(table)], rows(table), fixed))


@settings(deadline=None)
@given(table=TABLES)
def test_small_counts_are_hidden_and_no_row_or_column_hides_one_cell_alone(table: Counts) -> None:
    hidden = protect([plain(table)], rows(table))
    if hidden is None:
        assert min(table.sum(axis=0).min(), table.sum(axis=1).min()) < 5
        return
    assert np.all(hidden[0][table < 5])
    assert 1 not in {*hidden[0].sum(axis=0).tolist(), *hidden[0].sum(axis=1).tolist()}


@pytest.mark.parametrize("secondary", [True, False])
def test_hiding_only_what_is_small_is_for_tests(secondary: bool) -> None:
    table = np.array([[4, 20], [20, 20]])
    hidden = protect([plain(table)], rows(table), secondary=secondary)
    assert hidden is not None and hidden[0].sum() == (4 if secondary else 1)
