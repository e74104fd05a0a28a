"""Rows about nought: where the dot, its interval and a bar stand, and what is cut."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree

from components import theme
from components.figures.about_nought import NARROW, WIDE, Row, about_nought

SVG = "{http://www.w3.org/2000/svg}"
RISE = Row("Robbery", 50.0, 25.0, 75.0, "+50%", "higher", "A safer London")


def drawn(*rows: Row, size: object = WIDE) -> ElementTree.Element:
    return ElementTree.fromstring(about_nought(rows, size, unit="%", label="What it says"))  # type: ignore[arg-type]


def scale(root: ElementTree.Element) -> dict[str, float]:
    """The x of each tick by its words."""
    return {t.text or "": float(t.get("x") or 0) for t in root.iter(f"{SVG}text") if t.get("class") == "ax mid"}


def test_a_dot_and_its_interval_stand_where_the_scale_has_them() -> None:
    root = drawn(RISE)
    at = scale(root)
    (dot,) = root.iter(f"{SVG}circle")
    per_cent = (at["60%"] - at["0%"]) / 60
    assert abs(float(dot.get("cx") or 0) - (at["0%"] + 50 * per_cent)) < 0.2
    (whisker,) = [each for each in root.iter(f"{SVG}line") if each.get("stroke-width") == "2.2"]
    assert [round((float(whisker.get(x) or 0) - at["0%"]) / per_cent) for x in ("x1", "x2")] == [25, 75]
    assert dot.get("fill") == theme.HIGHER
    (open_dot,) = drawn(replace(RISE, verdict="no_clear_change")).iter(f"{SVG}circle")
    assert open_dot.get("fill") == theme.PAGE


def test_without_an_interval_a_bar_reaches_from_nought() -> None:
    root = drawn(replace(RISE, value=-30.0, lower=None, upper=None, verdict="lower"))
    at = scale(root)
    (bar,) = root.iter(f"{SVG}rect")
    assert abs(float(bar.get("x") or 0) + float(bar.get("width") or 0) - at["0%"]) < 0.2
    assert bar.get("fill") == theme.LOWER and not list(root.iter(f"{SVG}circle"))


def test_what_lies_far_out_is_cut_and_stands_in_words() -> None:
    far = replace(RISE, value=180.0, lower=90.0, upper=300.0, said="+180% (+90 to +300%)")
    root = drawn(far)
    assert max(int(words.rstrip("%")) for words in scale(root)) == 100
    assert not list(root.iter(f"{SVG}circle")), "the dot is beyond the edge"
    ends = [each for each in root.iter(f"{SVG}line") if each.get("stroke-width") == "2"]
    assert len(ends) == 1, "only the end that is within has a cap"
    assert "+180% (+90 to +300%)" in "".join(root.itertext())


def test_a_group_is_named_once_and_names_are_text() -> None:
    rows = (RISE, replace(RISE, name="<b>Part</b>", is_part=True), replace(RISE, group="Other"))
    for size in (WIDE, NARROW):
        said = about_nought(rows, size, unit="%", label="x")
        assert said.count("A safer London") == 1 and said.count(">Other<") == 1 and "<b>" not in said
        assert re.search(rf'width="{size.width}"', said)


def test_a_long_name_takes_lines_and_moves_what_follows() -> None:
    long = replace(RISE, name="Racially or religiously aggravated public fear, alarm or distress")
    short, tall = (drawn(row, RISE, size=NARROW) for row in (RISE, long))
    assert float(tall.get("height") or 0) - float(short.get("height") or 0) == 30
    lines = [each.text or "" for each in tall.iter(f"{SVG}text") if each.get("class") == "sm halo"]
    assert " ".join(lines[:-1]) == long.name and max(map(len, lines)) <= 32
