"""Classes and their labels say the same, and the key counts every borough once."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.figures.key import class_counts, class_labels, classify, key_label, map_key
from components.patterns import fill
from data.selection import Show
from tests.components.factories import CHANGE_BREAKS, LEVEL_BREAKS, every, make_view

NUMBERS = st.floats(-1000, 1000, allow_nan=False)


@given(st.lists(NUMBERS, min_size=2), st.sampled_from([LEVEL_BREAKS, CHANGE_BREAKS]))
def test_a_higher_value_is_never_in_a_lower_class(values: list[float], breaks: tuple[float, ...]) -> None:
    classes = classify(sorted(values), breaks)
    assert classes == sorted(classes)
    assert set(classes) <= set(range(1, len(breaks) + 2))


def test_a_value_on_a_break_belongs_to_the_class_above() -> None:
    assert classify([0.7499, 0.75, 1.0, 1.999, 2.0], LEVEL_BREAKS) == [1, 2, 3, 4, 5]


def test_a_fall_on_a_break_belongs_to_the_class_that_names_it() -> None:
    # 'Fell 30% or more' holds exactly -30, 'Fell 5 to 14%' exactly -5, 'Rose 5 to 14%' exactly 5.
    assert classify([-30, -29.9, -5, -4.9, 0, 4.9, 5, 30], CHANGE_BREAKS) == [1, 2, 3, 4, 4, 4, 5, 7]


def test_a_missing_value_has_no_class() -> None:
    assert classify([float("nan"), None, 1.2], LEVEL_BREAKS) == [None, None, 3]


def test_labels_of_levels() -> None:
    assert class_labels(make_view()) == [
        "Under 0.75",
        "0.75 to 0.99",
        "1.00 to 1.49",
        "1.50 to 1.99",
        "2.00 or more",
    ]


def test_labels_of_counts_are_whole() -> None:
    view = make_view(show=Show.NUMBER, breaks=(50, 100, 101, 1000))
    assert class_labels(view) == ["Under 50", "50 to 99", "100", "101 to 999", "1,000 or more"]


def test_labels_of_changes_say_direction_in_words() -> None:
    assert class_labels(make_view(show=Show.CHANGE)) == [
        "Fell 30% or more", "Fell 15 to 29%", "Fell 5 to 14%", "Changed by less than 5%",
        "Rose 5 to 14%", "Rose 15 to 29%", "Rose 30% or more",
    ]  # fmt: skip


@settings(deadline=None, max_examples=40)
@given(st.lists(st.none() | st.integers(0, 900), min_size=32, max_size=32), st.sampled_from(list(Show)))
def test_every_borough_is_counted_once(numbers: list[int | None], show: Show) -> None:
    now = dict(zip(every(0), numbers, strict=True))
    view = make_view(now, every(100), show=show)
    missing = re.search(r"; [\w/ ]+, (\d+) boroughs?$", key_label(view))
    assert sum(class_counts(view)) + (int(missing[1]) if missing else 0) == 32


@pytest.mark.parametrize("width", [700, 356])
@pytest.mark.parametrize("show", list(Show))
def test_key_is_a_picture_with_a_label_inside_its_width(show: Show, width: int) -> None:
    view = make_view(every(300, sutton=None), every(200), show=show)
    root = ElementTree.fromstring(fill(map_key(view, width)))
    assert root.get("role") == "img" and "boroughs" in (root.get("aria-label") or "")
    assert all(0 <= float(part.get("x") or 0) <= width for part in root.iter() if part.get("x"))
    assert ("London" in "".join(root.itertext()).replace("City of London", "")) == (show is not Show.NUMBER)
    assert "Not listed: 1 borough" in "".join(root.itertext())


def test_key_has_no_entry_for_missing_figures_where_none_is_missing() -> None:
    assert "Not listed" not in fill(map_key(make_view()))


def test_london_stands_in_its_own_class() -> None:
    # Rates are 1.2 everywhere: the third class, 92 px a class from 0.
    root = ElementTree.fromstring(fill(map_key(make_view(every(300), every(300)))))
    mark = next(part for part in root.iter() if part.get("stroke-width") == "1.6")
    assert 2 * 92 <= float(mark.get("x1") or 0) <= 3 * 92


def test_wide_key_writes_the_number_of_boroughs_under_each_class() -> None:
    # Rates: Brent 2.4, Camden 1.2, the other thirty 0.4.
    root = ElementTree.fromstring(fill(map_key(make_view(every(100, brent=600, camden=300), every(100)))))
    written = [part.text for part in root.iter() if part.get("class") == "ax sm"]
    assert written == ["30 boroughs", "0 boroughs", "1 borough", "0 boroughs", "1 borough"]


def test_phone_key_writes_the_number_of_boroughs_in_each_class() -> None:
    root = ElementTree.fromstring(fill(map_key(make_view(every(100, brent=600, camden=300), every(100)), 356)))
    written = ["".join(part.itertext()) for part in root.iter() if part.get("class") == "sm mid"]
    assert written == ["30", "0", "1", "0", "1"]
