"""Which boroughs are like a borough: the nearest by the characteristics that similar_boroughs.toml declares.

Pure: a frame in, one answer out, with every value and step that made it, so that a page can show the whole sum.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.similar_values import characteristics
from geo.areas import find

NEAREST = 7
FEWEST_CHARACTERISTICS = 3  # one or two would call boroughs alike that share little else
NO_PROFILE = "no profile figures loaded"


@dataclass(frozen=True)
class Neighbour:
    """A borough, how far it is from the one asked about, and by how much of that in each characteristic.

    `steps` are differences of standard scores, positive where this borough has the higher value: the distance is the
    root of the sum of their squares.
    """

    area_code: str
    distance: float
    values: Mapping[str, float]
    steps: Mapping[str, float]


@dataclass(frozen=True)
class SimilarBoroughs:
    """The answer. `neighbours` are empty when it is not available, and `reason` then says why.

    `values` and each neighbour's are by characteristic id, in their own units; `used` are the ids compared;
    `left_out` says in words which characteristics, and which boroughs, were not, and why. `median_distance` is that of
    all pairs of boroughs compared: a neighbour farther than this is no nearer than any borough to any other.
    """

    area_code: str
    values: Mapping[str, float]
    neighbours: tuple[Neighbour, ...]
    used: tuple[str, ...]
    left_out: tuple[str, ...]
    reason: str = ""
    median_distance: float | None = None

    @property
    def available(self) -> bool:
        return bool(self.neighbours)


def similar_boroughs(values: pd.DataFrame, area_code: str, *, nearest: int = NEAREST) -> SimilarBoroughs:
    """The boroughs nearest to one, from what data.similar_values.characteristic_values gives.

    Each characteristic is turned into standard scores over the boroughs that are compared: less their mean, over
    their standard deviation (of a whole population). Of two equally far, the one with the lower code comes first.
    """
    if area_code not in values.index:
        return _unavailable(area_code, f"{area_code} is not one of the 32 boroughs")
    known = values.loc[:, values.notna().any()]
    missing = tuple(f"{one.label}: {NO_PROFILE}" for one in characteristics() if one.id not in known)
    complete = known.dropna()
    if known.shape[1] < FEWEST_CHARACTERISTICS:
        few = f"only {known.shape[1]} of {values.shape[1]} characteristics can be made"
        return _unavailable(area_code, few if known.shape[1] else NO_PROFILE, missing)
    if area_code not in complete.index:
        return _unavailable(area_code, "the profile lacks figures for this borough", missing)
    apart = tuple(f"{_name(code)}: the profile lacks figures" for code in known.index.difference(complete.index))
    return _nearest(complete, area_code, nearest, missing + apart)


def _nearest(complete: pd.DataFrame, area_code: str, nearest: int, left_out: tuple[str, ...]) -> SimilarBoroughs:
    scores = _standard_scores(complete.sort_index())
    steps = (scores - scores.loc[area_code]).drop(index=area_code)
    distances = np.sqrt((steps**2).sum(axis=1)).sort_values(kind="stable").head(nearest)
    neighbours = tuple(
        Neighbour(str(code), float(distance), _mapping(complete, code), _mapping(steps, code))
        for code, distance in distances.items()
    )
    return SimilarBoroughs(
        area_code,
        _mapping(complete, area_code),
        neighbours,
        tuple(map(str, complete.columns)),
        left_out,
        "" if neighbours else "no other borough has figures to compare",
        _median_distance(scores),
    )


def _median_distance(scores: pd.DataFrame) -> float | None:
    table = scores.to_numpy()
    first, second = np.triu_indices(len(table), k=1)
    apart = np.sqrt(((table[first] - table[second]) ** 2).sum(axis=1))
    return float(np.median(apart)) if len(apart) else None


def _standard_scores(values: pd.DataFrame) -> pd.DataFrame:
    """A characteristic that is the same everywhere sets no two boroughs apart: its scores are 0."""
    compared = values.copy()
    for one in characteristics():
        if one.logarithm and one.id in compared:
            compared[one.id] = np.log(compared[one.id])
    spread = compared.std(ddof=0)
    return (compared - compared.mean()) / spread.where(spread > 1e-9 * compared.abs().max(), np.inf)


def _unavailable(area_code: str, reason: str, left_out: tuple[str, ...] = ()) -> SimilarBoroughs:
    return SimilarBoroughs(area_code, {}, (), (), left_out, reason)


def _mapping(table: pd.DataFrame, code: object) -> dict[str, float]:
    return dict(zip(map(str, table.columns), map(float, table.loc[[str(code)]].to_numpy()[0]), strict=True))


def _name(code: object) -> str:
    area = find(str(code))
    return area.area_name if area else str(code)
