"""The downloaded picture stands alone: figures, source, date, licence, and demonstration where it is one."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from components import theme
from components.crime_map.image import picture as picture_of
from components.pictures import font_face, sheet
from components.text import DEMONSTRATION, REPORTING
from data.selection import Show
from tests.components.factories import by_slug, every, make_view

SVG = "{http://www.w3.org/2000/svg}"
BASE = (Path(__file__).parents[2] / "assets" / "map" / "boroughs.svg").read_text(encoding="utf-8")


def map_image(view: Any, **options: str) -> str:
    return sheet(picture_of(view, base_svg=BASE, name="map"), **options)


def picture(view: Any, **options: str) -> Element:
    return ElementTree.fromstring(map_image(view, **options))


def said(root: Element) -> str:
    return " ".join("".join(part.itertext()) for part in root.iter(f"{SVG}text"))


def fills(root: Element) -> dict[str, str]:
    return {
        part.get("data-code", ""): part.get("fill", "")
        for part in root.iter(f"{SVG}path")
        if part.get("data-code")
    }


def test_each_area_has_the_colour_of_its_class() -> None:
    found = fills(picture(make_view(every(100, camden=500, brent=300, sutton=None), every(100))))
    assert len(found) == 33
    assert found[by_slug("camden")] == theme.SEQUENTIAL[4]
    assert found[by_slug("brent")] == theme.SEQUENTIAL[2]
    assert found[by_slug("barnet")] == theme.SEQUENTIAL[0]
    assert found[by_slug("sutton")] == theme.NO_VALUE
    assert found[by_slug("city-of-london")] == "url(#hatch)"


def test_a_change_uses_the_diverging_colours() -> None:
    found = fills(picture(make_view(every(100, camden=150, brent=50), every(100), show=Show.CHANGE)))
    assert found[by_slug("camden")] == theme.DIVERGING[6]
    assert found[by_slug("brent")] == theme.DIVERGING[0]
    assert found[by_slug("barnet")] == theme.DIVERGING[3]


def test_selected_borough_is_ringed_and_told() -> None:
    rings = [
        part
        for part in picture(make_view(area="camden")).iter(f"{SVG}path")
        if part.get("stroke-width") == "2.6"
    ]
    assert len(rings) == 1 and rings[0].get("stroke") == theme.INK
    assert "Camden: " in said(picture(make_view(area="camden")))
    assert not any(part.get("stroke-width") == "2.6" for part in picture(make_view()).iter())


def test_picture_says_what_it_is_and_where_it_comes_from() -> None:
    words = said(picture(make_view(), site="https://example.org"))
    for part in ("Recorded burglary offences per 1,000 residents", "12 months to June 2017", "London: ",
                 "Source: Metropolitan Police Service, recorded crime by borough",
                 "Edition official-1, refreshed 12 July 2017", "Open Government Licence v3.0",
                 "Ordnance Survey data", "https://example.org/crime-map?measure=burglary",
                 "City of London: not policed", "May and June 2017 are provisional"):  # fmt: skip
        assert part in words, part


def test_demonstration_is_burned_in_and_an_official_picture_says_nothing_of_it() -> None:
    words = said(picture(make_view(demonstration=True)))
    assert DEMONSTRATION in words
    assert words.count("Demonstration data") > 4  # the sentence, and across the map
    assert "emonstration" not in map_image(make_view())


def test_cautions_travel_with_the_picture() -> None:
    words = said(picture(make_view(every(100, sutton=None), every(100), measure="sexual-offences")))
    assert REPORTING in words.replace("  ", " ") and "no figure for Sutton" in words


@pytest.mark.parametrize("show", list(Show))
def test_picture_fetches_nothing(show: Show) -> None:
    drawn = map_image(make_view(show=show), font_css=font_face(b"wOF2"))
    assert "data:font/woff2;base64,d09GMg==" in drawn
    for reference in ("url(http", "href=", "@import", "<script", "<image"):
        assert reference not in drawn


def test_everything_is_inside_the_picture() -> None:
    root = picture(
        make_view(every(100, sutton=None), every(100), area="camden", demonstration=True, measure="rape")
    )
    height = float(root.get("height") or 0)
    assert all(float(part.get("y") or 0) <= height for part in root.findall(f"{SVG}text"))
    assert 950 <= height <= 1500
