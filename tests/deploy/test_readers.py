"""The simulated readers: they ask what a browser asks, and what is said of their waits is what they waited."""

from __future__ import annotations

import asyncio
import threading
from collections import Counter
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from werkzeug.serving import make_server

from app import create_app
from benchmarks.readers.connection import Connection, Lost
from benchmarks.readers.figures import tables
from benchmarks.readers.mix import Step, Wanderer
from benchmarks.readers.reader import Log, Reader
from benchmarks.readers.site import Site, look_at


def run(work: Coroutine[Any, Any, Any]) -> Any:
    """In a thread of its own: a browser's tests in the same process may leave a loop running in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


@pytest.fixture(scope="module")
def port(demonstration_editions: Path) -> Iterator[int]:
    server = make_server("127.0.0.1", 0, create_app(demonstration_editions).server, threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield int(server.server_port)
    server.shutdown()


def test_waits_on_paper() -> None:
    log = Log(asked=[("page", 0.1, 1), ("page", 0.3, 25), ("change", 0.2, 30)])
    every, settled, *kinds = tables(log)
    assert (every.requests, every.longest, settled.requests, settled.p50) == (3, 0.3, 2, 0.2)
    assert [(k.kind, k.requests) for k in kinds] == [("change", 1), ("page", 2)]
    assert tables(Log()) == []


def test_readers_read_and_differ_but_the_same_seed_gives_the_same() -> None:
    site = Site(("a", "b", "c"), ("2026-06", "2026-05"), ("camden", "barnet"), (), {})
    walks = [[w.first(), *(w.next() for _ in range(400))] for w in (Wanderer(site, 1), Wanderer(site, 1))]
    assert walks[0] == walks[1] != [(w := Wanderer(site, 2)).first(), *(w.next() for _ in range(400))]
    kinds = Counter(step.what for step in walks[0])
    assert kinds["page"] > 150 and kinds["change"] > 70 and kinds["file"] > 5
    assert all(2 <= Wanderer(site, n).wait() <= 8 for n in range(50))


def test_a_reader_asks_what_a_browser_asks(port: int) -> None:
    site = look_at(f"http://127.0.0.1:{port}")
    assert len(site.measures) > 10 and len(site.boroughs) == 32 and "2018-06" in site.months
    assert len(site.static) >= 3 and {"address", "trends-address"} <= site.changes.keys()
    log = Log()
    reader = Reader(Wanderer(site, 1), Connection("127.0.0.1", port), log)

    async def walk() -> None:
        for step in (Step("page", "/crime-map"), Step("change", "/crime-map", "?measure=robbery&area=camden"),
                     Step("change", "/crime-map", "?measure=robbery&area=barnet"), Step("page", "/crime-map"),
                     Step("page", "/trends"), Step("change", "/trends", "?months=60"),
                     Step("file", "/crime-map.csv", "?measure=robbery")):  # fmt: skip
            await reader._take(step)
        reader.connection.close()

    run(walk())
    assert log.errors == []
    kinds = Counter(kind for kind, _, _ in log.asked)
    assert kinds == {"page": 2, "not modified": 1, "static": len(site.static), "change": 3, "file": 1}
    assert reader.said["shown"].startswith("?series=") and reader.said["edition"].startswith("demonstration-")
    assert tables(log)[0].p95 > 0 and log.bytes > 100_000


def test_nobody_there_is_an_error_and_not_a_wait() -> None:
    with pytest.raises(Lost, match="GET /: ConnectionRefusedError"):
        run(Connection("127.0.0.1", 1).ask("GET", "/", {}))
