"""The exceptions through the application: what stands in the first response, what a change writes, what the file holds;
and, on the publishers' files, what was found by hand."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app import create_app
from components import exceptions
from components.render import to_html
from data.catalogue import catalogue
from data.exceptions import gathered
from data.warehouse import Warehouse
from pages._serving import params_of
from tests.pages.asking import change

MONTH = "?to=2017-06"


@pytest.fixture(scope="module")
def client(demonstration_editions: Path) -> FlaskClient:
    return create_app(demonstration_editions).server.test_client()


def lines(client: FlaskClient, query: str) -> list[dict[str, str]]:
    content = client.get(f"/exceptions.csv{query}").text.removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(content, newline="")))


def test_the_first_response_holds_headline_list_and_method(client: FlaskClient) -> None:
    document = client.get(f"/exceptions{MONTH}&area=camden").text
    assert "<h1>In Camden, " in document and "by chance alone.</h1>" in document
    assert '<table class="data exceptions"' in document and "Benjamini" in document
    assert "<title>Exceptions, Camden, June 2017 – Trends – London Policing Performance</title>" in document
    assert "Demonstration data." in document


def test_no_address_fails(client: FlaskClient) -> None:
    bad = "?to=x&area=<script>alert(1)</script>&plan=y&direction=z&only=w&rows=v"
    answer = client.get(f"/exceptions{bad}")
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    assert answer.text.count("this page shows") >= 4


@pytest.mark.parametrize("search", [None, 7, ["?area=camden"], {"a": 1}, "?" + "x" * 5000, "?area=%00%ff"])
def test_a_forged_search_gives_the_usual_view(client: FlaskClient, search: object) -> None:
    assert change(client, exceptions.PAGE, search)[exceptions.ADDRESS]["fields"]["area"] == "boroughs"


def test_a_change_writes_only_the_parts_that_follow_it(client: FlaskClient) -> None:
    first = change(client, exceptions.PAGE, MONTH)
    edition, shown = first[exceptions.ADDRESS]["edition"], first[exceptions.ADDRESS]["shown"]
    assert shown == MONTH
    all_rows = change(client, exceptions.PAGE, f"{MONTH}&rows=all", shown, edition)
    assert set(all_rows) == {exceptions.ADDRESS, "exceptions-corrections", "exceptions-list"}
    lower = change(client, exceptions.PAGE, f"{MONTH}&direction=lower", shown, edition)
    assert "exceptions-opening" not in lower and "exceptions-list" in lower
    assert change(client, exceptions.PAGE, MONTH, shown, "another edition").keys() == first.keys()


@pytest.mark.parametrize(
    "query", ["", "&area=all", "&area=london", "&area=camden", "&direction=lower", "&only=clear", "&plan=safer-london"]
)
def test_the_file_holds_every_row_of_the_page(client: FlaskClient, query: str) -> None:
    page = client.get(f"/exceptions{MONTH}&rows=all{query}").text
    on_page = re.findall(r'<th role="rowheader" scope="row"><a href="/trends\?series=([^":]+):', page)
    found = lines(client, f"{MONTH}{query}")
    assert [line["measure_id"] for line in found] == on_page
    assert found or query
    assert {line["data_kind"] for line in found} <= {"DEMONSTRATION - modelled figures, not real"}
    name = client.get(f"/exceptions.csv{MONTH}{query}").headers["Content-Disposition"]
    assert 'filename="demonstration-exceptions-2017-06' in name


def test_without_an_edition_it_says_so(tmp_path: Path) -> None:
    empty = create_app(tmp_path).server.test_client()
    assert [empty.get(path).status_code for path in ("/exceptions", "/exceptions.csv")] == [503] * 2


@pytest.fixture(scope="module")
def official_client(official_editions: Path) -> FlaskClient:
    return create_app(official_editions).server.test_client()


def test_june_2017_has_theft_from_the_person_in_camden_and_islington_near_the_top(official_client: FlaskClient) -> None:
    """The report of that quarter names both. Both are among the 25 rows shown at first and stand out after allowing
    for the number of series looked at."""
    found = lines(official_client, MONTH)
    ranks = {line["area_name"]: int(line["rank"]) for line in found if line["measure_id"] == "theft-from-the-person"}
    clear = {line["area_name"] for line in found
             if line["measure_id"] == "theft-from-the-person" and line["is_above_line"] == "yes"}  # fmt: skip
    assert len(found) > 300
    assert ranks["Camden"] <= 5 and ranks["Islington"] <= 25
    assert {"Camden", "Islington"} <= clear
    page = official_client.get(f"/exceptions{MONTH}").text
    assert "Theft from the person, Camden</a>" in page and "Theft from the person, Islington</a>" in page


def test_ranks_follow_p_and_the_line_follows_q_on_official_figures(official_client: FlaskClient) -> None:
    found = lines(official_client, MONTH)
    p, q = ([float(line[name]) for line in found] for name in ("p_value", "q_value"))
    assert p == sorted(p) and q == sorted(q)
    assert [line["is_above_line"] for line in found] == ["yes" if each <= 0.05 else "no" for each in q]
    assert [int(line["rank"]) for line in found] == list(range(1, len(found) + 1))
    assert {line["signal"] for line in found} == {"higher", "lower"} and all(line["rules"] for line in found)


@pytest.mark.parametrize(
    "after", ["?to=2016-03", f"{MONTH}&area=all", f"{MONTH}&area=camden", f"{MONTH}&plan=safer-london",
              f"{MONTH}&direction=lower", f"{MONTH}&only=clear", f"{MONTH}&rows=all", "?to=2018-06"],
)  # fmt: skip
def test_what_an_answer_leaves_as_it_is_would_not_have_changed(demonstration_editions: Path, after: str) -> None:
    with Warehouse(demonstration_editions).edition() as edition:
        views = [exceptions.view_of(gathered(edition, catalogue(), params_of(query))) for query in (MONTH, after)]
    before, now = views
    written = exceptions.PAGE.answers(now, before.selection.to_params())
    for (place, (make, _)), content in zip(exceptions.PAGE.parts.items(), written, strict=True):
        if not isinstance(content, str):
            assert to_html(make(now)) == to_html(make(before)), place
