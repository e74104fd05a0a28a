"""Editions that hold nothing but their tables, and a server that gives them out."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from etl.edition import SCHEMA, point_to
from etl.fetch.patience import Clock, Patience
from tests.etl.fetch.server import Answer, Site

FIRST, SECOND = "official-00000000000000aa", "official-00000000000000bb"
SINCE = "Tue, 15 Sep 2026 08:00:00 GMT"


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], bytes]:
    """The bytes of an edition without a figure."""
    held: dict[str, bytes] = {}

    def make(edition: str, schema: str = SCHEMA.read_text(encoding="utf-8")) -> bytes:
        if edition not in held:
            path = tmp_path_factory.mktemp("made") / "edition.duckdb"
            with duckdb.connect(str(path)) as con:
                con.execute(schema)
                con.execute("INSERT INTO edition VALUES (?, 'official', 'v')", [edition])
            held[edition] = path.read_bytes()
        return held[edition]

    return make


@pytest.fixture
def editions(tmp_path: Path, made: Callable[[str], bytes]) -> Path:
    """A folder in which FIRST is in use."""
    folder = tmp_path / "editions"
    folder.mkdir()
    (folder / f"{FIRST}.duckdb").write_bytes(made(FIRST))
    point_to(folder, edition=FIRST)
    return folder


@pytest.fixture
def give(site: Site) -> Callable[..., None]:
    """Let the server name an edition and give it out."""

    def _give(edition: str, content: bytes, *, digest: str = "", cut: int | None = None, wrong: bytes = b"") -> None:
        site.answer("/current", Answer(headers={"Last-Modified": SINCE}, body=f"{edition}\n".encode()))
        digest = digest or hashlib.sha256(content).hexdigest()
        site.answer(f"/{edition}.sha256", Answer(body=f"{digest}  {edition}.duckdb\n".encode()))
        whole = Answer(body=wrong or content)
        site.answer(f"/{edition}.duckdb", *([Answer(body=content, cut_after=cut)] if cut else []), whole)

    return _give


@pytest.fixture
def patience() -> Patience:
    """One that does not wait."""
    return Patience(Clock(sleep=lambda seconds: None, chance=lambda: 1.0), attempts=2)
