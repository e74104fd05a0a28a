"""The whole fetch: every wanted file, one outcome each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from datetime import date
from pathlib import Path

from etl.fetch.faults import FetchFault
from etl.fetch.from_datastore import fetch_dataset
from etl.fetch.from_police import fetch_police
from etl.fetch.job import WORK, Job, clear_leftovers, only_fetcher
from etl.fetch.outcome import Outcome, What
from etl.fetch.patience import Clock, Patience
from etl.fetch.show import Show
from etl.fetch.state import State
from etl.fetch.wanted import Place, Wanted
from etl.fetch.web import Web


def fetch(
    wanted: Wanted,
    *,
    into: Path,
    only: Sequence[str] = (),
    since: date | None = None,
    dry_run: bool = False,
    clock: Clock | None = None,
    show: Show | None = None,
) -> list[Outcome]:
    """Bring the publishers' current files into `into`. What cannot be had is an outcome and stops nothing else.

    Raises FetchFault when nothing can be done at all: an unknown dataset, or a folder that cannot be written.
    """
    unknown = sorted(set(only) - set(wanted.folders))
    if unknown:
        raise FetchFault(f"no dataset is called {', '.join(unknown)}; there are: {', '.join(wanted.folders)}")
    show = show or Show()
    with nullcontext() if dry_run else only_fetcher(into):
        job = Job(into, since, dry_run, clock or Clock(), show, State(into, into / WORK / "state.json"))
        outcomes = list(_all(job, wanted, set(only or wanted.folders)))
        if not dry_run and not only and all(outcome.what != What.FAILED for outcome in outcomes):
            clear_leftovers(into)
    return outcomes


def _all(job: Job, wanted: Wanted, folders: set[str]) -> Iterator[Outcome]:
    with _web(job, wanted.datastore) as web:
        for dataset in wanted.dataset:
            if dataset.folder in folders:
                yield from fetch_dataset(job, web, dataset, limit=wanted.limit)
    if wanted.police.folder in folders:
        with _web(job, wanted.police) as web:
            yield from fetch_police(job, web, wanted.police)


def _web(job: Job, place: Place) -> Web:
    return Web(place.url, place.hosts, patience=Patience(job.clock, tell=job.show.tell))
