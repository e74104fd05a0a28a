"""What the overview, the trends and the exceptions ask of an edition, against one bare query that reads the same rows.

Each page is timed in a process of its own, kept to one core where the system can. Cold is the first time in a process,
the opening of the edition included, though its file may lie in the system's cache; warm is the best of the times after.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
from rich.console import Console

from benchmarks.editions import editions_to_measure, file_of
from benchmarks.measuring import Line
from data.catalogue import Catalogue, catalogue
from data.exceptions import gathered, top
from data.overview import view as overview_view
from data.trends import view as trends_view
from data.warehouse import CONFIG, Edition, Warehouse
from geo.areas import LONDON_CODE

ASKED = {"to": "2017-06"}
ISSUE_MS = {"cold": 200, "warm": 50}  # what the pages were asked to keep to, on one core
WARM_RUNS, PROCESSES = 20, 3
Gather = Callable[[Edition, Catalogue], object]


@dataclass(frozen=True)
class Asking:
    """A page, the query that reads its rows of the signals and no more, and the most that ours may be of it."""

    gather: Gather
    bare: str
    bars: dict[str, float]


def _trends(edition: Edition, known: Catalogue) -> None:
    found = trends_view.trends(edition, known, ASKED)
    top(edition, known, found["selection"].month)


PAGES = {
    "Overview": Asking(
        lambda edition, known: overview_view.gathered(edition, known, ASKED),
        f"""SELECT * FROM monthly_signal WHERE area_code = '{LONDON_CODE}'
            AND month BETWEEN DATE '2012-08-01' AND DATE '2017-06-01'""",
        {"cold": 3.0, "warm": 5.0},
    ),
    "Trends": Asking(
        _trends,
        f"""SELECT * FROM monthly_signal WHERE area_code = '{LONDON_CODE}'
            AND measure_id = '{catalogue().default_measure}' AND month <= DATE '2017-06-01'""",
        {"cold": 6.0, "warm": 14.0},
    ),
    "Exceptions": Asking(
        lambda edition, known: gathered(edition, known, ASKED),
        "SELECT * FROM monthly_signal WHERE month = DATE '2017-06-01'",
        {"cold": 3.0, "warm": 2.0},
    ),
}


def lines(console: Console) -> list[Line]:
    """Each page, cold and warm."""
    with editions_to_measure(console) as editions:
        return [line for page in PAGES for line in _page(console, page, editions.folder)]


def _page(console: Console, page: str, editions: Path) -> list[Line]:
    command = [sys.executable, "-m", "benchmarks.overview", page, str(editions)]
    here = Path(__file__).parents[1]
    runs = [json.loads(subprocess.run(command, capture_output=True, text=True, check=True, cwd=here).stdout)
            for _ in range(PROCESSES)]  # fmt: skip
    found = []
    for kind, asked in ISSUE_MS.items():
        bare, ours = (min(run[kind][place] for run in runs) for place in (0, 1))
        console.print(f"{page}, {kind}: {1000 * ours:.0f} ms on one core; asked for under {asked} ms")
        found.append(Line(f"{page}, {kind}", bare, ours, PAGES[page].bars[kind]))
    return found


def timed(page: str, editions: Path) -> dict[str, tuple[float, float]]:
    """Seconds of the bare query and of our gathering, cold and warm, in this process."""
    asking, known = PAGES[page], catalogue()
    path = file_of(editions)
    bare = _cold_and_warm(lambda: duckdb.connect(str(path), read_only=True, config=CONFIG),
                          lambda con: con.execute(asking.bare).fetchall())  # fmt: skip
    ours = _cold_and_warm(lambda: Warehouse(editions), lambda house: _ask(house, asking, known))
    return {kind: (bare[kind], ours[kind]) for kind in ISSUE_MS}


def _ask(house: Warehouse, asking: Asking, known: Catalogue) -> None:
    with house.edition() as edition:
        asking.gather(edition, known)


def _cold_and_warm(start: Callable[[], Any], ask: Callable[[Any], object]) -> dict[str, float]:
    begun = time.perf_counter()
    opened = start()
    ask(opened)
    cold, warm = time.perf_counter() - begun, []
    for _ in range(WARM_RUNS):
        begun = time.perf_counter()
        ask(opened)
        warm.append(time.perf_counter() - begun)
    if hasattr(opened, "close"):
        opened.close()  # or the next to open the file would find it open
    return {"cold": cold, "warm": min(warm)}


if __name__ == "__main__":
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, [min(os.sched_getaffinity(0))])
    print(json.dumps(timed(sys.argv[1], Path(sys.argv[2]))))
