"""The overview without a browser: its first response, what a change sends, its file."""

from __future__ import annotations

import csv
import gzip
import io
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app import create_app
from components import overview
from tests.pages.asking import change

ADDRESS = "overview-address"


@pytest.fixture(scope="module")
def client(demonstration_editions: Path) -> FlaskClient:
    return create_app(demonstration_editions).server.test_client()


def test_the_root_is_the_overview_and_the_first_of_the_navigation(client: FlaskClient) -> None:
    answer = client.get("/")
    assert answer.status_code == 200
    assert "<title>London, 12 months to" in answer.text
    assert '<a href="/" aria-current="page">Overview</a>' in answer.text


def test_the_first_response_holds_headline_six_sections_and_the_tables(client: FlaskClient) -> None:
    document = client.get("/?to=2017-06").text
    assert re.search(r"<h1>[^<]*12 months to June 2017", document)
    assert document.count('class="block pri"') == 7  # six areas of the plan, and what was published for this period
    assert document.count('<svg class="spark"') > 30
    assert "These figures did not load" not in document.replace('class="failure"', "").split('id="overview-key"')[1]


def test_the_first_response_is_small(client: FlaskClient) -> None:
    for query in ("", "?to=2017-06", "?area=camden"):
        assert len(gzip.compress(client.get(f"/{query}").data, 6)) < 70_000


def test_a_bad_parameter_gives_the_nearest_view_and_says_so(client: FlaskClient) -> None:
    answer = client.get("/?to=2017-06&area=<script>alert(1)</script>&show=x")
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    assert "There is no London borough called" in answer.text


def test_without_an_edition_it_says_so_with_503(tmp_path: Path) -> None:
    client = create_app(tmp_path).server.test_client()
    assert [client.get(path).status_code for path in ("/", "/overview.csv")] == [503, 503]


def test_a_change_writes_only_the_parts_that_follow_it(client: FlaskClient) -> None:
    first = change(client, overview.PAGE, "?to=2017-06")
    edition, shown = first[ADDRESS]["edition"], first[ADDRESS]["shown"]
    assert shown == "?to=2017-06"
    filtered = change(client, overview.PAGE, "?to=2017-06&show=higher", shown, edition)
    assert "overview-opening" not in filtered and "overview-method" not in filtered
    assert "overview-sections" in filtered and "overview-announcement" in filtered
    assert first.keys() == change(client, overview.PAGE, "?to=2017-06", shown, "another edition").keys()


@pytest.mark.parametrize("search", [None, 7, ["?to=2017-06"], {"a": 1}, "?" + "x" * 5000, "?area=%00%ff"])
def test_a_forged_search_gives_the_usual_view(client: FlaskClient, search: object) -> None:
    assert change(client, overview.PAGE, search)[ADDRESS]["fields"]["area"] == ""


def test_the_file_has_a_name_that_says_what_it_holds(client: FlaskClient) -> None:
    answer = client.get("/overview.csv?to=2017-06&area=camden&show=higher")
    name = "demonstration-overview-camden-2017-06.csv"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    rows = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"), newline="")))
    assert {row["area_name"] for row in rows} == {"Camden"} and len(rows) > 20
