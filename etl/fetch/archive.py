"""Taking the wanted files out of a police archive, and nothing else."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from etl.faults import quote
from etl.fetch.content import check_beginning, sha256_of
from etl.fetch.faults import FetchFault
from etl.fetch.landing import land
from etl.fetch.wanted import Police

CHUNK = 256 * 1024
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)


def take_out(archive: Path, police: Police, *, months: tuple[date, ...], work: Path, into: Path) -> list[Path]:
    """Put the wanted forces' files of these months in their folders, and return where they are.

    Every file is unpacked and looked at before the first is put in place, so a broken archive changes nothing.
    Raises FetchFault for one that is broken, or holds none of them.
    """
    with _opened(archive) as opened:
        found = _members(opened, police, months)
        if not found:
            raise FetchFault(f"holds no {police.kind} files of {' or '.join(police.forces)}")
        parts = [(_unpack(opened, info, work, police.file_limit), name) for name, info in sorted(found.items())]
    return [_put(part, into / police.folder / name[:7] / name) for part, name in parts]


def _members(opened: zipfile.ZipFile, police: Police, months: tuple[date, ...]) -> dict[str, zipfile.ZipInfo]:
    """By file name. Only names of exactly the published form are looked at, so none can lead out of the folder."""
    forces = "|".join(map(re.escape, police.forces))
    form = re.compile(rf"(\d{{4}}-\d\d)/(\1-(?:{forces})-{re.escape(police.kind)}\.csv)")
    wanted = {f"{month:%Y-%m}" for month in months}
    matched = ((form.fullmatch(info.filename), info) for info in opened.infolist())
    return {match[2]: info for match, info in matched if match and match[1] in wanted}


def _unpack(opened: zipfile.ZipFile, info: zipfile.ZipInfo, work: Path, limit: int) -> Path:
    """What the entry says of its size is not believed: the bytes are counted as they come."""
    part = work / f"{Path(info.filename).name}.part"
    size = 0
    with opened.open(info) as source, part.open("wb") as target:
        while chunk := source.read(CHUNK):
            size += len(chunk)
            if size > limit:
                raise FetchFault(f"{quote(info.filename)} unpacks to more than its limit of {limit // 10**6} MB")
            target.write(chunk)
    check_beginning(part, "csv")
    return part


def _put(part: Path, final: Path) -> Path:
    if final.is_file() and sha256_of(final) == sha256_of(part):
        part.unlink()
    else:
        land(part, final)
    return final


@contextmanager
def _opened(archive: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(archive) as opened:
            yield opened
    except BROKEN as error:
        raise FetchFault(f"the archive is broken: {error}") from error
