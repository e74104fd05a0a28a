"""Round edges between the classes of a map."""

from __future__ import annotations

import math
from collections.abc import Sequence

CHANGE_BREAKS = (-30.0, -15.0, -5.0, 5.0, 15.0, 30.0)
NICE = (1.0, 2.0, 2.5, 5.0)
LEAST_SPREAD = 1e-12  # figures closer than this are equal; steps between them would vanish


def round_breaks(fifths: Sequence[float], *, whole: bool) -> tuple[float, ...]:
    """`fifths` (increasing) moved to round numbers that still increase; whole numbers when `whole`.

    The step is the largest round one (1, 2, 2.5 or 5 times a power of ten) that keeps all edges apart and moves none by
    more than half of the smallest distance that matters, a fifth of their range.
    """
    spread = max(fifths) - min(fifths)
    size = spread / 2 if spread > LEAST_SPREAD else max(abs(max(fifths)), 1.0)
    for step in _steps_below(size, whole=whole):
        edges = [step * round(value / step) for value in fifths]
        if min(edges) > 0 and all(a < b for a, b in zip(edges, edges[1:], strict=False)) and _close(edges, fifths):
            return tuple(_tidy(edge) for edge in edges)
    return _counting_up(fifths)


def _steps_below(size: float, *, whole: bool) -> list[float]:
    power = math.floor(math.log10(size))
    steps = [nice * 10.0**p for p in range(power, power - 5, -1) for nice in reversed(NICE)]
    return [s for s in steps if s <= size and (not whole or s >= 1 and s == int(s))]


def _close(edges: Sequence[float], fifths: Sequence[float]) -> bool:
    allowed = (max(fifths) - min(fifths)) / 5
    return all(abs(edge - value) <= allowed / 2 for edge, value in zip(edges, fifths, strict=True))


def _tidy(edge: float) -> float:
    return float(f"{edge:.10g}")


def _counting_up(fifths: Sequence[float]) -> tuple[float, ...]:
    """For figures too small or too equal to divide: whole numbers from the lowest, at least 1."""
    first = max(1, round(min(fifths)))
    return tuple(float(first + i) for i in range(len(fifths)))
