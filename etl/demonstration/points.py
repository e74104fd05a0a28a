"""Made-up points in the boroughs, to which searches are moved as data.police.uk moves them."""
import json
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from etl.demonstration.expected import Floats

BOUNDARIES = Path(__file__).parents[2] / "geo" / "boroughs.geojson"
CLEAR = 0.002  # degrees that a point keeps from its borough's edge, so that no simplified line puts it across
Ring: TypeAlias = NDArray[np.float64]  # corners x (longitude, latitude), the last the same as the first


def points(rng: np.random.Generator, *, borough: str, number: int) -> list[tuple[str, str]]:
    """`number` places in a borough as (latitude, longitude), written with six decimals."""
    rings = _rings()[borough]
    corners = np.vstack(rings)
    low, high = corners.min(axis=0), corners.max(axis=0)
    found: list[Floats] = []
    while len(found) < number:
        tried = rng.uniform(low, high, (3 * number, 2))
        found += list(tried[_well_inside(tried, rings=rings)])
    return [(f"{latitude:.6f}", f"{longitude:.6f}") for longitude, latitude in found[:number]]


def _well_inside(tried: Floats, *, rings: list[Ring]) -> NDArray[np.bool_]:
    nearest = np.min([_distance(tried, ring=ring) for ring in rings], axis=0)
    return np.asarray(_inside(tried, rings=rings) & (nearest > CLEAR))


def _distance(tried: Floats, *, ring: Ring) -> Floats:
    """From each point to the nearest edge, in degrees as they are: east and west a degree is shorter."""
    start, along = ring[:-1], np.diff(ring, axis=0)
    length = np.maximum((along**2).sum(axis=1), 1e-18)
    from_start = tried[:, None, :] - start
    nearest = np.clip((from_start * along).sum(axis=2) / length, 0, 1)[:, :, None] * along
    return np.asarray(np.sqrt(((from_start - nearest) ** 2).sum(axis=2)).min(axis=1))


def _inside(tried: Floats, *, rings: list[Ring]) -> NDArray[np.bool_]:
    """Whether a line from each point to the east crosses the boundary an odd number of times."""
    crossings = np.zeros(len(tried), dtype=np.int64)
    x, y = tried[:, :1], tried[:, 1:]
    for ring in rings:
        (x0, y0), (x1, y1) = ring[:-1].T, ring[1:].T
        spans = (y0 > y) != (y1 > y)
        rise = np.where(y1 == y0, 1, y1 - y0)  # level edges are never crossed; 1 keeps them from dividing by zero
        crossings += (spans & (x < x0 + (y - y0) * (x1 - x0) / rise)).sum(axis=1)
    return np.asarray(crossings % 2 == 1)


@cache
def _rings() -> dict[str, list[Ring]]:
    """Every borough's outlines, holes among them: a hole is crossed a second time."""
    features = json.loads(BOUNDARIES.read_text(encoding="utf-8"))["features"]
    return {feature["properties"]["area_name"]: _outlines(feature["geometry"]) for feature in features}


def _outlines(geometry: dict[str, Any]) -> list[Ring]:
    is_several = geometry["type"] == "MultiPolygon"
    polygons = geometry["coordinates"] if is_several else [geometry["coordinates"]]
    return [np.array(ring) for polygon in polygons for ring in polygon]
