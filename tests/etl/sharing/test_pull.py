"""Pulling an edition: whole, checked, by one rename; whatever is wrong leaves what is in use."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from etl.__main__ import app
from etl.edition import in_use
from etl.faults import LoadError
from etl.fetch.patience import Patience
from etl.sharing.pull import pull
from tests.etl.fetch.server import Answer, Site
from tests.etl.sharing.conftest import FIRST, SECOND

Give = Callable[..., None]
Made = Callable[..., bytes]


def test_an_edition_comes_over_and_says_the_same_day(
    site: Site, give: Give, made: Made, tmp_path: Path, patience: Patience
) -> None:
    give(SECOND, made(SECOND), cut=5_000)  # cut once: the second try brings it
    folder = tmp_path / "empty" / "editions"
    assert pull(site.url, folder, patience=patience) == (SECOND, True)
    assert (folder / f"{SECOND}.duckdb").read_bytes() == made(SECOND)
    assert (folder / "current").stat().st_mtime == datetime(2026, 9, 15, 8, tzinfo=UTC).timestamp()
    assert {path.name for path in folder.iterdir()} == {".lock", "current", f"{SECOND}.duckdb"}
    asked = len(site.asked(f"/{SECOND}.duckdb"))
    assert pull(f"{site.url}/", folder, patience=patience) == (SECOND, False)
    assert len(site.asked(f"/{SECOND}.duckdb")) == asked == 2  # nothing is fetched that is there


@pytest.mark.parametrize(("named", "says"), [
    ("../../etc/official-00000000000000aa", "no edition's name"), ("official-1\nx", "no edition's name"),
    ("<!doctype html>" + "x" * 300, "longer than"), ("", "no edition's name"),
])  # fmt: skip
def test_a_pointer_that_names_no_edition(site: Site, editions: Path, named: str, says: str, patience: Patience) -> None:
    site.answer("/current", Answer(body=named.encode()))
    with pytest.raises(LoadError, match=says):
        pull(site.url, editions, patience=patience)
    assert in_use(editions) == editions / f"{FIRST}.duckdb"


@pytest.mark.parametrize(("fault", "says"), [
    ({"digest": "0" * 64}, "SHA-256"), ({"digest": "none"}, "no SHA-256"), ({"wrong": b"not a database"}, "SHA-256"),
])  # fmt: skip
def test_what_is_not_what_was_announced_is_not_put_in_use(
    site: Site, give: Give, made: Made, editions: Path, fault: dict[str, object], says: str, patience: Patience
) -> None:
    give(SECOND, made(SECOND), **fault)
    with pytest.raises(LoadError, match=says):
        pull(site.url, editions, patience=patience)
    assert in_use(editions) == editions / f"{FIRST}.duckdb"
    assert not (editions / f"{SECOND}.duckdb").exists()


def test_another_edition_under_the_name_or_one_without_tables_is_refused(
    site: Site, give: Give, made: Made, editions: Path, patience: Patience
) -> None:
    give(SECOND, made(FIRST))
    with pytest.raises(LoadError, match=f"holds '{FIRST}'"):
        pull(site.url, editions, patience=patience)
    old = "official-00000000000000cc"
    give(old, made(old, "CREATE TABLE edition (edition_id TEXT, kind TEXT, loader_version TEXT)"))
    with pytest.raises(LoadError, match="lacks acceptance, "):
        pull(site.url, editions, patience=patience)
    assert in_use(editions) == editions / f"{FIRST}.duckdb"


def test_a_server_that_is_not_there(site: Site, editions: Path, patience: Patience) -> None:
    with pytest.raises(LoadError, match="404"):
        pull(site.url, editions, patience=patience)
    with pytest.raises(LoadError, match="no address"):
        pull("ftp://127.0.0.1/editions", editions, patience=patience)


def test_old_ones_go_when_asked_never_the_one_in_use(
    site: Site, give: Give, made: Made, editions: Path, patience: Patience
) -> None:
    give(SECOND, made(SECOND))
    pull(site.url, editions, patience=patience, keep=2)
    assert {path.stem for path in editions.glob("*.duckdb")} == {FIRST, SECOND}
    pull(site.url, editions, patience=patience, keep=1)
    assert {path.stem for path in editions.glob("*.duckdb")} == {SECOND}


def test_the_commands_push_and_use(editions: Path, made: Made, tmp_path: Path, site: Site) -> None:
    def run(*words: str) -> tuple[int, str]:
        done = CliRunner().invoke(app, [*words, "--editions", str(editions)])
        return done.exit_code, done.output

    bucket = tmp_path / "bucket"
    assert run("push", str(bucket)) == (0, f"{FIRST} was copied to {bucket}, whose pointer names it.\n")
    assert (bucket / "current").stat().st_mtime == (editions / "current").stat().st_mtime
    os.utime(editions / "current", (1_789_000_000, 1_789_000_000))  # in use since another day, as every page says
    assert "was already in" in run("push", str(bucket))[1]
    assert (bucket / "current").stat().st_mtime == 1_789_000_000
    (bucket / f"{FIRST}.duckdb").write_bytes(b"half of it")
    assert "was copied to" in run("push", str(bucket))[1]
    for path in bucket.iterdir():  # what was pushed can be pulled
        site.answer(f"/{path.name}", Answer(body=path.read_bytes()))
    assert pull(site.url, tmp_path / "elsewhere") == (FIRST, True)

    (editions / f"{SECOND}.duckdb").write_bytes(made(SECOND))
    assert run("use", SECOND) == (0, f"{SECOND} is in use now.\n")
    assert in_use(editions) == editions / f"{SECOND}.duckdb"
    code, said = run("use", "official-00000000000000cc")
    assert code == 1 and f"there are: {FIRST}, {SECOND}" in said
    (editions / f"{SECOND}.duckdb").write_bytes(made(FIRST))
    assert run("use", SECOND)[0] == 1
