"""Finding the files under the paths given, and knowing what each one is before any row is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from data.periods import add_months
from etl.archives import unpack
from etl.faults import Fault, FileFault, LoadError
from etl.reading import TextFile, read_text
from etl.recognise import Layout, Recognised, recognise
from etl.shapes import MAPINFO_PARTS

DATA_SUFFIXES = (".csv", ".txt", ".tab", ".geojson")
ARCHIVE_SUFFIX = ".zip"
RELEASE_FOLDER = re.compile(r"^(\d{4}-(?:0[1-9]|1[0-2]))(?:$|[-_ .])")
NO_RELEASE = "0000-00"  # until the file's rows have been read; see etl.ledger.date_files


@dataclass(frozen=True)
class InputFile:
    """One file, recognised. `source_id` numbers the edition's sources."""

    source_id: int
    text: TextFile
    recognised: Recognised
    edition: str

    @property
    def path(self) -> Path:
        return self.text.path

    @property
    def layout(self) -> Layout:
        return self.recognised.layout

    @property
    def last_month(self) -> date | None:
        return max(self.recognised.months, default=None)


@dataclass(frozen=True)
class Found:
    """A file to look at: what to call it, where it lies, and the archive it comes out of."""

    path: Path
    at: Path
    archive: Path | None = None


@dataclass(frozen=True)
class Inputs:
    """The files to load, those that are byte for byte the same as one of them, and those passed over."""

    files: tuple[InputFile, ...]
    duplicates: tuple[tuple[Path, InputFile], ...]
    passed_over: tuple[Path, ...]


def find_inputs(
    paths: Sequence[Path], layouts: Sequence[Layout], *, scratch: Path, tick: Callable[[str], None] = lambda name: None
) -> Inputs:
    """Raises LoadError that lists every file that cannot be loaded, not only the first."""
    faults: list[Fault] = []
    found, passed_over = _open_archives(*_list(paths), scratch=scratch, faults=faults)
    looked_at: list[tuple[TextFile, Recognised]] = []
    for item in found:
        tick(item.path.name)
        try:
            text = read_text(item.path, scratch=scratch, at=item.at, archive=item.archive)
            looked_at.append((text, recognise(item.path, text.header, layouts)))
        except FileFault as error:
            faults.append(error.fault)
    if faults:
        raise LoadError.of(faults)
    if not looked_at:
        raise LoadError("no data files found in " + ", ".join(map(str, paths)))
    files, duplicates = _number(looked_at)
    tables = {text.path.with_suffix("") for text, _ in looked_at}  # a MapInfo table is several files of one name
    parts = {path for path in passed_over if path.suffix.lower() in MAPINFO_PARTS and path.with_suffix("") in tables}
    return Inputs(files, duplicates, tuple(path for path in passed_over if path not in parts))


def _list(paths: Sequence[Path]) -> tuple[list[Path], tuple[Path, ...]]:
    found: set[Path] = set()
    passed_over: set[Path] = set()
    for path in paths:
        if not path.exists():
            raise LoadError(f"{path} does not exist")
        inside = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
        for item in inside:
            (found if item == path or _looks_like_data(item) else passed_over).add(item)
    return sorted(found), tuple(sorted(passed_over - found))


def _looks_like_data(path: Path) -> bool:
    """Whether a file found in a folder is looked at. A file that was named is, whatever its name."""
    return path.suffix.lower() in (*DATA_SUFFIXES, ARCHIVE_SUFFIX) and path.name != "MODELLED.txt"


def _open_archives(
    listed: Sequence[Path], passed_over: tuple[Path, ...], *, scratch: Path, faults: list[Fault]
) -> tuple[list[Found], tuple[Path, ...]]:
    """The files listed, with those in an archive in its place."""
    found: list[Found] = []
    for path in listed:
        if path.suffix.lower() != ARCHIVE_SUFFIX:
            found.append(Found(path, path))
            continue
        try:
            inside = [Found(path / name, at, path) for name, at in unpack(path, scratch=scratch)]
        except FileFault as error:
            faults.append(error.fault)
            continue
        data = [f for f in inside if f.path.suffix.lower() in DATA_SUFFIXES and not f.path.name.startswith("._")]
        if not data:
            faults.append(Fault(path, "is an archive without data files"))
        found += data
        passed_over += tuple(f.path for f in inside if f not in data)
    return found, passed_over


def _number(
    looked_at: list[tuple[TextFile, Recognised]],
) -> tuple[tuple[InputFile, ...], tuple[tuple[Path, InputFile], ...]]:
    """Order by dataset and release, so that numbers do not depend on where the files lie."""
    editions = [(text, known, edition_of(text.path, known, archive=text.archive)) for text, known in looked_at]
    editions.sort(key=lambda e: (e[1].layout.dataset, e[2], e[0].name, e[0].sha256))
    files: dict[str, InputFile] = {}
    duplicates = []
    for text, known, edition in editions:
        if text.sha256 in files:
            duplicates.append((text.path, files[text.sha256]))
        else:
            files[text.sha256] = InputFile(len(files) + 1, text, known, edition)
    return tuple(files.values()), tuple(duplicates)


def edition_of(path: Path, known: Recognised, *, archive: Path | None = None) -> str:
    """The month of the publisher's release, as YYYY-MM.

    The bytes do not say it. A folder whose name is, or begins with, YYYY-MM (as the publishers' archives are kept)
    does, inside an archive or around it; without one it is the month after the last month of data, which is when such
    files come out. Where only the rows know that month, the release is NO_RELEASE until they are read.
    """
    around = path.parents if archive else path.parents[:1]
    for folder in around:
        release = RELEASE_FOLDER.match(folder.name)
        if release:
            return release.group(1)
        if archive and folder == archive.parent:
            break
    last = max(known.months, default=None)
    return add_months(last, 1).strftime("%Y-%m") if last else NO_RELEASE
