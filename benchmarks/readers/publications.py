"""New editions while readers read: published as a load does it, and the older ones removed.

Each is a copy of the one before under another name, so that what a page and its answers say of their edition tells them
apart. That the figures of an answer are those of the edition it names, tests/web/test_running.py checks byte by byte.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
from rich.console import Console

from benchmarks.editions import editions_to_measure, file_of
from benchmarks.measuring import Bound, Result
from benchmarks.readers.figures import Waits
from benchmarks.readers.reader import Log, everyone
from benchmarks.readers.served import Served, serving
from benchmarks.readers.site import look_at
from benchmarks.server.workers import resident_of
from etl.edition import point_to, publish
from etl.keeping import DAY, let_go

EARLY = 5  # publications after which memory is looked at for the first time
MOST_GROWTH = 1.10  # of memory, from then to the end
SETTLED_WITHIN = 15.0


@dataclass
class Publications:
    """`folder`: the editions. `memory`: MB of all workers after so many publications."""

    folder: Path
    number: int
    ids: list[str] = field(default_factory=list)
    memory: dict[int, float] = field(default_factory=dict)

    async def run(self, served: Served, *, seconds: float) -> None:
        """At even times within so many seconds."""
        apart, began = seconds / (self.number + 1), time.monotonic()
        for number in range(1, self.number + 1):
            await asyncio.sleep(max(0.0, began + number * apart - time.monotonic()))
            await asyncio.to_thread(self.publish, number)
            if number in (EARLY, self.number):
                await asyncio.sleep(apart * 0.9)  # until the workers have seen it and answered from it
                self.memory[number] = await asyncio.to_thread(resident_of, served)

    def publish(self, number: int) -> None:
        """One more edition in use; what a load would no longer keep goes."""
        before = file_of(self.folder)
        name = f"{before.stem.partition('-')[0]}-{number:016x}"
        built = self.folder / f"{name}.building"
        shutil.copy(before, built)
        with duckdb.connect(str(built)) as con:
            con.execute("UPDATE edition SET edition_id = ?", [name])
        publish(built, self.folder, edition=name)
        os.utime(before, (time.time() - 2 * DAY,) * 2)
        let_go(self.folder, days=1)
        self.ids.append(name)

    def lines(self, served: Served, log: Log) -> list[Result]:
        """What was asked of it, once everybody has gone. Raises OSError where the system does not tell of a process."""
        held = self._open_files(served)
        files = [path for path in self.folder.iterdir() if path.suffix == ".duckdb"]
        first, last = self.memory[min(self.memory)], self.memory[max(self.memory)]
        return [
            Bound(f"{len(self.ids)} publications: requests that failed", len(log.errors), 0, ""),
            Bound("Changes of a page of another edition that left a part of it as it was", log.mixed, 0, ""),
            Bound("Older editions that a worker still holds open", len(held - {self.ids[-1]}), 0, ""),
            Bound("Editions in the folder", len(files), 1, ""),
            Bound(f"Memory of the workers after {max(self.memory)} publications, of that after {min(self.memory)} "
                  f"({last:.0f} and {first:.0f} MB)", last / first, MOST_GROWTH, "times", 2),
        ]  # fmt: skip

    def _open_files(self, served: Served) -> set[str]:
        """Editions that workers hold open once each has been asked something: they look at the pointer when asked."""
        end = time.monotonic() + SETTLED_WITHIN
        while (held := open_editions(served)) != {self.ids[-1]} and time.monotonic() < end:
            urllib.request.urlopen(f"{served.base}/healthz", timeout=30).close()
            time.sleep(0.05)
        return held


def under_load(
    console: Console, *, readers: int = 50, seconds: float = 60.0, workers: int = 2, publications: int = 20
) -> list[Result]:
    """Readers read while editions are put in use. Raises ValueError for too few of them to say whether memory grows."""
    if publications <= EARLY:
        raise ValueError(f"{publications} publications are too few: memory is compared with that after {EARLY}")
    with editions_to_measure(console) as editions, copy_of(editions.folder) as folder:
        work = Publications(folder, publications)
        with serving(workers=workers, LPP_EDITIONS=str(folder)) as served:
            log = asyncio.run(_both(work, served, readers, seconds))
            found = work.lines(served, log)
    waits = Waits.of("all", [took for _, took, _ in log.asked])
    console.print(f"{readers} readers for {seconds:.0f} s: {waits.requests:,} answers, p95 {1000 * waits.p95:,.0f} ms, "
                  f"longest {1000 * waits.longest:,.0f} ms. Of the changes of pages of another edition {log.told} were "
                  f"answered whole, {log.mixed} in part.")  # fmt: skip
    for error in log.errors[:10]:
        console.print(f"  {error}", markup=False)
    return found


async def _both(work: Publications, served: Served, readers: int, seconds: float) -> Log:
    site = look_at(served.base)
    log, _ = await asyncio.gather(
        everyone(served.base, site, readers=readers, seconds=seconds, seed=1), work.run(served, seconds=seconds)
    )
    return log


def open_editions(served: Served) -> set[str]:
    """Names of the editions whose files the workers have open, removed or not."""
    links = [os.readlink(link) for pid in served.workers() for link in Path(f"/proc/{pid}/fd").iterdir()]
    return {Path(link.removesuffix(" (deleted)")).stem for link in links if ".duckdb" in link}


@contextmanager
def copy_of(folder: Path) -> Iterator[Path]:
    """A folder of its own with the edition in use."""
    with TemporaryDirectory() as made:
        source = file_of(folder)
        shutil.copy(source, made)
        point_to(Path(made), edition=source.stem)
        yield Path(made)
