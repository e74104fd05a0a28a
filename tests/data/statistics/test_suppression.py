"""Suppressed tables under attack: what can a reader work out from everything that is shown?"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from data.statistics import Suppressed, suppress


def feasible(table: np.ndarray, hidden: Suppressed) -> dict[tuple[int, int], tuple[float, float]]:
    """Range of each hidden cell and total, by linear programming on all that is shown (exact: a network's corners
    are whole numbers). Unknowns are the R x C cells; every figure shown is an equation."""
    rows, columns = table.shape
    picks, known = [], []

    def figure(mask: np.ndarray) -> None:
        picks.append(mask.ravel().astype(float))
        known.append(float(table[mask.astype(bool)].sum()))

    masks: dict[tuple[int, int], np.ndarray] = {}
    for r in range(rows + 1):
        for c in range(columns + 1):
            mask = np.zeros(table.shape)
            mask[r if r < rows else slice(None), c if c < columns else slice(None)] = 1
            shut = _is_hidden(hidden, r, c, rows, columns)
            if shut:
                masks[r, c] = mask
            else:
                figure(mask)
    ends = {}
    equations = {"A_eq": np.array(picks), "b_eq": np.array(known)} if picks else {}
    for key, mask in masks.items():
        low = linprog(mask.ravel(), **equations)
        high = linprog(-mask.ravel(), **equations)
        ends[key] = (low.fun, -high.fun if high.status == 0 else np.inf)
    return ends


def _is_hidden(hidden: Suppressed, r: int, c: int, rows: int, columns: int) -> bool:
    if r < rows and c < columns:
        return bool(hidden.cells[r, c])
    if r < rows:
        return bool(hidden.row_totals[r])
    return bool(hidden.column_totals[c]) if c < columns else hidden.total


def assert_safe(table: np.ndarray) -> Suppressed:
    hidden = suppress(table)
    whole = np.vstack([np.column_stack([table, table.sum(1)]), np.append(table.sum(0), table.sum())])
    ends = feasible(table, hidden)
    for cell, count in np.ndenumerate(whole):
        if count < 5:
            assert cell in ends, f"{cell} is {count} and shown"
            assert ends[cell][1] >= 5 - 1e-6, f"{cell} is {count}, known to be under 5"
            assert ends[cell][0] <= count + 1e-6
        elif cell in ends:
            assert ends[cell][1] - ends[cell][0] >= 1 - 1e-6, f"{cell} can be worked out"
    return hidden


def test_one_small_cell_takes_three_others_with_it() -> None:
    """2 could be had from its row's total and from its column's; the cheapest square has the smallest sum."""
    hidden = assert_safe(np.array([[2, 20, 30], [40, 10, 60], [70, 80, 90]]))
    assert np.argwhere(hidden.cells).tolist() == [[0, 0], [0, 1], [1, 0], [1, 1]]
    assert not hidden.row_totals.any() and not hidden.column_totals.any() and not hidden.total


def test_a_second_small_cell_is_covered_by_what_is_hidden_already() -> None:
    """(0, 0) takes the square of 10s, 30 in all; with it (2, 0) needs only the 30 beside it, not the 11s as well."""
    hidden = assert_safe(np.array([[3, 10, 60, 60], [10, 10, 60, 60], [3, 30, 60, 60], [11, 11, 60, 60]]))
    assert np.argwhere(hidden.cells).tolist() == [[0, 0], [0, 1], [1, 0], [1, 1], [2, 0], [2, 1]]


def test_a_table_without_small_counts_is_shown_whole() -> None:
    hidden = suppress([[5, 6], [7, 8]])
    assert not hidden.cells.any() and not hidden.total


def test_noughts_are_hidden_like_other_small_counts() -> None:
    hidden = assert_safe(np.array([[0, 20, 30], [40, 10, 60]]))
    assert hidden.cells[0, 0]


def test_two_hidden_cells_a_line_are_not_enough() -> None:
    """Two squares of hidden cells joined by one: each line has two or more, yet the joint is worked out from totals.
    All four small cells of each square sit in their own rows and columns; the joint at (1, 2) links them."""
    table = np.full((4, 4), 50)
    table[:2, :2] = 3
    table[2:, 2:] = 3
    table[1, 2] = 4
    assert_safe(table)


@pytest.mark.parametrize("table", [[[3]], [[7]], [[3, 9]], [[3], [9]], [[0, 0], [0, 0]], [[1, 100, 100]], [[2, 3, 9]]])
def test_tables_of_one_row_or_column_or_nothing(table: list[list[int]]) -> None:
    assert_safe(np.array(table))


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 5), st.integers(1, 5), st.integers(0, 2**32 - 1), st.sampled_from([2, 6, 15, 60]))
def test_no_table_gives_a_hidden_count_back(rows: int, columns: int, seed: int, mean: int) -> None:
    rng = np.random.default_rng(seed)
    assert_safe(rng.poisson(mean * rng.random((rows, columns)) * 2))


def test_a_table_of_boroughs_by_group_does_not_lose_everything() -> None:
    table = np.random.default_rng(5).poisson(40, (32, 6))
    table[[3, 9, 20], [1, 5, 2]] = [2, 0, 4]
    hidden = suppress(table)
    assert 6 <= hidden.cells.sum() <= 12 and not hidden.row_totals.any() and not hidden.total


@pytest.mark.parametrize("table", [[1, 2], [[1, -2]], [[1, np.nan]], [[1.5, 2]], np.empty((0, 3))])
def test_what_is_not_a_table_of_people_is_an_error(table: object) -> None:
    with pytest.raises(ValueError, match="table|whole number"):
        suppress(table)
