"""In which borough is a point? Answered once for each distinct point, at load.

The publisher moves points to one of a fixed list of places (the middle of a street, a station), so that a million
searches stand on some ten thousand points.

The rule: the borough that holds the point; outside London, the nearest borough up to 25 m away, for the borders are
drawn to 5 m and run along streets about that wide; otherwise none. A point on a border between two boroughs goes to
the one with the lower code, so that every load says the same.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import numpy as np
import shapely  # type: ignore[import-untyped, unused-ignore]
from numpy.typing import NDArray

LIMITS = Path(__file__).parents[1] / "geo" / "borough_limits.geojson"
TOLERANCE_M = 25.0
METRES_A_DEGREE = np.array([69_440.0, 111_260.0])  # of longitude and latitude at 51.5 N; right to 0.5% in London


def boroughs_of(longitudes: NDArray[np.float64], latitudes: NDArray[np.float64]) -> list[str | None]:
    """The GSS code for each point (WGS84 degrees), None where it is in no borough."""
    codes, tree = _limits()
    points = shapely.points(np.column_stack([longitudes, latitudes]) * METRES_A_DEGREE)
    found = np.full(len(points), len(codes))
    _lowest(found, *tree.query(points, predicate="intersects"))
    outside = np.flatnonzero(found == len(codes))
    near, area = tree.query_nearest(points[outside], max_distance=TOLERANCE_M)
    _lowest(found, outside[near], area)
    return [codes[i] if i < len(codes) else None for i in found.tolist()]


def _lowest(found: NDArray[np.int_], points: NDArray[np.int_], areas: NDArray[np.int_]) -> None:
    """Keep for each point the first of its areas in the order of their codes."""
    np.minimum.at(found, points, areas)


@cache
def _limits() -> tuple[list[str], shapely.STRtree]:
    """Codes in order, and their shapes in metres, indexed."""
    features = json.loads(LIMITS.read_text(encoding="utf-8"))["features"]
    features.sort(key=lambda feature: feature["properties"]["area_code"])
    shapes = shapely.transform(
        [shapely.geometry.shape(feature["geometry"]) for feature in features], lambda xy: xy * METRES_A_DEGREE
    )
    return [feature["properties"]["area_code"] for feature in features], shapely.STRtree(shapes)
