"""A reader who puts everything that any address shows into one system of equations, and solves it for what is hidden.

The unknowns are the numbers of searches of every combination of what the tables are made of. Each figure shown is one
equation; no number is negative; what everybody may know of the words of each month is known. Then the least and the
greatest value of a hidden count are two linear programmes.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
from scipy.optimize import linprog
from scipy.sparse import csr_matrix, vstack

from data.stop_and_search.declared import declared
from data.stop_and_search.kept import Kept
from data.stop_and_search.records import COARSE
from tests.data.stop_and_search.made import KEYS, MONTHS, UNDIVIDED, WEAPONS

VARIABLES = ("area", "month", "self", "officer", "object", "outcome", "age", "gender")
FINE = {coarse: name for name, coarse in COARSE.items()}
UNBOUNDED, SLACK = 3, 1e-6
Cells = npt.NDArray[np.bool_]


class Attacker:
    """What a reader of every page and file of one year knows."""

    def __init__(self, kept: Kept) -> None:
        self.kept = kept
        keys = {**KEYS, "outcome": KEYS["outcome"][:3], "month": tuple(f"{month:%Y-%m}" for month in MONTHS)}
        grid = np.meshgrid(*(np.arange(len(keys[name])) for name in VARIABLES), indexing="ij")
        self.codes = {name: each.ravel() for name, each in zip(VARIABLES, grid, strict=True)}
        for name, coarse in COARSE.items():
            held = kept.totals[coarse].keys
            place = [held.index(declared().coarse_key(name, key)) for key in keys[name]]
            self.codes[coarse] = np.array(place)[self.codes[name]]
        self.is_found = self.codes["outcome"] > 0
        self.cells = self._possible()
        known = [(cells, number) for cells, number in self._known()]
        rows = [csr_matrix((0, int(self.cells.sum())))]
        rows += [csr_matrix((cells & self.cells)[self.cells][None, :].astype(float)) for cells, _ in known]
        self.equations, self.numbers = vstack(rows).tocsr(), np.array([number for _, number in known], dtype=float)

    def _possible(self) -> Cells:
        """Combinations that may exist: words of the time, places of the month, months in which a thing is blank."""
        month, area, thing = self.codes["month"], self.codes["area"], self.codes["object"]
        cells = np.ones(len(month), dtype=bool)
        is_known = not any(totals.hidden.any() for totals in self.kept.totals.values())  # see `few`
        if is_known:
            cells = ~((month == 0) & (thing == WEAPONS)) & ~((month > 0) & (thing == UNDIVIDED))
        for name, totals in self.kept.totals.items():
            for place in np.flatnonzero(totals.absent & (np.array(totals.keys) != "none")):
                cells &= self.codes[name] != place
        for each in self.kept.year.unplaced:
            cells &= (month != MONTHS.index(each)) | (area == len(KEYS["area"]) - 1)
        for name, months in self.kept.blank_months.items():
            for each in months if is_known and name != "linked" else ():
                cells &= (month != MONTHS.index(each)) | (self.codes[name] == len(KEYS[name]) - 1)
        return cells

    def _known(self) -> Iterator[tuple[Cells, int]]:
        """Every figure that is shown: searches, and those in which something was found."""
        everything = np.ones(len(self.is_found), dtype=bool)
        if self.kept.total is not None:
            yield from self._pair(everything, self.kept.total, "total")
        for name, totals in self.kept.totals.items():
            for place, key in enumerate(totals.keys):
                pair = None if totals.absent[place] else totals.of(key)
                if pair is not None and place <= self.codes[name].max():
                    yield from self._pair(self.codes[name] == place, pair, name)
        for (row, column), table in self.kept.tables.items():
            for r, c in np.argwhere(~table.hidden):
                if r <= self.codes[row].max() and c <= self.codes[column].max():
                    cells = (self.codes[row] == r) & (self.codes[column] == c)
                    pair = int(table.found[r, c] + table.other[r, c]), int(table.found[r, c])
                    yield from self._pair(cells, pair, column)

    def _pair(self, cells: Cells, pair: tuple[int, int], name: str) -> Iterator[tuple[Cells, int]]:
        yield cells & self.is_found, pair[1]
        if name != "outcome":
            yield cells, pair[0]

    def hidden(self) -> Iterator[tuple[str, Cells, int]]:
        """Every hidden count of those found and of the others, in words, with its true number."""
        for name, totals in self.kept.totals.items():
            for place in np.flatnonzero(totals.hidden):
                yield from self._counts(f"{name} {totals.keys[place]}", self.codes[name] == place, name,
                                        totals.found[place], totals.other[place])  # fmt: skip
        for (row, column), table in self.kept.tables.items():
            for r, c in np.argwhere(table.hidden):
                is_open = not (self.kept.totals[row].absent[r] or self.kept.totals[column].absent[c])
                if is_open and self._is_placed(row, column, r, c):
                    cells = (self.codes[row] == r) & (self.codes[column] == c)
                    yield from self._counts(f"{row} {r} by {column} {c}", cells, column, table.found[r, c],
                                            table.other[r, c])  # fmt: skip

    def _is_placed(self, row: str, column: str, r: int, c: int) -> bool:
        return column != "month" or MONTHS[c] not in self.kept.year.unplaced

    def _counts(self, said: str, cells: Cells, name: str, found: int, other: int) -> Iterator[tuple[str, Cells, int]]:
        yield f"{said}, found", cells & self.is_found, int(found)
        if name != "outcome":
            yield f"{said}, not found", cells & ~self.is_found, int(other)

    def given_back(self) -> Iterator[str]:
        """The hidden counts that the reader finds out: those under 5 that cannot be 5, and others to the number.

        Each programme solved is one more set of searches that would show the same, for every hidden count at once.
        """
        hidden = list(self.hidden())
        if not hidden:
            return
        goals = csr_matrix(np.array([cells[self.cells] for _, cells, _ in hidden], dtype=float))
        true = np.array([number for _, _, number in hidden], dtype=float)
        is_safe = np.zeros(len(hidden), dtype=bool)
        for place, (what, _, number) in enumerate(hidden):
            goal = goals[place].toarray()[0]
            for sign in (-1, 1):
                if not is_safe[place]:
                    is_safe |= self._differs(goals, true, sign * goal, place)
            if not is_safe[place]:
                yield f"{what}: {number}"

    def _differs(self, goals: csr_matrix, true: Cells, goal: npt.NDArray[np.float64], place: int) -> Cells:
        """Which hidden counts differ in the searches that make `goal` least: those under 5 are 5 or more there."""
        found = linprog(goal, A_eq=self.equations, b_eq=self.numbers, method="highs")
        if found.status == UNBOUNDED:
            return np.arange(len(true)) == place
        assert found.success, found.message
        now = goals @ found.x
        return np.where(true < 5, now >= 5 - SLACK, np.abs(now - true) >= 1 - SLACK)
