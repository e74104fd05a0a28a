"""What a server may answer, and what becomes of it."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from etl.fetch.content import check_hash
from etl.fetch.faults import FetchFault
from etl.fetch.outcome import What
from etl.fetch.patience import asked_wait
from etl.fetch.wanted import Wanted
from tests.etl.fetch.conftest import CSV, FILE, LANDED, NOW, Fetcher, Waits
from tests.etl.fetch.server import Answer, Site, stored

BIG = 2_000_000_000
Published = Callable[..., str]
Listed = Callable[..., None]


def with_host(wanted: Wanted, host: str) -> Wanted:
    return wanted.model_copy(update={"datastore": wanted.datastore.model_copy(update={"hosts": (host,)})})


def test_what_has_not_changed_is_not_sent_again(site: Site, published: Published, fetcher: Fetcher) -> None:
    published()
    fetcher.one()
    sent = site.sent
    assert fetcher.one().what == What.UNCHANGED
    assert site.asked(FILE)[-1].headers["if-none-match"] == '"1"'
    assert site.sent - sent < 2000


def test_a_new_version_at_the_same_address_lies_beside_the_old_release(
    site: Site, published: Published, fetcher: Fetcher
) -> None:
    published()
    fetcher.one()
    published(CSV + b"x\n", etag='"2"', list_more=[("check_timestamp", "2026-08-06")])
    assert fetcher.one().release == "2026-08"
    assert fetcher.files == [LANDED, LANDED.replace("2026-07", "2026-08")]


def test_the_same_bytes_at_a_new_address_are_no_new_release(
    site: Site, published: Published, listed: Listed, fetcher: Fetcher
) -> None:
    published()
    fetcher.one()
    listed(site.file("/download/exy3m/new/again.csv", CSV), check_timestamp="2026-08-06")
    assert fetcher.one().what == What.UNCHANGED
    assert fetcher.files == [LANDED]


def test_a_file_that_was_spoilt_since_is_fetched_again(published: Published, fetcher: Fetcher) -> None:
    published()
    fetcher.one()
    (fetcher.into / LANDED).write_bytes(CSV[:-1] + b"!")
    assert fetcher.one().what == What.FETCHED
    assert (fetcher.into / LANDED).read_bytes() == CSV


def test_a_missing_file_is_said_once_and_not_asked_for_again(
    site: Site, listed: Listed, fetcher: Fetcher, waits: Waits
) -> None:
    listed(f"{site.url}/gone.csv")
    assert fetcher.one().why == f"{site.url}/gone.csv answers 404 Not Found"
    assert len(site.asked("/gone.csv")) == 1
    assert waits == []


def test_retry_after_is_honoured(site: Site, listed: Listed, fetcher: Fetcher, waits: Waits) -> None:
    listed(site.answer(FILE, Answer(429, {"Retry-After": "17"}), stored(CSV)))
    assert fetcher.one().what == What.FETCHED
    assert len(waits) == 1 and 17 <= waits[0] <= 18


def test_a_server_that_asks_for_an_hour_is_left(site: Site, listed: Listed, fetcher: Fetcher, waits: Waits) -> None:
    listed(site.answer(FILE, Answer(429, {"Retry-After": "3600"})))
    assert "asks to wait 3600 s; try again later" in fetcher.one().why
    assert waits == []


def test_a_server_error_is_tried_again_with_growing_waits(
    site: Site, listed: Listed, fetcher: Fetcher, waits: Waits
) -> None:
    listed(site.answer(FILE, Answer(500), Answer(503), Answer(502), stored(CSV)))
    assert fetcher.one().what == What.FETCHED
    assert waits == [1, 2, 4]
    assert "answers 503 Service Unavailable; trying again in 2 s" in fetcher.text


def test_tries_are_bounded(site: Site, listed: Listed, fetcher: Fetcher, waits: Waits) -> None:
    listed(site.answer(FILE, Answer(500)))
    assert "500 Internal Server Error (tried 6 times)" in fetcher.one().why
    assert len(site.asked(FILE)) == 6
    assert waits == [1, 2, 4, 8, 16]


def test_a_host_that_is_not_there_is_waited_for_once_in_a_run(
    site: Site, wanted: Wanted, fetcher: Fetcher, waits: Waits
) -> None:
    site.close()
    outcomes = fetcher("recorded-crime", "workforce")
    assert [outcome.what for outcome in outcomes] == [What.FAILED, What.FAILED]
    assert "cannot be reached (tried 6 times)" in outcomes[0].why
    assert outcomes[1].why.endswith("not tried again")
    assert len(waits) == 5


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("120", 120), ("Tue, 15 Sep 2026 12:00:30 GMT", 30), ("Tue, 15 Sep 2020 12:00:30 GMT", 0), ("soon", None),
     (None, None), ("-5", None)],
)  # fmt: skip
def test_retry_after_is_a_number_or_a_date(value: str | None, seconds: float | None) -> None:
    assert asked_wait(value, now=NOW) == seconds


def test_a_page_instead_of_data_is_refused(site: Site, listed: Listed, fetcher: Fetcher, waits: Waits) -> None:
    page = b"<!doctype html><title>Sign in</title>"
    listed(site.answer(FILE, Answer(headers={"Content-Type": "text/html; charset=utf-8"}, body=page)))
    assert "a web page, most likely an error or a sign-in page, came instead of csv" in fetcher.one().why
    assert (fetcher.files, fetcher.parts, waits) == ([], [], [])


@pytest.mark.parametrize(
    "body", [b"<!doctype html><p>Sorry", b"\xef\xbb\xbf \n<html>", b'{"error": 1}', b"PK\x03\x04..", b""]
)
def test_a_page_that_calls_itself_csv_is_refused(body: bytes, published: Published, fetcher: Fetcher) -> None:
    published(body)
    assert fetcher.one().what == What.FAILED
    assert (fetcher.files, fetcher.parts) == ([], [])


def test_a_2_gb_answer_is_refused_by_its_length(site: Site, listed: Listed, fetcher: Fetcher, waits: Waits) -> None:
    body = (b"x" * 1_000_000 for _ in range(BIG // 1_000_000))
    headers = {"Content-Type": "text/csv", "Content-Length": str(BIG)}
    listed(site.answer(FILE, Answer(headers=headers, body=body)))
    assert "is 2.0 GB, more than its limit of 2.0 MB" in fetcher.one().why
    assert site.sent < BIG / 50
    assert (fetcher.files, fetcher.parts, waits) == ([], [], [])


def test_a_2_gb_answer_that_hides_its_length_is_cut_at_the_limit(
    site: Site, listed: Listed, fetcher: Fetcher, waits: Waits
) -> None:
    body = (b"x" * 1_000_000 for _ in range(BIG // 1_000_000))
    listed(site.answer(FILE, Answer(headers={"Content-Type": "text/csv"}, body=body)))
    assert "is larger than its limit of 2.0 MB" in fetcher.one().why
    assert site.sent < BIG / 50
    assert (fetcher.files, fetcher.parts, waits) == ([], [], [])


def test_a_file_too_large_by_the_publishers_list_is_not_even_asked_for(
    site: Site, published: Published, fetcher: Fetcher
) -> None:
    published(list_more=[("check_size", BIG)])
    assert "is 2.0 GB by the publisher's list" in fetcher.one().why
    assert site.asked(FILE) == []


def test_a_packed_answer_is_unpacked_and_still_kept_to_the_limit(
    site: Site, listed: Listed, fetcher: Fetcher
) -> None:
    headers = {"Content-Type": "text/csv", "Content-Encoding": "gzip"}
    listed(site.answer(FILE, Answer(headers=headers, body=gzip.compress(CSV))))
    assert fetcher.one().what == What.FETCHED
    assert (fetcher.into / LANDED).read_bytes() == CSV
    listed(site.answer("/bomb.csv", Answer(headers=headers, body=gzip.compress(b"x" * 50_000_000))))
    assert "is larger than its limit" in fetcher.one().why
    assert fetcher.parts == []


def test_a_redirect_within_the_host_is_followed(site: Site, listed: Listed, fetcher: Fetcher) -> None:
    site.file("/moved.csv", CSV)
    listed(site.answer(FILE, Answer(302, {"Location": "/moved.csv"})))
    assert fetcher.one().what == What.FETCHED
    assert fetcher.files == [LANDED]


def test_a_redirect_to_another_host_is_refused_and_not_asked(
    site: Site, elsewhere: Site, listed: Listed, fetcher: Fetcher
) -> None:
    listed(site.answer(FILE, Answer(302, {"Location": elsewhere.file("/a.csv", CSV)})))
    assert f"leads to {elsewhere.url}, which is not among the publisher's hosts" in fetcher.one().why
    assert elsewhere.seen == []


def test_a_redirect_to_a_host_named_in_wanted_is_followed(
    site: Site, elsewhere: Site, listed: Listed, fetcher: Fetcher, wanted: Wanted
) -> None:
    listed(site.answer(FILE, Answer(302, {"Location": elsewhere.file("/a.csv", CSV)})))
    assert fetcher.one(wanted=with_host(wanted, elsewhere.url)).what == What.FETCHED


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "http://data.police.uk/x.csv", "https://127.0.0.1@evil.example/x.csv", "nonsense"]
)
def test_a_list_or_redirect_that_leads_elsewhere_is_refused(
    address: str, site: Site, listed: Listed, fetcher: Fetcher
) -> None:
    listed(address if address.endswith(".csv") else f"{address}/x.csv")
    assert fetcher.one().what == What.FAILED
    listed(site.answer(FILE, Answer(302, {"Location": address})))
    assert fetcher.one().what == What.FAILED
    assert fetcher.files == []


def test_redirects_without_end_are_given_up(site: Site, listed: Listed, fetcher: Fetcher) -> None:
    listed(site.answer(FILE, Answer(302, {"Location": FILE})))
    assert "without end" in fetcher.one().why
    assert len(site.asked(FILE)) == 6


def test_a_bare_host_in_wanted_means_https_only(site: Site, listed: Listed, fetcher: Fetcher, wanted: Wanted) -> None:
    listed("http://files.example/x.csv")
    assert "leads to http://files.example" in fetcher.one(wanted=with_host(wanted, "files.example")).why


@pytest.mark.parametrize("algorithm", ["md5", "sha1", "sha256"])
def test_the_publishers_checksum_is_held_against_the_file(
    algorithm: str, published: Published, fetcher: Fetcher
) -> None:
    published(list_more=[("check_hash", hashlib.new(algorithm, CSV).hexdigest())])
    assert fetcher.one().what == What.FETCHED
    published(CSV + b"x\n", etag='"2"', list_more=[("check_hash", hashlib.new(algorithm, CSV).hexdigest())])
    assert f"its {algorithm} is" in fetcher.one().why
    assert fetcher.files == [LANDED]
    assert fetcher.parts == []


def test_a_storages_mark_of_one_piece_can_bear_a_file_out_but_not_condemn_it(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(CSV)
    mark = hashlib.md5(hashlib.md5(CSV).digest()).hexdigest()
    assert check_hash(path, f"{mark}-1")
    assert not check_hash(path, f"{'0' * 32}-1")
    assert not check_hash(path, f"{mark}-7")
    assert not check_hash(path, "")
    with pytest.raises(FetchFault):
        check_hash(path, "0" * 32)


@pytest.mark.parametrize(
    "name",
    ["..%2F..%2F..%2Fetc%2Fpasswd.csv", "..%5C..%5Cx.csv", "%2Fetc%2Fx.csv", ".hidden.csv", "a%00.csv", "a%0Ab.csv",
     "CON.csv", "x" * 300 + ".csv", "C%3Ax.csv", "run.sh", "%20.csv"],
)  # fmt: skip
def test_a_hostile_name_is_refused(name: str, site: Site, listed: Listed, fetcher: Fetcher) -> None:
    listed(site.file(f"/download/{name}", CSV))
    assert "the published name" in fetcher.one().why
    assert fetcher.files == []
    assert not list(fetcher.into.parent.rglob("*.csv"))
