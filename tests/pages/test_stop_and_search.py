"""Stop and search through the application: the first response, what a change writes, what the file holds; and, on the
publishers' files, what was found by hand."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from app import create_app
from components import stop_and_search
from components.render import to_html
from data.catalogue import catalogue
from data.export import MODELLED, PUBLISHED
from data.stop_and_search.view import gathered
from data.warehouse import Warehouse
from pages._serving import params_of

YEAR = "?year=2017-18"
OUTPUTS = [
    *((stop_and_search.ADDRESS, name) for name in stop_and_search.ANSWER),
    *((place, "markup") for place in stop_and_search.PARTS), *stop_and_search.PROPS,
]  # fmt: skip


@pytest.fixture(scope="module")
def client(demonstration_editions: Path) -> FlaskClient:
    return create_app(demonstration_editions).server.test_client()


def lines(client: FlaskClient, query: str) -> list[dict[str, str]]:
    content = client.get(f"/stop-and-search.csv{query}").text.removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(content, newline="")))


def change(client: FlaskClient, search: object, shown: str = "", edition: str = "") -> dict[str, Any]:
    """What a browser is answered after a change of the address, by id."""
    asked = "..".join(["", *(f"{place}.{name}" for place, name in OUTPUTS[:1])])
    callbacks = json.loads(client.get("/_dash-dependencies").data)
    (callback,) = [each for each in callbacks if each["output"].startswith(asked)]
    answer = client.post("/_dash-update-component", json={
        "output": callback["output"], "outputs": [{"id": place, "property": name} for place, name in OUTPUTS],
        "changedPropIds": [f"{stop_and_search.ADDRESS}.search"],
        "inputs": [{"id": stop_and_search.ADDRESS, "property": "search", "value": search}],
        "state": [{"id": stop_and_search.ADDRESS, "property": "shown", "value": shown},
                  {"id": stop_and_search.ADDRESS, "property": "edition", "value": edition}],
    })  # fmt: skip
    assert answer.status_code == 200
    found: dict[str, Any] = json.loads(answer.data)["response"]
    return found


def test_the_first_response_holds_the_whole_page(client: FlaskClient) -> None:
    document = client.get(f"/stop-and-search{YEAR}&area=camden").text
    assert re.search(r"<h1>[^<]*Camden[^<]*2017/18", document)
    assert "<title>Stop and search, Camden, 2017/18 – London Policing Performance</title>" in document
    assert "Demonstration data." in document
    for name in ("rates", "reasons", "found", "outcomes", "people", "months", "boroughs", "published", "next"):
        assert f'id="stop-at-{name}"' in document, name
    assert '<a href="/stop-and-search" aria-current="page">Stop and search</a>' in document
    assert document.count("did not load") == 1


def test_no_address_fails(client: FlaskClient) -> None:
    bad = "?year=x&area=<script>alert(1)</script>&by=y&sort=z&offence=w"
    answer = client.get(f"/stop-and-search{bad}")
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    assert answer.text.count("this page shows") >= 4


@pytest.mark.parametrize("search", [None, 7, ["?area=camden"], {"a": 1}, "?" + "x" * 5000, "?area=%00%ff"])
def test_a_forged_search_gives_the_usual_view(client: FlaskClient, search: object) -> None:
    assert change(client, search)[stop_and_search.ADDRESS]["fields"]["area"] == ""


def test_a_change_writes_only_the_parts_that_follow_it(client: FlaskClient) -> None:
    first = change(client, YEAR)
    edition, shown = first[stop_and_search.ADDRESS]["edition"], first[stop_and_search.ADDRESS]["shown"]
    assert shown == YEAR
    by_name = change(client, f"{YEAR}&sort=name", shown, edition)
    assert set(by_name) == {stop_and_search.ADDRESS, "stop-corrections", "stop-selected", "stop-beside", "stop-listing",
                            "stop-actions"}  # fmt: skip
    camden = change(client, f"{YEAR}&area=camden", shown, edition)
    assert not {"stop-found", "stop-outcomes", "stop-reasons", "stop-published", "stop-boroughs"} & set(camden)
    assert camden["stop-map"] == {"selected": "E09000007"}
    assert change(client, YEAR, shown, "another edition").keys() == first.keys()


@pytest.mark.parametrize("after", ["?year=2016-17", f"{YEAR}&area=camden", f"{YEAR}&by=officer", f"{YEAR}&sort=ratio",
                                   f"{YEAR}&offence=theft", f"{YEAR}&area=sutton&by=officer"])  # fmt: skip
def test_what_an_answer_leaves_as_it_is_would_not_have_changed(demonstration_editions: Path, after: str) -> None:
    with Warehouse(demonstration_editions).edition() as edition:
        views = [stop_and_search.view_of(gathered(edition, catalogue(), params_of(query))) for query in (YEAR, after)]
    before, now = views
    written = stop_and_search.answers(now, before.selection.to_params())
    makers = [*stop_and_search.PARTS.items(), *stop_and_search.PROPS.items()]
    for (place, (make, _)), content in zip(makers, written, strict=True):
        if not isinstance(content, str | dict):
            assert _shown(make(now)) == _shown(make(before)), place


def _shown(made: Any) -> object:
    return made if isinstance(made, dict) else to_html(made)


def test_the_file_has_what_is_on_screen_and_no_small_number(client: FlaskClient) -> None:
    found = lines(client, f"{YEAR}&area=camden")
    assert len(found) > 300
    kinds = {line["table"] == "published": line["data_kind"] for line in found}
    assert kinds == {False: MODELLED, True: PUBLISHED} and len({line["data_kind"] for line in found}) == 2
    name = client.get(f"/stop-and-search.csv{YEAR}&area=camden").headers["Content-Disposition"]
    assert 'filename="demonstration-stop-and-search-2017-18-camden.csv"' in name


def test_without_an_edition_it_says_so(tmp_path: Path) -> None:
    empty = create_app(tmp_path).server.test_client()
    assert [empty.get(path).status_code for path in ("/stop-and-search", "/stop-and-search.csv")] == [503] * 2


def test_an_edition_without_searches_says_so(official_editions: Path) -> None:
    """Recorded crime alone: the page stands, and every section says what it lacks."""
    client = create_app(official_editions).server.test_client()
    answer = client.get("/stop-and-search?area=camden")
    assert answer.status_code == 200
    assert "<h1>This edition holds no stops and searches.</h1>" in answer.text
    assert answer.text.count("did not load") == 1
    assert client.get("/stop-and-search.csv").status_code == 200


@pytest.fixture(scope="module")
def whole_client(whole_official_editions: Path) -> FlaskClient:
    return create_app(whole_official_editions).server.test_client()


def test_2017_18_is_as_counted_by_hand(whole_client: FlaskClient) -> None:
    """Counted from the edition with plain queries: searches by group over the census's residents of that group."""
    document = whole_client.get(f"/stop-and-search{YEAR}").text
    assert "128,778 searches in London" in document
    assert "In London, Black people were searched at 3.8 times the rate of White people in 2017/18." in document
    officer = whole_client.get(f"/stop-and-search{YEAR}&by=officer").text
    assert "In London, Black people were searched at 4.4 times the rate of White people in 2017/18." in officer
    assert "February and March 2018 are left out of borough figures" in document
    figures = [{line["figure"] for line in lines(whole_client, f"{YEAR}{by}")} for by in ("", "&by=officer")]
    mixed = "ratio_if_mixed_residents_were_of_the_group"  # of the officer's record, which alone has no mixed group
    assert [mixed in each for each in figures] == [False, True]


