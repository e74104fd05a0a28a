"""The ranking links every borough, puts dots where the values are, and does not compare across a break."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components import theme
from components.crime_map.figures import ranking_side
from components.figures.ranking import ranking
from components.figures.scale import Scale, round_ticks
from components.patterns import fill
from data.catalogue import Break
from data.selection import Show
from geo.areas import find
from tests.components.factories import every, make_view

SVG = "{http://www.w3.org/2000/svg}"
BROKEN = Break(month=date(2017, 1, 1), reason="A new recording system was brought in.")


def drawn(view: object, width: int = 444) -> Element:
    return ElementTree.fromstring(fill(ranking(view, width=width)))


def links(root: Element) -> list[Element]:
    return list(root.iter(f"{SVG}a"))


def names(link: Element) -> str:
    """The borough's whole name, whose short one a phone shows."""
    area = find(link.get("data-code") or "")
    assert area is not None
    return area.area_name


def tints(root: Element) -> list[Element]:
    return [group for group in root.iter(f"{SVG}g") if group.get("class") == "tint"]


def words(part: Element) -> list[str]:
    return ["".join(text.itertext()) for text in part.iter(f"{SVG}text")]


@pytest.mark.parametrize("show", list(Show))
@pytest.mark.parametrize("width", [444, 356])
def test_every_borough_is_a_link_to_the_view_with_it(show: Show, width: int) -> None:
    view = make_view(every(100, camden=453), every(100), show=show)
    found = links(drawn(view, width))
    areas = {parse_qs(urlsplit(link.get("href") or "").query)["area"][0] for link in found}
    assert len(found) == len(areas) == 32
    assert all(
        link.get("data-address") == "" and link.get("href", "").startswith("/crime-map?") for link in found
    )
    assert all(link.get("aria-label", "").startswith(f"{names(link)}, ") for link in found)
    assert all(link.get("data-tip-of") == "" and link.get("data-code") for link in found)  # the map's box tells it


def test_rows_go_from_the_highest_value_to_boroughs_without_one() -> None:
    view = make_view(every(100, camden=453, barnet=10, sutton=None), every(100))
    names = [words(link)[0] for link in links(drawn(view))]
    assert (names[0], names[-2], names[-1]) == ("Camden", "Barnet", "Sutton")
    assert words(links(drawn(view))[-1]) == ["Sutton", "Not listed"]


def test_large_dot_stands_at_the_value_and_small_dot_at_the_one_before() -> None:
    view = make_view(every(250, camden=500), every(250, camden=375))  # rates 1, 2, before 1.5
    root = drawn(view)
    ticks = {
        text.text: float(text.get("x") or 0)
        for text in root.iter(f"{SVG}text")
        if text.get("class") == "ax mid"
    }
    (plot,) = links(root)[0].iter(f"{SVG}svg")
    left, wide = float(plot.get("x") or 0), float(plot.get("width") or 0)
    parts = ((dot.get("cx") or "").removesuffix("%") for dot in plot.iter(f"{SVG}circle"))
    small, large = (left + wide * float(part) / 100 for part in parts)
    assert large == pytest.approx(ticks["2.0"], abs=0.2) and small == pytest.approx(ticks["1.5"], abs=0.2)


def test_dot_has_the_colour_of_its_class_on_the_map() -> None:
    view = make_view(every(100, camden=500, barnet=250), every(100))
    fills = [[dot.get("fill") for dot in link.iter(f"{SVG}circle")][-1] for link in links(drawn(view))]
    assert fills[:3] == [theme.SEQUENTIAL[4], theme.SEQUENTIAL[2], theme.SEQUENTIAL[0]]


def test_selected_borough_is_tinted_and_marked() -> None:
    root = drawn(make_view(area="camden"))
    assert [words(link)[0] for link in links(root) if link.get("aria-current") == "true"] == ["Camden"]
    (tint,) = tints(root)
    (row,) = (link for link in links(root) if link.get("aria-current") == "true")
    assert tint.get("display") is None and tint.get("transform") == row[0].get("transform")
    assert [tint.get("display") for tint in tints(drawn(make_view()))] == ["none"]


def test_london_is_a_line_except_where_it_is_a_total() -> None:
    assert any(said.startswith("London") for said in words(drawn(make_view(show=Show.RATE))))
    assert not any(said.startswith("London") for said in words(drawn(make_view(show=Show.NUMBER))))


@pytest.mark.parametrize("show", list(Show))
@pytest.mark.parametrize("broken", [None, BROKEN])
def test_the_sample_over_the_ranking_has_a_colour_of_the_map(show: Show, broken: Break | None) -> None:
    sample = fill(ranking_side(make_view(every(110), every(100), show=show, broken=broken))).partition("</svg>")[0]
    palette = theme.DIVERGING if show is Show.CHANGE else theme.SEQUENTIAL
    assert re.findall('r="4.6" fill="([^"]*)"', sample.replace("\n", ""))[0] in palette
    assert ("<line" in sample) == (show is not Show.CHANGE and broken is None)


def test_where_nothing_has_a_value_there_is_no_axis_for_it() -> None:
    missing = make_view(dict.fromkeys(every(1)), show=Show.RATE)
    assert [line.get("class") for line in drawn(missing).iter(f"{SVG}line")] == []
    assert "grid" in [line.get("class") for line in drawn(make_view(every(0))).iter(f"{SVG}line")]


def test_nothing_is_compared_across_a_break() -> None:
    for link in links(drawn(make_view(every(110), every(100), broken=BROKEN))):
        assert len(list(link.iter(f"{SVG}circle"))) == 1
        assert words(link)[-1] == "–"


def test_change_without_a_percentage_says_so_at_the_end() -> None:
    view = make_view(every(110, camden=5), every(100, camden=19), show=Show.CHANGE)
    assert words(links(drawn(view))[-1]) == ["Camden", "n/c", "5"]


def test_phone_shortens_names_and_leaves_the_change_out() -> None:
    view = make_view(every(100, hammersmith_and_fulham=400), every(100))
    assert words(links(drawn(view, 356))[0]) == ["Hamm. & Fulham", "1.60"]
    assert words(links(drawn(view, 444))[0]) == ["Hammersmith and Fulham", "1.60", "+300%"]


@given(st.floats(-1e6, 0), st.floats(0.001, 1e6))
def test_ticks_are_even_few_and_enclose_the_values(low: float, high: float) -> None:
    ticks = round_ticks(low, high)
    steps = {round(b - a, 9) for a, b in zip(ticks, ticks[1:], strict=False)}
    near = 1e-8 * (high - low)
    assert 2 <= len(ticks) <= 6 and ticks[0] <= low + near and ticks[-1] >= high - near
    assert max(steps) - min(steps) <= 1e-6 * max(steps)
    assert 0.0 in ticks


def test_scale_runs_from_left_to_right() -> None:
    scale = Scale((0.0, 1.0, 2.0), 100, 300)
    assert [scale.x(value) for value in (0, 1, 2)] == [100, 200, 300]


@given(high=st.integers(1, 100_000))
def test_counts_never_have_half_ticks(high: int) -> None:
    ticks = round_ticks(0.0, float(high), whole=True)
    assert all(tick == int(tick) for tick in ticks)
    assert ticks[0] == 0
    assert ticks[-1] >= high
    assert len(ticks) <= 6


def test_up_to_eleven_homicides_are_read_off_in_fives() -> None:
    assert round_ticks(0.0, 11.0, whole=True) == (0, 5, 10, 15)
