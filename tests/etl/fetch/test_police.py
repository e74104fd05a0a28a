"""The archives of data.police.uk."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date

import pytest

from etl.fetch.outcome import What
from etl.fetch.police import archives, read_month
from etl.fetch.wanted import read_wanted
from tests.etl.fetch.conftest import Fetcher
from tests.etl.fetch.server import Site

HEAD = b"Type,Date,Part of a policing operation\n"
MET = "{0}/{0}-metropolitan-stop-and-search.csv"
CITY = "{0}/{0}-city-of-london-stop-and-search.csv"
MONTHS = ("2026-05", "2026-06", "2026-07")


def packed(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def archive_of(*months: str) -> dict[str, bytes]:
    members = {}
    for month in months:
        members[MET.format(month)] = HEAD + month.encode() + b",met\n"
        members[CITY.format(month)] = HEAD + month.encode() + b",city\n"
        members[f"{month}/{month}-metropolitan-street.csv"] = b"Crime ID\n"
        members[f"{month}/{month}-kent-stop-and-search.csv"] = HEAD
    return members


def landed(*months: str) -> list[str]:
    return sorted(f"stop-and-search/{form.format(month)}" for month in months for form in (CITY, MET))


@pytest.fixture
def publish(site: Site) -> Callable[..., str]:
    def _publish(members: dict[str, bytes], month: str = "2026-07", etag: str = '"1"') -> str:
        dates = [{"date": m, "stop-and-search": ["metropolitan", "city-of-london", "kent"]} for m in MONTHS]
        site.json("/api/crimes-street-dates", dates)
        path = f"/data/archive/{month}.zip"
        site.file(path, packed(members), type="application/zip", etag=etag)
        return path

    return _publish


def test_the_newest_archive_gives_our_forces_files_by_the_month_they_cover(
    publish: Callable[..., str], fetcher: Fetcher
) -> None:
    publish(archive_of(*MONTHS))
    outcome = fetcher.one("stop-and-search")
    assert (outcome.what, outcome.release) == (What.FETCHED, "2026-05 to 2026-07")
    assert fetcher.files == landed(*MONTHS)
    assert (fetcher.into / fetcher.files[1]).read_bytes() == HEAD + b"2026-05,met\n"
    assert fetcher.parts == []


def test_an_archive_that_has_not_changed_is_not_sent_again(
    site: Site, publish: Callable[..., str], fetcher: Fetcher
) -> None:
    path = publish(archive_of(*MONTHS))
    fetcher.one("stop-and-search")
    assert fetcher.one("stop-and-search").what == What.UNCHANGED
    assert site.asked(path)[-1].headers["if-none-match"] == '"1"'
    assert fetcher.one("stop-and-search", since=date(2026, 6, 1)).what == What.UNCHANGED


def test_since_takes_only_the_months_from_it_on_and_a_wider_wish_takes_the_rest(
    publish: Callable[..., str], fetcher: Fetcher
) -> None:
    publish(archive_of(*MONTHS))
    fetcher.one("stop-and-search", since=date(2026, 7, 1))
    assert fetcher.files == landed("2026-07")
    assert fetcher.one("stop-and-search").what == What.FETCHED
    assert fetcher.files == landed(*MONTHS)


def test_since_reaches_back_through_as_many_archives_as_it_takes(
    site: Site, publish: Callable[..., str], fetcher: Fetcher
) -> None:
    publish(archive_of("2026-02", "2026-03", "2026-04"), month="2026-04")
    publish(archive_of(*MONTHS))
    assert [o.what for o in fetcher("stop-and-search", since=date(2026, 3, 1))] == [What.FETCHED] * 2
    assert fetcher.files == landed("2026-03", "2026-04", *MONTHS)


def test_an_archive_that_is_not_there_does_not_keep_back_the_others(
    site: Site, publish: Callable[..., str], fetcher: Fetcher
) -> None:
    publish(archive_of(*MONTHS))
    outcomes = fetcher("stop-and-search", since=date(2026, 3, 1))
    assert [o.what for o in outcomes] == [What.FETCHED, What.FAILED]
    assert "2026-04.zip answers 404" in outcomes[1].why


def test_the_real_archives_are_three_years_apart() -> None:
    police = read_wanted().police
    found = archives(police, base=police.url, newest=date(2026, 7, 1), since=date(2017, 4, 1))
    assert [a.url for a in found] == [
        f"https://data.police.uk/data/archive/{month}.zip" for month in ("2026-07", "2023-07", "2020-07", "2017-07")
    ]
    assert [a.release for a in found][:2] == ["2023-08 to 2026-07", "2020-08 to 2023-07"]
    assert found[-1].release == "2017-04 to 2017-07"


def test_a_month_that_the_publisher_lists_and_the_archive_lacks_is_said(
    publish: Callable[..., str], fetcher: Fetcher
) -> None:
    members = archive_of(*MONTHS)
    del members[MET.format("2026-06")]
    publish(members)
    outcomes = fetcher("stop-and-search")
    assert [(o.what, o.name) for o in outcomes[1:]] == [(What.FAILED, "2026-06-metropolitan-stop-and-search.csv")]
    assert "Not reached: stop-and-search, 2026-06-metropolitan-stop-and-search.csv" in fetcher.text


@pytest.mark.parametrize(
    "name",
    ["../../2026-06/2026-06-metropolitan-stop-and-search.csv", "/2026-06/2026-06-metropolitan-stop-and-search.csv",
     "2026-06/../2026-06-metropolitan-stop-and-search.csv", "2026-06/2026-05-metropolitan-stop-and-search.csv",
     "2026-06\\2026-06-metropolitan-stop-and-search.csv", "../outside-metropolitan-stop-and-search.csv"],
)  # fmt: skip
def test_a_path_that_climbs_out_is_not_followed(name: str, publish: Callable[..., str], fetcher: Fetcher) -> None:
    publish({name: HEAD + b"evil\n", MET.format("2026-07"): HEAD})
    fetcher("stop-and-search")
    assert fetcher.files == ["stop-and-search/2026-07/2026-07-metropolitan-stop-and-search.csv"]
    assert [p for p in fetcher.into.parent.rglob("*.csv") if b"evil" in p.read_bytes()] == []


def test_a_zip_bomb_is_cut_at_the_limit_and_nothing_of_the_archive_is_kept(
    publish: Callable[..., str], fetcher: Fetcher
) -> None:
    members = archive_of(*MONTHS)
    members[MET.format("2026-07")] = HEAD + b"0" * 50_000_000
    publish(members)
    assert "unpacks to more than its limit of 1 MB" in fetcher.one("stop-and-search").why
    assert fetcher.files == []
    assert sum(part.stat().st_size for part in fetcher.parts) < 2_000_000


def test_a_broken_archive_changes_nothing(site: Site, publish: Callable[..., str], fetcher: Fetcher) -> None:
    publish(archive_of(*MONTHS))
    fetcher.one("stop-and-search")
    before = [(fetcher.into / name).read_bytes() for name in fetcher.files]
    content = bytearray(packed({name: body + b"new" for name, body in archive_of(*MONTHS).items()}))
    content[60:70] = b"\0" * 10
    site.file("/data/archive/2026-07.zip", bytes(content), type="application/zip", etag='"2"')
    assert "the archive is broken" in fetcher.one("stop-and-search").why
    assert [(fetcher.into / name).read_bytes() for name in fetcher.files] == before


def test_an_archive_without_our_forces_is_a_fault(publish: Callable[..., str], fetcher: Fetcher) -> None:
    publish({"2026-07/2026-07-kent-stop-and-search.csv": HEAD})
    assert "holds no stop-and-search files of metropolitan or city-of-london" in fetcher.one("stop-and-search").why


def test_a_list_of_months_without_months_is_a_fault(site: Site, fetcher: Fetcher) -> None:
    site.json("/api/crimes-street-dates", {"error": "down"})
    assert "lists no months" in fetcher.one("stop-and-search").why


def test_a_month_is_read_strictly() -> None:
    assert read_month("2017-04") == date(2017, 4, 1)
    for wrong in ("2017-13", "April 2017", "2017-4", ""):
        with pytest.raises(Exception, match="is no month"):
            read_month(wrong)
