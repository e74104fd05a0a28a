"""Editions change under readers without any of them noticing."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from data import warehouse as module
from data.warehouse import NoEdition, OldEdition, UnknownEdition, Warehouse, warehouse


def make(folder: Path, name: str, kind: str = "official") -> None:
    with duckdb.connect(str(folder / f"{name}.duckdb")) as con:
        con.execute(module.SCHEMA.read_text(encoding="utf-8"))
        con.execute("INSERT INTO edition VALUES (?, ?, 'v1')", [name, kind])
        con.execute("CREATE TABLE n AS SELECT ? AS name FROM range(1000)", [name])
    point(folder, name)


def point(folder: Path, name: str) -> None:
    fresh = folder / "fresh"
    fresh.write_text(name)
    fresh.replace(folder / "current")


@pytest.fixture(autouse=True)
def look_every_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LOOK_EVERY_SECONDS", 0.0)


def names(house: Warehouse) -> set[str]:
    with house.edition() as edition:
        return {row[0] for row in edition.cursor.execute("SELECT DISTINCT name FROM n").fetchall()}


def test_without_an_edition_it_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(NoEdition, match="python -m etl load"), Warehouse(tmp_path).edition():
        pass


def test_a_new_edition_is_used_from_the_next_request(tmp_path: Path) -> None:
    make(tmp_path, "one")
    house = Warehouse(tmp_path)
    assert names(house) == {"one"}
    make(tmp_path, "two", "demonstration")
    assert names(house) == {"two"}
    with house.edition() as edition:
        assert edition.facts.is_demonstration


def test_a_request_keeps_its_edition_to_the_end(tmp_path: Path) -> None:
    make(tmp_path, "one")
    house = Warehouse(tmp_path)
    with house.edition() as edition:
        make(tmp_path, "two")
        assert names(house) == {"two"}
        assert edition.cursor.execute("SELECT DISTINCT name FROM n").fetchall() == [("one",)]
    with pytest.raises(duckdb.Error):
        edition._opened.con.execute("SELECT 1")


@pytest.mark.parametrize("spoil", ["missing", "corrupt"])
def test_a_bad_edition_leaves_the_last_good_one_serving(spoil: str, tmp_path: Path) -> None:
    make(tmp_path, "one")
    house = Warehouse(tmp_path)
    assert names(house) == {"one"}
    if spoil == "corrupt":
        (tmp_path / "two.duckdb").write_bytes(b"this is no database" * 1000)
    point(tmp_path, "two")
    assert names(house) == {"one"}


def drop(folder: Path, name: str, table: str) -> None:
    with duckdb.connect(str(folder / f"{name}.duckdb")) as con:
        con.execute(f"DROP TABLE {table}")


@pytest.mark.parametrize("table", ["monthly_signal", "survey_change"])
def test_an_edition_of_an_older_loader_leaves_the_last_good_one_serving_and_is_complained_of_once(
    table: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    make(tmp_path, "one")
    house = Warehouse(tmp_path)
    assert names(house) == {"one"}
    point(tmp_path, "one")
    make(tmp_path, "two")
    drop(tmp_path, "two", table)
    assert names(house) == names(house) == {"one"}
    (said,) = [record.message for record in caplog.records if record.levelname == "ERROR"]
    assert f"two.duckdb lacks {table}; an older loader built it, so load again: python -m etl load" in said
    make(tmp_path, "three")
    assert names(house) == {"three"}


def test_an_edition_of_an_older_loader_alone_is_no_edition(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    make(tmp_path, "one")
    drop(tmp_path, "one", "monthly_signal")
    with pytest.raises(NoEdition, match="python -m etl load"), Warehouse(tmp_path).edition():
        pass
    assert "lacks monthly_signal" in caplog.text


def test_an_edition_cannot_be_written_to_and_reaches_no_file(tmp_path: Path) -> None:
    make(tmp_path, "one")
    with Warehouse(tmp_path).edition() as edition:
        for statement in (
            "DELETE FROM n",
            f"SELECT * FROM read_csv('{__file__}')",
            "SET enable_external_access = true",
        ):
            with pytest.raises(duckdb.Error):
                edition.cursor.execute(statement)


def test_work_is_done_once_for_an_edition_and_again_for_the_next(tmp_path: Path) -> None:
    make(tmp_path, "one")
    house = Warehouse(tmp_path)
    done: list[str] = []

    def ask() -> None:
        with house.edition() as edition:
            edition.once("key", lambda: done.append(edition.facts.edition_id))

    ask()
    ask()
    make(tmp_path, "two")
    ask()
    assert done == ["one", "two"]


def test_the_last_of_many_are_kept_and_none_outlives_its_edition(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LATELY", 2)
    make(tmp_path, "one")
    house, made = Warehouse(tmp_path), []

    def ask(key: str) -> object:
        with house.edition() as edition:
            return edition.lately(key, lambda: made.append(key) or f"{key} of {edition.facts.edition_id}")

    assert [ask(key) for key in "abaca"] == [f"{key} of one" for key in "abaca"]
    assert made == ["a", "b", "c"]  # asking for a again kept it, so c put b out
    assert ask("b") == "b of one" and made == ["a", "b", "c", "b"]
    make(tmp_path, "two")
    assert ask("b") == "b of two"


def test_twenty_changes_under_four_readers_lose_no_request(tmp_path: Path) -> None:
    make(tmp_path, "e0")
    house = Warehouse(tmp_path)
    stop, wrong, asked = threading.Event(), [], [0]

    def read() -> None:
        while not stop.is_set():
            try:
                found = names(house)
                asked[0] += 1
                if len(found) != 1:
                    wrong.append(str(found))
            except Exception as error:  # every kind of failure counts
                wrong.append(repr(error))

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    for number in range(1, 21):
        make(tmp_path, f"e{number}")
        wait_until(lambda n=number: names(house) == {f"e{n}"})
    stop.set()
    for reader in readers:
        reader.join()
    assert wrong == []
    assert asked[0] > 20


def wait_until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 5
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.001)


def test_the_environment_names_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LPP_EDITIONS", str(tmp_path))
    assert warehouse().folder == tmp_path
    assert warehouse() is warehouse(tmp_path)


def test_an_older_edition_answers_by_its_name_after_a_newer_one_is_in_use(tmp_path: Path) -> None:
    make(tmp_path, "one")
    make(tmp_path, "two")
    house = Warehouse(tmp_path)
    assert names(house) == {"two"}
    with house.edition("one") as edition:
        assert edition.cursor.execute("SELECT DISTINCT name FROM n").fetchall() == [("one",)]
    with house.edition("two") as edition:
        assert edition._opened is house._open, "the one in use is not opened twice"


@pytest.mark.parametrize("name", ["three", "", "../one", "one.duckdb", "..", ".building-one", "a/b", "one\x00", "ö"])
def test_a_name_that_is_no_edition_reaches_no_file(tmp_path: Path, name: str) -> None:
    make(tmp_path, "one")
    (tmp_path / ".building-one.duckdb").write_bytes((tmp_path / "one.duckdb").read_bytes())
    inner = tmp_path / "inner"
    inner.mkdir()
    make(inner, "two")
    with pytest.raises(UnknownEdition), Warehouse(inner).edition(name):
        pass


def test_only_the_last_two_older_editions_stay_open_once_nobody_uses_them(tmp_path: Path) -> None:
    for number in range(6):
        make(tmp_path, f"e{number}")
    house = Warehouse(tmp_path)
    with house.edition("e0") as first:
        for number in range(1, 5):
            with house.edition(f"e{number}"):
                pass
        assert list(house._old) == ["e0", "e3", "e4"], "the one in use is never closed"
        assert first.cursor.execute("SELECT DISTINCT name FROM n").fetchall() == [("e0",)]
    assert list(house._old) == ["e3", "e4"]


def test_what_an_older_edition_lacks_is_said_and_the_rest_answers(tmp_path: Path) -> None:
    make(tmp_path, "one")
    drop(tmp_path, "one", "monthly_signal")
    make(tmp_path, "two")
    house = Warehouse(tmp_path)
    for missing in ("SELECT * FROM monthly_signal", "SELECT later FROM n"):
        with pytest.raises(OldEdition, match="edition one was made before"), house.edition("one") as edition:
            edition.cursor.execute(missing)
    with house.edition("one") as edition:
        assert edition.cursor.execute("SELECT count(*) FROM n").fetchone() == (1000,)
    with pytest.raises(duckdb.BinderException), house.edition() as edition:
        edition.cursor.execute("SELECT later FROM n")


def test_the_editions_kept_are_listed_newest_first(tmp_path: Path) -> None:
    make(tmp_path, "demonstration-1")
    os.utime(tmp_path / "demonstration-1.duckdb", (1_500_000_000, 1_500_000_000))
    make(tmp_path, "official-2")
    kept = Warehouse(tmp_path).kept()
    assert [(each.edition_id, each.is_demonstration) for each in kept] == [
        ("official-2", False), ("demonstration-1", True),
    ]  # fmt: skip
    assert kept[1].published_on.isoformat() == "2017-07-14"


def test_a_complaint_ends_when_the_pointer_names_the_edition_in_use_again(tmp_path: Path) -> None:
    make(tmp_path, "one")
    house = Warehouse(tmp_path)
    names(house)
    point(tmp_path, "nowhere")
    assert names(house) == {"one"} and "nowhere" in house.complaint
    point(tmp_path, "one")
    assert names(house) == {"one"} and house.complaint == ""
