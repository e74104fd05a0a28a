"""The small line stands where its numbers put it, breaks where there is none, and stays small."""

from __future__ import annotations

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components import theme
from components.figures.sparkline import sparkline

NONE: list[float | None] = []


def drawn(*args: object, **more: object) -> Element:
    return ElementTree.fromstring(sparkline(*args, **more))  # type: ignore[arg-type]


def path(root: Element, number: int) -> str:
    return root.findall("path")[number].get("d") or ""


def visited(written: str) -> list[list[tuple[int, int]]]:
    """An independent reader of such a path: every place it goes through, stretch by stretch."""
    stretches = []
    for part in re.findall(r"M[^M]*", written):
        numbers = [int(n) for n in re.findall(r"-?\d+", part)]
        pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
        places = [pairs[0]]
        for dx, dy in pairs[1:]:
            places.append((places[-1][0] + dx, places[-1][1] + dy))
        stretches.append(places)
    return stretches


def test_three_months_by_hand() -> None:
    # In half pixels: 40 x 24 with 4 at the left and 8 at the other sides: x 4, 18, 32; y 16 (least) to 8 (most).
    root = drawn([0, 10, 5], NONE, NONE, "within", width=20, height=12)
    assert visited(path(root, 0)) == [[(4, 16), (18, 8), (32, 12)]]
    dot = root.find("circle")
    assert dot is not None and (dot.get("cx"), dot.get("cy")) == ("32", "12")


def test_the_band_goes_out_along_the_top_and_back_along_the_foot() -> None:
    root = drawn([5, 5], [0, 0], [10, 10], "within", width=20, height=12)
    assert visited(path(root, 0)) == [[(4, 8), (32, 8), (32, 16), (4, 16)]]
    assert root.findall("path")[0].get("fill") == theme.TINT_2


def test_a_gap_breaks_the_line_and_a_month_between_two_gaps_is_a_point() -> None:
    root = drawn([1, None, 2, float("nan"), 3, 4], NONE, NONE, "within")
    assert [len(each) for each in visited(path(root, 0))] == [2, 2, 2]  # the first two are points: l0 0
    assert [each[0] == each[-1] for each in visited(path(root, 0))] == [True, True, False]


def test_the_band_breaks_where_either_limit_is_unknown() -> None:
    root = drawn([1, 2, 3, 4, 5], [0, 0, None, 0, 0], [9, 9, 9, float("nan"), 9], "within")
    assert [len(each) for each in visited(path(root, 0))] == [4, 2]


@pytest.mark.parametrize(
    ("signal", "fill"),
    [("higher", theme.HIGHER), ("lower", theme.LOWER), ("within", theme.INK_2), ("too_few", theme.INK_2),
     ("provisional", theme.PAGE)],
)  # fmt: skip
def test_the_last_dot_has_the_colour_of_its_signal_and_is_hollow_while_provisional(signal: str, fill: str) -> None:
    assert drawn([1, 2], NONE, NONE, signal).findall("circle")[-1].get("fill") == fill


def test_only_judged_months_outside_the_band_have_a_dot() -> None:
    # Months 0 (baseline) and 2 lie above, month 3 below; the last has its own dot in any case.
    root = drawn([9, 5, 9, 1, 5], [4] * 5, [6] * 5, "within", judged_from=1)
    assert [dot.get("fill") for dot in root.findall("circle")] == [theme.HIGHER, theme.LOWER, theme.INK_2]


def test_no_dot_where_the_last_month_has_no_figure_and_nothing_at_all_without_any() -> None:
    assert drawn([1, 2, None], NONE, NONE, "not_available").find("circle") is None
    assert sparkline([None, float("nan")], NONE, NONE, "not_available") == ""
    assert sparkline([], NONE, NONE, "not_available") == ""


def test_it_is_hidden_from_screen_readers_since_the_row_has_the_numbers() -> None:
    assert drawn([1, 2], NONE, NONE, "within").get("aria-hidden") == "true"


def test_a_range_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="the range has 1 and 1 months, the line 2"):
        sparkline([1, 2], [0], [3], "within")


def test_thirty_six_months_with_a_band_take_under_a_thousand_characters() -> None:
    values = [float(1000 + 37 * (i * 7919 % 23)) for i in range(36)]
    band = [v * 0.9 for v in values], [v * 1.1 for v in values]
    assert len(sparkline(values, *band, "higher", judged_from=24)) < 1000


def test_a_spread_too_small_to_divide_by_is_drawn_all_the_same() -> None:
    assert visited(path(drawn([0.0, 5e-324], NONE, NONE, "within", width=20, height=12), 0)) == [[(4, 16), (32, 8)]]


@given(
    st.lists(st.one_of(st.none(), st.floats(0, 1e7)), min_size=1, max_size=60),
    st.integers(40, 400), st.integers(20, 80),
)  # fmt: skip
def test_nothing_leaves_its_box_and_higher_stands_higher(values: list[float | None], width: int, height: int) -> None:
    text = sparkline(values, NONE, NONE, "within", width=width, height=height)
    if all(value is None for value in values):
        assert text == ""
        return
    places = [place for run in visited(path(ElementTree.fromstring(text), 0)) for place in dict.fromkeys(run)]
    known = [value for value in values if value is not None]
    assert len(places) == len(known)
    assert all(0 <= x <= 2 * width and 0 <= y <= 2 * height for x, y in places)
    for (_, y), value in zip(places, known, strict=True):
        assert all((value <= other) or (y <= oy) for (_, oy), other in zip(places, known, strict=True))
