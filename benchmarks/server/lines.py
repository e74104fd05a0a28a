"""The lines of `python -m benchmarks server`."""

from __future__ import annotations

import sys

from rich.console import Console

from benchmarks import wrk
from benchmarks.editions import Editions, editions_to_measure
from benchmarks.measuring import Bound, Result
from benchmarks.readers.served import ROOT, serving
from benchmarks.readers.site import changes_at
from benchmarks.server.changes import ADDRESS, Choices, choices_of, poster, visits
from benchmarks.server.rates import shares
from benchmarks.server.steady import A_SECOND, READERS, answers_so_far, ask_steadily, shifted
from benchmarks.server.workers import loaded_in, memory_of, prepare_static, start_seconds

WARM_UP, SECONDS = 5.0, 20.0


def lines(console: Console) -> list[Result]:
    """Rates against an empty route, 500 changes a second, what a worker takes and how fast it starts."""
    with editions_to_measure(console) as editions:
        prepare_static(ROOT, sys.executable)
        choices, found = choices_of(editions), list[Result]()
        if wrk.is_there():
            found += shares(console, editions, choices)
        else:
            console.print(f"Left out: requests a second. They need wrk ({wrk.INSTALL}).")
        found += _steady(console, editions, choices)
        seconds = start_seconds(editions.folder)
        return [*found, Bound("From the start of gunicorn to the first page", seconds, 3, "s", 2)]


def _steady(console: Console, editions: Editions, choices: Choices) -> list[Result]:
    with serving(workers=2, LPP_EDITIONS=str(editions.folder)) as served:
        body = poster(changes_at(served.base)[ADDRESS], editions.name)
        before = [ask_steadily(served.base, lambda n: shifted(map(body, visits(choices, 1000 + n)), n), WARM_UP)]
        counted = answers_so_far(served.base)
        waits = ask_steadily(served.base, lambda n: shifted(map(body, visits(choices, 2000 + n)), n), SECONDS)
        told = {how: number - counted.get(how, 0) for how, number in answers_so_far(served.base).items()}
        memory, loaded = memory_of(served), loaded_in(served)
    from_memory = told.get("kept", 0) / max(1, sum(told.values()))
    console.print(
        f"{READERS} readers, {A_SECOND} changes a second for {SECONDS:.0f} s, after {WARM_UP:.0f} s that do not count "
        f"({len(before[0].answered):,} answered): {len(waits.answered):,} answered, {len(waits.unanswered):,} not in "
        f"time, {len(waits.errors)} failed; {from_memory:.0%} from memory. p50 {1000 * waits.percentile(0.5):,.0f} ms, "
        f"p95 {1000 * waits.percentile(0.95):,.0f} ms, p99 {1000 * waits.percentile(0.99):,.0f} ms. Choices: "
        f"measures, areas and months by Zipf, eight changes a visit. The larger worker: {memory}."
    )
    for error in waits.errors[:5]:
        console.print(f"  {error}", markup=False)
    return [
        Bound(f"{A_SECOND} changes a second, {READERS} readers: p95", 1000 * waits.percentile(0.95), 150, "ms"),
        Bound("The same: failed answers", len(waits.errors), 0, ""),
        Bound("A worker's memory after it", memory.proportional, 200, "MB"),
        Bound(f"Geography packages loaded by a worker{': ' if loaded else ''}{', '.join(loaded)}", len(loaded), 0, ""),
    ]
