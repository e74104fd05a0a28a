"""A new edition: built beside the one in use, checked, and published with one rename."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb

from etl.faults import LoadError
from etl.files import InputFile
from etl.holding import hold
from etl.published import fill_published
from geo.areas import all_areas
from geo.population import load_census, load_population

ROOT = Path(__file__).parents[1]
SCHEMA = ROOT / "data" / "schema.sql"
POINTER = "current"
BUILDING = ".building-"
DEFAULT_FOLDER = ROOT / "data" / "editions"

# What decides an edition: how files are read, where things are, which series there are and how they are judged.
OURS = (
    *("etl/**/*.py", "etl/**/*.csv", "geo/*.csv", "geo/borough_limits.geojson", "data/published/*.csv"),
    *("data/catalogue/*.py", "data/datasets.toml", "data/measures/*.toml", "data/periods.py", "data/queries.py"),
    *("data/statistics/**/*.py", "data/survey_bases.*"),
)


def loader_version() -> str:
    """A hash of everything of ours that decides what an edition holds, so that nobody need remember a number."""
    parts = {SCHEMA, *(path for pattern in OURS for path in ROOT.glob(pattern) if not _decides_nothing(path))}
    digest = hashlib.sha256()
    for path in sorted(parts):
        digest.update(str(path.relative_to(ROOT)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def _decides_nothing(path: Path) -> bool:
    """Getting files, printing pages, passing editions on and what is made of a finished one change no edition."""
    apart = ("briefing", "bulk", "fetch", "keeping.py", "sharing")
    return any(path.is_relative_to(ROOT / "etl" / name) for name in apart)


def edition_id(files: Sequence[InputFile], *, kind: str, version: str) -> str:
    """The same inputs and loader give the same id, wherever the files lie."""
    digest = hashlib.sha256(f"{kind} {version}".encode())
    for line in sorted(f"{f.text.sha256} {f.edition} {f.layout.name} {f.path.name}" for f in files):
        digest.update(line.encode())
    return f"{kind}-{digest.hexdigest()[:16]}"


@contextmanager
def only_loader(folder: Path) -> Iterator[None]:
    """Hold the folder while an edition is built, and clear away what a killed load left behind."""
    with hold(folder, lock=folder / ".lock", work="load", fault=LoadError):
        for leftover in folder.glob(f"{BUILDING}*"):
            leftover.unlink()
        yield


def create(path: Path, *, edition: str, kind: str, version: str) -> duckdb.DuckDBPyConnection:
    """An empty edition with its areas, residents and published figures. The caller closes the connection."""
    con = duckdb.connect(str(path))
    con.execute(SCHEMA.read_text(encoding="utf-8"))
    con.execute("INSERT INTO edition VALUES (?, ?, ?)", [edition, kind, version])
    areas = [(a.area_code, a.area_name, a.area_type, a.parent_code) for a in all_areas()]
    con.executemany("INSERT INTO area (area_code, area_name, area_type, parent_code) VALUES (?, ?, ?, ?)", areas)
    people = [*load_population(), *load_census()]
    con.execute(
        "INSERT INTO population SELECT unnest(?), unnest(?), unnest(?), unnest(?), unnest(?)",
        [
            list(column)
            for column in zip(*((p.area_code, p.year, p.ethnic_group, p.persons, p.basis) for p in people), strict=True)
        ],
    )
    fill_published(con)
    return con


def publish(built: Path, folder: Path, *, edition: str) -> Path:
    """Move the finished file to its name, then the pointer to the file: two renames, the second of which counts."""
    final = folder / f"{edition}.duckdb"
    _sync(built)
    built.replace(final)
    point_to(folder, edition=edition)
    return final


def point_to(folder: Path, *, edition: str, since: float | None = None) -> None:
    """Make `edition` the one in use: from now on, or since that time (in seconds, as of a file) where it is a copy."""
    fresh = folder / f"{BUILDING}pointer"
    fresh.write_text(f"{edition}\n", encoding="utf-8")
    if since is not None:
        os.utime(fresh, (since, since))
    _sync(fresh)
    fresh.replace(folder / POINTER)


def in_use(folder: Path) -> Path | None:
    """The file of the edition that the pointer names, when it is there."""
    pointer = folder / POINTER
    if not pointer.is_file():
        return None
    path = folder / f"{pointer.read_text(encoding='utf-8').strip()}.duckdb"
    return path if path.is_file() else None


def version_of(path: Path) -> str | None:
    """The version of the loader that built the edition at `path`; None when the file cannot say."""
    try:
        with duckdb.connect(str(path), read_only=True) as con:
            row = con.execute("SELECT loader_version FROM edition").fetchone()
    except duckdb.Error:
        return None
    return str(row[0]) if row else None


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
