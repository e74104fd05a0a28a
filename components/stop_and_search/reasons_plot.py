"""Ratios by reason as SVG at two widths; a long name takes two lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from components import theme
from components.figures import svg
from components.stop_and_search import words
from components.stop_and_search.marks import Ratio, ratio_axis, ratio_mark, wrapped
from components.stop_and_search.scales import RatioScale, ratio_scale


@dataclass(frozen=True)
class Row:
    """`searches`: of all ethnic groups."""

    name: str
    searches: int | None
    ratio: Ratio
    is_all: bool = False


@dataclass(frozen=True)
class Size:
    """Width, left and right of the scale, characters in a line of a name; on a phone the name stands over the mark."""

    width: int
    left: int
    right: int
    longest: int
    is_phone: bool


WIDE, NARROW = Size(620, 232, 510, 34, False), Size(358, 18, 322, 38, True)
TOP, LINE = 8, 17


def plot(rows: list[Row], size: Size, *, label: str) -> str:
    values = (value for row in rows for value in row.ratio.all)
    scale = ratio_scale(values, left=size.left, right=size.right, low=0)
    parts: list[str] = []
    y = float(TOP)
    for row in rows:
        parts += _row(row, scale, y, size)
        y += height(row, size)
    return svg.drawing(size.width, y + 28, *ratio_axis(scale, TOP, y), *parts, label=label)


def height(row: Row, size: Size) -> float:
    """Room for the lines of the name and, on a wide screen, its number of searches; on a phone for the mark."""
    return (32 if size.is_phone else 30) + LINE * (len(wrapped(row.name, size.longest)) - 1) + 14


def _row(row: Row, scale: RatioScale, top: float, size: Size) -> Iterator[str]:
    lines = wrapped(row.name, size.longest)
    kind, x = ("b halo" if row.is_all else "halo"), (26 if size.is_phone else 0)
    for place, line in enumerate(lines):
        yield svg.text(x, top + 16 + LINE * place, line, kind=kind)
    below = top + 16 + LINE * len(lines)
    value = words.times(row.ratio.value) if row.ratio.value else "no ratio"
    yield svg.text(size.width, top + 16, value, kind=f"end {kind}")
    if not size.is_phone:
        yield svg.text(0, below, words.searches(row.searches), kind="ax")
        yield svg.text(size.width, top + 16 + LINE, words.interval(row.ratio.lower, row.ratio.upper), kind="ax end")
    ink = theme.ACCENT if row.is_all else theme.INK_2
    yield from ratio_mark(scale, below - 3 if size.is_phone else top + 19, row.ratio, ink=ink)
