"""Downloads that are cut, and what is left of them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from etl.fetch.outcome import What
from etl.fetch.wanted import DEFAULT
from tests.etl.fetch.conftest import CSV, FILE, LANDED, Fetcher, Waits
from tests.etl.fetch.server import Answer, Seen, Site, stored
from tests.etl.fetch.test_police import archive_of, packed

Published = Callable[..., str]
Listed = Callable[..., None]
HALF = len(CSV) // 2
ROOT = Path(__file__).parents[3]


def cut(content: bytes = CSV, etag: str = '"1"', **headers: str) -> Answer:
    return Answer(headers={"Content-Type": "text/csv", "ETag": etag, **headers}, body=content, cut_after=HALF)


def whole(fetcher: Fetcher) -> bytes:
    assert fetcher.files == [LANDED]
    assert fetcher.parts == []
    return (fetcher.into / LANDED).read_bytes()


def test_a_cut_download_goes_on_where_it_stopped(
    site: Site, published: Published, fetcher: Fetcher, waits: Waits
) -> None:
    published(cut=HALF)
    assert fetcher.one().what == What.FETCHED
    first, second = site.asked(FILE)
    assert "range" not in first.headers
    assert (second.headers["range"], second.headers["if-range"]) == (f"bytes={HALF}-", '"1"')
    assert whole(fetcher) == CSV
    assert waits == [1]


def test_it_goes_on_in_a_later_run_too(site: Site, listed: Listed, fetcher: Fetcher) -> None:
    listed(site.answer(FILE, cut(), Answer(404)))
    assert fetcher.one().what == What.FAILED
    assert fetcher.files == []
    assert [part.stat().st_size for part in fetcher.parts] == [HALF]
    site.file(FILE, CSV)
    assert fetcher.one().what == What.FETCHED
    assert site.asked(FILE)[-1].headers["range"] == f"bytes={HALF}-"
    assert whole(fetcher) == CSV


def test_a_server_that_ignores_ranges_sends_it_all_again(site: Site, listed: Listed, fetcher: Fetcher) -> None:
    headers = {"Content-Type": "text/csv", "ETag": '"1"'}
    listed(site.answer(FILE, cut(), Answer(headers=headers, body=CSV)))
    assert fetcher.one().what == What.FETCHED
    assert whole(fetcher) == CSV


def test_a_file_that_changed_in_between_is_never_joined_from_two(
    site: Site, listed: Listed, fetcher: Fetcher
) -> None:
    changed = CSV.replace(b"Camden", b"Newham")
    listed(site.answer(FILE, cut(), stored(changed, etag='"2"')))
    assert fetcher.one().what == What.FETCHED
    assert whole(fetcher) == changed


def test_nor_where_the_server_takes_the_range_but_passes_over_if_range(
    site: Site, listed: Listed, fetcher: Fetcher
) -> None:
    changed = CSV.replace(b"Camden", b"Newham")

    def careless(seen: Seen) -> Answer:
        headers = {"Content-Type": "text/csv", "ETag": '"2"'}
        if "range" not in seen.headers:
            return Answer(headers=headers, body=changed)
        headers["Content-Range"] = f"bytes {HALF}-{len(changed) - 1}/{len(changed)}"
        return Answer(206, headers, changed[HALF:])

    listed(site.answer(FILE, cut(), careless))
    assert fetcher.one().what == What.FETCHED
    assert whole(fetcher) == changed


@pytest.mark.parametrize("said", ["bytes 0-9/{}", "bytes x", "", "bytes 99999999-99999999/{}"])
def test_a_range_other_than_the_one_asked_for_is_not_appended(
    said: str, site: Site, listed: Listed, fetcher: Fetcher
) -> None:
    wrong = {"Content-Type": "text/csv", "ETag": '"1"', "Content-Range": said.format(len(CSV))}
    listed(site.answer(FILE, cut(), Answer(206, wrong, b"0123456789"), stored(CSV)))
    assert fetcher.one().what == What.FETCHED
    assert whole(fetcher) == CSV


def test_a_rest_that_comes_in_pieces_is_not_taken_for_the_whole(
    site: Site, listed: Listed, fetcher: Fetcher
) -> None:
    piece = {"Content-Type": "text/csv", "ETag": '"1"', "Content-Range": f"bytes {HALF}-{HALF + 99}/{len(CSV)}"}
    listed(site.answer(FILE, cut(), Answer(206, piece, CSV[HALF : HALF + 100]), stored(CSV)))
    assert fetcher.one().what == What.FETCHED
    assert site.asked(FILE)[-1].headers["range"] == f"bytes={HALF + 100}-"
    assert whole(fetcher) == CSV


def test_a_range_past_the_end_starts_over(site: Site, listed: Listed, fetcher: Fetcher) -> None:
    listed(site.answer(FILE, cut(), Answer(416), stored(CSV)))
    assert fetcher.one().what == What.FETCHED
    assert whole(fetcher) == CSV


@pytest.mark.parametrize("etag", ['W/"1"', ""])
def test_without_a_sure_mark_of_the_version_it_starts_over(
    etag: str, site: Site, listed: Listed, fetcher: Fetcher
) -> None:
    listed(site.answer(FILE, cut(etag=etag), stored(CSV)))
    assert fetcher.one().what == What.FETCHED
    assert "range" not in site.asked(FILE)[-1].headers
    assert whole(fetcher) == CSV


def test_a_date_will_do_for_a_mark(site: Site, listed: Listed, fetcher: Fetcher) -> None:
    day = "Thu, 09 Jul 2026 08:00:00 GMT"
    first = Answer(headers={"Content-Type": "text/csv", "Last-Modified": day}, body=CSV, cut_after=HALF)
    rest = {"Content-Type": "text/csv", "Last-Modified": day, "Content-Range": f"bytes {HALF}-{len(CSV) - 1}/*"}
    listed(site.answer(FILE, first, Answer(206, rest, CSV[HALF:])))
    assert fetcher.one().what == What.FETCHED
    assert site.asked(FILE)[-1].headers["if-range"] == day
    assert whole(fetcher) == CSV


def test_a_part_of_unknown_origin_is_not_gone_on_with(site: Site, listed: Listed, fetcher: Fetcher) -> None:
    listed(site.answer(FILE, cut(), Answer(404)))
    fetcher.one()
    for note in (fetcher.into / ".fetch").glob("*.note"):
        note.write_text("{")
    site.file(FILE, CSV)
    fetcher.one()
    assert "range" not in site.asked(FILE)[-1].headers
    assert whole(fetcher) == CSV


def test_a_resumed_download_keeps_to_the_limit_too(site: Site, listed: Listed, fetcher: Fetcher) -> None:
    def swollen(seen: Seen) -> Answer:
        headers = {"Content-Type": "text/csv", "ETag": '"1"', "Content-Range": f"bytes {HALF}-9/*"}
        return Answer(206, headers, (b"x" * 100_000 for _ in range(20_000)))

    listed(site.answer(FILE, cut(), swollen))
    assert "is larger than its limit" in fetcher.one().why
    assert (fetcher.files, fetcher.parts) == ([], [])


def test_parts_of_what_is_wanted_no_more_are_cleared_once_nothing_is_left_to_go_on_with(
    site: Site, listed: Listed, fetcher: Fetcher
) -> None:
    listed(site.answer(FILE, cut(), Answer(404)))
    fetcher.one()
    listed(site.file("/newer.csv", CSV))
    assert fetcher.one().what == What.FETCHED
    assert fetcher.parts  # of the older address; with --only, others may be under way
    fetcher()
    assert fetcher.parts  # the other datasets were not reached
    site.datastore("e7xoj", {"a": {"title": "Police force strength", "url": site.file("/p.csv", b"a\n1\n")}})
    site.json("/api/crimes-street-dates", [{"date": "2026-07", "stop-and-search": ["metropolitan"]}])
    site.file("/data/archive/2026-07.zip", packed(archive_of("2026-07")), type="application/zip")
    assert {outcome.what for outcome in fetcher()} == {What.FETCHED, What.UNCHANGED}
    assert fetcher.parts == []


def test_a_kill_half_way_leaves_no_file_under_its_real_name_and_the_next_run_goes_on(
    site: Site, listed: Listed, into: Path, tmp_path: Path
) -> None:
    done = threading.Event()

    def slow() -> Iterator[bytes]:
        yield CSV[:HALF]
        done.wait(30)

    headers = {"Content-Type": "text/csv", "ETag": '"1"', "Content-Length": str(len(CSV))}
    listed(site.answer(FILE, Answer(headers=headers, body=slow()), stored(CSV)))
    command = [sys.executable, "-m", "etl", "fetch", "--into", str(into), "--only", "recorded-crime"]
    command += ["--datastore-url", site.url, "--wanted", str(_only_borough(tmp_path))]
    running = subprocess.Popen(command, cwd=ROOT, env=os.environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _wait_for(lambda: any(part.stat().st_size > HALF // 2 for part in into.glob(".fetch/*.part")))
    running.send_signal(signal.SIGKILL)
    running.wait(10)
    done.set()
    assert not list(into.rglob("*.csv"))
    again = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert again.returncode == 0, again.stderr
    assert site.asked(FILE)[-1].headers["range"].startswith("bytes=")
    assert (into / LANDED).read_bytes() == CSV


def _only_borough(folder: Path) -> Path:
    path = folder / "wanted.toml"
    path.write_text(DEFAULT.read_text().replace("  { title = 'borough.level.crime.*histor' },\n", ""))
    return path


def _wait_for(met: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not met():
        assert time.monotonic() < end, "nothing arrived"
        time.sleep(0.02)
