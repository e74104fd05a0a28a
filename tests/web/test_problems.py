"""Refusals in words: for people a page of the site, for programs problem details; never a trace."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import dash
import pytest
from flask.testing import FlaskClient

from app import create_app
from web.problems import MEDIA_TYPE
from web.reference import reference

BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
CALLBACK = "/_dash-update-component"
CASES = (
    ("GET", "/boroughs/atlantis.csv", 404), ("POST", "/crime-map", 405), ("DELETE", "/exceptions.csv", 405),
    ("GET", "/crime-map?q=" + "a" * 4000, 414), ("GET", "/_reload-hash", 404),
    ("GET", "/_dash-component-suites/dash/deps/react.js", 404), ("GET", "/assets/tokens.css", 404),
)  # fmt: skip


@pytest.fixture
def client(demonstration_editions: Path) -> FlaskClient:
    return create_app(demonstration_editions).server.test_client()


@pytest.mark.parametrize(("method", "path", "status"), CASES)
def test_people_get_a_page_and_programs_problem_details(
    client: FlaskClient, method: str, path: str, status: int
) -> None:
    page, problem = client.open(path, method=method, headers=BROWSER), client.open(path, method=method)
    assert page.status_code == problem.status_code == status
    assert problem.content_type == MEDIA_TYPE and problem.json["status"] == status and problem.json["detail"]
    assert "aaaa" not in problem.text
    assert page.headers["Cache-Control"] == "no-store" and "Accept" in page.headers["Vary"]
    if not path.startswith("/_"):
        assert page.text.count("<h1") == 1 and 'lang="en-GB"' in page.text and "Skip to main content" in page.text
        assert 'href="/crime-map"' in page.text and "<script" not in page.text
    if status == 405:
        assert set(page.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}


def test_the_longest_address_that_is_taken_is_4000_characters(client: FlaskClient) -> None:
    rest = "/nowhere?q="
    assert client.get(rest + "a" * (4001 - len(rest))).status_code == 404  # the question mark is none of either
    assert client.get(rest + "a" * (4002 - len(rest))).status_code == 414


CHUNKED = {"input_stream": io.BytesIO(b"x" * 70_000), "environ_overrides": {"wsgi.input_terminated": True}}


@pytest.mark.parametrize("sent", [{"data": b"x" * 70_000}, CHUNKED])
def test_a_body_that_is_too_large_is_refused_whether_or_not_it_says_so(client: FlaskClient, sent: Any) -> None:
    answer = client.post(CALLBACK, content_type="application/json", **sent)
    assert answer.status_code == 413 and "64 KB" in answer.json["detail"]


def test_an_error_of_ours_has_a_reference_that_is_in_the_log_too(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(**_: str) -> None:
        raise KeyError("SE1 2AA")

    page = next(page for page in dash.page_registry.values() if page["path"] == "/exceptions")
    monkeypatch.setitem(page, "layout", fails)
    seen: list[str] = []
    client.application.after_request_funcs[None].insert(0, lambda answer: seen.append(reference()) or answer)
    answer = client.get("/exceptions?q=SE1", headers=BROWSER)
    assert answer.status_code == 500 and "These figures did not load" in answer.text
    assert f"Reference for whoever runs this site: {seen[0]}." in answer.text and "KeyError" not in answer.text
    assert [record.getMessage() for record in caplog.records] == ["the page /exceptions failed"]
    assert client.get("/exceptions?q=SE1", headers=BROWSER).text != answer.text, "an error is not kept"


def test_a_request_that_fails_outside_of_a_page_says_so_with_its_reference(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(**_: str) -> None:
        raise ValueError("secret")

    monkeypatch.setitem(client.application.view_functions, "/exceptions csv", fails)
    answer = client.get("/exceptions.csv")
    assert answer.status_code == 500 and answer.content_type == MEDIA_TYPE
    assert "Reference for whoever runs this site: " in answer.json["detail"] and "secret" not in answer.text
