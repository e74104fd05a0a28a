"""Zip archives, unpacked with care: only under the folder given, and only as much as data can honestly be."""

from __future__ import annotations

import re
import shutil
import stat
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from etl.faults import FileFault, quote

FLAG_ENCRYPTED = 0x1
MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Limits:
    """What an archive may hold. The largest seen, three years of data.police.uk, has 5,000 files; text packs to a 30th
    of its size at best."""

    members: int = 20_000
    total_bytes: int = 4_000 * MEGABYTE
    ratio: int = 200  # how many times its packed size a file may unpack to
    ratio_from_bytes: int = MEGABYTE  # small files do no harm, however well they pack


LIMITS = Limits()


def unpack(path: Path, *, scratch: Path, limits: Limits = LIMITS) -> tuple[tuple[str, Path], ...]:
    """Unpack into a new folder under `scratch`; the members' names and where they are, in the archive's order.

    Raises FileFault, before anything is written, for a member whose path climbs out of the archive, one that stands
    twice or is encrypted, and for an archive beyond `limits`; and for one that is damaged.
    """
    folder = scratch / f"archive-{len(list(scratch.glob('archive-*')))}"
    try:
        with zipfile.ZipFile(path) as archive:
            members = [info for info in archive.infolist() if not info.is_dir()]
            _refuse(path, members, limits)
            return tuple((info.filename, _write(archive, info, folder)) for info in members)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeDecodeError) as error:
        raise FileFault(path, f"cannot be unpacked: {error}. Download it again.") from error
    except (FileExistsError, IsADirectoryError, NotADirectoryError) as error:
        raise FileFault(path, "holds a file and a folder of the same name") from error


def _refuse(path: Path, members: list[zipfile.ZipInfo], limits: Limits) -> None:
    if len(members) > limits.members:
        raise FileFault(path, f"holds {len(members):,} files; at most {limits.members:,} are unpacked")
    total = sum(info.file_size for info in members)
    if total > limits.total_bytes:
        allowed = f"{limits.total_bytes / MEGABYTE:,.0f} MB"
        raise FileFault(path, f"would unpack to {total / MEGABYTE:,.0f} MB; at most {allowed} are unpacked")
    seen: set[PurePosixPath] = set()
    for info in members:
        said = _fault(info, seen, limits)
        if said:
            raise FileFault(path, f"holds the file {quote(info.filename)}, {said}")
        seen.add(PurePosixPath(info.filename))


def _fault(info: zipfile.ZipInfo, seen: set[PurePosixPath], limits: Limits) -> str | None:
    inside = PurePosixPath(info.filename.replace("\\", "/"))
    if inside.is_absolute() or ".." in inside.parts or re.match(r"[A-Za-z]:", info.filename):
        return "whose path climbs out of the archive"
    if "\\" in info.filename:
        return "whose path has a backslash in it"
    if PurePosixPath(info.filename) in seen:
        return "more than once"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "which is a link, not a file"
    if info.flag_bits & FLAG_ENCRYPTED:
        return "which is encrypted; unpack it yourself and load the folder"
    if info.file_size > max(limits.ratio_from_bytes, info.compress_size * limits.ratio):
        return (
            f"which would unpack to {info.file_size / MEGABYTE:,.0f} MB from {info.compress_size:,} bytes, "
            f"more than {limits.ratio} times its size"
        )
    return None


def _write(archive: zipfile.ZipFile, info: zipfile.ZipInfo, folder: Path) -> Path:
    """The sizes were declared by the archive itself; zipfile reads no more than that and checks the sum."""
    target = folder / info.filename
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(info) as packed, target.open("xb") as out:
        shutil.copyfileobj(packed, out, 1024 * 1024)
    return target
