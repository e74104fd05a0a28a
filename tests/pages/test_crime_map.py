"""The web application without a browser: addresses, statuses, headers, and what a change sends."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from app import create_app
from components.patterns import Sketch, fill


@pytest.fixture(scope="module")
def client(demonstration_editions: Path) -> FlaskClient:
    return create_app(demonstration_editions).server.test_client()


def change(client: FlaskClient, search: object, shown: str = "", edition: str = "") -> dict[str, Any]:
    """Ask as the browser does after a change; the parts that the answer writes."""
    callbacks = json.loads(client.get("/_dash-dependencies").data)
    asked = next(c for c in callbacks if any(i["property"] == "search" and i["id"] == "address" for i in c["inputs"]))
    names = [name.rsplit(".", 1) for name in asked["output"].strip(".").split("...")]
    places = [{"id": place, "property": prop} for place, prop in names]
    answer = client.post("/_dash-update-component", json={
        "output": asked["output"], "outputs": places, "changedPropIds": ["address.search"],
        "inputs": [{"id": "address", "property": "search", "value": search}],
        "state": [{"id": "address", "property": "shown", "value": shown},
                  {"id": "address", "property": "edition", "value": edition}],
    })  # fmt: skip
    assert answer.status_code == 200
    found: dict[str, Any] = json.loads(answer.data)["response"]
    return found


def test_a_part_that_is_given_again_marks_the_borough_of_this_reader(client: FlaskClient) -> None:
    """The ranking does not follow the borough: a change of the order is made for one reader, and then for another."""
    for area, code in (("camden", "E09000007"), ("newham", "E09000025"), ("camden", "E09000007")):
        asked = f"?measure=robbery&span=12m&to=2017-06&show=rate&area={area}"
        edition = change(client, asked)["address"]["edition"]
        found = change(client, f"{asked}&sort=borough", asked, edition)
        drawn = fill(Sketch(found["ranking-side"]["markup"]))
        marked = re.findall(r'data-code="(\w+)"[^>]*aria-current="true"', drawn)
        assert marked == [code, code], area  # at a desk's width and at a phone's


def test_the_first_response_holds_headline_map_and_table(client: FlaskClient) -> None:
    document = client.get("/crime-map?measure=robbery&area=camden").text
    assert document.count('class="area ') == 33
    assert "<h1>In Camden" in document
    assert "<table" in document
    assert "<title>Robbery, Camden," in document


def test_an_unknown_address_is_a_404_and_a_bad_parameter_is_not(client: FlaskClient) -> None:
    assert client.get("/nowhere").status_code == 404
    assert client.get("/crime-map/").status_code == 200
    answer = client.get("/crime-map?measure=<script>alert(1)</script>&to=x&span=y&show=z&area=w&form=v&sort=u&rows=t")
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text


def test_without_an_edition_every_address_says_so_with_503(tmp_path: Path) -> None:
    client = create_app(tmp_path).server.test_client()
    assert [client.get(path).status_code for path in ("/crime-map", "/crime-map.csv", "/crime-map.svg")] == [503] * 3
    assert "python -m etl load" in client.get("/crime-map").text


def test_a_change_writes_only_the_parts_that_follow_it(client: FlaskClient) -> None:
    base = "?measure=burglary&span=12m&to=2017-06&show=rate"
    first = change(client, base)
    edition, shown = first["address"]["edition"], first["address"]["shown"]
    assert shown == base
    selected = change(client, f"{base}&area=camden", shown, edition)
    assert selected["map"].keys() == {"selected", "label"}, "choosing a borough does not send the map's classes again"
    assert "to" not in selected
    sorted_ = change(client, f"{base}&sort=borough", shown, edition)
    assert "opening" not in sorted_
    assert "data-side" in sorted_
    everything = change(client, base, shown, "another edition")
    assert everything.keys() == first.keys()


@pytest.mark.parametrize("search", [None, 7, ["?measure=robbery"], {"a": 1}, "?" + "x" * 5000, "?measure=%00%ff"])
def test_a_forged_search_gives_the_usual_view(client: FlaskClient, search: object) -> None:
    assert change(client, search)["address"]["fields"]["measure"] == "burglary"


def test_downloads_have_a_name_that_says_what_they_hold(client: FlaskClient) -> None:
    query = "?measure=robbery&to=2017-06&show=number"
    csv, svg = client.get(f"/crime-map.csv{query}"), client.get(f"/crime-map.svg{query}")
    assert csv.headers["Content-Disposition"] == 'attachment; filename="demonstration-robbery-number-12m-2017-06.csv"'
    assert svg.headers["Content-Disposition"] == 'inline; filename="demonstration-robbery-number-12m-2017-06.svg"'
    assert csv.content_type == "text/csv; charset=utf-8"
    assert svg.content_type == "image/svg+xml; charset=utf-8"
    assert not re.search(r"(href|src)=|url\((?!data:|#)", svg.text), "the drawing asks nothing of the network"
