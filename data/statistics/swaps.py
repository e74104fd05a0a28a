"""Small numbers in several tables of the same people: what to hide so that no combination of them gives one back.

`suppress` protects one table. Here each hidden cell has a *witness*: another set of records, made by letting pairs of
records swap one attribute, that leaves every figure shown as it is. See docs/decisions/0012.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from data.statistics.rules import Flags
from data.statistics.suppression import SMALLEST_SHOWN

Counts = npt.NDArray[np.int64]
Cell = tuple[int, int, int]  # view, row, column


@dataclass(frozen=True, eq=False)
class Layer:
    """Some of the records, such as those with one outcome; they swap among themselves only.

    `movable` (K, J, C): the records by stratum, by what each is and by the attribute that may be swapped. Two records
    of one stratum may swap it and change no published figure beside those of `tables`. `tables`: one (R, C) for each
    view, the counts as they would be shown; they may hold records that cannot move.
    """

    movable: Counts
    tables: Sequence[Counts]


@dataclass(eq=False)
class _State:
    """What is hidden so far in each view, and in each layer which cells have a witness."""

    views: Sequence[Counts]
    prices: list[Counts]
    hidden: list[Flags]
    moved: list[list[Flags]]

    def cost(self, view: int) -> Counts:
        """What it costs to hide a cell: one more than its count, and nothing where it is hidden already."""
        return np.where(self.hidden[view], 0, self.prices[view])


def protect(
    layers: Sequence[Layer], views: Sequence[Counts], fixed: Flags | None = None, *, secondary: bool = True
) -> list[Flags] | None:
    """Which cells to hide in every layer and every sum of layers, one (R, C) for each view; None: it cannot be done.

    `views`: for each table its row (J,) for each thing that a record may be: a table of one thing has [0, 1, …], two
    tables that share the swapped attribute have a view each of the pairs. Every count under 5 in any layer is hidden,
    0 too, and with it the cells its witness changes, chosen one pair of records at a time at the least sum of counts.
    Totals of rows and columns are taken as shown. `fixed` (R, C), one view only: cells without records that everybody
    knows to be empty. `secondary` False hides only what is under 5, for tests.
    Guaranteed in each layer against a reader who knows every figure shown: a count under 5 may also be 5 or more, and
    every other hidden count may have another value. Not against one who also knows this algorithm.
    """
    small = [[table < SMALLEST_SHOWN for table in layer.tables] for layer in layers]
    if fixed is not None:
        small = [[each & ~fixed for each in of] for of in small]
    hidden: list[Flags] = [np.any([of[view] for of in small], axis=0) for view in range(len(views))]
    if not secondary:
        return hidden
    prices = [np.sum([layer.tables[view] for layer in layers], axis=0) + 1 for view in range(len(views))]
    moved = [[np.zeros(flags.shape, dtype=bool) for flags in hidden] for _ in layers]
    state = _State(views, prices, hidden, moved)
    for place, layer in enumerate(layers):
        for cell in _cells(small[place]):
            if not _give_witness(state, place, layer, cell, SMALLEST_SHOWN):
                return None
    return state.hidden if _give_the_rest(state, layers) else None


def _cells(flags: Sequence[Flags]) -> list[Cell]:
    return [(view, row, column) for view, each in enumerate(flags) for row, column in np.argwhere(each).tolist()]


def _give_the_rest(state: _State, layers: Sequence[Layer]) -> bool:
    """A witness in every layer for every hidden cell that has none; those may hide further cells."""
    while True:
        left = [
            (place, cell)
            for place, done in enumerate(state.moved)
            for cell in _cells([hidden & ~has for hidden, has in zip(state.hidden, done, strict=True)])
        ]
        if not left:
            return True
        for place, (view, row, column) in left:
            if not state.moved[place][view][row, column]:
                goal = int(layers[place].tables[view][row, column]) + 1
                if not _give_witness(state, place, layers[place], (view, row, column), goal):
                    return False


def _give_witness(state: _State, place: int, layer: Layer, cell: Cell, goal: int) -> bool:
    """Hide what a witness changes in which `cell` reaches `goal`, or, of 5 or more, has any other value."""
    work = _raised(state, layer, cell, goal)
    if work is None and goal > SMALLEST_SHOWN:
        work = _lowered(state, layer, cell)
    if work is None:
        return False
    change = (work - layer.movable).sum(axis=0)
    for view, rows in enumerate(state.views):
        of_view = np.zeros(state.hidden[view].shape, dtype=np.int64)
        np.add.at(of_view, rows, change)
        state.hidden[view] |= of_view != 0
        state.moved[place][view] |= of_view != 0
    return True


def _raised(state: _State, layer: Layer, cell: Cell, goal: int) -> Counts | None:
    """The records once enough pairs have swapped for `cell` to reach `goal`; None where they cannot."""
    view, row, column = cell
    work, costs = layer.movable.copy(), [state.cost(each) for each in range(len(state.views))]
    inside = state.views[view] == row
    for _ in range(goal - int(layer.tables[view][row, column])):
        gives, takes = work[:, ~inside, column] > 0, work[:, inside, :] > 0
        swap = _cheapest(state.views, costs, inside, column, takes, gives[:, :, None])
        if swap is None:
            return None
        here, there, other = swap
        stratum = int(np.argmax((work[:, here, other] > 0) & (work[:, there, column] > 0)))
        _swap(work[stratum], swap, column, 1)
        for cost, rows in zip(costs, state.views, strict=True):
            if rows[here] != rows[there]:
                cost[np.ix_([rows[here], rows[there]], [column, other])] = 0
    return work


def _lowered(state: _State, layer: Layer, cell: Cell) -> Counts | None:
    """The records once one of `cell` has swapped with one of another row and column; None where none can."""
    view, row, column = cell
    work, costs = layer.movable.copy(), [state.cost(each) for each in range(len(state.views))]
    inside = state.views[view] == row
    swap = _cheapest(state.views, costs, inside, column, work[:, inside, column, None] > 0, work[:, ~inside, :] > 0)
    if swap is None:
        return None
    here, there, other = swap
    stratum = int(np.argmax((work[:, here, column] > 0) & (work[:, there, other] > 0)))
    _swap(work[stratum], swap, column, -1)
    return work


def _cheapest(
    views: Sequence[Counts], costs: Sequence[Counts], inside: Flags, column: int, here: Flags, there: Flags
) -> Cell | None:
    """(one inside, one outside, other column) of the swap that hides the least; None where there is no swap.

    `here` (K, inside, C or 1), `there` (K, outside, C or 1): which records are there to swap, by the other column.
    """
    possible = np.einsum("kac,kbc->abc", here.astype(np.float32), there.astype(np.float32)) > 0
    possible[:, :, column] = False
    if not possible.any():
        return None
    ins, outs = np.flatnonzero(inside), np.flatnonzero(~inside)
    price = np.zeros(possible.shape)
    for rows, cost in zip(views, costs, strict=True):
        both = cost + cost[:, [column]]  # of a row: this column and the other
        apart = rows[ins][:, None] != rows[outs][None, :]
        price += apart[:, :, None] * (both[rows[ins]][:, None, :] + both[rows[outs]][None, :, :])
    best = np.unravel_index(int(np.argmin(np.where(possible, price, np.inf))), price.shape)
    return int(ins[best[0]]), int(outs[best[1]]), int(best[2])


def _swap(records: Counts, swap: Cell, column: int, by: int) -> None:
    here, there, other = swap
    records[here, column] += by
    records[there, other] += by
    records[here, other] -= by
    records[there, column] -= by
