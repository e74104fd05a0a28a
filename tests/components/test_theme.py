"""Every colour that says something can be seen: WCAG 2.2, 1.4.3 for text and 1.4.11 for marks."""

from __future__ import annotations

import re

import pytest

from components import theme
from components.assets import ASSETS

TEXT, MARK = 4.5, 3.0
TINTS = ("page", "tint", "tint-2", "accent-tint")


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`, as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def token(name: str) -> str:
    found = re.search(rf"--{name}:(#[0-9A-Fa-f]{{6}})", (ASSETS / "tokens.css").read_text(encoding="utf-8"))
    assert found, name
    return found[1]


def test_the_measure_is_the_standards() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("ground", TINTS)
@pytest.mark.parametrize("ink", ["ink", "ink-2", "ink-3", "accent", "accent-dark", "higher", "lower", "within"])
def test_text_can_be_read_on_every_tint(ink: str, ground: str) -> None:
    assert contrast(token(ink), token(ground)) >= TEXT


@pytest.mark.parametrize("is_change", [False, True])
def test_text_can_be_read_on_every_class_of_a_map(is_change: bool) -> None:
    for ground, ink in zip(theme.class_colours(is_change), theme.class_text(is_change), strict=True):
        assert contrast(ink, ground) >= TEXT, (ink, ground)


@pytest.mark.parametrize("mark", ["line-data", "line-ui", "accent", "higher", "lower", "within"])
def test_marks_and_the_edges_of_controls_stand_out_from_the_page(mark: str) -> None:
    assert contrast(token(mark), theme.PAGE) >= MARK
    assert contrast(token(mark), theme.TINT_2) >= MARK, "and from the band of what is expected"


def test_the_drawings_colours_are_the_style_sheets() -> None:
    names = ("INK", "INK_2", "INK_3", "LINE_DATA", "ACCENT", "ACCENT_TINT", "HIGHER", "LOWER", "WITHIN", "TINT_2")
    for name in names:
        assert getattr(theme, name) == token(name.lower().replace("_", "-")), name
    assert tuple(token(f"seq-{number}") for number in range(1, 6)) == theme.SEQUENTIAL