def test_every_link_to_a_section_finds_it(whole_client: FlaskClient) -> None:
    for query in (YEAR, "?year=2015-16&area=camden"):
        document = whole_client.get(f"/stop-and-search{query}").text
        (links,) = re.findall(r'<nav[^>]*aria-label="On this page".*?</nav>', document, re.DOTALL)
        anchors = re.findall(r'href="#([^"]+)"', links)
        assert len(anchors) == 11 and all(f' id="{anchor}"' in document for anchor in anchors)


def test_months_without_a_place_give_no_borough_figures(whole_client: FlaskClient) -> None:
    document = whole_client.get("/stop-and-search?year=2015-16&area=camden").text
    assert "<h1>There are no figures for Camden in 2015/16 (April 2015 and January 2016).</h1>" in document
    assert "No borough has figures for this period" in document
    assert document.count("did not load") == 1


def test_every_year_and_a_borough_in_it_stand(whole_client: FlaskClient) -> None:
    document = whole_client.get("/stop-and-search").text
    years = re.findall(r'<option[^>]* value="(\d{4}-\d{2})"|<option value="(\d{4}-\d{2})"', document)
    keys = {one or other for one, other in years}
    assert len(keys) >= 5
    for key in keys:
        page = whole_client.get(f"/stop-and-search?year={key}&area=lambeth&by=officer").text
        assert page.count("did not load") == 1, key
        assert not re.search(r">(None|nan)\b", page), key
