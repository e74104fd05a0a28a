"""Is it what it should be? By what the server says of it, by how it begins, and by the publisher's checksum."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import httpx

from etl.faults import quote
from etl.fetch.faults import FetchFault

# Storage that does not know what it holds says octet-stream.
ANYTHING = {"application/octet-stream", "binary/octet-stream", "application/download", "application/force-download"}
ZIP = {"application/zip", "application/x-zip-compressed", "application/x-zip"}
TYPES = {
    "csv": {"text/csv", "text/plain", "application/csv", "text/x-csv", "application/x-csv", "application/vnd.ms-excel",
            "text/comma-separated-values"},
    "xlsx": {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"} | ZIP,
    "zip": ZIP,
}  # fmt: skip
BEGINNINGS = {"xlsx": b"PK\x03\x04", "zip": b"PK\x03\x04"}
ALGORITHMS = {32: "md5", 40: "sha1", 64: "sha256"}


def check_type(response: httpx.Response, kind: str) -> None:
    """Raises FetchFault when the answer is said to be something else. Saying nothing passes: the beginning is next."""
    said = response.headers.get("content-type", "").split(";")[0].strip().lower()
    if said and said not in TYPES[kind] | ANYTHING:
        page = "a web page, most likely an error or a sign-in page," if "html" in said else quote(said)
        raise FetchFault(f"{page} came instead of {kind}; nothing was kept")


def check_beginning(path: Path, kind: str) -> None:
    """Raises FetchFault for an empty file, a page or a document under a data file's name."""
    with path.open("rb") as file:
        start = file.read(512)
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not text:
        raise FetchFault("is empty")
    if not start.startswith(BEGINNINGS.get(kind, b"")):
        raise FetchFault(f"is no {kind} file: it begins with {quote(start[:16])}")
    if kind == "csv" and text.startswith((b"<", b"{", b"PK\x03\x04", b"%PDF")):
        raise FetchFault(f"is no CSV: it begins with {quote(text[:24].decode('utf-8', 'replace'))}")


def sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def check_hash(path: Path, published: str) -> bool:
    """Whether the publisher's checksum was there to hold the file against. Raises FetchFault when it differs.

    A digest with `-1` behind it is a storage's own: the digest of the digest of the one piece it was sent in. Such a
    mark is made of other things too where the storage encrypts, so it can bear a file out but not condemn it, and one
    of several pieces (`-2` and on) says nothing without their sizes.
    """
    if re.fullmatch(r"[0-9a-f]{32}-1", published):
        return published[:32] == hashlib.md5(_digest(path, "md5"), usedforsecurity=False).hexdigest()
    if not re.fullmatch(r"[0-9a-f]+", published) or len(published) not in ALGORITHMS:
        return False
    algorithm = ALGORITHMS[len(published)]
    found = _digest(path, algorithm).hex()
    if found != published:
        raise FetchFault(f"its {algorithm} is {found}, but the publisher gives {published}; nothing was kept")
    return True


def _digest(path: Path, algorithm: str) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, algorithm).digest()
