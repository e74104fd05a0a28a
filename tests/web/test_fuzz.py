"""Whatever is asked of whatever there is: no error of ours, no trace, nothing sent comes back as markup or in a query.

A short run of the same examples each time; `make fuzz` runs on with new ones (LPP_FUZZ: how many of each).
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from app import create_app
from data.warehouse import Edition
from tests.web.hostile import MARK, VALUES, Site, address, anything, body_of, forged, markup_in, queries, survey

MORE = int(os.environ.get("LPP_FUZZ", "0"))
CALLBACKS = "/_dash-update-component"
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW")
HOSTILE_STEPS = (*VALUES, "camden/../brent", "Camden", "london", "E09000007")


def few(number: int) -> Callable[[Any], Any]:
    """So many examples, the same each time; or as many new ones as LPP_FUZZ says."""
    return settings(max_examples=MORE or number, derandomize=not MORE, deadline=None, database=None,
                    suppress_health_check=list(HealthCheck))  # fmt: skip


class Listening:
    """A cursor that lets no query pass in whose text something stands that a reader sent."""

    def __init__(self, cursor: Any) -> None:
        self.cursor = cursor

    def execute(self, query: str, *values: Any) -> Any:
        assert MARK not in query and "DROP TABLE" not in query and "AAAA" not in query, query
        return self.cursor.execute(query, *values)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.cursor, name)


@pytest.fixture(scope="module", autouse=True)
def listening() -> Iterator[None]:
    plain = Edition.__init__

    def listen(edition: Edition, opened: Any) -> None:
        plain(edition, opened)
        edition.cursor = Listening(edition.cursor)  # type: ignore[assignment]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Edition, "__init__", listen)
        yield


@pytest.fixture(scope="module")
def client(request: pytest.FixtureRequest) -> FlaskClient:
    """Over the demonstration, or over the folder of editions that LPP_FUZZ_EDITIONS names."""
    named = os.environ.get("LPP_FUZZ_EDITIONS")
    folder = Path(named) if named else request.getfixturevalue("demonstration_editions")
    return create_app(folder).server.test_client()


@pytest.fixture(scope="module")
def site(client: FlaskClient) -> Site:
    return survey(client)


def check(answer: TestResponse, asked: str) -> None:
    assert answer.status_code < 500, f"{asked}: {answer.status_code} {answer.text[:300]}"
    text = answer.get_data().decode(errors="replace")  # an image is none
    assert "Traceback" not in text and '.py", line' not in text, asked
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Set-Cookie" not in answer.headers
    if answer.mimetype in ("text/html", "image/svg+xml"):
        assert f"<{MARK}" not in text and f'javascript:{MARK}"' not in text, asked
    if answer.mimetype == "application/json" and asked.startswith("POST"):
        assert f"<{MARK}" not in markup_in(json.loads(text)), asked


def read(client: FlaskClient, path: str, method: str = "GET") -> None:
    with client.open(path, method=method, headers={"Accept": "text/html"}) as answer:
        check(answer, f"{method} {path}")


def send(client: FlaskClient, body: bytes) -> int:
    with client.post(CALLBACKS, data=body, content_type="application/json") as answer:
        check(answer, f"POST {body[:400]!r}")
        return answer.status_code


def test_every_route_with_hostile_parameters(client: FlaskClient, site: Site) -> None:
    assert len(site.routes) > 40 and len(site.asked) > 20 and len(site.callbacks) > 15
    for number, route in enumerate(site.routes):
        values = [VALUES[(number + place) % len(VALUES)] for place in range(len(site.asked))]
        asked = {name: value[:120] for name, value in zip(site.asked, values, strict=True)}
        with client.get(address(route, site.steps[0]), query_string=asked) as answer:
            check(answer, f"GET {route} {asked}")


def test_every_callback_with_hostile_values(client: FlaskClient, site: Site) -> None:
    """The shape is right, so the page answers: with its usual view, and what it could not meet said in words."""
    hostile = "&".join(f"{name}={VALUES[6]}" for name in site.asked)
    for callback in site.callbacks:
        is_ours = not callback["output"].lstrip(".").startswith("_pages")
        if callback.get("clientside_function"):
            continue
        for value in (f"?{hostile}", "camden"):  # the second is a borough where the page asks for one
            answered = send(client, json.dumps(body_of(callback, value)).encode())
            assert answered in ((200, 204, 404) if is_ours else (400,)), callback["output"]


def test_steps_of_an_address_that_are_no_name(client: FlaskClient, site: Site) -> None:
    for route in [route for route in site.routes if "<" in route]:
        for step in HOSTILE_STEPS[:: 1 if MORE else 7]:
            read(client, address(route, step))


def test_any_query_of_any_route(client: FlaskClient, site: Site) -> None:
    @few(40)
    @given(st.sampled_from(site.routes), st.sampled_from(site.steps), queries(site), st.sampled_from(METHODS))
    def asks(route: str, step: str, query: str, method: str) -> None:
        read(client, f"{address(route, step)}?{query}", method if len(query) % 5 == 0 else "GET")

    asks()


def test_any_body_of_a_callback(client: FlaskClient, site: Site) -> None:
    @few(60)
    @given(forged(site))
    def sends(body: bytes) -> None:
        send(client, body)

    sends()


@pytest.mark.parametrize("value", [2**70, -(2**70), "\ud800", ["?a", {"b": 2**64}]])
def test_what_no_answer_could_repeat_is_refused(client: FlaskClient, site: Site, value: Any) -> None:
    for callback in site.callbacks:
        if not callback.get("clientside_function"):
            assert send(client, json.dumps(body_of(callback, value)).encode()) == 400, callback["output"]


def test_any_value_in_a_right_body(client: FlaskClient, site: Site) -> None:
    @few(20)
    @given(st.sampled_from(site.callbacks), queries(site).map("?{}".format) | anything())
    def sends(callback: dict[str, Any], value: Any) -> None:
        send(client, json.dumps(body_of(callback, value)).encode())

    sends()
