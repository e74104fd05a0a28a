"""The whole fetch, and the command."""

from __future__ import annotations

import fcntl
import io
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner

from etl.__main__ import app
from etl.fetch.faults import FetchFault
from etl.fetch.outcome import What
from etl.fetch.show import Show
from etl.load import load
from tests.etl.fetch.conftest import CSV, FILE, LANDED, TITLE, Fetcher
from tests.etl.fetch.server import Answer, Site

Published = Callable[..., str]
STRENGTH = b"Date,Police Officer Strength\n01/2026,33000\n"


@pytest.fixture
def strength(site: Site) -> None:
    url = site.file("/s/Police_Force_Strength.csv", STRENGTH)
    entry = {"title": "Police force strength", "format": "csv", "url": url}
    site.datastore("e7xoj", {"s": {**entry, "check_timestamp": "2026-08-01"}})


def test_only_fetches_what_it_names(site: Site, published: Published, strength: None, fetcher: Fetcher) -> None:
    published()
    fetcher("workforce")
    assert fetcher.files == ["workforce/2026-08/Police_Force_Strength.csv"]
    assert site.asked(FILE) == []


def test_only_with_an_unknown_name_says_which_there_are(fetcher: Fetcher, site: Site) -> None:
    with pytest.raises(FetchFault, match="no dataset is called crime; there are: recorded-crime, workforce, stop-and-"):
        fetcher("crime")
    assert site.seen == []


def test_a_dry_run_says_what_it_would_fetch_and_writes_nothing(
    site: Site, published: Published, strength: None, fetcher: Fetcher
) -> None:
    url = published()
    site.json("/api/crimes-street-dates", [{"date": "2026-07", "stop-and-search": ["metropolitan"]}])
    assert {outcome.what for outcome in fetcher(dry_run=True)} == {What.WOULD_FETCH}
    assert url in fetcher.text and f"{site.url}/data/archive/2026-07.zip" in fetcher.text
    assert not fetcher.into.exists()
    assert not [seen for seen in site.seen if seen.path.endswith((".csv", ".zip"))]


def test_one_that_fails_does_not_keep_back_the_others(
    site: Site, published: Published, strength: None, fetcher: Fetcher
) -> None:
    published()
    site.answer("/api/dataset/exy3m", Answer(500))
    outcomes = fetcher()
    assert [outcome.what for outcome in outcomes] == [What.FAILED, What.FETCHED, What.FAILED]
    assert "Not reached: recorded-crime: " in fetcher.text
    assert fetcher.files == ["workforce/2026-08/Police_Force_Strength.csv"]


def test_releases_before_since_are_left(site: Site, published: Published, fetcher: Fetcher) -> None:
    published()
    assert fetcher.one(since=date(2026, 8, 1)).what == What.LEFT
    assert fetcher.one(since=date(2026, 7, 1)).what == What.FETCHED


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path, published: Published, fetcher: Fetcher) -> None:
    published()
    (tmp_path / "file").write_text("in the way")
    fetcher.into = tmp_path / "file" / "raw"
    with pytest.raises(FetchFault, match="cannot write to .*raw: Not a directory"):
        fetcher()


def test_a_dataset_folder_that_cannot_be_written_is_one_files_trouble(
    site: Site, published: Published, strength: None, fetcher: Fetcher
) -> None:
    published()
    fetcher.into.mkdir()
    (fetcher.into / "recorded-crime").write_text("in the way")
    outcomes = fetcher("recorded-crime", "workforce")
    assert [outcome.what for outcome in outcomes] == [What.FAILED, What.FETCHED]
    assert "cannot be written" in outcomes[0].why


def test_a_folder_without_permission_is_said(published: Published, fetcher: Fetcher) -> None:
    fetcher.into.mkdir(mode=0o500)
    if os.access(fetcher.into, os.W_OK):
        pytest.skip("root may write anywhere")
    with pytest.raises(FetchFault, match="cannot write to .*: Permission denied"):
        fetcher()


