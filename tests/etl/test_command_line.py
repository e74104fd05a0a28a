"""What a person at the terminal sees."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner, Result

from etl.__main__ import app
from etl.edition import in_use
from tests.etl.conftest import HEADER, ROWS

Write = Callable[..., Path]


@pytest.fixture(autouse=True)
def wide_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """The console is made when the module is imported, so its width is set on it and not in the environment."""
    monkeypatch.setattr("etl.__main__.console.width", 160)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments])


def in_one_line(said: Result) -> str:
    """What was printed, however wide the terminal."""
    return " ".join(said.output.split())


def test_load_ends_with_a_table_of_what_was_read(write: Write, raw: Path, editions: Path) -> None:
    write("2017-07/a.csv", HEADER, *ROWS, "ROBBERY,ROBBERY OF PERSONAL PROPERTY,Gotham,1,2,3")
    write("notes.md", "# words")
    done = run("load", raw, "--editions", editions)
    assert done.exit_code == 0, done.output
    row = next(line for line in done.output.splitlines() if "2017-07" in line and "a.csv" in line)
    assert row.split()[-4:] == ["4", "3", "1", "99"]
    assert "1 refused; `python -m etl check` says which and why" in in_one_line(done)
    assert "Passed over, not data files: notes.md" in in_one_line(done)
    assert in_use(editions) is not None


def test_check_lists_the_refused_row_and_the_name_that_is_not_known(write: Write, raw: Path, editions: Path) -> None:
    write("2017-07/a.csv", HEADER, *ROWS, "ROBBERY,ROBBERY OF PERSONAL PROPERTY,Gotham,1,2,3")
    run("load", raw, "--editions", editions)
    said = in_one_line(run("check", "--editions", editions))
    assert "Names not known (1)" in said
    assert "Gotham" in said
    assert "unknown area" in said
    assert "Revised: none." in said


def test_check_says_when_there_is_no_edition(editions: Path) -> None:
    done = run("check", "--editions", editions)
    assert done.exit_code == 1
    assert "there is no edition" in in_one_line(done)


def test_a_fault_ends_with_its_file_line_and_value_and_a_code(write: Write, raw: Path, editions: Path) -> None:
    write("a.csv", "a,b", "1,2")
    done = run("load", raw, "--editions", editions)
    assert done.exit_code == 1
    assert "a.csv, line 1: has a header that no known layout has: 'a,b'" in in_one_line(done)


def test_ensure_loads_the_publishers_files_where_there_are_any(write: Write, raw: Path, editions: Path) -> None:
    write("2017-07/a.csv", HEADER, *ROWS)
    assert run("ensure", "--editions", editions, "--raw", raw).exit_code == 0
    made = in_use(editions)
    assert made is not None
    assert made.name.startswith("official-")


def test_ensure_changes_nothing_where_there_is_an_edition(write: Write, raw: Path, editions: Path) -> None:
    write("2017-07/a.csv", HEADER, *ROWS)
    run("load", raw, "--editions", editions)
    before = in_use(editions)
    write("2017-08/b.csv", HEADER, ROWS[0])
    done = run("ensure", "--editions", editions, "--raw", raw)
    assert (done.exit_code, done.output) == (0, "")
    assert in_use(editions) == before


def test_an_official_edition_of_another_loader_is_kept_and_the_reader_told(
    write: Write, raw: Path, editions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("2017-07/a.csv", HEADER, *ROWS)
    with monkeypatch.context() as older:
        older.setattr("etl.edition.OURS", ("etl/load.py",))
        run("load", raw, "--editions", editions)
    before = in_use(editions)
    assert before is not None
    done = run("ensure", "--editions", editions, "--raw", raw)
    said = f"Another version of the loader built {before.stem}: load again with python -m etl load PATH."
    assert (done.exit_code, in_one_line(done)) == (0, said)
    assert in_use(editions) == before


def test_a_demonstration_of_another_loader_is_built_anew(
    raw: Path, editions: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    editions.mkdir()
    (editions / "demonstration-0123.duckdb").write_bytes(b"an edition that cannot say what built it")
    (editions / "current").write_text("demonstration-0123\n")
    built: list[tuple[Path, Path]] = []
    monkeypatch.setattr("etl.__main__.demo_command", lambda folder, files: built.append((folder, files)))
    monkeypatch.setattr("etl.__main__.DEMONSTRATION", tmp_path / "demonstration")
    done = run("ensure", "--editions", editions, "--raw", raw)
    assert "Building it anew; figures are made up." in in_one_line(done)
    assert built == [(editions, tmp_path / "demonstration")]


def test_load_and_check_say_how_many_series_were_judged(write: Write, raw: Path, editions: Path) -> None:
    # Three months: too few for any judgement, of the 33 areas of burglary, its part, robbery, its part and the total.
    write("2017-07/a.csv", HEADER, *ROWS)
    said = in_one_line(run("load", raw, "--editions", editions))
    wanted = "Expected ranges: 165 series of 5 measures, with 0 months judged; 0 survey figures."
    assert wanted in said
    assert wanted in in_one_line(run("check", "--editions", editions))


def test_check_of_an_edition_from_before_there_were_ranges_says_so(write: Write, raw: Path, editions: Path) -> None:
    write("2017-07/a.csv", HEADER, *ROWS)
    run("load", raw, "--editions", editions)
    made = in_use(editions)
    assert made is not None
    with duckdb.connect(str(made)) as con:
        con.execute("DROP TABLE monthly_signal")
    done = run("check", "--editions", editions)
    assert done.exit_code == 0, done.output
    assert "Expected ranges: none, for an older version of the loader built this edition." in in_one_line(done)


def test_without_any_files_ensure_builds_the_demonstration_and_says_that_it_is_made_up(
    raw: Path, editions: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("etl.__main__.DEMONSTRATION", tmp_path / "demonstration")
    done = run("ensure", "--editions", editions, "--raw", raw)
    assert done.exit_code == 0, done.output
    assert "its figures are made up" in in_one_line(done)
    made = in_use(editions)
    assert made is not None
    assert made.name.startswith("demonstration-")
