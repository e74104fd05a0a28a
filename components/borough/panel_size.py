"""Where things stand in a priority's chart, at a desk and on a phone."""

from __future__ import annotations

from dataclasses import dataclass

MONTHS = 36


@dataclass(frozen=True)
class Size:
    """Drawn anew for each width, never shrunk; px."""

    width: int
    left: int
    right: int
    height: int
    top: int = 18

    @property
    def step(self) -> float:
        return (self.right - self.left) / MONTHS

    def x(self, place: int) -> float:
        return self.left + (place + 0.5) * self.step

    @property
    def bottom(self) -> int:
        return self.top + self.height


WIDE, NARROW = Size(700, 46, 606, 150), Size(358, 40, 268, 120)
