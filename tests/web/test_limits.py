"""A bucket for each address: generous at once, even afterwards, and no address in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from app import create_app
from web.limits import Buckets, Limits
from web.settings import Settings

READER = {"REMOTE_ADDR": "81.2.69.142"}


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_as_many_at_once_as_in_a_minute_and_then_one_as_each_comes_back() -> None:
    clock = Clock()
    buckets = Buckets(6, clock=clock)
    assert [buckets.take(b"a") for _ in range(6)] == [0.0] * 6
    assert buckets.take(b"a") == pytest.approx(10), "60 seconds for 6"
    assert buckets.take(b"b") == 0, "another's"
    clock.now = 9.0
    assert buckets.take(b"a") == pytest.approx(1)
    clock.now = 10.0
    assert buckets.take(b"a") == 0 and buckets.take(b"a") == pytest.approx(10)
    clock.now = 10_000.0
    assert [buckets.take(b"a") for _ in range(7)][5:] == [0.0, pytest.approx(10)], "never more than a minute's"


@given(st.lists(st.tuples(st.sampled_from(b"ab"), st.floats(0, 20)), max_size=60), st.integers(1, 30))
def test_in_any_time_no_more_than_a_bucket_and_what_came_back(asked: list[tuple[int, float]], rate: int) -> None:
    clock, given_out = Clock(), {97: 0, 98: 0}
    buckets = Buckets(rate, clock=clock)
    for who, later in asked:
        clock.now += later
        wait = buckets.take(bytes([who]))
        given_out[who] += wait == 0
        assert given_out[who] <= rate + clock.now * rate / 60 + 1e-6
        assert 0 <= wait <= 60 / rate + 1e-6


def test_what_is_remembered_is_bounded_and_the_one_longest_unused_is_forgotten() -> None:
    buckets = Buckets(1, most=3, clock=Clock())
    for who in (b"a", b"b", b"c", b"a", b"d"):
        buckets.take(who)
    assert len(buckets) == 3
    assert buckets.take(b"a") > 0 and buckets.take(b"b") == 0


def test_an_address_is_kept_as_a_number_that_another_process_does_not_share() -> None:
    limits = Limits(Settings())
    who = limits.who("81.2.69.142")
    assert who is not None and len(who) == 8 and who == limits.who("::ffff:81.2.69.142")
    assert who != limits.who("81.2.69.143") and who != Limits(Settings()).who("81.2.69.142")
    assert limits.who("2a00:1450::1") == limits.who("2a00:1450::ffff:2") != limits.who("2a00:1450:0:1::1")


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "10.1.2.3", "192.168.0.9", "fd00::1", "", None, "unix:"])
def test_addresses_that_tell_nobody_apart_are_not_counted(address: str | None) -> None:
    assert Limits(Settings()).who(address) is None


@pytest.fixture
def client(demonstration_editions: Path, monkeypatch: pytest.MonkeyPatch) -> FlaskClient:
    monkeypatch.setenv("WEB_PAGES_A_MINUTE", "3")
    monkeypatch.setenv("WEB_FILES_A_MINUTE", "2")
    return create_app(demonstration_editions).server.test_client()


def test_only_what_had_to_be_made_counts_pages_and_files_apart(client: FlaskClient) -> None:
    def ask(path: str) -> int:
        return client.get(path, environ_overrides=READER).status_code

    assert [ask(f"/nowhere/{number}") for number in range(2)] == [404, 404]
    assert [ask("/exceptions") for _ in range(20)] == [200] * 20, "one was made, the rest were kept"
    assert ask("/nowhere/3") == 429
    assert [ask("/exceptions.csv"), ask("/boroughs/x.png"), ask("/boroughs/y.csv")] == [200, 404, 429]
    assert ask("/exceptions") == ask("/exceptions.csv") == ask("/livez") == 200
    answer = client.get("/nowhere", environ_overrides=READER, headers={"Accept": "text/html"})
    assert answer.status_code == 429 and 1 <= int(answer.headers["Retry-After"]) <= 20
    assert f"Try again in {answer.headers['Retry-After']} seconds." in answer.text
    assert client.get("/nowhere").status_code == 404, "an address of our own network"


def test_nought_is_no_limit(demonstration_editions: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEB_PAGES_A_MINUTE", "0")
    client = create_app(demonstration_editions).server.test_client()
    assert {client.get(f"/nowhere/{n}", environ_overrides=READER).status_code for n in range(50)} == {404}
