"""Where a name fits inside a shape: on one line, else on two, else nowhere. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

Point = tuple[float, float]
Ring = Sequence[Point]
Stretch = tuple[float, float]

CHARACTER = 5.7  # px of the width of a character at 11.5 px, generously
ROOM = 5.0  # px left free on both sides together
LINE = 12.0  # px from one line to the next
ABOVE, BELOW = 5.0, 5.0  # px that a line takes over and under its middle
STEPS = 28  # heights that are tried


@dataclass(frozen=True)
class Label:
    """The lines of a name, and the middle of them in px."""

    lines: tuple[str, ...]
    x: float
    y: float


def place_label(name: str, rings: Sequence[Ring]) -> Label | None:
    """Where `name` fits with most room beside it, in the px that the rings are in; None where it does not."""
    for lines in _ways(name):
        found = _widest(rings, len(lines))
        wide = max(map(len, lines)) * CHARACTER + ROOM
        if found and found[1] - found[0] >= wide:
            return Label(lines, round((found[0] + found[1]) / 2, 1), round(found[2], 1))
    return None


def _ways(name: str) -> list[tuple[str, ...]]:
    """The name on one line, then at the space that makes its two lines most alike."""
    words = name.split(" ")
    cuts = [(" ".join(words[:i]), " ".join(words[i:])) for i in range(1, len(words))]
    return [(name,), *([min(cuts, key=lambda cut: max(map(len, cut)))] if cuts else [])]


def _widest(rings: Sequence[Ring], lines: int) -> tuple[float, float, float] | None:
    """Left and right end and height of the widest box of so many lines that lies inside; the most central of equals."""
    ys = [y for ring in rings for _, y in ring]
    half = (lines - 1) * LINE / 2
    low, high = min(ys) + half + ABOVE, max(ys) - half - BELOW
    if high <= low:
        return None
    found = [
        (*stretch, y)
        for y in (low + (high - low) * step / STEPS for step in range(STEPS + 1))
        for stretch in _inside(rings, y - half - ABOVE, y + half + BELOW)
    ]
    middle = (low + high) / 2
    return max(found, key=lambda box: (round(box[1] - box[0]), -abs(box[2] - middle)), default=None)


def _inside(rings: Sequence[Ring], top: float, bottom: float) -> list[Stretch]:
    """The stretches that are inside at every height from `top` to `bottom`, looked at every 4 px or so."""
    steps = max(2, round((bottom - top) / 4))
    return _shared(_crossed(rings, top + (bottom - top) * step / steps + 0.013) for step in range(steps + 1))


def _shared(each: Iterable[list[Stretch]]) -> list[Stretch]:
    heights = iter(each)
    found = next(heights)
    for other in heights:
        found = [(max(a, c), min(b, d)) for a, b in found for c, d in other if min(b, d) > max(a, c)]
    return found


def _crossed(rings: Sequence[Ring], y: float) -> list[Stretch]:
    """The stretches of a line at height y that are inside (even-odd), left to right."""
    xs = sorted(
        x1 + (y - y1) / (y2 - y1) * (x2 - x1)
        for ring in rings
        for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]])
        if (y1 > y) != (y2 > y)
    )
    return list(zip(xs[::2], xs[1::2], strict=True))
