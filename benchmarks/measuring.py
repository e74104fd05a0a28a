"""Timing two things in turn, so that whatever else the machine does falls on both."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Line:
    """One comparison. `bar` is the most that `ours / bare` may be."""

    what: str
    bare_seconds: float
    our_seconds: float
    bar: float

    @property
    def ratio(self) -> float:
        return self.our_seconds / self.bare_seconds

    @property
    def is_met(self) -> bool:
        return self.ratio <= self.bar

    def cells(self) -> tuple[str, ...]:
        met = "met" if self.is_met else "NOT MET"
        return (self.what, f"{self.bare_seconds:.3f} s", f"{self.our_seconds:.3f} s", f"{self.ratio:.2f}x",
                f"{self.bar:g}x", met)  # fmt: skip

    def as_dict(self) -> dict[str, object]:
        return asdict(self) | {"ratio": round(self.ratio, 3), "is_met": self.is_met}


def compare(what: str, *, bare: Callable[[], object], ours: Callable[[], object], bar: float, runs: int = 5) -> Line:
    """The smallest of `runs` timings of each, taken in turn. Work that times itself returns its seconds."""
    times: list[tuple[float, float]] = [(_seconds(bare), _seconds(ours)) for _ in range(runs)]
    return Line(what, min(t[0] for t in times), min(t[1] for t in times), bar)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    told = work()
    return told if isinstance(told, float) else time.perf_counter() - start
