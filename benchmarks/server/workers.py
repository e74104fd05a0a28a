"""What a worker takes: memory, what it has loaded, and how long until gunicorn answers."""

from __future__ import annotations

import re
import statistics
import subprocess
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from benchmarks.readers.served import Served, serving

NEVER_LOADED = ("shapely", "pyogrio", "pyproj", "geopandas")  # geopandas, which is Python only, loads shapely
STARTS = 3
PAGE = "/crime-map"
FIELD = re.compile(r"^(Rss|Pss):\s+(\d+) kB$", re.MULTILINE)


@dataclass(frozen=True)
class Memory:
    """Of one process, in MB: what is in memory, and the same with what is shared divided by those who share it."""

    resident: float
    proportional: float

    def __str__(self) -> str:
        return f"{self.proportional:.0f} MB (PSS; RSS {self.resident:.0f} MB)"


def memory_of(served: Served) -> Memory:
    """Of its largest worker. Raises OSError where the system does not say."""
    return max((_memory(pid) for pid in served.workers()), key=lambda each: each.proportional)


def resident_of(served: Served) -> float:
    """Of all its workers together, in MB. Raises OSError where the system does not say."""
    return sum(_memory(pid).resident for pid in served.workers())


def loaded_in(served: Served) -> tuple[str, ...]:
    """Those of NEVER_LOADED whose files a worker has mapped."""
    maps = "".join(Path(f"/proc/{pid}/maps").read_text(encoding="utf-8") for pid in served.workers())
    return tuple(name for name in NEVER_LOADED if f"/{name}" in maps)


def start_seconds(folder: Path, *, workers: int = 2) -> float:
    """From the start of gunicorn to the first answer of the page: the median of some."""
    return statistics.median(_start(folder, workers) for _ in range(STARTS))


def _start(folder: Path, workers: int) -> float:
    began = time.perf_counter()
    with serving(workers=workers, LPP_EDITIONS=str(folder)) as served:
        with urllib.request.urlopen(f"{served.base}{PAGE}", timeout=30) as answer:
            answer.read()
        return time.perf_counter() - began


def _memory(pid: int) -> Memory:
    return memory_in(Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii"))


def memory_in(rollup: str) -> Memory:
    """Read from what Linux says of a process."""
    found = {name: int(size) / 1024 for name, size in FIELD.findall(rollup)}
    return Memory(found["Rss"], found["Pss"])


def prepare_static(root: Path, python: str) -> None:
    """Compress what is static, as is done before the site is served."""
    subprocess.run([python, "-m", "scripts.static"], cwd=root, check=True, capture_output=True)
