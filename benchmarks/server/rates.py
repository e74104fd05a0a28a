"""Requests a second of one worker with four threads: the page and changes of the map, in turn with an empty route."""

from __future__ import annotations

import random
import statistics
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice

from rich.console import Console

from benchmarks import wrk
from benchmarks.editions import Editions
from benchmarks.measuring import Share
from benchmarks.readers.reader import CALLBACKS
from benchmarks.readers.served import Program, serving
from benchmarks.readers.site import changes_at
from benchmarks.server.changes import ADDRESS, Choices, never_asked, poster, visits
from benchmarks.server.workers import memory_of

PAGE = "/crime-map"
EMPTY = Program("benchmarks.server.empty:server", "benchmarks/server/empty.conf.py", "/")
ROUNDS, SECONDS, CONNECTIONS = 7, 2, 8
WARM_BODIES = 40
MOST_A_SECOND = 2_000  # changes never asked before that are made ready for each second of a run
BARS = {"page": 0.40, "warm": 0.50, "cold": 0.15}
WORDS = {
    "page": "the page, asked before", "warm": "a change of the map, asked before",
    "cold": "a change of the map, never asked before",
}  # fmt: skip


@dataclass
class Site:
    """The worker that is measured: what it is asked, and what of it was never asked."""

    base: str
    body: Callable[[object], bytes]
    choices: Choices
    fresh: list[bytes] = field(default_factory=list)

    def warm(self) -> float:
        """The bodies are asked once before, so that what came between cannot have pushed them out."""
        bodies = [self.body(step) for step in islice(visits(self.choices, 1), WARM_BODIES)]
        for body in bodies:
            _ask(self.base + CALLBACKS, body)
        random.Random(1).shuffle(bodies)
        return wrk.post(self.base + CALLBACKS, bodies, connections=CONNECTIONS, seconds=SECONDS).a_second

    def cold(self) -> float:
        number = MOST_A_SECOND * SECONDS
        bodies, self.fresh = self.fresh[:number], self.fresh[number:]
        return wrk.post(self.base + CALLBACKS, bodies, connections=CONNECTIONS, seconds=SECONDS, once=True).a_second

    def page(self) -> float:
        _ask(self.base + PAGE)
        return wrk.get(self.base + PAGE, connections=CONNECTIONS, seconds=SECONDS).a_second


def shares(console: Console, editions: Editions, choices: Choices) -> list[Share]:
    """Medians of ROUNDS, in each of which every kind has its turn beside the empty route."""
    settings = {"LPP_EDITIONS": str(editions.folder), "WEB_THREADS": "4"}
    with serving(EMPTY, workers=1, **settings) as empty, serving(workers=1, **settings) as served:
        body = poster(changes_at(served.base)[ADDRESS], editions.name)
        steps = islice(never_asked(choices, 2), ROUNDS * MOST_A_SECOND * SECONDS)
        site = Site(served.base, body, choices, [body(step) for step in steps])  # type: ignore[arg-type]
        kinds = {"page": site.page, "warm": site.warm, "cold": site.cold}
        bare, ours = ({kind: list[float]() for kind in kinds} for _ in range(2))
        for _ in range(ROUNDS):
            for kind, rate in kinds.items():
                bare[kind].append(wrk.get(f"{empty.base}/", connections=CONNECTIONS, seconds=1).a_second)
                ours[kind].append(rate())
        told = "; ".join(f"{kind} {min(rates):,.0f} to {max(rates):,.0f} (empty {min(bare[kind]):,.0f} to "
                         f"{max(bare[kind]):,.0f})" for kind, rates in ours.items())  # fmt: skip
        console.print(f"Requests a second in {ROUNDS} rounds: {told}. "
                      f"The worker's memory after them: {memory_of(served)}.")  # fmt: skip
    return [Share(f"Requests a second: {WORDS[kind]}", statistics.median(bare[kind]), statistics.median(ours[kind]),
                  BARS[kind]) for kind in kinds]  # fmt: skip


def _ask(url: str, body: bytes | None = None) -> None:
    headers = {"Accept-Encoding": "br", "Content-Type": "application/json"}
    urllib.request.urlopen(urllib.request.Request(url, body, headers), timeout=30).close()
