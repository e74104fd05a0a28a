"""geo/areas.csv is complete, consistent, and says what its sources say."""

import csv
import re
import subprocess
import sys
from pathlib import Path

import pytest

from geo.areas import Area, all_areas, boroughs, city, find, london, others


def by_type(area_type: str) -> list[Area]:
    return [area for area in all_areas() if area.area_type == area_type]


def test_there_are_32_boroughs_in_alphabetical_order_and_the_city_is_not_one_of_them() -> None:
    names = [area.area_name for area in boroughs()]
    assert len(names) == 32
    assert names == sorted(names)
    assert (names[0], names[-1]) == ("Barking and Dagenham", "Westminster")
    assert city() not in boroughs()


def test_the_borough_codes_are_the_33_gss_codes_of_london() -> None:
    codes = {area.area_code for area in by_type("borough")}
    assert codes == {f"E090000{number:02d}" for number in range(1, 34)}


@pytest.mark.parametrize(
    ("name", "code"),
    [("Camden", "E09000007"), ("Westminster", "E09000033"), ("London", "E23000001")],
)
def test_known_codes(name: str, code: str) -> None:
    area = find(name)
    assert area is not None
    assert area.area_code == code


def test_only_the_city_is_not_policed_by_the_met() -> None:
    assert [area for area in all_areas() if not area.policed_by_met] == [city()]
    assert city().area_name == "City of London"


def test_no_code_slug_or_name_finds_two_areas() -> None:
    owners: dict[str, set[str]] = {}
    for area in all_areas():
        for text in (area.area_code, area.area_name, area.slug):
            owners.setdefault(text.casefold(), set()).add(area.area_code)
    assert {text: codes for text, codes in owners.items() if len(codes) > 1} == {}
    assert len({area.area_code for area in all_areas()}) == len(all_areas()) == 1 + 33 + 12 + 2


@pytest.mark.parametrize("area", all_areas(), ids=lambda area: area.slug)
def test_code_slug_and_name_find_the_area_whatever_the_case(area: Area) -> None:
    for text in (area.area_code, area.slug, area.area_name):
        assert find(text) is find(text.upper()) is find(f" {text.lower()} ") is area


@pytest.mark.parametrize("text", ["", "   ", "Camdem", "E09000034", "E12000007"])
def test_what_is_not_an_area_finds_nothing(text: str) -> None:
    assert find(text) is None


@pytest.mark.parametrize("area", all_areas(), ids=lambda area: area.slug)
def test_the_slug_is_the_name_in_small_letters_and_hyphens(area: Area) -> None:
    assert area.slug == re.sub(r"[^a-z]+", "-", area.area_name.lower())


def test_a_boroughs_parent_is_a_command_unit_whose_parent_is_london() -> None:
    assert {area.parent_code for area in boroughs()} == {area.area_code for area in by_type("bcu")}
    assert {area.parent_code for area in (*by_type("bcu"), *others())} == {london().area_code}
    assert city().parent_code is london().parent_code is None


def test_the_other_places_are_the_airports_and_the_unknown() -> None:
    assert [area.area_code for area in others()] == ["other-airports", "other-unknown"]


def test_each_borough_and_the_city_have_a_tile_of_their_own_on_7_by_6() -> None:
    tiles = [(area.tile_col, area.tile_row) for area in by_type("borough")]
    assert len(set(tiles)) == 33
    assert all(col in range(7) and row in range(6) for col, row in tiles)
    assert len({area.tile_code for area in by_type("borough")}) == 33


def test_only_boroughs_have_tiles_and_labels() -> None:
    placed = [area for area in all_areas() if area.map_label or area.label_lon or area.tile_col is not None]
    assert placed == by_type("borough")


def test_boroughs_are_in_the_command_units_of_the_official_lookup(official: Path) -> None:
    with (official / "geography" / "bcu_borough_lookup.csv").open(encoding="utf-8-sig", newline="") as file:
        published = {row["borough_name"]: row["bcu_location"] for row in csv.DictReader(file)}
    for area in boroughs():
        unit = find(area.parent_code or "")
        assert unit is not None
        assert unit.area_name == published[area.area_name]


def test_reading_the_list_loads_no_data_library() -> None:
    libraries = "{'pandas', 'geopandas', 'duckdb'}"
    script = f"import sys, geo.areas, geo.population; print(*{libraries} & {{*sys.modules}})"
    ran = subprocess.run(
        [sys.executable, "-c", script],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
        timeout=30,
    )
    assert ran.stdout.strip() == ""
