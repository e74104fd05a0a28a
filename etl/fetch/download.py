"""One file, from the first byte or from where it was cut, never more of it than its limit."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass

import httpx

from etl.fetch.content import check_beginning, check_type
from etl.fetch.faults import FetchFault, PassingFault
from etl.fetch.part import Part, Validators
from etl.fetch.web import Web

SPACE_TO_LEAVE = 200 * 10**6
CONTENT_RANGE = re.compile(r"^bytes (\d+)-(\d+)/(\d+|\*)$")


@dataclass(frozen=True)
class Request:
    """A file to get. `known` is what it was when it was fetched before."""

    url: str
    kind: str
    limit: int
    known: Validators | None = None


class Watch:
    """Told how far a download is; this one does not look. Sizes in bytes, `total` None when not said."""

    def begin(self, done: int, total: int | None) -> None: ...

    def advance(self, count: int) -> None: ...


@dataclass(frozen=True)
class _Body:
    """What an answer holds: bytes from `start` on, of a file of `total`, if the server says so."""

    start: int
    total: int | None


def download(web: Web, request: Request, part: Part, *, watch: Watch) -> Validators | None:
    """Bring the file into `part`, whole. None when the server says that it is the one that is known.

    Raises FetchFault when it cannot be had. What has arrived by then is kept for the next time only where it may be
    gone on with.
    """
    arrived = web.keep_trying(lambda: _attempt(web, request, part, watch))
    if arrived is not None:
        _discard_unless(part, lambda: check_beginning(part.path, request.kind))
    return arrived


def _attempt(web: Web, request: Request, part: Part, watch: Watch) -> Validators | None:
    headers = part.range_headers() or (request.known.if_changed() if request.known else {})
    with web.get(request.url, headers) as response:
        if response.status_code == 304 and "Range" not in headers and headers:
            return None
        if response.status_code == 416:
            part.discard()
            raise PassingFault("the server does not go on from where the download was cut", wait=0)
        web.check(response)
        check_type(response, request.kind)
        body = _body(response, part, asked_for_rest="Range" in headers)
        _discard_unless(part, lambda: _check_size(body.total, request.limit, part))
        validators = Validators.of(response.headers)
        _write(response, part, body, validators, request.limit, watch)
    if body.total is not None and part.size != body.total:
        raise PassingFault(f"the connection was cut at {part.size:,} of {body.total:,} bytes")
    return validators


def _body(response: httpx.Response, part: Part, *, asked_for_rest: bool) -> _Body:
    if response.status_code == 200:
        length = response.headers.get("content-length", "")
        # The length of a packed answer is not that of the file.
        known = length.isdigit() and response.headers.get("content-encoding", "identity") == "identity"
        return _Body(0, int(length) if known else None)
    found = CONTENT_RANGE.match(response.headers.get("content-range", ""))
    before = part.validators
    same = before is not None and not before.differ_from(Validators.of(response.headers))
    if not (asked_for_rest and found and same and int(found[1]) == part.size):
        # Some servers take a Range and pass over If-Range, so the two halves may be of different files.
        part.discard()
        raise PassingFault("the file changed while it was being fetched, so it is fetched from its beginning", wait=0)
    return _Body(part.size, int(found[3]) if found[3] != "*" else None)


def _write(
    response: httpx.Response, part: Part, body: _Body, validators: Validators, limit: int, watch: Watch
) -> None:
    watch.begin(body.start, body.total)
    size = body.start
    packed = response.headers.get("content-encoding", "identity") != "identity"
    with part.open(validators, start=body.start) as file:
        # As they come: to fill up chunks of one size would lose the last of a cut download.
        for chunk in response.iter_bytes() if packed else response.iter_raw():
            size += len(chunk)
            if size > limit:
                break
            file.write(chunk)
            watch.advance(len(chunk))
    if size > limit:
        part.discard()
        raise FetchFault(f"is larger than its limit of {say_size(limit)}, so it was not taken; see wanted.toml")


def _check_size(total: int | None, limit: int, part: Part) -> None:
    if total is None:
        return
    if total > limit:
        raise FetchFault(f"is {say_size(total)}, more than its limit of {say_size(limit)}; see wanted.toml")
    free = shutil.disk_usage(part.path.parent).free + part.size
    if total + SPACE_TO_LEAVE > free:
        raise FetchFault(f"is {say_size(total)}, and the disk has only {say_size(free)} free")


def _discard_unless(part: Part, check: Callable[[], None]) -> None:
    try:
        check()
    except FetchFault:
        part.discard()
        raise


def say_size(size: int) -> str:
    for unit, bytes_in_it in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if size >= bytes_in_it:
            return f"{size / bytes_in_it:.1f} {unit}"
    return f"{size} B"
