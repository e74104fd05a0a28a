"""What the waits of all readers come to."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.measuring import percentile
from benchmarks.readers.reader import Log

BAR_SECONDS = 0.300
SETTLED_AFTER = 20.0  # seconds, by when what is asked for most has been answered once


@dataclass(frozen=True)
class Waits:
    """Of one kind of request. Seconds; p50, p95 and p99 are the waits that so many of 100 stayed within."""

    kind: str
    requests: int
    p50: float
    p95: float
    p99: float
    longest: float

    @classmethod
    def of(cls, kind: str, seconds: list[float]) -> Waits:
        ordered = sorted(seconds)
        return cls(kind, len(ordered), *(percentile(ordered, q) for q in (0.5, 0.95, 0.99)), ordered[-1])


def tables(log: Log) -> list[Waits]:
    """All requests, all after the start, then each kind."""
    if not log.asked:
        return []
    every = [seconds for _, seconds, _ in log.asked]
    settled = [seconds for _, seconds, at in log.asked if at > SETTLED_AFTER]
    kinds = sorted({kind for kind, _, _ in log.asked})
    by_kind = [Waits.of(kind, [s for k, s, _ in log.asked if k == kind]) for kind in kinds]
    after = [Waits.of(f"all after {SETTLED_AFTER:.0f} s", settled)] if settled else []
    return [Waits.of("all", every), *after, *by_kind]
