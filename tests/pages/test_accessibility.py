"""The statement: served without an edition, with a contact only where the setting names one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app import create_app
from components.accessibility import words
from web.contact import VARIABLE, contact


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    return create_app(tmp_path).server.test_client()


def test_it_is_served_before_there_are_figures_and_says_what_and_how(client: FlaskClient) -> None:
    answer = client.get("/accessibility?unknown=1")
    assert answer.status_code == 200
    said = re.sub(r"<[^>]+>", "", answer.text)
    assert "Accessibility – London Policing Performance" in said
    for each in (words.HEADLINE, *words.BY_PROGRAM, *words.NOT_DONE, *(short.instead for short in words.SHORT)):
        assert each in said
    assert words.NO_CONTACT in said and "mailto:" not in answer.text


def test_every_page_leads_to_it_and_to_nothing_that_is_not_there(client: FlaskClient) -> None:
    foot = client.get("/no-such-page").text.partition("<footer")[2]
    assert '<a href="/accessibility">Accessibility</a>' in foot and "Contact" not in foot
    for address in re.findall(r'<a href="(/[^"#]*)', foot):
        assert client.get(address).status_code in (200, 503), address


@pytest.mark.parametrize(
    "given, link", [("figures@example.org", "mailto:figures@example.org"), ("https://example.org/ask",) * 2]
)
def test_a_contact_that_is_set_stands_in_statement_and_footer(
    given: str, link: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, given)
    page = create_app(tmp_path).server.test_client().get("/accessibility").text
    assert page.count(f'href="{link}"') == 2
    assert words.NO_CONTACT not in page


@pytest.mark.parametrize("given", ["nobody", "http://example.org", "javascript:alert(1)", "https://a b", "a@b"])
def test_what_is_no_address_is_refused_by_name(given: str) -> None:
    with pytest.raises(ValueError, match=VARIABLE):
        contact({VARIABLE: given})


@pytest.mark.parametrize("environment", [{}, {VARIABLE: ""}, {VARIABLE: "  "}])
def test_without_a_setting_there_is_no_contact(environment: dict[str, str]) -> None:
    assert contact(environment) is None
