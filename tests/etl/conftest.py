"""Small files by hand, run through the real loader."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from data.warehouse import CONFIG
from etl.load import load
from tests.etl.fetch.server import Site

HEADER = "MajorText,MinorText,BoroughName,201704,201705,201706"
ROWS = (
    "ROBBERY,ROBBERY OF PERSONAL PROPERTY,Camden,10,11,12",
    "ROBBERY,ROBBERY OF PERSONAL PROPERTY,Newham,20,0,22",
    "BURGLARY,DOMESTIC BURGLARY,Camden,5,6,7",
)


class Loaded:
    """An edition to ask."""

    def __init__(self, path: Path) -> None:
        self.path = path
        # As the web side opens it: one process may not hold a file in two ways, and a test of a page may hold it too.
        self.con = duckdb.connect(str(path), read_only=True, config=CONFIG)

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        return self.con.execute(query).fetchall()

    def source(self, column: str) -> list[Any]:
        return [row[0] for row in self.rows(f"SELECT {column} FROM source ORDER BY source_id")]


@pytest.fixture
def editions(tmp_path: Path) -> Path:
    return tmp_path / "editions"


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    return folder


@pytest.fixture
def write(raw: Path) -> Callable[..., Path]:
    """Write a file from lines (or bytes) into raw/, in a sub-folder if the name has one."""

    def _write(name: str, *lines: str, content: bytes | None = None) -> Path:
        path = raw / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if content is not None else ("\n".join(lines) + "\n").encode())
        return path

    return _write


@pytest.fixture
def loaded(raw: Path, editions: Path) -> Iterator[Callable[[], Loaded]]:
    """Load raw/ and open what was published."""
    opened: list[Loaded] = []

    def _load() -> Loaded:
        opened.append(Loaded(load([raw], editions=editions).path))
        return opened[-1]

    yield _load
    for edition in opened:
        edition.con.close()


@pytest.fixture
def site() -> Iterator[Site]:
    """A host of files, in place of a publisher's or of the storage that instances share."""
    site = Site()
    yield site
    site.close()
