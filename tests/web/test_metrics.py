"""Who may read the figures of the site, and what they are of."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from prometheus_client.parser import text_string_to_metric_families as families

from app import create_app
from web.metrics import may_read, memory
from web.settings import Settings

OUTSIDE = "81.2.69.142"


@pytest.fixture(scope="module")
def client(demonstration_editions: Path) -> FlaskClient:
    return create_app(demonstration_editions).server.test_client()


@pytest.mark.parametrize(("setting", "address", "headers", "status"), [
    ("private", "127.0.0.1", {}, 200), ("private", "10.0.0.7", {}, 200), ("private", "::1", {}, 200),
    ("private", OUTSIDE, {}, 404), ("private", "127.0.0.1", {"X-Forwarded-For": OUTSIDE}, 404),
    ("private", "127.0.0.1", {"Via": "1.1 proxy"}, 404), ("private", "", {}, 404),
    ("open", OUTSIDE, {}, 200), ("off", "127.0.0.1", {}, 404),
])  # fmt: skip
def test_who_may_read(client: FlaskClient, setting: str, address: str, headers: dict[str, str], status: int) -> None:
    with client.application.test_request_context("/metrics", environ_base={"REMOTE_ADDR": address}, headers=headers):
        assert may_read(Settings(metrics=setting)) == (status == 200)


def test_whoever_may_not_read_them_is_told_that_there_is_nothing(client: FlaskClient) -> None:
    answer = client.get("/metrics", environ_overrides={"REMOTE_ADDR": OUTSIDE})
    assert answer.status_code == 404 and "lpp_" not in answer.text


def number(client: FlaskClient, name: str, **labels: str) -> float:
    samples = [sample for family in families(client.get("/metrics").text) for sample in family.samples]
    return sum(sample.value for sample in samples if sample.name == name and labels.items() <= sample.labels.items())


def ask(client: FlaskClient, path: str, method: str = "GET") -> None:
    """A request is counted when its answer has gone."""
    client.open(path, method=method).close()


def test_routes_are_templates_and_what_is_kept_is_counted(client: FlaskClient) -> None:
    asked = {"route": "/boroughs/<slug>", "method": "GET", "status": "404"}
    before, kept = number(client, "lpp_requests_total", **asked), number(client, "lpp_answers_total", how="kept")
    ask(client, "/boroughs/atlantis?secret=1")
    ask(client, "/boroughs/lyonesse")
    assert number(client, "lpp_requests_total", **asked) == before + 2
    ask(client, "/exceptions?secret=2")
    ask(client, "/exceptions?secret=2")
    assert number(client, "lpp_answers_total", how="kept") == kept + 1
    text = client.get("/metrics").text
    assert "atlantis" not in text and "secret" not in text and "127.0.0.1" not in text


def test_methods_and_paths_of_nothing_make_no_series_of_their_own(client: FlaskClient) -> None:
    before = len(client.get("/metrics").text.splitlines())
    ask(client, "/nothing", "BREW")
    middle = len(client.get("/metrics").text.splitlines())
    for number_ in range(30):
        ask(client, f"/nothing/{number_}/at/all", f"BREW{number_}")
    assert len(client.get("/metrics").text.splitlines()) == middle >= before


def test_the_edition_and_the_memory_are_told(client: FlaskClient) -> None:
    text = client.get("/metrics").text
    assert re.search(r'^lpp_edition_info\{edition="demonstration-[0-9a-f]{16}",kind="demonstration"\} 1.0$', text, re.M)
    assert "lpp_edition_problem 0.0" in text
    assert 20 << 20 < memory() < 8 << 30


def test_without_an_edition_there_is_a_problem_and_no_edition(tmp_path: Path) -> None:
    text = create_app(tmp_path).server.test_client().get("/metrics").text
    assert "lpp_edition_problem 1.0" in text and "lpp_edition_info{" not in text
