"""Loading an edition against DuckDB merely counting the rows of the same files read as text.

Each load runs in a process of its own, which also says how much memory it took at most.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import duckdb
from rich.console import Console

from benchmarks.editions import OFFICIAL
from benchmarks.made_up_searches import write_searches
from benchmarks.measuring import Line, compare
from etl.demonstration import write_files

BAR_RECORDED_CRIME, BAR_EVERYTHING, BAR_SEARCHES = 6.0, 5.0, 3.0
MADE_UP_SEARCHES = 5_000_000

# The load alone is timed, not the start of Python; the last line printed is seconds and the peak in MB.
LOAD = """
import resource, sys, time
from pathlib import Path
from etl.load import load
start = time.perf_counter()
load([Path(sys.argv[1])], editions=Path(sys.argv[2]))
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(time.perf_counter() - start, peak / (1024 if sys.platform == "linux" else 1024 * 1024))
"""


def lines(console: Console) -> list[Line]:
    """The publishers' files where they are, the demonstration's otherwise (which is said); and made-up searches."""
    found = []
    with tempfile.TemporaryDirectory() as made:
        if OFFICIAL.is_dir():
            found += [_loading(console, "Official recorded crime", OFFICIAL / "recorded-crime", BAR_RECORDED_CRIME)]
            found += [_loading(console, "All official files", OFFICIAL, BAR_EVERYTHING)]
        else:
            console.print("The publishers' files are not beside this checkout; timing the demonstration's instead.")
            write_files(Path(made) / "demonstration")
            found += [_loading(console, "The demonstration's files", Path(made) / "demonstration", BAR_EVERYTHING)]
        searches = Path(made) / "searches"
        write_searches(searches, rows=MADE_UP_SEARCHES)
        found += [_loading(console, f"{MADE_UP_SEARCHES:,} made-up searches", searches, BAR_SEARCHES, runs=1)]
    return found


def _loading(console: Console, what: str, folder: Path, bar: float, *, runs: int = 3) -> Line:
    files = sorted(folder.rglob("*.csv"))
    peaks: list[float] = []
    line = compare(what, bare=lambda: _count(files), ours=lambda: _load(folder, peaks), bar=bar, runs=runs)
    console.print(f"{what}: at most {max(peaks):,.0f} MB of memory")
    return line


def _count(files: Sequence[Path]) -> None:
    with duckdb.connect() as con:
        for file in files:
            con.execute("SELECT count(*) FROM read_csv(?, all_varchar = true, header = true)", [str(file)]).fetchall()


def _load(folder: Path, peaks: list[float]) -> float:
    """Load in a process of its own. Returns the seconds the load itself took."""
    with tempfile.TemporaryDirectory() as editions:
        command = [sys.executable, "-c", LOAD, str(folder), editions]
        done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1])
    seconds, peak = map(float, done.stdout.split()[-2:])
    peaks.append(peak)
    return seconds
