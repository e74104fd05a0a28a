"""The boundaries by which a point is put into a borough."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import shapely

from etl.points import METRES_A_DEGREE, TOLERANCE_M, boroughs_of
from geo.areas import boroughs, city

GEO = Path(__file__).parents[2] / "geo"


def _shapes(name: str) -> dict[str, shapely.Geometry]:
    features = json.loads((GEO / name).read_text(encoding="utf-8"))["features"]
    return {f["properties"]["area_code"]: shapely.geometry.shape(f["geometry"]) for f in features}


def test_there_are_the_32_boroughs_and_the_city_and_their_borders_meet() -> None:
    shapes = _shapes("borough_limits.geojson")
    assert set(shapes) == {area.area_code for area in (*boroughs(), city())}
    assert shapely.coverage_is_valid(list(shapes.values()))


def test_they_are_the_maps_boroughs_with_the_river() -> None:
    detailed, drawn = _shapes("borough_limits.geojson"), _shapes("boroughs.geojson")
    for code, shape in drawn.items():
        assert detailed[code].intersection(shape).area / shape.area > 0.99, code


def test_the_middle_of_each_borough_is_in_it() -> None:
    areas = (*boroughs(), city())
    points = np.array([[area.label_lon, area.label_lat] for area in areas], dtype=np.float64)
    assert boroughs_of(points[:, 0], points[:, 1]) == [area.area_code for area in areas]


@pytest.mark.parametrize(("metres_out", "is_found"), [(5, True), (20, True), (30, False), (500, False)])
def test_a_point_just_outside_london_goes_to_the_nearest_borough_and_no_further(
    metres_out: float, is_found: bool
) -> None:
    westmost = min(shapely.get_coordinates(list(_shapes("borough_limits.geojson").values())).tolist())
    longitude = westmost[0] - metres_out / METRES_A_DEGREE[0]
    assert TOLERANCE_M == 25
    found = boroughs_of(np.array([longitude]), np.array([westmost[1]]))
    assert found == ["E09000017" if is_found else None]  # Hillingdon


def test_no_points_are_no_boroughs() -> None:
    assert boroughs_of(np.array([]), np.array([])) == []
