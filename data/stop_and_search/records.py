"""A year's searches by the Met as whole numbers, one place for each thing that a table is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from data.sources_view import Cursor
from data.stop_and_search.declared import declared
from data.stop_and_search.periods import Year
from geo.areas import boroughs

Codes = npt.NDArray[np.int64]
COLUMNS = {
    "self": "self_defined_group", "officer": "officer_defined", "age": "age_range", "gender": "gender",
    "object": "object", "outcome": "outcome",
}  # fmt: skip
COARSE = {"self": "self-coarse", "officer": "officer-coarse", "gender": "gender-coarse", "object": "object-coarse"}
VARIABLES = ("area", "month", *COLUMNS, *COARSE.values())
NO_BOROUGH = "no-borough"  # the last area: no borough that the Met polices, or a month without borough figures

# One pass. A word is its place in the list of words it is given; 0 is a word that none of the lists has.
QUERY = """
SELECT {words}, list_position(?, month) - 1 AS month,
       CASE WHEN list_contains(?, month) THEN coalesce(list_position(?, area_code), 0) ELSE 0 END AS area,
       CAST(coalesce(is_positive, false) AS TINYINT) AS found, CAST(is_positive IS NULL AS TINYINT) AS no_outcome,
       CASE WHEN is_linked THEN 1 WHEN NOT is_linked THEN 0 ELSE -1 END AS linked
FROM stop_and_search WHERE force = 'metropolitan' AND list_contains(?, month)
"""
WORD = "CASE WHEN {column} IS NULL THEN -1 ELSE coalesce(list_position(?, {column}), 0) END AS {name}"


@dataclass(frozen=True, eq=False)
class Records:
    """`codes`: for each of VARIABLES, the category of every search, as its place in `keys` (N,).

    `found`: an outcome other than no further action is recorded. `linked`: 1, 0, or -1 where not said.
    """

    keys: Mapping[str, tuple[str, ...]]
    codes: Mapping[str, Codes]
    found: npt.NDArray[np.bool_]
    no_outcome: npt.NDArray[np.bool_]
    linked: Codes

    @property
    def size(self) -> int:
        return len(self.found)


def area_keys() -> tuple[str, ...]:
    """The 32 boroughs' codes, and NO_BOROUGH."""
    return (*(area.area_code for area in boroughs()), NO_BOROUGH)


def records(cursor: Cursor, year: Year) -> Records:
    """Every search by the Met in the year. Raises ValueError for a word that stop_and_search.toml does not name."""
    words = {name: _words(name) for name in COLUMNS}
    query = QUERY.format(words=", ".join(WORD.format(column=column, name=name) for name, column in COLUMNS.items()))
    codes = [area.area_code for area in boroughs()]
    asked = [*([word for word, _ in words[name]] for name in COLUMNS), list(year.months), list(year.placed), codes]
    found = cursor.execute(query, [*asked, list(year.months)]).fetchnumpy()
    keys = {"area": area_keys(), "month": tuple(f"{month:%Y-%m}" for month in year.months)}
    given: dict[str, Codes] = {"month": _whole(found["month"]), "area": (_whole(found["area"]) - 1) % len(area_keys())}
    for name in COLUMNS:
        keys[name] = tuple(each.key for each in declared().of(name))
        given[name] = _categories(name, _whole(found[name]), words[name])
    for name, coarse in COARSE.items():
        keys[coarse] = tuple(each.key for each in declared().coarsely(name))
        place = [keys[coarse].index(declared().coarse_key(name, key)) for key in keys[name]]
        given[coarse] = np.array(place, dtype=np.int64)[given[name]]
    return Records(keys, given, found["found"] == 1, found["no_outcome"] == 1, _whole(found["linked"]))


def _whole(values: Any) -> Codes:
    return np.asarray(values).astype(np.int64)


def _words(variable: str) -> Sequence[tuple[str, int]]:
    """Every published word with the place of its category."""
    return [(word, place) for place, each in enumerate(declared().of(variable)) for word in each.published]


def _categories(variable: str, positions: Codes, words: Sequence[tuple[str, int]]) -> Codes:
    """The category of each position in the list of words; a blank (-1) is what is not recorded, the last category."""
    if np.any(positions == 0):
        raise ValueError(f"a search has a word for {variable} that data/stop_and_search.toml does not name")
    places = np.array([place for _, place in words] + [len(declared().of(variable)) - 1])
    found: Codes = places[np.where(positions < 0, len(words), positions - 1)]
    return found
