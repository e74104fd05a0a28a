"""The map's classes and words, and its first picture, which must be the one that the browser paints."""

from __future__ import annotations

import re
from typing import Any

from components import theme
from components.figures import borough_map
from components.figures.tiles import tiles
from components.map_view import MapView
from components.patterns import fill
from components.render import to_html
from data.selection import Show
from tests.components.factories import BOROUGHS, by_slug, every, make_view

CAMDEN, CITY = by_slug("camden"), "E09000001"


def told(view: MapView) -> dict[str, list[Any]]:
    """Class and words of each area, by its code."""
    return borough_map.areas_of(borough_map.areas(view))


def test_every_borough_has_a_class_and_words_and_the_city_has_words_only() -> None:
    areas = told(make_view(every(300, camden=500)))
    assert len(areas) == 33
    assert areas[CAMDEN][0] == 5
    assert areas[CAMDEN][1].startswith("Camden\n")
    assert areas[CITY] == [None, "City of London\nNot policed by the Met – no data"]


def test_a_borough_without_a_figure_has_no_class() -> None:
    assert told(make_view(every(300, camden=None)))[CAMDEN][0] is None


def test_the_first_picture_paints_each_shape_once_by_its_class() -> None:
    view = make_view(every(300, camden=500, barnet=None), area="camden")
    made = to_html(borough_map.figure(view))
    shapes = re.findall(r'class="area(?: city)? (\w+)" id="[^"]*" data-code="(\w+)"', made)
    painted = {code: kind for kind, code in shapes}
    assert len(shapes) == 33
    assert painted == {
        code: f"c{number}" if number else "na" for code, (number, _) in told(view).items()
    }
    assert made.count('class="chosen') == 2
    assert 'role="img" aria-label="' in made


def test_a_change_uses_the_diverging_classes() -> None:
    view = make_view(every(130), every(100), show=Show.CHANGE)
    assert borough_map.scale(view) == "diverging"
    assert 'class="area d7"' in to_html(borough_map.figure(view))


def test_there_is_a_tile_for_each_borough_that_selects_it_and_one_for_the_city() -> None:
    made = fill(tiles(make_view(area="camden"), width=356))
    assert set(re.findall(r'data-code="(\w+)"', made)) == {area.area_code for area in BOROUGHS}
    assert made.count("area=camden") == 1
    assert made.count('aria-current="true"') == 1
    assert "Not policed by the Met" in made


def test_a_tile_has_the_colours_of_its_class_and_the_palest_an_edge() -> None:
    made = fill(tiles(make_view(every(300, camden=500, barnet=None)), width=356))
    looks = {code: re.findall(r'(?:fill|stroke)="([^"]+)"', tile)
             for code, tile in re.findall(r'data-code="(\w+)"(.*?)</a>', made, re.DOTALL)}  # fmt: skip
    fill_, none, edge, *inks = looks[CAMDEN]
    assert (fill_, none, edge, set(inks)) == (theme.SEQUENTIAL[4], "none", "none", {theme.PAGE})
    assert looks[by_slug("barnet")][:3] == [theme.NO_VALUE, "none", theme.LINE_DATA]
    assert not re.search("[{}]", made)


def test_a_missing_figure_is_never_a_zero_on_a_tile() -> None:
    made = fill(tiles(make_view(every(300, camden=None, barnet=0)), width=356))
    tile = re.search(rf'data-code="{CAMDEN}".*?</a>', made, re.DOTALL)
    assert tile is not None
    assert ">–<" in tile[0]
