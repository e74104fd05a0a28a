"""Finder and profile without a browser: first responses, what a change sends, files, addresses that lead nowhere."""

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

ADDRESS = "borough-address"


@pytest.fixture(scope="module")
def client(demonstration_editions: Path) -> FlaskClient:
    return create_app(demonstration_editions).server.test_client()


def change(
    client: FlaskClient, search: object, slug: str = "camden", shown: str = "", edition: str = ""
) -> dict[str, Any]:
    """Ask as the browser does after a change; the parts that the answer writes."""
    callbacks = json.loads(client.get("/_dash-dependencies").data)
    asked = next(c for c in callbacks if any(i == {"id": ADDRESS, "property": "search"} for i in c["inputs"]))
    names = [name.rsplit(".", 1) for name in asked["output"].strip(".").split("...")]
    answer = client.post("/_dash-update-component", json={
        "output": asked["output"], "outputs": [{"id": place, "property": prop} for place, prop in names],
        "changedPropIds": [f"{ADDRESS}.search"],
        "inputs": [{"id": ADDRESS, "property": "search", "value": search}],
        "state": [{"id": ADDRESS, "property": "shown", "value": shown},
                  {"id": ADDRESS, "property": "edition", "value": edition},
                  {"id": "borough-slug", "property": "markup", "value": slug}],
    })  # fmt: skip
    assert answer.status_code == 200
    found: dict[str, Any] = json.loads(answer.data)["response"]
    return found


def test_the_finder_is_an_item_of_the_navigation(client: FlaskClient) -> None:
    answer = client.get("/boroughs")
    assert answer.status_code == 200
    assert '<a href="/boroughs" aria-current="page">Boroughs</a>' in answer.text
    assert "<h1>Find your borough</h1>" in answer.text


def test_a_search_is_answered_in_the_first_response(client: FlaskClient) -> None:
    text = client.get("/boroughs?q=Kentish+Town").text
    assert 'href="/boroughs/camden"' in text and 'href="/boroughs/camden/briefing"' in text


def test_what_is_typed_is_kept_nowhere(client: FlaskClient) -> None:
    """It may be somebody's address. Without it the page is kept like any other."""
    for typed in ("?q=12+Acacia+Avenue", "?q=NW1", "?q=+"):
        answer = client.get(f"/boroughs{typed}")
        assert answer.headers["Cache-Control"] == "no-store" and "ETag" not in answer.headers
    plain = client.get("/boroughs")
    assert plain.headers["ETag"] and "no-store" not in plain.headers["Cache-Control"]


def test_a_profile_is_whole_in_the_first_response_and_lies_within_boroughs(client: FlaskClient) -> None:
    answer = client.get("/boroughs/camden")
    assert answer.status_code == 200
    assert "<h1>Camden</h1>" in answer.text and "<title>Camden, " in answer.text
    assert '<a href="/boroughs" aria-current="true">Boroughs</a>' in answer.text
    for heading in ("Local priorities", "High-harm crimes", "Hate crime by strand", "Compared with similar boroughs",
                    "Confidence and satisfaction", "Stop and search", "Published figures",
                    "Recorded offences"):  # fmt: skip
        assert re.search(f"<h2[^>]*>{heading}", answer.text), heading
    assert answer.text.count("failed-part") == 1, "the one that waits for a failure"
    assert "Demonstration data." in answer.text


@pytest.mark.parametrize(
    "path", ["/boroughs/nowhere", "/boroughs/london", "/boroughs/nowhere.csv", "/boroughs/camden/homes"]
)
def test_what_is_no_borough_is_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_the_city_has_a_plain_answer_and_no_figures(client: FlaskClient) -> None:
    answer = client.get("/boroughs/city-of-london")
    assert answer.status_code == 200
    assert "has its own police force" in answer.text


def test_the_select_leads_to_the_other_borough_at_the_same_quarter(client: FlaskClient) -> None:
    assert client.get("/boroughs/go?borough=brent&to=2017-06").headers["Location"] == "/boroughs/brent?to=2017-06"
    assert client.get("/boroughs/go?borough=brent&to=//evil").headers["Location"] == "/boroughs/brent"
    for query in ("", "?borough=nowhere", "?borough=city-of-london", "?borough=//evil.example"):
        assert client.get(f"/boroughs/go{query}").headers["Location"] == "/boroughs"


def test_a_quarter_that_cannot_be_met_is_said(client: FlaskClient) -> None:
    text = client.get("/boroughs/camden?to=2017-05&measure=none").text
    assert "May 2017 does not end a quarter; this page shows Apr–Jun 2017." in text
    assert "There is no measure called ‘none’ to compare" in text


def test_a_change_writes_what_follows_it_and_nothing_else(client: FlaskClient) -> None:
    now = change(client, "?to=2017-06")
    assert now[ADDRESS]["title"].startswith("Camden, Apr–Jun 2017")
    assert "borough-harm" in now and "borough-funnel" in now
    edition, shown = now[ADDRESS]["edition"], now[ADDRESS]["shown"]
    funnel = change(client, "?to=2017-06&measure=burglary", shown=shown, edition=edition)
    written = {name for name in funnel if name.startswith("borough-")} - {ADDRESS}
    assert written == {"borough-funnel", "borough-corrections"}
    other = change(client, "?to=2017-03", slug="brent", shown=shown, edition=edition)
    assert "<h1>Brent</h1>" in other["borough-opening"]["markup"]


def test_the_file_has_the_profiles_rows_and_the_demonstration_says_what_it_is(client: FlaskClient) -> None:
    answer = client.get("/boroughs/camden.csv?to=2017-06")
    assert 'filename="demonstration-borough-camden-2017-06.csv"' in answer.headers["Content-Disposition"]
    rows = list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig"))))
    beside = [row for row in rows if row["section"] == "all boroughs"]
    assert len(beside) == len({row["area_code"] for row in beside}) == 32
    assert {row["funnel_place"] for row in beside} <= {"within", "above_95", "above_998", "below_95", "below_998"}
    rest = [row["area_name"] for row in rows if row not in beside]
    assert {*rest} == {"Camden"}, "the demonstration has no similar boroughs"
    sections = {row["section"] for row in rows}
    assert {"high-harm crimes", "hate crime", "recorded offences", "stop and search"} <= sections


ODD = ["to[]=1", "to=%00", "measure=%F0%9F%92%A5", "slug=brent", "q=" + "x" * 3000, "=", "%"]


@pytest.mark.parametrize("query", ODD)
def test_no_query_is_too_odd(client: FlaskClient, query: str) -> None:
    assert client.get(f"/boroughs/camden?{query}").status_code == 200
    assert client.get(f"/boroughs?{query}").status_code == 200
