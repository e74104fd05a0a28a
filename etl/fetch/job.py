"""One run of the fetcher: where it puts things, and what it may do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from etl.fetch.download import Request, download
from etl.fetch.faults import FetchFault
from etl.fetch.part import Part, Validators
from etl.fetch.patience import Clock
from etl.fetch.show import Show
from etl.fetch.state import Kept, State
from etl.fetch.web import Web
from etl.holding import hold

WORK = ".fetch"


@dataclass(frozen=True)
class Job:
    """`work` lies within `into`, so that a rename from one to the other never leaves the file system."""

    into: Path
    since: date | None
    dry_run: bool
    clock: Clock
    show: Show
    state: State

    @property
    def work(self) -> Path:
        return self.into / WORK

    def part(self, url: str) -> Part:
        return Part(self.work, url)

    def bring(self, web: Web, request: Request, *, label: str) -> Validators | None:
        """Download into the address's part; None when the file is the one that is known."""
        with self.show.watch(label) as watch:
            return download(web, request, self.part(request.url), watch=watch)

    def keep(self, url: str, arrived: Validators, **more: object) -> None:
        seen = {"etag": arrived.etag, "last_modified": arrived.last_modified}
        at = self.clock.now().isoformat(timespec="seconds")
        self.state.keep(url, Kept.model_validate({**seen, "fetched_at": at, **more}))
        self.part(url).discard()


@contextmanager
def only_fetcher(into: Path) -> Iterator[None]:
    """Hold the folder: two at once would write into the same part. Raises FetchFault when it cannot be written."""
    with hold(into, lock=into / WORK / "lock", work="fetch", fault=FetchFault):
        yield


def clear_leftovers(into: Path) -> None:
    """Parts of files that are wanted no more, such as last month's. Only right when nothing is left to go on with."""
    for pattern in ("*.part", "*.note"):
        for leftover in (into / WORK).glob(pattern):
            leftover.unlink()
