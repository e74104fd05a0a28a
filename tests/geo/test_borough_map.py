"""assets/map/boroughs.svg keeps its contract with the stylesheet and is what geo/boroughs.geojson draws."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
import shapely

from geo.areas import Area, all_areas, boroughs, find
from geo.build import draw
from geo.svg import Fit, label, path_data

ROOT = Path(__file__).parents[2]
SVG_FILE = ROOT / "assets" / "map" / "boroughs.svg"
BOUNDARIES = ROOT / "geo" / "boroughs.geojson"
NS = "{http://www.w3.org/2000/svg}"
LABEL_REACH_PX = 4


@pytest.fixture(scope="module")
def svg() -> ElementTree.Element:
    return ElementTree.parse(SVG_FILE).getroot()


def paths(svg: ElementTree.Element) -> list[ElementTree.Element]:
    return svg.findall(f"{NS}g[@class='areas']/{NS}path")


def rings(d: str) -> list[list[tuple[float, float]]]:
    pairs = (re.findall(r"([-\d.]+) ([-\d.]+)", sub_path) for sub_path in d.split("Z") if sub_path)
    return [[(float(x), float(y)) for x, y in ring] for ring in pairs]


def shape(path: ElementTree.Element) -> shapely.Geometry:
    return shapely.union_all([shapely.make_valid(shapely.Polygon(ring)) for ring in rings(path.attrib["d"])])


def test_the_geojson_has_the_33_areas_of_the_list() -> None:
    features = json.loads(BOUNDARIES.read_text(encoding="utf-8"))["features"]
    found = {(f["properties"]["area_code"], f["properties"]["area_name"]) for f in features}
    assert len(features) == 33
    assert found == {(a.area_code, a.area_name) for a in all_areas() if a.area_type == "borough"}


def test_the_committed_map_is_what_the_committed_boundaries_draw() -> None:
    assert SVG_FILE.read_text(encoding="utf-8") == draw(BOUNDARIES)


def test_there_is_one_path_for_each_area_in_alphabetical_order(svg: ElementTree.Element) -> None:
    expected = sorted((a for a in all_areas() if a.area_type == "borough"), key=lambda a: a.area_name)
    assert [path.get("data-code") for path in paths(svg)] == [area.area_code for area in expected]
    assert [path.get("id") for path in paths(svg)] == [f"area-{area.area_code}" for area in expected]


def test_only_the_city_has_the_class_city(svg: ElementTree.Element) -> None:
    classes = {path.get("data-code"): path.get("class") for path in paths(svg)}
    assert classes.pop("E09000001") == "area city"
    assert set(classes.values()) == {"area"}


def test_every_coordinate_is_inside_the_view_box_at_one_decimal(svg: ElementTree.Element) -> None:
    assert svg.get("viewBox") == "-2 -2 704 544"
    numbers = [text for path in svg.iter(f"{NS}path") for text in re.findall(r"[-\d.]+", path.attrib["d"])]
    points = [point for path in svg.iter(f"{NS}path") for ring in rings(path.attrib["d"]) for point in ring]
    assert all(re.fullmatch(r"\d+(\.\d)?", number) for number in numbers)
    assert len(points) * 2 == len(numbers)
    assert all(-2 <= x <= 702 and -2 <= y <= 542 for x, y in points)


def test_the_outline_holds_every_area_and_leaves_out_the_thames(svg: ElementTree.Element) -> None:
    outline = svg.find(f"{NS}path[@class='outline']")
    assert outline is not None
    london, areas = shape(outline), [shape(path) for path in paths(svg)]
    assert sum(area.area for area in areas) == pytest.approx(london.area, rel=0.001)
    mid_river_off_north_greenwich = shapely.Point(439, 258)
    assert not london.intersects(mid_river_off_north_greenwich)
    assert shapely.convex_hull(london).contains(mid_river_off_north_greenwich)


def test_each_borough_has_a_label_over_itself(svg: ElementTree.Element) -> None:
    shapes = {path.get("data-code"): shape(path) for path in paths(svg)}
    labels = svg.findall(f"{NS}g[@class='labels']/{NS}text")
    assert [text.get("data-code") for text in labels] == [area.area_code for area in boroughs()]
    for text in labels:
        at = shapely.Point(float(text.attrib["x"]), float(text.attrib["y"]))
        assert shapes[text.get("data-code")].distance(at) <= LABEL_REACH_PX, "".join(text.itertext())


def test_labels_say_the_map_label_and_break_where_the_design_does(svg: ElementTree.Element) -> None:
    labels = {text.get("data-code"): text for text in svg.iter(f"{NS}text")}
    for area in boroughs():
        text = labels[area.area_code]
        assert " ".join(text.itertext()) == area.map_label
        assert len(text.findall(f"{NS}tspan")) in (0, 2)
    broken = [[*text.itertext()] for text in labels.values() if text.findall(f"{NS}tspan")]
    assert broken == [["Barking &", "Dagenham"], ["Tower", "Hamlets"], ["Waltham", "Forest"]]


def test_areas_and_labels_carry_no_colour_or_style_of_their_own(svg: ElementTree.Element) -> None:
    drawn = [*paths(svg), *svg.iter(f"{NS}text"), *svg.iter(f"{NS}tspan"), *svg.iter(f"{NS}g")]
    assert not [e for e in svg.iter() if "style" in e.attrib]
    assert not [e for e in drawn if {"fill", "stroke"} & e.attrib.keys()]


def test_the_file_is_small_enough_to_sit_in_a_page() -> None:
    assert SVG_FILE.stat().st_size <= 60_000


def test_a_ring_is_drawn_closed_without_repeated_points_and_vanishes_when_too_small() -> None:
    on = Fit(left=1000.0, top=2000.0, scale=0.1)
    square = [(1000.0, 2000.0), (1100.0, 2000.0), (1100.1, 2000.0), (1100.0, 1900.0), (1000.0, 2000.0)]
    speck = [(1000.0, 2000.0), (1000.1, 2000.0), (1000.1, 1999.9), (1000.0, 2000.0)]
    assert path_data([square, speck], on=on) == "M10 0L10 10L0 0Z"


def test_a_label_is_escaped_and_centred_on_its_point() -> None:
    area = find("Hammersmith and Fulham")
    assert isinstance(area, Area)
    written = '<text class="label" data-code="E09000013" x="10.5" y="24">H&amp;F</text>'
    assert label(area, at=(10.5, 20.0)) == written
