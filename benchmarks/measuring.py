"""Timing two things in turn, so that whatever else the machine does falls on both; and what is said of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Protocol

from rich.table import Table


class Result(Protocol):
    """A row of the table: something measured, with a bar."""

    @property
    def what(self) -> str: ...

    @property
    def is_met(self) -> bool: ...

    def cells(self) -> tuple[str, ...]:
        """What, bare, ours, ratio, bar, verdict."""

    def as_dict(self) -> dict[str, object]: ...


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
        return (self.what, f"{self.bare_seconds:.3f} s", f"{self.our_seconds:.3f} s", times(self.ratio),
                times(self.bar), verdict(self.is_met))  # fmt: skip

    def as_dict(self) -> dict[str, object]:
        return asdict(self) | {"ratio": round(self.ratio, 3), "is_met": self.is_met}


@dataclass(frozen=True)
class Share:
    """Two rates a second. `bar` is the least that `ours / bare` may be."""

    what: str
    bare_rate: float
    our_rate: float
    bar: float

    @property
    def ratio(self) -> float:
        return self.our_rate / self.bare_rate

    @property
    def is_met(self) -> bool:
        return self.ratio >= self.bar

    def cells(self) -> tuple[str, ...]:
        return (self.what, f"{self.bare_rate:,.0f}/s", f"{self.our_rate:,.0f}/s", f"{self.ratio:.1%}",
                f"at least {self.bar:.0%}", verdict(self.is_met))  # fmt: skip

    def as_dict(self) -> dict[str, object]:
        return asdict(self) | {"ratio": round(self.ratio, 4), "is_met": self.is_met}


@dataclass(frozen=True)
class Bound:
    """A figure by itself in `unit`. `bar` is the most that it may be: that much still meets it."""

    what: str
    found: float
    bar: float
    unit: str
    digits: int = 0

    @property
    def is_met(self) -> bool:
        return self.found <= self.bar

    def cells(self) -> tuple[str, ...]:
        return (self.what, "", f"{self.found:,.{self.digits}f} {self.unit}".strip(), f"{self.found / self.bar:.2f}x"
                if self.bar else "", f"at most {self.bar:g} {self.unit}".strip(), verdict(self.is_met))  # fmt: skip

    def as_dict(self) -> dict[str, object]:
        return asdict(self) | {"is_met": self.is_met}


def as_table(name: str, lines: Sequence[Result]) -> Table:
    """As `make bench` prints it."""
    table = Table("What", "Bare", "Ours", "Ratio", "Bar", "", title=name.capitalize(), title_justify="left")
    for line in lines:
        table.add_row(*line.cells())
    return table


def times(ratio: float) -> str:
    """`2.50x`; a small part as what it is of: `1/20`."""
    return f"{ratio:.2f}x" if ratio >= 0.1 else f"1/{1 / ratio:.3g}"


def verdict(is_met: bool) -> str:
    return "met" if is_met else "NOT MET"


def compare(what: str, *, bare: Callable[[], object], ours: Callable[[], object], bar: float, runs: int = 5) -> Line:
    """The smallest of `runs` timings of each, taken in turn. Work that times itself returns its seconds."""
    times: list[tuple[float, float]] = [(_seconds(bare), _seconds(ours)) for _ in range(runs)]
    return Line(what, min(t[0] for t in times), min(t[1] for t in times), bar)


def percentile(ordered: list[float], share: float) -> float:
    """The smallest value that at least `share` of the values do not exceed. `ordered` ascends and is not empty."""
    return ordered[min(len(ordered) - 1, max(0, -int(-share * len(ordered) // 1) - 1))]


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    told = work()
    return told if isinstance(told, float) else time.perf_counter() - start
