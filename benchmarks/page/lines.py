"""The lines of `python -m benchmarks page`."""

from __future__ import annotations

import sys

from rich.console import Console

from benchmarks.editions import editions_to_measure
from benchmarks.measuring import Result
from benchmarks.page.changes import change_lines
from benchmarks.page.chromium import browsing, path
from benchmarks.page.visits import visit_lines
from benchmarks.readers.served import ROOT, serving
from benchmarks.server.workers import prepare_static


def lines(console: Console) -> list[Result]:
    """Two visits and many changes in a real browser; none, with a word why, where there is no browser."""
    executable = path()
    if executable is None:
        console.print("Left out: the page in a browser. It needs Chromium (apt-get install chromium, or CHROMIUM=…).")
        return []
    with editions_to_measure(console) as editions:
        prepare_static(ROOT, sys.executable)
        with serving(workers=2, LPP_EDITIONS=str(editions.folder)) as served, browsing(executable) as browser:
            return [*visit_lines(console, browser, served.base), *change_lines(console, browser, served.base)]
