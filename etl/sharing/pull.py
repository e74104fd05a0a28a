"""Bring the edition that an address names into a folder, whole and checked, and put it in use there."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from pathlib import Path

import httpx

from etl.edition import BUILDING, in_use, only_loader, point_to
from etl.faults import LoadError
from etl.fetch.content import sha256_of
from etl.fetch.download import say_size
from etl.fetch.faults import FetchFault, PassingFault
from etl.fetch.landing import land
from etl.fetch.patience import Patience
from etl.fetch.web import Web
from etl.sharing.place import check_serves, checksum_named, edition_named, file_of, pointer_of

LARGEST_NOTE = 200  # bytes of a pointer or a checksum
LARGEST_EDITION = 4 * 10**9


@dataclass(frozen=True)
class Named:
    """The edition that the address names, and since when (seconds; None where the server does not say)."""

    edition: str
    since: float | None


def pull(url: str, editions: Path, *, patience: Patience | None = None, keep: int = 0) -> tuple[str, bool]:
    """The id of the edition that is in use now, and whether that is a change.

    Its day of coming into use is that of the pointer at `url`, so that every copy of the site says the same. `keep`:
    how many editions stay, the one in use among them; 0 for all. Raises LoadError; what is in use then stays so.
    """
    try:
        with Web(url, (), patience=patience or Patience()) as web, only_loader(editions):
            named = web.keep_trying(lambda: _named(web))
            before = in_use(editions)
            is_change = before is None or before.stem != named.edition
            if is_change:
                _bring(web, editions, named.edition)
            if is_change or named.since not in (None, pointer_of(editions).stat().st_mtime):
                point_to(editions, edition=named.edition, since=named.since)
            _forget(editions, keep)
    except FetchFault as error:
        raise LoadError(str(error)) from error
    return named.edition, is_change


def _named(web: Web) -> Named:
    with web.get(f"{web.base}/current", {"Cache-Control": "no-cache"}) as response:
        web.check(response)
        moment = response.headers.get("last-modified")
        text = _note(response)
    try:
        since = parsedate_to_datetime(moment).timestamp() if moment else None
    except ValueError:
        since = None
    return Named(edition_named(text), since)


def _bring(web: Web, editions: Path, edition: str) -> None:
    """The edition's file, in its place. One that is there already and has the right sum is not fetched again."""
    wanted = web.keep_trying(lambda: _checksum(web, edition))
    final, part = file_of(editions, edition), editions / f"{BUILDING}{edition}"
    if final.is_file() and sha256_of(final) == wanted:
        return
    found = web.keep_trying(lambda: _download(web, edition, part))
    if found != wanted:
        raise LoadError(f"the SHA-256 of {edition} is {found}, but {web.base} gives {wanted}; it was not put in use")
    check_serves(part, edition)
    land(part, final)


def _checksum(web: Web, edition: str) -> str:
    with web.get(f"{web.base}/{edition}.sha256") as response:
        web.check(response)
        return checksum_named(_note(response))


def _note(response: httpx.Response) -> str:
    body = b""
    for chunk in response.iter_bytes(LARGEST_NOTE):
        body += chunk
        if len(body) > LARGEST_NOTE:
            raise LoadError(f"{response.url.path} is no note of an edition: it is longer than {LARGEST_NOTE} bytes")
    return body.decode("utf-8", "replace")


def _download(web: Web, edition: str, part: Path) -> str:
    """The SHA-256 of what came."""
    digest, size = hashlib.sha256(), 0
    with web.get(f"{web.base}/{edition}.duckdb") as response, part.open("wb") as file:
        web.check(response)
        for chunk in response.iter_bytes(1 << 20):
            size += len(chunk)
            if size > LARGEST_EDITION:
                raise FetchFault(f"{edition} is larger than {say_size(LARGEST_EDITION)}, so it was not taken")
            digest.update(chunk)
            file.write(chunk)
        said = response.headers.get("content-length", "")
    if said.isdigit() and "content-encoding" not in response.headers and int(said) != size:
        raise PassingFault(f"the connection was cut at {size:,} of {said} bytes")
    return digest.hexdigest()


def _forget(editions: Path, keep: int) -> None:
    """Remove the oldest files beyond `keep`, never the one in use. Servers that have one open go on with it."""
    made = in_use(editions)
    others = sorted((p for p in editions.glob("*.duckdb") if p != made), key=lambda p: p.stat().st_mtime, reverse=True)
    for old in others[keep - 1 :] if keep else []:
        old.unlink()
