"""Printing briefings, with a browser of a few lines in place of Chromium: what is asked of it, and what goes wrong."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from etl.__main__ import app
from etl.briefing import run as printing
from etl.briefing.chromium import find_chromium, pages_of, print_pdf
from etl.briefing.faults import CannotPrint
from etl.briefing.run import Printed, Quarter, chosen, file_name, print_all
from etl.briefing.site import ask, served

# Writes as many pages as the address asks for; an address may also make it fail or hang.
BROWSER = """#!{python}
import sys, time
to = next(a.split("=", 1)[1] for a in sys.argv if a.startswith("--print-to-pdf="))
url, profile = sys.argv[-1], next(a for a in sys.argv if a.startswith("--user-data-dir="))
if "hang" in url: time.sleep(60)
if "fail" in url: sys.exit("no such page")
number = 3 if "brent" in url else 2
open(to, "wb").write(b"%PDF-1.4 << /Type /Pages >>" + b"<< /Type /Page >>" * number + " ".join(sys.argv).encode())
"""
JUNE = Quarter(date(2017, 6, 1), "official-1", False, ())


@pytest.fixture
def browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    path = tmp_path / "browser"
    path.write_text(BROWSER.format(python=sys.executable))
    path.chmod(0o755)
    monkeypatch.setenv("CHROMIUM", str(path))
    return str(path)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["briefing", *map(str, arguments)])


def in_one_line(said: Result) -> str:
    return " ".join(said.output.split())


def test_the_browser_that_is_asked_for_comes_first(browser: str) -> None:
    assert find_chromium() == browser


def test_one_of_the_usual_names_is_found(tmp_path: Path, browser: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "google-chrome").symlink_to(browser)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_chromium({}) == str(tmp_path / "google-chrome")


def test_without_a_browser_it_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CannotPrint, match=r"set CHROMIUM .* scripts/chromium\.sh"):
        find_chromium({})
    with pytest.raises(CannotPrint, match="there is no such program"):
        find_chromium({"CHROMIUM": "nothing-of-the-kind"})


def test_a_page_is_printed_without_the_browsers_own_header(browser: str, tmp_path: Path) -> None:
    to = tmp_path / "a.pdf"
    print_pdf(browser, "http://127.0.0.1/x", to, profile=tmp_path / "p")
    said = to.read_text()
    assert "--headless" in said and "--no-pdf-header-footer" in said and f"--user-data-dir={tmp_path / 'p'}" in said
    assert pages_of(to) == 2  # /Type /Pages is the list of them, and no page


def test_a_browser_that_fails_or_hangs_is_said_and_ended(browser: str, tmp_path: Path) -> None:
    with pytest.raises(CannotPrint, match="wrote nothing: no such page"):
        print_pdf(browser, "http://fail/", tmp_path / "a.pdf", profile=tmp_path)
    with pytest.raises(CannotPrint, match="did not finish"):
        print_pdf(browser, "http://hang/", tmp_path / "a.pdf", profile=tmp_path, seconds=0.5)


def test_names_of_files() -> None:
    assert file_name("camden", JUNE) == "camden-briefing-2017-06.pdf"
    made_up = Quarter(JUNE.month, "demonstration-1", True, ())
    assert file_name("camden", made_up) == "demonstration-camden-briefing-2017-06.pdf"


def test_boroughs_by_slug_or_name_once_each() -> None:
    assert [area.slug for area in chosen(["camden", "Tower Hamlets", "CAMDEN"])] == ["camden", "tower-hamlets"]
    for wrong in ("atlantis", "London", "City of London"):
        with pytest.raises(CannotPrint, match=f"no London borough called '{wrong}'"):
            chosen(["camden", wrong])


@pytest.mark.parametrize("arguments", [(), ("camden", "--all")])
def test_either_names_or_all(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.exit_code == 1
    assert "Nothing was printed. Name the boroughs, or give --all for every one." in in_one_line(done)


def test_without_an_edition_nothing_is_printed(tmp_path: Path, browser: str) -> None:
    done = run("camden", "--editions", tmp_path, "--out", tmp_path / "out")
    assert done.exit_code == 1 and "Nothing was printed." in in_one_line(done)
    assert not (tmp_path / "out").exists()


def test_a_page_that_is_not_there_is_not_printed(tmp_path: Path) -> None:
    with pytest.raises(CannotPrint, match="did not answer"):
        ask("http://127.0.0.1:9/", seconds=2)
    with served(tmp_path) as site, pytest.raises(CannotPrint, match="status 503"):
        ask(f"{site}/boroughs/camden/briefing")


def test_a_server_that_does_not_start_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("etl.briefing.site.SERVER", ("-c", "raise SystemExit('no such app')"))
    with pytest.raises(CannotPrint, match="did not start: no such app"), served(tmp_path):
        pass


def test_one_that_fails_does_not_stop_the_others(
    tmp_path: Path, browser: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "ask", lambda url: None)
    heard: list[str] = []
    areas = chosen(["camden", "brent", "barnet"])
    made = print_all(areas, JUNE, editions=tmp_path, out=tmp_path / "out", told=heard.append)
    assert sorted(heard) == ["barnet", "brent", "camden"]
    assert [each.fault for each in made] == ["", "it came to 3 pages and not 2", ""]
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == [
        "barnet-briefing-2017-06.pdf", "camden-briefing-2017-06.pdf",
    ]  # fmt: skip


def test_the_end_says_how_many_and_which_failed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = [Printed("camden", tmp_path / "a.pdf"), Printed("brent", tmp_path / "b.pdf", "it came to 3 pages and not 2")]
    shown = Quarter(JUNE.month, "demonstration-1", True, ("Said.",))
    monkeypatch.setattr(printing, "quarter", lambda editions, to: shown)
    monkeypatch.setattr(printing, "print_all", lambda *_, **__: made)
    done = run("camden", "brent", "--out", tmp_path)
    said = in_one_line(done)
    assert done.exit_code == 1
    for wanted in ("Said.", "1 briefing for the quarter to June 2017", "edition demonstration-1", "made up",
                   "1 not printed. brent: it came to 3 pages and not 2"):  # fmt: skip
        assert wanted in said, wanted
