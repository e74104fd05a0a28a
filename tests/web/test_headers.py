"""What answers allow the browser to do with them."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app import create_app
from web.headers import HEADERS, IMAGE_POLICY, POLICY, policy_of

BRIEFING = "/boroughs/camden/briefing"


@pytest.fixture(scope="module")
def client(demonstration_editions: Path) -> FlaskClient:
    return create_app(demonstration_editions).server.test_client()


def directives(policy: str) -> dict[str, list[str]]:
    return {name: values for name, *values in (part.split() for part in policy.split(";"))}


def test_data_says_what_data_can_be_told(client: FlaskClient) -> None:
    """No more: a change of a page is a few kilobytes, of which the head is a part."""
    answer = client.get("/_dash-layout")
    assert answer.headers[POLICY] == "default-src 'none'; frame-ancestors 'none'"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert sum(len(name) + len(value) + 4 for name, value in answer.headers) < 400


@pytest.mark.parametrize("path", ["/exceptions", "/exceptions.csv", "/nowhere", "/livez", "/metrics"])
def test_every_answer_has_every_header(client: FlaskClient, path: str) -> None:
    for _ in range(2):  # made, then kept
        answer = client.get(path)
        for name, value in HEADERS.items():
            assert answer.headers.getlist(name) == [value], f"{path} {name}"
        allowed = directives(answer.headers[POLICY])
        assert allowed["default-src"] == ["'none'"] and allowed["script-src"] == ["'self'"]
        assert allowed["frame-ancestors"] == ["'none'"] and allowed["form-action"] == ["'self'"]
        assert "unsafe" not in answer.headers[POLICY] and "Strict-Transport-Security" not in answer.headers


def test_no_page_has_a_style_attribute_and_a_style_element_is_named_by_its_hash(client: FlaskClient) -> None:
    for path in ("/crime-map?form=tiles", BRIEFING):
        answer = client.get(path)
        assert not re.search(r"<[^>]* style=", answer.text), path
        for style in re.findall(r"<style>(.*?)</style>", answer.text, re.DOTALL):
            digest = b64encode(sha256(style.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in directives(answer.headers[POLICY])["style-src"]
        assert ("<style>" in answer.text) == (path == BRIEFING)
        assert client.get(path).headers[POLICY] == answer.headers[POLICY], "kept as it was"


def test_an_image_opened_by_itself_may_have_its_style_and_nothing_else(client: FlaskClient) -> None:
    answer = client.get("/crime-map.svg")
    assert answer.headers[POLICY] == IMAGE_POLICY
    assert "script-src" not in IMAGE_POLICY and directives(IMAGE_POLICY)["default-src"] == ["'none'"]


def test_the_hash_is_of_the_whole_style_with_its_letters() -> None:
    digest = b64encode(sha256("a{content:'–'}\n".encode()).digest()).decode()
    assert f"'sha256-{digest}'" in policy_of("<p>x</p><style>a{content:'–'}\n</style>")
