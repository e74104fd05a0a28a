"""How many pages a second go out: made by the site each time, from its own memory, and kept by nginx before it."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

from rich.console import Console

from benchmarks.measuring import Line, compare
from benchmarks.proxy.nginx import nginx, render, running
from benchmarks.readers.served import serving

PAGE = "/crime-map"
SECONDS = 5
# Of the time that the site takes. What it remembers itself it gives out fast already.
BAR_MADE, BAR_KEPT = 1 / 20, 1 / 5
RATE = re.compile(r"Requests/sec:\s+([\d.]+)")
FAILED = re.compile(r"Non-2xx or 3xx responses: \d+|Socket errors: .*")


def lines(console: Console, *, runs: int = 3) -> list[Line]:
    """Two comparisons, where there are nginx and wrk; none, with a word why, where there are not."""
    if nginx() is None or shutil.which("wrk") is None:
        console.print("Left out: the proxy before the site. It needs nginx and wrk (apt-get install nginx wrk).")
        return []
    made = _line("made by the site each time", memory="0", connections=2, bar=BAR_MADE, runs=runs)
    kept = _line("kept in the site's own memory", memory="16", connections=32, bar=BAR_KEPT, runs=runs)
    return [made, kept]


def _line(what: str, *, memory: str, connections: int, bar: float, runs: int) -> Line:
    """1,000 pages: the site alone, and nginx that keeps the page. Never more at once than the site has threads for."""
    with tempfile.TemporaryDirectory() as folder, serving(workers=2, WEB_ANSWERS_MB=memory) as site:
        proxy = render(Path(folder), site=urlsplit(site).netloc, tls=False, unlimited=True, processes=2)
        before = f"http://127.0.0.1:{proxy.plain}"
        with running(proxy):
            for base in (site, before) * 6:  # both workers have made it, and nginx keeps it
                _ask(base)
            return compare(
                f"1,000 pages: kept by nginx / {what}", bar=bar, runs=runs,
                bare=lambda: 1000 / rate(site, connections), ours=lambda: 1000 / rate(before, connections),
            )  # fmt: skip


def rate(base: str, connections: int) -> float:
    """Answers a second. Raises RuntimeError where one was not 200."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{SECONDS}s", "--timeout", "30s", "-H", "Accept-Encoding: br"]
    said = subprocess.run([*command, base + PAGE], check=True, capture_output=True, text=True).stdout
    found = RATE.search(said)
    if found is None or FAILED.search(said):
        raise RuntimeError(f"wrk: {said}")
    return float(found[1])


def _ask(base: str) -> None:
    request = urllib.request.Request(base + PAGE, headers={"Accept-Encoding": "br"})
    urllib.request.urlopen(request, timeout=30).close()
