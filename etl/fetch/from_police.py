"""The monthly files in data.police.uk's archives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from etl.fetch.archive import take_out
from etl.fetch.download import Request
from etl.fetch.faults import FetchFault
from etl.fetch.job import Job
from etl.fetch.outcome import Outcome, What
from etl.fetch.police import Archive, archives, published_months
from etl.fetch.state import Kept
from etl.fetch.wanted import Police
from etl.fetch.web import Web


def fetch_police(job: Job, web: Web, police: Police) -> Iterator[Outcome]:
    """One outcome for each archive, and one for each month that it should hold and does not."""
    try:
        published = published_months(web, police)
    except FetchFault as error:
        yield Outcome.failed(police.folder, "", error)
        return
    for archive in archives(police, base=web.base, newest=max(published), since=job.since):
        try:
            yield _fetch(job, web, police, archive)
        except FetchFault as error:
            yield Outcome.failed(police.folder, archive.name, error)
        except OSError as error:
            yield Outcome.failed(police.folder, archive.name, f"cannot be written: {error.strerror}")
        else:
            yield from _missing(job, police, archive, published)


def _fetch(job: Job, web: Web, police: Police, archive: Archive) -> Outcome:
    if job.dry_run:
        return Outcome(police.folder, archive.name, What.WOULD_FETCH, archive.release, why=archive.url)
    kept = job.state.get(archive.url)
    if kept and not _covers(kept, police, archive):
        kept = None
    request = Request(archive.url, "zip", police.limit, kept.validators if kept else None)
    arrived = job.bring(web, request, label=archive.name)
    if arrived is None and kept:
        return _outcome(police, archive, kept, What.UNCHANGED)
    assert arrived is not None  # only a known archive is answered with "not modified"
    try:
        taken = take_out(job.part(archive.url).path, police, months=archive.months, work=job.work, into=job.into)
    except FetchFault:
        job.part(archive.url).discard()
        raise
    files = [job.state.landed(path) for path in taken]
    # The archive itself goes: it is a hundred times what was taken out of it.
    job.keep(archive.url, arrived, files=files, scope=_scope(police, archive))
    kept = Kept(fetched_at="", files=files)
    return _outcome(police, archive, kept, What.FETCHED)


def _outcome(police: Police, archive: Archive, kept: Kept, what: What) -> Outcome:
    name = f"{archive.name}: {len(kept.files)} files"
    return Outcome(police.folder, name, what, archive.release, sum(file.size for file in kept.files))


def _scope(police: Police, archive: Archive) -> str:
    return f"{archive.months[0]:%Y-%m} {' '.join(sorted(police.forces))}"


def _covers(kept: Kept, police: Police, archive: Archive) -> bool:
    """Whether what was taken out before is at least what is wanted now."""
    first, _, forces = kept.scope.partition(" ")
    return first <= f"{archive.months[0]:%Y-%m}" and set(police.forces) <= set(forces.split())


def _missing(
    job: Job, police: Police, archive: Archive, published: Mapping[date, frozenset[str]]
) -> Iterator[Outcome]:
    if job.dry_run:
        return
    for month in archive.months:
        for force in sorted(published.get(month, ())):
            name = f"{month:%Y-%m}-{force}-{police.kind}.csv"
            if not Path(job.into, police.folder, name[:7], name).is_file():
                yield Outcome.failed(police.folder, name, f"listed by the publisher, but not in {archive.name}")