def test_two_at_once_do_not_write_into_the_same_folder(fetcher: Fetcher) -> None:
    (fetcher.into / ".fetch").mkdir(parents=True)
    with (fetcher.into / ".fetch" / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(FetchFault, match="another fetch is writing"):
            fetcher()


def test_a_spoilt_book_costs_a_download_and_no_more(published: Published, fetcher: Fetcher) -> None:
    published()
    fetcher.one()
    (fetcher.into / ".fetch" / "state.json").write_text("[")
    assert fetcher.one().what == What.FETCHED
    assert fetcher.files == [LANDED]


def test_what_was_fetched_is_loaded_under_the_month_of_its_release(
    published: Published, fetcher: Fetcher, tmp_path: Path
) -> None:
    published(CSV[: CSV.index(b"\n", 60) + 1])
    fetcher.one()
    inputs = load([fetcher.into], editions=tmp_path / "editions").inputs
    assert [(file.path.name, file.edition) for file in inputs.files] == [(TITLE, "2026-07")]


def _run(site: Site, into: Path, *more: str) -> tuple[int, str]:
    command = ["fetch", "--into", str(into), "--datastore-url", site.url, "--police-url", site.url, *more]
    result = CliRunner().invoke(app, command)
    return result.exit_code, result.output


def test_the_command_ends_well_with_a_table(site: Site, strength: None, into: Path) -> None:
    code, said = _run(site, into, "--only", "workforce")
    assert code == 0
    assert "What was fetched" in said and "Police_Force_Strength.csv" in said and "fetched" in said
    assert (into / "workforce/2026-08/Police_Force_Strength.csv").read_bytes() == STRENGTH


def test_the_command_fails_when_anything_was_not_reached(site: Site, strength: None, into: Path) -> None:
    code, said = _run(site, into, "--only", "workforce", "--only", "homicide")
    assert code == 1
    assert "Not reached: homicide: the dataset is not to be found" in said
    assert "api/dataset/2l1w8" in said and "api/3/action/package_show?id=mps-homicide-dashboard-data" in said
    assert (into / "workforce/2026-08/Police_Force_Strength.csv").is_file()


@pytest.mark.parametrize(
    ("more", "why"),
    [
        (("--since", "April"), "'April' is no month; write it like 2017-04"),
        (("--only", "nonsense"), "no dataset is called nonsense"),
        (("--wanted", "/nowhere.toml"), "/nowhere.toml cannot be read"),
        (("--datastore-url", "nonsense"), "'nonsense' is no address"),
    ],
)
def test_a_wrong_option_is_said_in_a_line(site: Site, into: Path, more: tuple[str, ...], why: str) -> None:
    code, said = _run(site, into, *more)
    assert code == 1
    assert f"Nothing was fetched. {why}" in said


@pytest.mark.parametrize("terminal", [True, False])
def test_bars_are_for_terminals_only(terminal: bool) -> None:
    seen = io.StringIO()
    console = Console(file=seen, force_terminal=terminal, width=120)
    with Show(console).watch(TITLE) as watch:
        watch.begin(1000, 4000)
        watch.advance(1000)
    assert (TITLE[:30] in seen.getvalue()) == terminal


def test_a_spreadsheet_is_fetched_and_said_to_need_saving_as_csv(site: Site, into: Path) -> None:
    url = site.file("/s/PAS_T%26Cdashboard_to%20Q3%2025-26.xlsx", b"PK\x03\x04sheet", type="application/octet-stream")
    site.datastore("236kk", {"s": {"title": "PAS dashboard", "url": url, "check_timestamp": "2026-02-01"}})
    code, said = _run(site, into, "--only", "surveys")
    assert code == 0
    assert "a spreadsheet is not loaded" in said
    assert (into / "surveys/2026-02/PAS_T&Cdashboard_to Q3 25-26.xlsx").is_file()
