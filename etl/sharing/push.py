"""Copy the edition in use to where others fetch it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from etl.edition import in_use, point_to
from etl.faults import LoadError
from etl.fetch.content import sha256_of
from etl.fetch.landing import land, write_whole
from etl.sharing.place import check_serves, checksum_named, file_of, pointer_of


def push(editions: Path, into: Path) -> tuple[str, bool]:
    """The edition's id, and whether it was copied now. The pointer is written last, so that it never leads nowhere.

    Raises LoadError when there is no edition in use, or it could not serve.
    """
    made = in_use(editions)
    if made is None:
        raise LoadError(f"there is no edition in use in {editions}")
    check_serves(made, made.stem)
    into.mkdir(parents=True, exist_ok=True)
    is_new = not _is_there(into, made)
    if is_new:
        _copy(made, into)
    point_to(into, edition=made.stem, since=pointer_of(editions).stat().st_mtime)
    return made.stem, is_new


def _is_there(into: Path, made: Path) -> bool:
    there, mark = file_of(into, made.stem), into / f"{made.stem}.sha256"
    return there.is_file() and mark.is_file() and checksum_named(mark.read_text(encoding="utf-8")) == sha256_of(there)


def _copy(made: Path, into: Path) -> None:
    part = into / f".building-{made.name}"
    shutil.copyfile(made, part)
    digest = sha256_of(part)
    if digest != sha256_of(made):
        os.unlink(part)
        raise LoadError(f"the copy of {made.stem} in {into} is not the same as the edition; is the disk full?")
    write_whole(into / f"{made.stem}.sha256", f"{digest}  {made.name}\n".encode())
    land(part, file_of(into, made.stem))
