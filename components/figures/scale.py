"""Axes: round ticks, and values to pixels."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import count as counting


@dataclass(frozen=True)
class Scale:
    """Values to x, with round ticks."""

    ticks: tuple[float, ...]
    left: float
    right: float

    def x(self, value: float) -> float:
        return self.left + self.part(value) * (self.right - self.left)

    def part(self, value: float) -> float:
        """Of the way from left to right: 0 to 1 for what lies within the ticks."""
        low, high = self.ticks[0], self.ticks[-1]
        return (value - low) / (high - low)


def round_ticks(low: float, high: float, *, most: int = 5, whole: bool = False) -> tuple[float, ...]:
    """Round ticks that enclose `low` and `high`: at most `most` steps of a round size, a `whole` number for counts."""
    span = max(high - low, 1e-9)
    for power in counting(math.floor(math.log10(span / most))):
        for nice in (1.0, 2.0, 2.5, 5.0):
            step = nice * 10.0**power
            if whole and step != int(step):
                continue
            first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
            if last - first <= most:
                return tuple(round(place * step, 10) for place in range(first, max(last, first + 1) + 1))
    raise AssertionError("powers of ten never end")
