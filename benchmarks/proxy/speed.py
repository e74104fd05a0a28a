"""What a page costs: made by the site each time, from its own memory, and kept by nginx before it.

The client runs on the same processors and takes about as much of them as nginx does, so that requests a second say too
little of nginx; what each spends of processor time on a page does not know of the client.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from rich.console import Console

from benchmarks.measuring import Line, compare
from benchmarks.proxy.nginx import nginx, render, running
from benchmarks.readers.served import Served, serving

PAGE = "/crime-map"
SECONDS = 5
TWENTY, TEN = 1 / 20, 1 / 10  # of what the site takes alone
RATE = re.compile(r"(\d+) requests in.*Requests/sec:\s+([\d.]+)", re.DOTALL)
FAILED = re.compile(r"Non-2xx or 3xx responses: \d+|Socket errors: .*")


def lines(console: Console, *, runs: int = 3) -> list[Line]:
    """Three comparisons, where there are nginx and wrk; none, with a word why, where there are not."""
    if nginx() is None or shutil.which("wrk") is None:
        console.print("Left out: the proxy before the site. It needs nginx and wrk (apt-get install nginx wrk).")
        return []
    with _both(memory="0") as (site, proxy):
        what = "1,000 pages: kept by nginx / made by the site each time"
        made = compare(what, bare=lambda: _took(site, 2), ours=lambda: _took(proxy, 2), bar=TWENTY, runs=runs)
    with _both(memory="16") as (site, proxy):
        what = "1,000 pages: kept by nginx / kept by the site itself"
        kept = compare(what, bare=lambda: _took(site, 16), ours=lambda: _took(proxy, 16), bar=TEN, runs=runs)
        what = "the same, in processor time"
        spent = compare(what, bare=lambda: _spent(site, 16), ours=lambda: _spent(proxy, 16), bar=TWENTY, runs=runs)
    return [made, kept, spent]


@contextmanager
def _both(*, memory: str) -> Iterator[tuple[Served, Served]]:
    """The site with two workers, and nginx before it; both have made the page, and nginx keeps it."""
    with tempfile.TemporaryDirectory() as folder, serving(workers=2, WEB_ANSWERS_MB=memory) as site:
        proxy = render(Path(folder), site=urlsplit(site.base).netloc, tls=False, unlimited=True, processes=2)
        with running(proxy):
            process = int((proxy.folder / "pid").read_text(encoding="ascii"))
            before = Served(f"http://127.0.0.1:{proxy.plain}", process)
            for each in (site, before) * 6:
                _ask(each.base)
            yield site, before


def _took(served: Served, connections: int) -> float:
    """Seconds for 1,000 pages."""
    return 1000 / _load(served.base, connections)[1]


def _spent(served: Served, connections: int) -> float:
    """Seconds of processor time for 1,000 pages. Raises RuntimeError where the system does not say."""
    before = served.processor_seconds()
    pages, _ = _load(served.base, connections)
    after = served.processor_seconds()
    if before is None or after is None:
        raise RuntimeError("this system does not say what a process has used; the comparison needs Linux")
    return 1000 * (after - before) / pages


def _load(base: str, connections: int) -> tuple[int, float]:
    """Pages, and pages a second. Raises RuntimeError where one was not 200."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{SECONDS}s", "--timeout", "30s", "-H", "Accept-Encoding: br"]
    said = subprocess.run([*command, base + PAGE], check=True, capture_output=True, text=True).stdout
    found = RATE.search(said)
    if found is None or FAILED.search(said) or int(found[1]) == 0:
        raise RuntimeError(f"wrk: {said}")
    return int(found[1]), float(found[2])


def _ask(base: str) -> None:
    request = urllib.request.Request(base + PAGE, headers={"Accept-Encoding": "br"})
    urllib.request.urlopen(request, timeout=30).close()
