"""Answers kept in memory, validators, compression: never another edition's figures, never another question's."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import brotli
import pytest
from flask.testing import FlaskClient

import app as app_module
import data.warehouse as warehouse_module
from app import create_app
from components.crime_map import ANSWER, PARTS, PROPS
from data.lately import Lately
from data.warehouse import POINTER, warehouse
from web.store import Kept, Store

BR = {"Accept-Encoding": "gzip, br"}


@pytest.fixture
def folder(demonstration_editions: Path, tmp_path: Path) -> Path:
    """A copy of the editions that a test may change."""
    shutil.copytree(demonstration_editions, tmp_path / "editions")
    return tmp_path / "editions"


@pytest.fixture
def client(folder: Path) -> FlaskClient:
    return create_app(folder).server.test_client()


def asked(client: FlaskClient, search: str) -> bytes:
    places = [("address", name) for name in ANSWER] + [(place, "markup") for place in PARTS] + list(PROPS)
    callbacks = json.loads(client.get("/_dash-dependencies").data)
    output = next(c["output"] for c in callbacks if c["output"].startswith("..address."))
    answer = client.post("/_dash-update-component", json={
        "output": output, "outputs": [{"id": place, "property": name} for place, name in places],
        "changedPropIds": ["address.search"], "inputs": [{"id": "address", "property": "search", "value": search}],
        "state": [{"id": "address", "property": name, "value": ""} for name in ("shown", "edition")],
    })  # fmt: skip
    assert answer.status_code == 200
    return answer.data


def test_the_second_answer_is_the_first_and_another_question_has_its_own(client: FlaskClient) -> None:
    first = client.get("/crime-map?measure=robbery", headers=BR)
    again = client.get("/crime-map?measure=robbery", headers=BR)
    other = client.get("/crime-map?measure=burglary", headers=BR)
    assert first.data == again.data != other.data
    assert first.headers["ETag"] == again.headers["ETag"] != other.headers["ETag"]
    assert dict(first.headers) == dict(again.headers)
    assert b"Robbery" in brotli.decompress(first.data)
    assert client.get("/crime-map?measure=robbery").text == brotli.decompress(first.data).decode()


def test_an_answer_is_of_the_host_that_was_asked(client: FlaskClient) -> None:
    """A file may name its own address: one asked under a false name is never given to others."""
    hosts = ("a.example", "b.example", "a.example")
    asked = [client.get("/exceptions.csv", base_url=f"http://{host}") for host in hosts]
    tags = [answer.headers["ETag"] for answer in asked]
    assert tags[0] == tags[2] != tags[1]


def test_a_change_of_the_page_is_kept_by_what_it_asks(client: FlaskClient) -> None:
    robbery, burglary = asked(client, "?measure=robbery"), asked(client, "?measure=burglary")
    assert robbery != burglary
    assert (asked(client, "?measure=robbery"), asked(client, "?measure=burglary")) == (robbery, burglary)


def test_a_browser_that_holds_the_answer_is_told_that_it_stands(client: FlaskClient) -> None:
    held = client.get("/exceptions", headers=BR).headers["ETag"]
    answer = client.get("/exceptions", headers={**BR, "If-None-Match": held})
    assert (answer.status_code, answer.data) == (304, b"")
    assert client.get("/exceptions?to=2017-05", headers={**BR, "If-None-Match": held}).status_code == 200
    assert client.get("/trends", headers={**BR, "If-None-Match": held}).status_code == 200


@pytest.mark.parametrize("path", ["/embed/crime-map", "/crime-map.svg", "/crime-map.csv", "/crime-map"])
def test_what_other_sites_may_do_with_an_answer_still_stands_when_it_does(client: FlaskClient, path: str) -> None:
    """A header of a 304 takes the place of the one that the browser holds."""
    held = client.get(path, headers=BR).headers
    again = client.get(path, headers={**BR, "If-None-Match": held["ETag"]})
    assert again.status_code == 304
    assert {name: value for name, value in again.headers.items() if held.get(name) != value} == {}


def test_what_failed_once_is_not_given_again(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """A part that could not be made just then: neither the page nor a change of it is kept, by anybody."""

    def fail(view: object) -> None:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr("components.parts.KEPT", Lately(1))  # what other tests had made
        patch.setitem(PARTS, "keys", (fail, PARTS["keys"][1]))
        page, change = client.get("/crime-map?measure=robbery", headers=BR), asked(client, "?measure=robbery")
        assert "ETag" not in page.headers and page.headers["Cache-Control"] == "no-store"
        assert b"did not load" in change
    again = client.get("/crime-map?measure=robbery", headers=BR)
    assert "ETag" in again.headers and again.data != page.data
    assert b"did not load" not in asked(client, "?measure=robbery")


def test_a_document_of_another_script_or_address_of_the_site_is_another(
    demonstration_editions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tag() -> str:
        return create_app(demonstration_editions).server.test_client().get("/accessibility").headers["ETag"]

    first, made = tag(), app_module.script
    assert tag() == first
    monkeypatch.setattr(app_module, "script", lambda sources: made([*sources, "// of another Dash"]))
    second = tag()
    monkeypatch.setenv("WEB_ADDRESS", "https://example.org")
    assert len({first, second, tag()}) == 3


def test_a_change_is_answered_whatever_it_says_that_it_holds(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.questions.blake2b", lambda *_, **__: type("Same", (), {"hexdigest": lambda _: "tag"})())
    client.environ_base["HTTP_IF_NONE_MATCH"] = 'W/"tag"'
    assert client.get("/crime-map").status_code == 304
    assert b"Robbery" in asked(client, "?measure=robbery")


def test_a_new_edition_makes_every_answer_new(
    client: FlaskClient, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warehouse_module, "LOOK_EVERY_SECONDS", 0.0)
    before = client.get("/crime-map.csv", headers=BR)
    old = (folder / POINTER).read_text().strip()
    (folder / f"{old}.duckdb").rename(folder / "demonstration-another.duckdb")
    import duckdb

    with duckdb.connect(str(folder / "demonstration-another.duckdb")) as con:
        con.execute("UPDATE edition SET edition_id = 'demonstration-another'")
    (folder / POINTER).write_text("demonstration-another")
    warehouse(folder)._looked_at = -9e9
    after = client.get("/crime-map.csv", headers={**BR, "If-None-Match": before.headers["ETag"]})
    assert after.status_code == 200
    assert b"demonstration-another" in brotli.decompress(after.data)
    assert b"demonstration-another" not in brotli.decompress(before.data)


def test_pages_without_an_edition_and_errors_are_not_kept(tmp_path: Path) -> None:
    client = create_app(tmp_path).server.test_client()
    for path in ("/crime-map", "/nowhere"):
        answer = client.get(path, headers=BR)
        assert answer.status_code in (404, 503) and "ETag" not in answer.headers
    assert client.get("/readyz").status_code == 503
    assert client.get("/healthz").json["status"] == "down"
    assert client.get("/livez").status_code == 200


def test_health_names_the_edition_and_a_pointer_that_leads_nowhere(client: FlaskClient, folder: Path) -> None:
    found = client.get("/healthz").json
    assert found["status"] == "ok" and found["edition"] == (folder / POINTER).read_text().strip()
    assert client.get("/readyz").status_code == 200
    (folder / POINTER).write_text("no-such-edition")
    warehouse(folder)._looked_at = -9e9
    degraded = client.get("/healthz")
    assert degraded.status_code == 200 and degraded.json["status"] == "degraded"
    assert degraded.json["edition"] == found["edition"] and "no-such-edition" in degraded.json["problem"]
    assert client.get("/crime-map").status_code == 200


def test_a_body_that_is_too_large_is_refused(client: FlaskClient) -> None:
    answer = client.post("/_dash-update-component", data=b"x" * 70_000, content_type="application/json")
    assert answer.status_code == 413


def test_the_store_holds_at_most_its_size_and_drops_what_was_used_longest_ago() -> None:
    store = Store(most_bytes=4000)
    for name in "abc":
        store.put(name, Kept(b"x" * 700, ()))
    assert store.get("a") is not None
    store.put("d", Kept(b"x" * 700, ()))
    store.put("e", Kept(b"x" * 700, ()))
    assert store.get("b") is None and store.get("a") is not None and store.size <= 4000
    store.put("large", Kept(b"x" * 2000, ()))
    assert store.get("large") is None and len(store) == 4
    store.put("a", Kept(b"y" * 10, ()))
    kept = store.get("a")
    assert kept is not None and kept.body == b"y" * 10 and store.size <= 3100
