"""500 changes of the map a second, asked at their times whether or not the answers before them have come.

A wait counts from the time at which a change was to be asked, so that a slow answer counts for all that it holds up.
"""

from __future__ import annotations

import asyncio
import random
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from benchmarks.measuring import percentile
from benchmarks.readers.connection import Connection, Lost
from benchmarks.readers.reader import BROWSER, CALLBACKS

READERS, A_SECOND = 50, 500
HEADERS = {**BROWSER, "Content-Type": "application/json"}


@dataclass
class Waits:
    """Seconds that each change took; `unanswered` had waited so long when the time was over."""

    answered: list[float] = field(default_factory=list)
    unanswered: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def percentile(self, share: float) -> float:
        """Of all that were to be asked: what was not answered counts with the time it had waited."""
        return percentile(sorted([*self.answered, *self.unanswered]), share)


def ask_steadily(base: str, bodies: Callable[[int], Iterator[bytes]], seconds: float) -> Waits:
    """READERS readers, of whom each takes its bodies from `bodies(its number)`, for some seconds."""
    return asyncio.run(_all(base, bodies, seconds))


async def _all(base: str, bodies: Callable[[int], Iterator[bytes]], seconds: float) -> Waits:
    place, waits, began = urlsplit(base), Waits(), time.monotonic() + 0.1
    connections = [Connection(place.hostname or "127.0.0.1", place.port or 80) for _ in range(READERS)]
    await asyncio.gather(*(
        _read(connection, bodies(number), began + number / A_SECOND, began + seconds, waits)
        for number, connection in enumerate(connections)
    ))  # fmt: skip
    return waits


async def _read(connection: Connection, bodies: Iterator[bytes], first: float, until: float, waits: Waits) -> None:
    apart, due = READERS / A_SECOND, first
    while due < until:
        await asyncio.sleep(max(0.0, due - time.monotonic()))
        if time.monotonic() >= until:
            waits.unanswered.append(until - due)
        else:
            try:
                answer = await connection.ask("POST", CALLBACKS, HEADERS, next(bodies))
                waits.answered.append(time.monotonic() - due)
                if answer.status != 200:
                    waits.errors.append(str(answer.status))
            except Lost as error:
                waits.errors.append(str(error))
        due += apart
    connection.close()


def shifted(step: Iterator[bytes], seed: int) -> Iterator[bytes]:
    """Begin within a visit: readers who came at different times."""
    for _ in range(random.Random(seed).randrange(8)):
        next(step)
    return step


def answers_so_far(base: str) -> dict[str, float]:
    """How many answers were made, kept from before or unchanged, by the site's own count."""
    with urllib.request.urlopen(f"{base}/metrics", timeout=30) as answer:
        return counted(answer.read().decode())


def counted(figures: str) -> dict[str, float]:
    """`lpp_answers_total{how="kept"} 12.0` and the like as {"kept": 12}."""
    start = 'lpp_answers_total{how="'
    lines = [line.removeprefix(start) for line in figures.splitlines() if line.startswith(start)]
    return {how: float(number) for how, _, number in (line.partition('"} ') for line in lines)}
