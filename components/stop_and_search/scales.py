"""Axes of the page: ratios on a proportional scale, on which half and twice are as far from the same."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

LEAST, MOST = -3, 6  # an eighth to 64 times
SMALL = {-3: "an eighth", -2: "a quarter", -1: "half", 0: "same"}


@dataclass(frozen=True)
class RatioScale:
    """Ratios to x. `low` and `high` are powers of two; what lies beyond stands at the end."""

    low: int
    high: int
    left: float
    right: float

    def x(self, ratio: float) -> float:
        """Raises ValueError for a ratio of 0 or less, which has no place."""
        if ratio <= 0:
            raise ValueError(f"a ratio of {ratio} has no place on a proportional scale")
        power = min(max(math.log2(ratio), self.low), self.high)
        return self.left + (power - self.low) / (self.high - self.low) * (self.right - self.left)

    @property
    def ticks(self) -> tuple[tuple[float, str], ...]:
        """(ratio, words) at each power of two; steps of two powers where there are many."""
        powers = range(self.low, self.high + 1)
        kept = [power for power in powers if len(powers) <= 6 or power % 2 == 0]
        return tuple((2.0**power, SMALL.get(power) or f"{2**power} times") for power in kept)


def ratio_scale(
    values: Iterable[float | None], *, left: float, right: float, low: int = -1, high: int = 2
) -> RatioScale:
    """A scale that holds every value, and half to four times in any case; missing ones and 0 are passed over."""
    powers = [math.log2(value) for value in values if value is not None and value > 0]
    least = max(min([low, *(math.floor(power) for power in powers)]), LEAST)
    most = min(max([high, *(math.ceil(power - 1e-9) for power in powers)]), MOST)
    return RatioScale(least, most, left, right)
