"""The bulk files of an edition, as the folder beside it lists them. They are written by the loader (etl/bulk)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

ENDING = ".bulk"  # of the folder, after the edition's id
INDEX = "files.json"


@dataclass(frozen=True)
class BulkFile:
    """A file of an edition; `says`: what is in it."""

    name: str
    bytes: int
    sha256: str
    media_type: str
    says: str


def bulk_files(editions: Path, edition_id: str) -> tuple[BulkFile, ...]:
    """The files of an edition in the folder `editions`; none where they have not been written."""
    index = editions / f"{edition_id}{ENDING}" / INDEX
    if not index.is_file():
        return ()
    return tuple(BulkFile(**entry) for entry in json.loads(index.read_text(encoding="utf-8")))


def path_of(editions: Path, edition_id: str, name: str) -> Path | None:
    """Where the file of that name is; None where the index does not list it."""
    if name not in {file.name for file in bulk_files(editions, edition_id)}:
        return None
    return editions / f"{edition_id}{ENDING}" / name
