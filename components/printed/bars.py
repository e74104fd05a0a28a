"""Small bars beside a number, on one scale for a column. Hidden from screen readers: the cell says the same."""

from __future__ import annotations

from collections.abc import Iterable

from components import theme
from components.figures import svg

HEIGHT, THICK = 18.0, 11.0
Extent = tuple[float, float]


def extent(values: Iterable[float]) -> Extent:
    """The scale of a column's bars: its least and greatest, nought included."""
    known = [0.0, *values]
    return min(known), max(known)


def bar(value: float, within: Extent, *, width: int = 104, mark: float | None = None) -> str:
    """SVG from nought to `value`: what is below nought to the left in one colour, above it to the right in another.

    Where the column has no negative values the bars stand at the left in grey. `mark`: a value to compare with, a line.
    """
    low, high = within
    room = width - 4.0
    scale = room / (high - low) if high > low else 0.0
    nought = 2.0 - low * scale
    end = nought + value * scale
    colour = theme.LOWER if value < 0 else theme.HIGHER if low < 0 else theme.LINE_DATA
    top = (HEIGHT - THICK) / 2
    parts = [svg.rect(min(nought, end), top, max(abs(end - nought), 0.8 if value else 0.0), THICK, fill=colour)]
    parts.append(svg.line(nought, 0, nought, HEIGHT, stroke=theme.INK, stroke_width=1))
    if mark is not None:
        x = nought + mark * scale
        parts.append(svg.line(x, 1, x, HEIGHT - 1, stroke=theme.INK, stroke_width=2, class_="mark"))
    size = f'viewBox="0 0 {width} {HEIGHT:g}" width="{width}" height="{HEIGHT:g}"'
    return f'<svg class="bar" {size} aria-hidden="true">{"".join(parts)}</svg>'
