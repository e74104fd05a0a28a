"""Boundaries in degrees to a drawing in px; shapely and pyproj are the oracles."""

from __future__ import annotations

import json
import re

import pyproj
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import Polygon, box

from data.wards.drawing import draw_wards
from data.wards.labels import CHARACTER, LINE, place_label
from data.wards.projection import to_grid
from geo.svg import HEIGHT, WIDTH
from tests.data.made_wards import square

GRID = pyproj.Transformer.from_crs(4326, 27700, always_xy=True)
LONDON = (st.floats(-0.51, 0.33), st.floats(51.28, 51.7))


@given(*LONDON, *LONDON)
def test_shapes_are_those_of_the_national_grid(a: float, b: float, c: float, d: float) -> None:
    """Against pyproj: the whole of London is moved by the same 130 m, but for 3 m."""
    shift = [[mine - theirs for mine, theirs in zip(to_grid(*p), GRID.transform(*p), strict=True)]
             for p in ((a, b), (c, d))]  # fmt: skip
    assert max(abs(x - y) for x, y in zip(*shift, strict=True)) < 3
    assert all(50 < abs(each) < 130 for pair in shift for each in pair)


def test_wards_are_drawn_alphabetically_inside_the_box_and_share_borders() -> None:
    drawn = draw_wards([("E2", "Zed", square(0.02, 51.5)), ("E1", "Ash", square(0.0, 51.5))])
    assert drawn is not None
    assert [shape.area_name for shape in drawn.shapes] == ["Ash", "Zed"]
    assert drawn.codes == {"E1", "E2"}
    assert drawn.width <= WIDTH and drawn.height <= HEIGHT
    ash, zed = ({tuple(map(float, pair.split())) for pair in re.findall(r"[ML]([\d. ]+)", shape.path)}
                for shape in drawn.shapes)  # fmt: skip
    assert len(ash & zed) == 2  # the two corners between them


def test_a_ward_of_several_parts_is_one_path() -> None:
    parts = [json.loads(square(west, 51.5, 0.005))["coordinates"] for west in (0.0, 0.01)]
    drawn = draw_wards([("E1", "Ash", json.dumps({"type": "MultiPolygon", "coordinates": parts}))])
    assert drawn is not None and drawn.shapes[0].path.count("M") == 2


def test_without_boundaries_there_is_no_drawing() -> None:
    assert draw_wards([]) is None


@pytest.mark.parametrize(
    ("width", "height", "lines"),
    [(200, 100, ("Holborn and", "Covent Garden")), (240, 12, ("Holborn and Covent Garden",)), (60, 100, None),
     (400, 9, None)],
)  # fmt: skip
def test_a_name_stands_on_one_line_or_two_or_not_at_all(
    width: float, height: float, lines: tuple[str, ...] | None
) -> None:
    """25 characters of 5.7 px and 5 px of room: 147.5 px on one line; 79.1 px on two, which take 22 px."""
    label = place_label("Holborn and Covent Garden", [[(0, 0), (width, 0), (width, height), (0, height)]])
    expected = ("Holborn and Covent Garden",) if width == 200 else lines
    assert (label.lines if label else None) == expected


def test_a_tall_narrow_shape_takes_two_lines() -> None:
    label = place_label("Covent Garden", [[(0, 0), (50, 0), (50, 90), (0, 90)]])
    assert label is not None and label.lines == ("Covent", "Garden") and (label.x, label.y) == (25, 45)


POINT = st.tuples(st.floats(0, 300), st.floats(0, 300))


@settings(max_examples=60)
@given(st.lists(POINT, min_size=3, max_size=9), st.sampled_from(["Elm", "Kilburn", "Gospel Oak"]))
def test_a_name_lies_inside_its_shape(points: list[tuple[float, float]], name: str) -> None:
    """The convex hull of random points: its inside has no holes between the heights that are looked at."""
    hull = Polygon(points).convex_hull if len(set(points)) > 2 else None
    if hull is None or hull.geom_type != "Polygon" or hull.area < 100:
        return
    label = place_label(name, [list(hull.exterior.coords)[:-1]])
    if label is None:
        return
    half_wide = max(map(len, label.lines)) * CHARACTER / 2
    half_tall = len(label.lines) * LINE / 2 - 1.5
    assert hull.buffer(0.2).contains(
        box(label.x - half_wide, label.y - half_tall, label.x + half_wide, label.y + half_tall))  # fmt: skip
