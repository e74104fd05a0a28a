"""The real server: editions change under load without anybody noticing, and nobody else's business is told or kept."""

from __future__ import annotations

import itertools
import json
import os
import re
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from components.crime_map import ANSWER, PARTS, PROPS
from etl.edition import point_to
from tests.web.conftest import READER, Running, json_headers

PUBLICATIONS, APART_REQUESTS, THREADS = 20, 5, 4
MOST_GROWTH = 80 << 20  # bytes of both workers together
KINDS = ("/crime-map.csv", "callback", "/overview.csv", "/exceptions")
CALLBACK = "/_dash-update-component"
ASKED = re.compile(rb"n(=|%3D|\\u003d)\d+")


def resident(running: Running) -> int:
    pages = [int(Path(f"/proc/{pid}/statm").read_text().split()[1]) for pid in running.workers()]
    return sum(pages) * os.sysconf("SC_PAGE_SIZE")


def open_editions(pid: int) -> list[str]:
    links = [os.readlink(link) for link in Path(f"/proc/{pid}/fd").iterdir()]
    return [Path(link.removesuffix(" (deleted)")).stem for link in links if ".duckdb" in link]


def change_of_page(output: str, number: int) -> bytes:
    places = [("address", name) for name in ANSWER] + [(place, "markup") for place in PARTS] + list(PROPS)
    search = {"id": "address", "property": "search", "value": f"?measure=burglary&n={number}"}
    return json.dumps({
        "output": output, "outputs": [{"id": place, "property": name} for place, name in places],
        "changedPropIds": ["address.search"], "inputs": [search],
        "state": [{"id": "address", "property": name, "value": ""} for name in ("shown", "edition")],
    }).encode()  # fmt: skip


def lines_of(running: Running) -> list[dict[str, Any]]:
    return [json.loads(line) for line in running.lines().splitlines(keepends=True) if line.endswith("\n")]


class Readers:
    """Threads that ask for a page, a change of one and files, each under a number of its own so that none is kept."""

    def __init__(self, running: Running) -> None:
        self.running, self.numbers, self.done = running, itertools.count(1), threading.Event()
        self.seen: Counter[tuple[str, int, bytes]] = Counter()
        _, found = running.ask("/_dash-dependencies")
        self.output = next(c["output"] for c in json.loads(found) if c["output"].startswith("..address."))

    def one(self, kind: str) -> tuple[str, int, bytes]:
        number = next(self.numbers)
        if kind == "callback":
            answer, body = self.running.ask(CALLBACK, "POST", change_of_page(self.output, number), **json_headers())
        else:
            answer, body = self.running.ask(f"{kind}?measure=burglary&n={number}")
        return kind, answer.status, ASKED.sub(b"", body)

    def read(self) -> None:
        for kind in itertools.cycle(KINDS):
            if self.done.is_set():
                return
            self.seen[self.one(kind)] += 1

    def wait_for(self, number: int) -> None:
        """Until so many have been answered."""
        end = time.monotonic() + 120
        while self.seen.total() < number:
            assert time.monotonic() < end, f"{self.seen.total()} answers"
            time.sleep(0.01)


def settle(running: Running, edition: str) -> None:
    """Until both workers say that they serve it."""
    end = time.monotonic() + 20
    agreed = 0
    while agreed < 12:
        assert time.monotonic() < end, f"{edition} is not served"
        time.sleep(0.02)
        agreed = agreed + 1 if json.loads(running.ask("/healthz")[1])["edition"] == edition else 0


def publish(running: Running, edition: str) -> None:
    point_to(running.folder, edition=edition)


@pytest.fixture(scope="module")
def references(running: Running) -> dict[tuple[str, str], bytes]:
    """What each kind of request gives from each edition when nothing else happens."""
    readers, found = Readers(running), {}
    for edition in reversed(running.editions):
        publish(running, edition)
        settle(running, edition)
        for kind in KINDS:
            asked, status, body = readers.one(kind)
            assert status == 200 and (edition.encode() in body or kind == "/exceptions")
            found[kind, edition] = body
    assert all(found[kind, running.editions[0]] != found[kind, running.editions[1]] for kind in KINDS)
    return found


def test_twenty_editions_under_load(running: Running, references: dict[tuple[str, str], bytes]) -> None:
    readers = Readers(running)
    for edition in running.editions * 2:  # warm: what a worker needs once for each
        publish(running, edition)
        settle(running, edition)
        for kind in KINDS:
            readers.one(kind)
    before = resident(running)
    with ThreadPoolExecutor(THREADS) as pool:
        reading = [pool.submit(readers.read) for _ in range(THREADS)]
        try:
            for number in range(PUBLICATIONS):
                publish(running, running.editions[number % 2])
                readers.wait_for(APART_REQUESTS * (number + 1))
        finally:
            readers.done.set()
        for each in reading:
            each.result()
    settle(running, running.editions[1])
    after = resident(running)
    made = sum(readers.seen.values())
    print(f"\n{made} requests in {PUBLICATIONS} changes; workers {before >> 20} MB before, {after >> 20} MB after")
    assert made >= APART_REQUESTS * PUBLICATIONS
    assert {status for _, status, _ in readers.seen} == {200}
    for kind in KINDS:
        bodies = {body for asked, _, body in readers.seen if asked == kind}
        assert bodies == {references[kind, edition] for edition in running.editions}, f"{kind}: of two editions at once"
    assert after - before < MOST_GROWTH
    assert [set(open_editions(pid)) for pid in running.workers()] == [{running.editions[1]}] * 2


