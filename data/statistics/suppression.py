"""Small numbers of people in a table are left out, with as many others as keep the totals from giving them back."""

from __future__ import annotations

import heapq
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from data.statistics.rules import Flags

SMALLEST_SHOWN = 5
Cell = tuple[int, int]
Node = tuple[str, int]  # a row or a column of the table with its totals


@dataclass(frozen=True)
class Suppressed:
    """True: not to be shown."""

    cells: Flags  # (R, C)
    row_totals: Flags  # (R,)
    column_totals: Flags  # (C,)
    total: bool


def suppress(table: npt.ArrayLike) -> Suppressed:
    """Which cells and totals of a table of counts of people (R, C) not to show.

    Primary: every count under 5, totals too. 0 is one of them: to show that nobody in a group had an outcome tells of
    all its members, and a reader who knows that the rest are 1 to 4 would know more of them.
    Secondary: for each primary cell a closed chain of cells, each of which can rise or fall with the others so that
    every total still holds. Chains are found one by one at the least sum of counts hidden (shortest path in the
    network of rows and columns: Cox, J. American Statistical Association 90 (1995) 1453-1462,
    doi 10.1080/01621459.1995.10476652).
    Guaranteed against a reader who knows every figure shown, that figures add up and that none is negative: a cell
    under 5 may also be 5 or more, and every other hidden cell may have at least two values. Not against one who also
    knows this algorithm, nor who compares several tables of the same people.
    Raises ValueError for an array that is not two-dimensional, or whose counts are not whole, known and at least 0.
    """
    counts = np.asarray(table, dtype=float)
    if counts.ndim != 2 or counts.size == 0:
        raise ValueError("a table has at least one row and one column")
    if not (np.isfinite(counts).all() and np.all(counts >= 0) and np.all(counts == np.round(counts))):
        raise ValueError("a count of people is a whole number, at least 0")
    whole = _with_totals(counts.astype(np.int64))
    hidden: Flags = whole < SMALLEST_SHOWN
    for row, column in np.argwhere(hidden).tolist():
        for chained in _cheapest_chain(whole, hidden, (row, column)):
            hidden[chained] = True
    return Suppressed(hidden[:-1, :-1], hidden[:-1, -1], hidden[-1, :-1], bool(hidden[-1, -1]))


def _with_totals(counts: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    rows = np.column_stack([counts, counts.sum(axis=1)])
    return np.vstack([rows, rows.sum(axis=0)])


def _ends(cell: Cell, shape: tuple[int, ...]) -> tuple[Node, Node]:
    """The cell as an arc: when it rises by one, one flows from the first node to the second.

    A cell inside and the grand total run from row to column, the other totals from column to row: then every row and
    column that adds up is a node into which as much flows as out of it.
    """
    row, column = ("row", cell[0]), ("column", cell[1])
    is_margin = (cell[0] == shape[0] - 1) != (cell[1] == shape[1] - 1)
    return (column, row) if is_margin else (row, column)


def _cheapest_chain(counts: npt.NDArray[np.int64], hidden: Flags, cell: Cell) -> list[Cell]:
    """Cells to hide so that `cell` may rise to 5: a path back from where its arc ends to where it begins (Dijkstra).

    What is hidden already costs nothing, another cell its count. There always is one, through the totals, that
    only rises.
    """
    start, goal = _ends(cell, counts.shape)
    start, goal = goal, start
    need = SMALLEST_SHOWN - int(counts[cell])
    queue: list[tuple[int, int, Node, list[Cell]]] = [(0, 0, start, [])]
    done: set[Node] = set()
    while queue:
        cost, steps, node, path = heapq.heappop(queue)
        if node == goal:
            return path
        if node in done:
            continue
        done.add(node)
        for beside, to in _steps(counts, node, need):
            if beside != cell and to not in done:
                price = 0 if hidden[beside] else int(counts[beside])
                heapq.heappush(queue, (cost + price, steps + 1, to, [*path, beside]))
    raise AssertionError("a table with its totals always has a chain")


def _steps(counts: npt.NDArray[np.int64], node: Node, need: int) -> list[tuple[Cell, Node]]:
    """Cells by which `need` can flow on from a row or column: those that may rise, and those large enough to fall."""
    kind, index = node
    others = range(counts.shape[1] if kind == "row" else counts.shape[0])
    found: list[tuple[Cell, Node]] = []
    for other in others:
        cell = (index, other) if kind == "row" else (other, index)
        begins, ends = _ends(cell, counts.shape)
        if begins == node or counts[cell] >= need:
            found.append((cell, ends if begins == node else begins))
    return found
