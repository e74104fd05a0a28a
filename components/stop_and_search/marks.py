"""What the page's charts are drawn with: ratios with what is not sure of them, dots, axes and bars."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from components import theme
from components.figures import svg
from components.stop_and_search.scales import RatioScale

BAR_GREY = "#8A969F"


@dataclass(frozen=True)
class Ratio:
    """A ratio, its 95% interval, and between what it would lie whoever the unknown searches were of."""

    value: float | None
    lower: float | None = None
    upper: float | None = None
    lowest: float | None = None
    highest: float | None = None

    @property
    def all(self) -> tuple[float | None, ...]:
        return (self.value, self.lower, self.upper, self.lowest, self.highest)

    @property
    def is_clear(self) -> bool:
        """Whether the interval leaves out the same rate."""
        return self.lower is not None and self.upper is not None and (self.lower > 1 or self.upper < 1)


def ratio_mark(scale: RatioScale, y: float, ratio: Ratio, *, ink: str) -> Iterator[str]:
    """Thin: the range of unknown ethnicity; thick: the interval; dot: the ratio, hollow where the same is possible."""
    if not ratio.value:
        return
    if ratio.lowest and ratio.highest:
        low, high = scale.x(ratio.lowest), scale.x(ratio.highest)
        yield svg.line(low, y, high, y, stroke=theme.LINE_DATA, stroke_width=1.2)
        for end in (low, high):
            yield svg.line(end, y - 5, end, y + 5, stroke=theme.LINE_DATA, stroke_width=1.2)
    if ratio.lower and ratio.upper:
        yield svg.line(scale.x(ratio.lower), y, scale.x(ratio.upper), y, stroke=ink, stroke_width=3.4)
    yield dot(scale.x(ratio.value), y, ink=ink, filled=ratio.is_clear)


def dot(x: float, y: float, *, ink: str, filled: bool) -> str:
    return svg.circle(x, y, 4.6, fill=ink if filled else theme.PAGE, stroke=ink, stroke_width=2)


def ratio_axis(scale: RatioScale, top: float, bottom: float) -> Iterator[str]:
    """A line at each power of two, in ink where rates are the same; words under them."""
    for value, words in scale.ticks:
        x, is_same = scale.x(value), value == 1
        ink, width = (theme.INK, 1.5) if is_same else (theme.RULE, 1)
        yield svg.line(x, top, x, bottom, stroke=ink, stroke_width=width)
        yield svg.text(x, bottom + 21, words, kind="ax mid")


def share_bar(share: float, most: float, *, width: int = 64, height: int = 12, ink: str = BAR_GREY) -> str:
    """A small bar beside a number in a table: hidden from screen readers, for the number says it."""
    length = max(width * share / most, 1.0) if share > 0 and most > 0 else 0.0
    bar = svg.rect(0, 0, length, height, fill=ink)
    return (f'<svg class="stop-bar" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
            f'aria-hidden="true">{bar}</svg>')  # fmt: skip


def wrapped(text: str, longest: int) -> list[str]:
    """Lines of whole words, at most `longest` characters where a word is not longer itself."""
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > longest:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
