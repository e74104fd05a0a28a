"""What a page costs: made by the site each time, which is the site alone; from its own memory; and kept by nginx.

The bar is for the first. The site's memory of its answers is a cache of the same kind as nginx's, found before the
application is asked: how the two compare is told without a bar. The client runs on the same processors and takes about
as much of them as nginx does, so that requests a second say too little of nginx; what each spends of processor time on
a page does not know of the client.
"""

from __future__ import annotations

import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from rich.console import Console

from benchmarks import wrk
from benchmarks.editions import Editions, editions_to_measure
from benchmarks.measuring import Line, compare
from benchmarks.proxy.nginx import nginx, render, running
from benchmarks.readers.served import Served, serving
from benchmarks.wrk import Asked

PAGE = "/crime-map"
SECONDS = 5
TWENTY = 1 / 20  # of what the site takes alone


def lines(console: Console, *, runs: int = 3) -> list[Line]:
    """Three comparisons, where there are nginx and wrk; none, with a word why, where there are not."""
    if nginx() is None or not wrk.is_there():
        console.print("Left out: the proxy before the site. It needs nginx and wrk (apt-get install nginx wrk).")
        return []
    with editions_to_measure(console) as editions:
        with _both(editions, memory="0") as (site, proxy):
            what = "1,000 pages: kept by nginx / made by the site each time"
            made = compare(what, bare=partial(_took, site, 2), ours=partial(_took, proxy, 2), bar=TWENTY, runs=runs)
        with _both(editions, memory="16") as (site, proxy):
            times = [min(_took(each, 16) for _ in range(runs)) for each in (site, proxy)]
            spent = [min(_spent(each, 16) for _ in range(runs)) for each in (site, proxy)]
    console.print(
        f"Kept by the site itself: {1000 / times[0]:,.0f} pages a second and {1000 * spent[0] / 1000:.3f} ms of "
        f"processor time for each. Kept by nginx: {1000 / times[1]:,.0f} a second ({times[0] / times[1]:.1f} times as "
        f"many, with the client on the same processors) and {1000 * spent[1] / 1000:.3f} ms "
        f"(1/{spent[0] / spent[1]:.0f})."
    )
    return [made]


@contextmanager
def _both(editions: Editions, *, memory: str) -> Iterator[tuple[Served, Served]]:
    """The site with two workers, and nginx before it; both have made the page, and nginx keeps it."""
    settings = {"LPP_EDITIONS": str(editions.folder), "WEB_ANSWERS_MB": memory,
                "WEB_SHARED_MB": memory}  # fmt: skip
    with tempfile.TemporaryDirectory() as folder, serving(workers=2, **settings) as site:
        proxy = render(Path(folder), site=urlsplit(site.base).netloc, tls=False, unlimited=True, processes=2)
        with running(proxy):
            process = int((proxy.folder / "pid").read_text(encoding="ascii"))
            before = Served(f"http://127.0.0.1:{proxy.plain}", process)
            for each in (site, before) * 6:
                _ask(each.base)
            yield site, before


def _took(served: Served, connections: int) -> float:
    """Seconds for 1,000 pages."""
    return 1000 / _load(served.base, connections).a_second


def _spent(served: Served, connections: int) -> float:
    """Seconds of processor time for 1,000 pages. Raises RuntimeError where the system does not say."""
    before = served.processor_seconds()
    pages = _load(served.base, connections).number
    after = served.processor_seconds()
    if before is None or after is None:
        raise RuntimeError("this system does not say what a process has used; the comparison needs Linux")
    return 1000 * (after - before) / pages


def _load(base: str, connections: int) -> Asked:
    return wrk.get(base + PAGE, connections=connections, seconds=SECONDS)


def _ask(base: str) -> None:
    request = urllib.request.Request(base + PAGE, headers={"Accept-Encoding": "br"})
    urllib.request.urlopen(request, timeout=30).close()