def test_an_edition_that_cannot_be_opened_leaves_the_last_good_one(
    running: Running, references: dict[tuple[str, str], bytes]
) -> None:
    good = running.editions[0]
    publish(running, good)
    settle(running, good)
    (running.folder / "demonstration-bad.duckdb").write_bytes(b"no database" * 1000)
    for bad in ("demonstration-bad", "demonstration-missing"):
        publish(running, bad)
        time.sleep(0.3)
        for _ in range(6):
            answer, body = running.ask("/healthz")
            found = json.loads(body)
            assert (answer.status, found["status"], found["edition"]) == (200, "degraded", good)
            assert bad in found["problem"]
            assert running.ask("/crime-map")[0].status == 200
        assert b"lpp_edition_problem 1.0" in running.ask("/metrics")[1]
    publish(running, good)
    settle(running, good)
    assert json.loads(running.ask("/healthz")[1])["status"] == "ok"


def test_what_is_no_request_of_ours_is_refused_in_words(running: Running) -> None:
    for path, method, body, status in (
        ("/crime-map?q=" + "a" * 4100, "GET", None, 414), ("/crime-map?q=" + "a" * 9000, "GET", None, 414),
        (CALLBACK, "POST", b"x" * 70_000, 413), (CALLBACK, "POST", b"{", 400), ("/crime-map", "POST", b"a", 405),
    ):  # fmt: skip
        answer, said = running.ask(path, method, body, Accept="text/html", **json_headers())
        assert answer.status == status, path[:20]
        assert b"Traceback" not in said and b"aaaa" not in said and b"gunicorn" not in said
    assert answer.headers["Allow"] and b"<h1>This address does not take that kind of request</h1>" in said


def test_tls_is_what_the_declared_proxy_says(running: Running) -> None:
    assert running.ask("/livez")[0].headers["Strict-Transport-Security"] is None
    over_tls, _ = running.ask("/livez", X_Forwarded_For=READER, X_Forwarded_Proto="https")
    assert over_tls.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert over_tls.headers["Server"] == "gunicorn"  # and no version


def test_files_asked_for_too_fast_are_put_off_and_what_is_kept_is_not(running: Running) -> None:
    reader = {"X_Forwarded_For": f"10.0.0.1, {READER}"}  # the first is what the reader says, and counts for nothing
    answers = [running.ask(f"/crime-map.csv?m={number}", **reader)[0] for number in range(12)]
    put_off = [answer for answer in answers if answer.status == 429]
    assert len(put_off) >= 4 and {a.status for a in answers} == {200, 429}
    assert all(1 <= int(answer.headers["Retry-After"]) <= 20 for answer in put_off)
    assert put_off[0].headers["Content-Type"] == "application/problem+json"
    running.ask("/crime-map.csv"), running.ask("/crime-map.csv"), running.ask("/crime-map.csv")
    kept = [running.ask("/crime-map.csv", **reader)[0].status for _ in range(3)]
    assert 200 in kept
    assert running.ask("/crime-map.csv?m=0", X_Forwarded_For="81.2.69.143")[0].status == 200, "somebody else's"


def test_figures_are_of_both_workers_and_for_our_own_network(running: Running) -> None:
    answer, body = running.ask("/metrics")
    figures = body.decode()
    assert answer.status == 200 and answer.headers["Content-Type"].startswith("text/plain; version=")
    assert len(re.findall(r"^lpp_worker_memory_bytes\{pid=", figures, re.MULTILINE)) == 2
    changes = re.search(r"^lpp_edition_changes_total (\d+)", figures, re.MULTILINE)
    assert changes and int(changes[1]) >= PUBLICATIONS // 2  # a worker that is not asked sees none
    assert f'lpp_edition_info{{edition="{running.editions[0]}",kind="demonstration"}} 1.0' in figures
    for line in (r'lpp_requests_total\{method="GET",route="/crime-map.csv",status="200"\}',
                 r'lpp_refused_requests_total\{why="rate"\}', r'lpp_answers_total\{how="kept"\}',
                 r'lpp_request_seconds_bucket\{le="0.5",route="/crime-map"\}', "lpp_kept_answers_bytes"):  # fmt: skip
        assert re.search(rf"^{line} [1-9]", figures, re.MULTILINE), line
    assert running.ask("/metrics", X_Forwarded_For=READER)[0].status == 404


def test_the_log_says_what_was_asked_and_nothing_of_who_or_about_what(running: Running) -> None:
    running.ask("/boroughs?q=SE1%202AA", X_Forwarded_For=READER, User_Agent="Mozilla/5.0 of somebody")
    end = time.monotonic() + 20
    while not (found := [line for line in lines_of(running) if line.get("route") == "/boroughs"]):
        assert time.monotonic() < end  # a line is written after the last byte has gone
        time.sleep(0.02)
    lines, asked = lines_of(running), found[0]
    assert asked["status"] == 200 and asked["method"] == "GET" and asked["answer"] == "made"
    assert asked["edition"] == running.editions[0] and asked["bytes"] > 1000 and asked["ms"] > 0
    assert asked["worker"] in running.workers() and re.fullmatch("[0-9a-f]{8}", asked["id"])
    for secret in ("SE1", "2AA", READER, "127.0.0.1 ", "Mozilla", "measure=", "ip=", "aaaa"):
        assert secret not in running.lines(), secret
    assert not any(line["level"] == "error" and "edition named" not in line["said"] for line in lines)
