"""`make load-test`: 500 readers for a minute on two workers. p95 under 300 ms and no error, or the exit code is 1."""

from __future__ import annotations

import asyncio
import json
import os
import time
from contextlib import nullcontext
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from benchmarks.measuring import as_table
from benchmarks.readers.figures import BAR_SECONDS, Waits, tables
from benchmarks.readers.publications import under_load
from benchmarks.readers.reader import Log, everyone
from benchmarks.readers.served import Served, serving
from benchmarks.readers.site import look_at

KEPT = Path(__file__).parents[2] / "build" / "load-test.json"


def main(
    readers: Annotated[int, typer.Option(help="How many read at the same time.")] = 500,
    seconds: Annotated[float, typer.Option(help="For how long.")] = 60.0,
    workers: Annotated[int, typer.Option(help="Workers of the server that is started.")] = 2,
    url: Annotated[str, typer.Option(help="A site that runs already, instead of one that is started.")] = "",
    seed: Annotated[int, typer.Option(help="Other readers, of the same kind.")] = 1,
    publications: Annotated[int, typer.Option(help="New editions put in use meanwhile; 6 or more, or none.")] = 0,
) -> None:
    """Simulate readers, print what they waited, and keep it in build/load-test.json."""
    if publications:
        raise typer.Exit(_with_publications(readers, seconds, workers, publications))
    before = os.getloadavg()[0]
    with nullcontext(Served(url)) if url else serving(workers=workers) as served:
        site = look_at(served.base)
        used, own = served.processor_seconds(), time.process_time()
        log = asyncio.run(everyone(served.base, site, readers=readers, seconds=seconds, seed=seed))
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


def _with_publications(readers: int, seconds: float, workers: int, publications: int) -> int:
    """1 where a line does not keep to its bar."""
    console = Console()
    lines = under_load(console, readers=readers, seconds=seconds, workers=workers, publications=publications)
    console.print(as_table("publications", lines))
    KEPT.parent.mkdir(exist_ok=True)
    said = json.dumps([line.as_dict() for line in lines], indent=2)
    KEPT.with_name("load-test-publications.json").write_text(f"{said}\n", encoding="utf-8")
    return int(not all(line.is_met for line in lines))


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
