"""The trends page through the application: the first response, what a change writes, the files."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app import create_app
from components import trends
from tests.pages.asking import change

JUNE = "?series=knife-crime:london,burglary:camden&by=month&show=number&to=2017-06&months=36"


@pytest.fixture(scope="module")
def client(demonstration_editions: Path) -> FlaskClient:
    return create_app(demonstration_editions).server.test_client()


def test_the_first_response_holds_charts_tables_and_exceptions(client: FlaskClient) -> None:
    document = client.get(f"/trends{JUNE}").text
    assert document.count('role="img"') >= 4, "two series, drawn at two widths"
    assert document.count("<table") == 2 and "Exceptions this month" in document
    assert "<title>Knife crime, London and 1 more, June 2017 – Trends – London Policing Performance</title>" in document
    assert "Demonstration data." in document and "<script>" not in document


def test_a_hostile_address_is_answered_and_escaped(client: FlaskClient) -> None:
    odd = "series=<script>alert(1)</script>:x,burglary&to=%00&by=x&show=y&months=-1&compare=z&add=q"
    answer = client.get(f"/trends?{odd}")
    assert answer.status_code == 200 and "<script>alert" not in answer.text
    assert "There is no measure with figures by month called" in answer.text


def test_a_change_writes_only_the_parts_that_follow_it(client: FlaskClient) -> None:
    first = change(client, trends.PAGE, JUNE)
    told = first[trends.ADDRESS]
    again = change(client, trends.PAGE, JUNE, told["shown"], told["edition"])
    assert set(again) == {trends.ADDRESS, "trends-corrections"}
    beside = change(client, trends.PAGE, f"{JUNE}&compare=year", told["shown"], told["edition"])
    assert {"trends-charts", "trends-tables"} <= set(beside)
    assert not {"trends-strip", "trends-exceptions", "trends-to"} & set(beside)
    assert beside[trends.ADDRESS]["fields"]["compare"] == "year"


@pytest.mark.parametrize("search", [None, 7, "?series=" + ",".join(["burglary:camden"] * 500), "?to=9999-99", "?&&==&"])
def test_a_forged_change_is_answered(client: FlaskClient, search: object) -> None:
    assert change(client, trends.PAGE, search)[trends.ADDRESS]["shown"].startswith("?series=")


def test_the_files_have_names_that_say_what_they_hold(client: FlaskClient) -> None:
    name = "demonstration-trends-knife-crime-and-1-more-month-number-2017-06"
    for kind, sort, shown in (("csv", "text/csv", "attachment"), ("svg", "image/svg+xml", "inline")):
        answer = client.get(f"/trends.{kind}{JUNE}")
        assert answer.headers["Content-Disposition"] == f'{shown}; filename="{name}.{kind}"'
        assert answer.content_type.startswith(sort) and "emonstration" in answer.text.replace("DEMON", "demon")
        assert "https://" not in answer.text.replace("http://www.w3.org", "")


def test_a_part_that_fails_leaves_the_rest(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: object) -> None:
        raise ValueError("broken")

    monkeypatch.setitem(trends.PAGE.parts, "trends-charts", (fails, ("series",)))
    document = client.get(f"/trends{JUNE}").text
    assert "These figures did not load" in document and "<table" in document and "broken" not in document
