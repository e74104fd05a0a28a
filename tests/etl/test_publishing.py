"""A load that is killed, that finds the disk full or the folder closed, leaves the edition in use as it was."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from etl import crime_figures
from etl.edition import in_use, only_loader
from etl.faults import LoadError
from etl.load import load
from tests.etl.conftest import HEADER, ROWS, Loaded

Write = Callable[..., Path]
ROOT = Path(__file__).parents[2]

# Stops for ever once the edition is half built, so that the test can kill it there.
HALF_WAY = """
import sys, time
from pathlib import Path
from etl import load as module
def stop(con, inputs):
    print('half way', flush=True)
    time.sleep(60)
module.ledger.close_ledger = stop
module.load([Path(sys.argv[1])], editions=Path(sys.argv[2]))
"""

LOAD = "load([Path(sys.argv[1])], editions=Path(sys.argv[2]))"

# A file may not grow beyond a size: what a full disk looks like to the process.
SMALL_DISK = """
import resource, signal, sys
from pathlib import Path
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]),) * 2)
from etl.faults import LoadError
from etl.load import load
try:
    load([Path(sys.argv[1])], editions=Path(sys.argv[2]))
except LoadError as error:
    print(error)
    sys.exit(3)
"""


@contextmanager
def running(code: str, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", code, *map(str, arguments)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        yield process


@pytest.fixture
def first(write: Write, raw: Path, editions: Path) -> Path:
    """An edition in use before the trouble starts; the next load has one file more."""
    write("2017-07/a.csv", HEADER, *ROWS)
    path = load([raw], editions=editions).path
    write("2017-08/b.csv", "MajorText,MinorText,BoroughName,201706", "ROBBERY,ROBBERY OF BUSINESS PROPERTY,Camden,42")
    return path


def test_a_load_killed_half_way_leaves_the_old_edition_and_the_next_load_clears_up(
    first: Path, raw: Path, editions: Path
) -> None:
    with running(HALF_WAY, raw, editions) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "half way"
        assert list(editions.glob(".building-*"))
        process.send_signal(signal.SIGKILL)
    assert (editions / "current").read_text().strip() == first.stem
    assert Loaded(first).rows("SELECT sum(offences) FROM recorded_crime") == [(93,)]
    second = load([raw], editions=editions)
    assert not list(editions.glob(".building-*"))
    assert Loaded(second.path).rows("SELECT sum(offences) FROM recorded_crime") == [(94,)]


@pytest.mark.parametrize("room", [1_000, 30_000], ids=["at once", "while writing"])
def test_a_full_disk_is_said_in_words_and_changes_nothing(room: int, first: Path, raw: Path, editions: Path) -> None:
    with running(SMALL_DISK, raw, editions, room) as process:
        said, _ = process.communicate(timeout=30)
    assert process.returncode == 3, said
    assert "could not be written" in said
    assert "The edition in use is unchanged" in said
    assert (editions / "current").read_text().strip() == first.stem
    assert sorted(p.name for p in editions.glob("*.duckdb")) == [first.name]


def test_a_folder_that_cannot_be_written_is_said(first: Path, raw: Path, tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")
    with pytest.raises(LoadError, match="cannot write to"):
        load([raw], editions=in_the_way / "editions")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission_is_said(first: Path, raw: Path, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    with pytest.raises(LoadError, match="cannot write to"):
        load([raw], editions=closed / "editions")


def test_a_figure_lost_on_the_way_stops_the_publication(
    write: Write, raw: Path, editions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("a.csv", HEADER, *ROWS)
    broken = crime_figures.FIGURES.replace("GROUP BY ALL", "WHERE number <> 20 GROUP BY ALL")
    monkeypatch.setattr(crime_figures, "FIGURES", broken)
    with pytest.raises(LoadError, match="1 figures, 20 offences"):
        load([raw], editions=editions)
    assert not in_use(editions)


def test_a_revision_not_kept_stops_the_publication(
    first: Path, raw: Path, editions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crime_figures, "REVISIONS", "SELECT 1")
    with pytest.raises(LoadError, match="the revisions do not explain the change"):
        load([raw], editions=editions)
    assert (editions / "current").read_text().strip() == first.stem


def test_two_loads_at_once_do_not_meet(raw: Path, editions: Path, write: Write) -> None:
    write("a.csv", HEADER, *ROWS)
    with only_loader(editions), pytest.raises(LoadError, match="another load is writing"):
        load([raw], editions=editions)


def test_the_pointer_changes_last_and_in_one_step(first: Path, raw: Path, editions: Path) -> None:
    whole = f"import sys; from pathlib import Path; from etl.load import load; {LOAD}"
    with running(whole, raw, editions) as process:
        while process.poll() is None:
            name = (editions / "current").read_text().strip()
            assert (editions / f"{name}.duckdb").exists()
            time.sleep(0.001)
    assert process.returncode == 0
    final = (editions / "current").read_text().strip()
    assert final != first.stem
    with duckdb.connect(str(editions / f"{final}.duckdb"), read_only=True) as con:
        assert con.execute("SELECT count(*) FROM source").fetchone() == (2,)


def test_loading_the_same_again_builds_nothing_and_points_back(first: Path, raw: Path, editions: Path) -> None:
    second = load([raw], editions=editions)
    (raw / "2017-08" / "b.csv").unlink()
    again = load([raw], editions=editions)
    assert again.was_there
    assert not second.was_there
    assert (editions / "current").read_text().strip() == first.stem
