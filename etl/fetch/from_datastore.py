"""The files of one dataset of the London Datastore."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from etl.fetch.content import check_hash, sha256_of
from etl.fetch.datastore import Resource, choose, list_resources
from etl.fetch.download import Request, say_size
from etl.fetch.faults import FetchFault
from etl.fetch.job import Job
from etl.fetch.landing import land, published_name
from etl.fetch.outcome import Outcome, What
from etl.fetch.part import Validators
from etl.fetch.wanted import WantedDataset, WantedFile
from etl.fetch.web import Web


def fetch_dataset(job: Job, web: Web, dataset: WantedDataset, *, limit: int) -> Iterator[Outcome]:
    """One outcome for each wanted file; one file that cannot be had does not keep back the next."""
    try:
        resources = list_resources(web, dataset)
    except FetchFault as error:
        yield Outcome.failed(dataset.folder, "", error)
        return
    for file in dataset.files:
        try:
            resource = choose(resources, file)
            yield _fetch(job, web, dataset.folder, file, resource, limit=file.limit or limit)
        except FetchFault as error:
            yield Outcome.failed(dataset.folder, f"'{file.title}'", error)
        except OSError as error:
            yield Outcome.failed(dataset.folder, f"'{file.title}'", f"cannot be written: {error.strerror}")


def _fetch(job: Job, web: Web, folder: str, file: WantedFile, resource: Resource, *, limit: int) -> Outcome:
    name = published_name(resource.url, resource.title, endings=(f".{resource.format}",))
    if resource.size and resource.size > limit:
        size, most = say_size(resource.size), say_size(limit)
        raise FetchFault(f"is {size} by the publisher's list, more than its limit of {most}; see wanted.toml")
    not_now = _not_now(job, web, folder, resource, name)
    if not_now:
        return not_now
    kept = job.state.get(resource.url)
    request = Request(resource.url, resource.format, limit, kept.validators if kept else None)
    arrived = job.bring(web, request, label=name)
    if arrived is None and kept:
        return _unchanged(folder, kept.files[0].path, kept.files[0].size)
    assert arrived is not None  # only a known file is answered with "not modified"
    return _keep(job, folder, file, resource, name, arrived)


def _not_now(job: Job, web: Web, folder: str, resource: Resource, name: str) -> Outcome | None:
    """The outcome of a file that is not to be fetched in this run."""
    month = f"{resource.released:%Y-%m}" if resource.released else ""
    if resource.released and job.since and _month(resource.released) < job.since:
        return Outcome(folder, name, What.LEFT, month, resource.size)
    if job.dry_run:
        return Outcome(folder, name, What.WOULD_FETCH, month, resource.size, str(web.allowed(resource.url)))
    return None


def _keep(
    job: Job, folder: str, file: WantedFile, resource: Resource, name: str, arrived: Validators
) -> Outcome:
    part = job.part(resource.url)
    try:
        borne_out = check_hash(part.path, resource.hash)
    except FetchFault:
        part.discard()
        raise
    there = job.state.same(folder, sha256_of(part.path))
    if there:
        job.keep(resource.url, arrived, files=[there], checksum_borne_out=borne_out)
        return _unchanged(folder, there.path, there.size)
    released = resource.released or _date_of(arrived) or job.clock.now()
    final = job.into / folder / f"{released:%Y-%m}" / name
    land(part.path, final)
    landed = job.state.landed(final)
    job.keep(resource.url, arrived, files=[landed], checksum_borne_out=borne_out)
    note = file.note if resource.format != "csv" else ""
    return Outcome(folder, name, What.FETCHED, f"{released:%Y-%m}", landed.size, note)


def _unchanged(folder: str, path: str, size: int) -> Outcome:
    *_, month, name = path.split("/")
    return Outcome(folder, name, What.UNCHANGED, month, size)


def _month(at: datetime) -> date:
    return date(at.year, at.month, 1)


def _date_of(arrived: Validators) -> datetime | None:
    try:
        return parsedate_to_datetime(arrived.last_modified)
    except ValueError:
        return None
