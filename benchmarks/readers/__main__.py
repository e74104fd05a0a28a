"""`make load-test`: 500 readers for a minute on two workers. p95 under 300 ms and no error, or the exit code is 1."""

from __future__ import annotations

import asyncio
import json
import os
import random
import time
from contextlib import nullcontext
from dataclasses import asdict
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer
from rich.console import Console
from rich.table import Table

from benchmarks.readers.connection import Connection
from benchmarks.readers.figures import BAR_SECONDS, Waits, tables
from benchmarks.readers.mix import Wanderer
from benchmarks.readers.reader import Log, Reader
from benchmarks.readers.served import Served, serving
from benchmarks.readers.site import Site, look_at

KEPT = Path(__file__).parents[2] / "build" / "load-test.json"
ARRIVE_WITHIN = 8.0  # seconds; nobody's 500 readers come in the same instant


def main(
    readers: Annotated[int, typer.Option(help="How many read at the same time.")] = 500,
    seconds: Annotated[float, typer.Option(help="For how long.")] = 60.0,
    workers: Annotated[int, typer.Option(help="Workers of the server that is started.")] = 2,
    url: Annotated[str, typer.Option(help="A site that runs already, instead of one that is started.")] = "",
    seed: Annotated[int, typer.Option(help="Other readers, of the same kind.")] = 1,
) -> None:
    """Simulate readers, print what they waited, and keep it in build/load-test.json."""
    before = os.getloadavg()[0]
    with nullcontext(Served(url)) if url else serving(workers=workers) as served:
        site = look_at(served.base)
        used, own = served.processor_seconds(), time.process_time()
        log = asyncio.run(_all(served.base, site, readers=readers, seconds=seconds, seed=seed))
        spent = None if used is None else (served.processor_seconds() or 0) - used
        cpu = time.process_time() - own
    waits = tables(log)
    _show(Console(), waits, log, seconds=seconds, busy=before, client=cpu, server=spent)
    met = bool(waits) and waits[0].p95 < BAR_SECONDS and not log.errors
    KEPT.parent.mkdir(exist_ok=True)
    KEPT.write_text(json.dumps({
        "readers": readers, "seconds": seconds, "workers": None if url else workers, "is_met": met,
        "load_before": before, "cores": os.cpu_count(), "client_cpu_seconds": round(cpu, 2),
        "server_cpu_seconds": spent,
        "requests": len(log.asked),
        "bytes": log.bytes, "errors": len(log.errors), "waits": [asdict(wait) for wait in waits],
    }, indent=2) + "\n", encoding="utf-8")  # fmt: skip
    raise typer.Exit(0 if met else 1)


async def _all(base: str, site: Site, *, readers: int, seconds: float, seed: int) -> Log:
    place, chance, log = urlsplit(base), random.Random(seed), Log()
    until = time.monotonic() + seconds
    host, port = place.hostname or "127.0.0.1", place.port or 80
    everyone = [Reader(Wanderer(site, seed * 10_000 + n), Connection(host, port), log) for n in range(readers)]
    await asyncio.gather(*(r.read(delay=chance.uniform(0, ARRIVE_WITHIN), until=until) for r in everyone))
    return log


def _show(
    console: Console, waits: list[Waits], log: Log, *, seconds: float, busy: float, client: float, server: float | None
) -> None:
    heads = ("Requests", "Number", "p50", "p95", "p99", "Longest")
    table = Table(*heads, title="What readers waited", title_justify="left")
    for wait in waits:
        times = (f"{1000 * t:.0f} ms" for t in (wait.p50, wait.p95, wait.p99, wait.longest))
        table.add_row(wait.kind, f"{wait.requests:,}", *times)
    console.print(table)
    each = f", {1000 * server / len(log.asked):.1f} ms a request" if server and log.asked else ""
    console.print(
        f"{len(log.asked) / seconds:.0f} requests a second, {log.bytes / 1e6:.0f} MB, {len(log.errors)} errors. "
        f"Processor time: {server or 0:.0f} s for the site{each}; {client:.0f} s for the readers, "
        f"on the same {os.cpu_count()} cores, whose load was {busy:.1f} before."
    )
    for error in log.errors[:10]:
        console.print(f"  {error}", markup=False)


if __name__ == "__main__":
    typer.run(main)
