"""Where a file ends up: under a name that cannot lead elsewhere, whole or not at all."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from etl.faults import quote
from etl.fetch.faults import FetchFault

LONGEST_NAME = 200  # bytes; file systems take 255, and a part's ending must fit too
UNSAFE = re.compile(r'[/\\:*?"<>|\x00-\x1f\x7f\ud800-\udfff]')
RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)  # on Windows


def safe_name(name: str, *, endings: tuple[str, ...]) -> str:
    """The published name, unchanged. Raises FetchFault when it is no plain name of a data file.

    It is refused rather than mended: the name is shown to readers as the source's, and a server that sends a path
    is not one to take a file from.
    """
    if (
        UNSAFE.search(name)
        or RESERVED.match(name)
        or name.startswith(".")
        or name != name.strip()
        or len(name.encode()) > LONGEST_NAME
    ):
        raise FetchFault(f"the published name {quote(name)} is no plain file name, so nothing was kept")
    if not name.lower().endswith(endings):
        raise FetchFault(f"the published name {quote(name)} does not end in {' or '.join(endings)}")
    return name


def published_name(url: str, title: str, *, endings: tuple[str, ...]) -> str:
    """The last part of the address; the title where the address has no file name of its own."""
    last = unquote(urlsplit(url).path.rsplit("/", 1)[-1])
    return safe_name(last if last.lower().endswith(endings) or "." in last else f"{title}{endings[0]}", endings=endings)


def land(part: Path, final: Path) -> None:
    """Put a finished file in its place by one rename, once every byte is on the disk."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    final.parent.mkdir(parents=True, exist_ok=True)
    os.replace(part, final)
    _sync_folder(final.parent)


def write_whole(path: Path, content: bytes) -> None:
    """Replace a small file by one rename."""
    part = path.with_name(f"{path.name}.part")
    part.write_bytes(content)
    land(part, path)


def _sync_folder(folder: Path) -> None:
    # Without this the rename itself may be lost when the power goes.
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
