"""Small pictures that stand in a table's row: two dots on a scale, a bar, an interval; and the scale for the head."""

from __future__ import annotations

from collections.abc import Callable

from components import theme
from components.figures import svg
from components.figures.scale import Scale

WIDTH, HEIGHT = 340, 26
LEFT, RIGHT = 8, 332  # ends of the scale
MIDDLE = HEIGHT / 2


def scale_of(ticks: tuple[float, ...]) -> Scale:
    return Scale(ticks, float(LEFT), float(RIGHT))


def axis(scale: Scale, words: Callable[[float], str]) -> str:
    """The scale's ticks in words. Hidden from screen readers: each row says its own figures."""
    last = len(scale.ticks) - 1
    labels = [svg.text(scale.x(tick), 12.0, words(tick), kind="ax sm" if place == 0 else "ax sm end" if place == last
                       else "ax sm mid") for place, tick in enumerate(scale.ticks)]  # fmt: skip
    ticks = [svg.line(scale.x(tick), 16.0, scale.x(tick), 21.0, stroke=theme.INK_3) for tick in scale.ticks]
    return svg.element("svg", *labels, *ticks, viewBox=f"0 0 {WIDTH} 21", width=WIDTH, height=21, aria_hidden="true")


def dots(scale: Scale, value: float, other: float | None, *, label: str) -> str:
    """A filled dot for the one, a ring for the other, and the line between them."""
    parts = _ground(scale)
    if other is not None:
        parts += [
            svg.line(scale.x(value), MIDDLE, scale.x(other), MIDDLE, stroke=theme.LINE_DATA, stroke_width=2),
            svg.circle(scale.x(other), MIDDLE, 5.5, fill=theme.PAGE, stroke=theme.INK_2, stroke_width=2),
        ]
    return _drawn([*parts, svg.circle(scale.x(value), MIDDLE, 6.0, fill=theme.ACCENT)], label)


def bar(scale: Scale, value: float, *, label: str) -> str:
    """A bar from nought."""
    left, right = scale.x(0.0), scale.x(value)
    return _drawn([*_ground(scale), svg.rect(left, 5.0, right - left, 16.0, fill=theme.ACCENT)], label)


def interval(scale: Scale, value: float, lower: float, upper: float, *, label: str) -> str:
    """A dot in its interval, which ends in short lines."""
    low, high = scale.x(lower), scale.x(upper)
    ends = [svg.line(x, MIDDLE - 6, x, MIDDLE + 6, stroke=theme.ACCENT, stroke_width=2) for x in (low, high)]
    line = svg.line(low, MIDDLE, high, MIDDLE, stroke=theme.ACCENT, stroke_width=2)
    dot = svg.circle(scale.x(value), MIDDLE, 4.0, fill=theme.ACCENT)
    return _drawn([*_ground(scale), line, *ends, dot], label)


def ring(scale: Scale, value: float, *, label: str) -> str:
    """A hollow dot: a share whose interval is not known, so that it is not taken for a sure one."""
    dot = svg.circle(scale.x(value), MIDDLE, 5.5, fill=theme.PAGE, stroke=theme.ACCENT, stroke_width=2)
    return _drawn([*_ground(scale), dot], label)


def _ground(scale: Scale) -> list[str]:
    """Hairlines at the ticks, through the row."""
    return [svg.line(scale.x(tick), 0.0, scale.x(tick), float(HEIGHT), class_="grid") for tick in scale.ticks]


def _drawn(parts: list[str], label: str) -> str:
    return svg.drawing(WIDTH, HEIGHT, *parts, label=label)
