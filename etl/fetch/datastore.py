"""The London Datastore: the resources of a dataset, and which of them is wanted.

Its API has two shapes. `/api/dataset/<id>` gives resources as an object keyed by their id, with `title` and
`check_timestamp`; `/api/3/action/package_show?id=<id>` gives a list under `result`, with `name` and `created`, as
CKAN does. Either is read, whichever address it came from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote as percent
from urllib.parse import unquote, urlsplit

from etl.faults import quote
from etl.fetch.faults import FetchFault, GaveUp
from etl.fetch.wanted import WantedDataset, WantedFile
from etl.fetch.web import Web

SHAPES = ("api/dataset/{id}", "api/3/action/package_show?id={id}")
# The first that is there. `check_timestamp` is when the Datastore took in the file that it now serves.
DATES = ("london_release_date", "check_timestamp", "last_modified", "created", "metadata_modified")
LONG_AGO = datetime.min.replace(tzinfo=UTC)
# Named in package_show, but closed to all but the Datastore itself: its own address for the same file is open.
CLOSED_STORE = "airdrive-secure.s3-eu-west-1.amazonaws.com"


@dataclass(frozen=True)
class Resource:
    """One file of a dataset as the publisher lists it. `released` is None when no date can be read."""

    title: str
    url: str
    format: str
    released: datetime | None = None
    covers_to: str = ""
    size: int | None = None
    hash: str = ""

    @property
    def file_name(self) -> str:
        return unquote(urlsplit(self.url).path.rsplit("/", 1)[-1])


def list_resources(web: Web, dataset: WantedDataset) -> list[Resource]:
    """The dataset's resources from the first address that has it. Raises FetchFault that says what each answered."""
    answers = []
    for name in dataset.datasets:
        for shape in SHAPES:
            path = shape.format(id=percent(name, safe=""))
            try:
                return read_resources(web.json(path), base=web.base)
            except GaveUp:
                raise  # the Datastore is in trouble; its other addresses would tell no more
            except FetchFault as error:
                answers.append(f"{path}: {error}")
    raise FetchFault("the dataset is not to be found; " + "; ".join(answers))


def read_resources(answer: Any, *, base: str) -> list[Resource]:
    """Both shapes. Raises FetchFault when the answer is neither, or lists nothing."""
    package = answer.get("result", answer) if isinstance(answer, Mapping) else None
    found = package.get("resources") if isinstance(package, Mapping) else None
    if isinstance(found, Mapping):
        found = [{"id": key, **entry} for key, entry in found.items() if isinstance(entry, Mapping)]
    if not isinstance(found, list):
        raise FetchFault("the answer holds no resources; has the Datastore's API changed?")
    slug = str(package.get("name") or package.get("slug") or package.get("id") or "") if package else ""
    resources = [_resource(r, slug, base) for r in found if isinstance(r, Mapping) and r.get("url")]
    if not resources:
        raise FetchFault("the dataset lists no files")
    return resources


def choose(resources: Iterable[Resource], wanted: WantedFile) -> Resource:
    """The newest resource with the wanted title and format, whatever order they are listed in."""
    listed = list(resources)
    fitting = [r for r in listed if _fits(r, wanted)]
    if not fitting:
        titles = "; ".join(sorted({f"{quote(r.title)} ({quote(r.format)[1:-1]})" for r in listed}))
        raise FetchFault(f"no file is titled like '{wanted.title}' ({'/'.join(wanted.formats)}); there are: {titles}")
    return max(fitting, key=lambda r: (r.released or LONG_AGO, r.covers_to, r.title, r.url))


def _fits(resource: Resource, wanted: WantedFile) -> bool:
    """By the title and by the file's name: which of them says more differs from one release to the next."""

    def holds(pattern: str) -> bool:
        return any(re.search(pattern, text, re.IGNORECASE) for text in (resource.title, resource.file_name))

    excluded = wanted.unless is not None and holds(wanted.unless)
    return resource.format in wanted.formats and holds(wanted.title) and not excluded


def _resource(entry: Mapping[str, Any], slug: str, base: str) -> Resource:
    url = str(entry["url"])
    file_name = urlsplit(url).path.rsplit("/", 1)[-1]
    if urlsplit(url).hostname == CLOSED_STORE:
        url = f"{base}/download/{percent(slug)}/{percent(str(entry.get('id', '')))}/{file_name}"
    size = entry.get("check_size", entry.get("size"))
    return Resource(
        title=str(entry.get("title") or entry.get("name") or unquote(file_name)),
        url=url,
        format=_format(str(entry.get("format") or ""), file_name),
        released=next((at for key in DATES if (at := read_date(entry.get(key)))), None),
        covers_to=str(entry.get("temporal_coverage_to") or ""),
        size=size if isinstance(size, int) and size > 0 else None,
        hash=str(entry.get("check_hash") or entry.get("hash") or "").strip().lower(),
    )


def _format(declared: str, file_name: str) -> str:
    """What the file's name ends in, when it ends in something: the declared format is typed by hand."""
    stem, dot, ending = file_name.rpartition(".")
    known = ("csv", "xlsx", "xls", "zip", "pdf", "json", "geojson")
    return ending.lower() if dot and ending.lower() in known else declared.strip(" .").lower()


def read_date(value: object) -> datetime | None:
    """An ISO date, time or month, in UTC where it does not say; None when it is none."""
    text = str(value).strip()
    try:
        found = datetime.fromisoformat(f"{text}-01" if re.fullmatch(r"\d{4}-\d\d", text) else text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
