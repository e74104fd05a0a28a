"""The pages of a topic through the application: what stands in the first response, what a change writes, the file."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from dash import no_update
from flask.testing import FlaskClient

from app import create_app
from components import topics
from components.parts import ANSWER
from components.render import to_html
from components.topics.answers import PARTS, PROPS
from data.catalogue import catalogue
from data.periods import month_name
from data.topics import topic
from data.topics.view import gathered
from data.warehouse import Warehouse
from pages._serving import params_of

JUNE = "?measure=racist-and-religious-hate-crime&span=12m&to=2017-06&show=rate"
PAGES = {"hate-crime": topics.TopicPage("hate"), "safeguarding": topics.TopicPage("safe")}
HATE = PAGES["hate-crime"]


@pytest.fixture(scope="module")
def client(demonstration_editions: Path) -> FlaskClient:
    return create_app(demonstration_editions).server.test_client()


def change(client: FlaskClient, search: object, shown: str = "", edition: str = "") -> dict[str, Any]:
    """Ask as the browser does after a change; the parts that the answer writes."""
    outputs = [(HATE.address, name) for name in ANSWER]
    outputs += [*((place, "markup") for place in HATE.parts), *HATE.props]
    callbacks = json.loads(client.get("/_dash-dependencies").data)
    (asked,) = [c for c in callbacks if c["output"].startswith(f"..{HATE.address}.")]
    answer = client.post("/_dash-update-component", json={
        "output": asked["output"], "outputs": [{"id": place, "property": prop} for place, prop in outputs],
        "changedPropIds": [f"{HATE.address}.search"],
        "inputs": [{"id": HATE.address, "property": "search", "value": search}],
        "state": [{"id": HATE.address, "property": "shown", "value": shown},
                  {"id": HATE.address, "property": "edition", "value": edition}],
    })  # fmt: skip
    assert answer.status_code == 200
    found: dict[str, Any] = json.loads(answer.data)["response"]
    return found


def lines(client: FlaskClient, path: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(client.get(path).text.removeprefix("\ufeff"), newline="")))


def test_the_first_response_holds_everything(client: FlaskClient) -> None:
    document = client.get(f"/hate-crime{JUNE}").text
    assert "recorded racist and religious hate crime offences rose in" in document.split("<h1>")[1].split("</h1>")[0]
    assert "<title>Racist and religious hate crime, June 2017 – Hate crime – London" in document
    assert "Demonstration data." in document and "strands never add up to a total" in document
    assert "What the plan set out to measure" in document and "Satisfaction of hate crime victims" in document
    assert '<a href="/hate-crime" aria-current="page">Hate crime</a>' in document
    assert len(re.findall(r'<figure class="panel">', document)) == 7  # one close up and six beside it


def test_keeping_people_safe_has_what_is_only_printed_too(client: FlaskClient) -> None:
    document = client.get("/safeguarding?to=2017-06").text
    for words in ("Female genital mutilation (FGM)", "Children who go missing", "Arrests for terrorism offences",
                  "Children identified as at risk of child sexual exploitation", "Lethal barrelled discharges"):
        assert words in document, words
    camden = client.get("/safeguarding?to=2017-06&area=camden").text
    assert "3 figures are published for London only" in camden and "379 arrests" not in camden


def test_the_overview_leads_to_both(client: FlaskClient) -> None:
    document = client.get("/?to=2017-06&area=camden").text
    assert document.count('href="/safeguarding?to=2017-06&amp;area=camden"') == 2
    assert document.count('href="/hate-crime?to=2017-06&amp;area=camden"') == 1


@pytest.mark.parametrize("path", ["/hate-crime", "/safeguarding"])
def test_no_address_fails(client: FlaskClient, path: str) -> None:
    bad = "?measure=<script>alert(1)</script>&to=x&area=y&span=z&show=w&months=v&sort=u&rows=t"
    answer = client.get(path + bad)
    assert answer.status_code == 200 and "<script>alert" not in answer.text
    assert answer.text.count("this page shows") >= 5 and client.get(f"{path}.csv{bad}").status_code == 200


@pytest.mark.parametrize("search", [None, {"a": 1}, "?area=%00%ff" + "x" * 5000])
def test_a_forged_search_gives_the_usual_view(client: FlaskClient, search: object) -> None:
    assert change(client, search)[HATE.address]["fields"]["measure"] == "racist-and-religious-hate-crime"


def test_a_change_writes_only_the_parts_that_follow_it(client: FlaskClient) -> None:
    first = change(client, JUNE)
    edition, shown = first[HATE.address]["edition"], first[HATE.address]["shown"]
    assert shown == JUNE
    rows = change(client, f"{JUNE}&rows=all", shown, edition)
    assert "hate-boroughs" in rows and not {"hate-chart", "hate-opening", "hate-printed", "hate-map"} & set(rows)
    assert change(client, JUNE, shown, "another edition").keys() == first.keys() | {"hate-map"}


@pytest.mark.parametrize(
    "after", ["&area=camden", "&show=number", "&months=60", "&sort=borough&rows=all", "&span=month",
              "&measure=faith-hate-crime", "&to=2016-05"],
)  # fmt: skip
def test_what_an_answer_leaves_as_it_is_would_not_have_changed(demonstration_editions: Path, after: str) -> None:
    with Warehouse(demonstration_editions).edition() as edition:
        before, now = (topics.view_of(gathered(edition, catalogue(), topic("hate-crime"), params_of(query)))
                       for query in (JUNE, JUNE + after))  # fmt: skip
    written = HATE.answers(now, before.selection.to_params())
    made = [*((place, make) for place, (make, _) in PARTS.items()),
            *((place, make) for place, (make, _) in PROPS.items())]  # fmt: skip
    for (place, make), content in zip(made, written, strict=True):
        if content is no_update:
            assert to_html(make(now)) == to_html(make(before)), place


def test_the_file_holds_the_rows_of_the_page(client: FlaskClient) -> None:
    query = "?to=2017-06&measure=knife-crime&area=camden"
    page = client.get(f"/safeguarding{query}").text
    on_page = re.findall(r'href="/safeguarding\?measure=([a-z0-9-]+)&amp;[^"]*#close-up"', page)
    found = lines(client, f"/safeguarding.csv{query}")
    assert [line["measure_id"] for line in found if line["kind"] == "measure"] == on_page and len(on_page) == 11
    assert {line["area_name"] for line in found if line["kind"] == "month"} == {"Camden"}
    assert sum(line["kind"] == "area, on the map" and line["area_code"].startswith("E09") for line in found) == 33
    name = client.get(f"/safeguarding.csv{query}").headers["Content-Disposition"]
    assert 'filename="demonstration-safeguarding-knife-crime-camden-12m-2017-06.csv"' in name


def test_without_an_edition_it_says_so(tmp_path: Path) -> None:
    empty = create_app(tmp_path).server.test_client()
    paths = [f"/{name}{end}" for name in PAGES for end in ("", ".csv")]
    assert [empty.get(path).status_code for path in paths] == [503] * 4


def test_official_months_across_the_break_are_refused_in_words(whole_official_editions: Path) -> None:
    client = create_app(whole_official_editions).server.test_client()
    document = client.get("/hate-crime?to=2024-08").text
    assert ("<h1>No total of recorded hate crime offences in London is given for the 12 months to August 2024.</h1>"
            in document)  # fmt: skip
    assert document.count("Series break in March 2024</a>") == 9 and "Not comparable: 32 boroughs" in document
    assert "12 months to February 2024</a>" in document and "12 months to February 2025</a>" in document
    after = client.get("/hate-crime?to=2025-02").text
    assert "cannot be compared with the previous 12 months.</h1>" in after
    areas = [line for line in lines(client, "/hate-crime.csv?to=2024-08") if line["kind"] == "area, on the map"]
    assert {line["value"] for line in areas} == {"[x]"} and {line["note"] for line in areas} == {"not_comparable"}
    gap = client.get("/hate-crime?to=2022-05&measure=faith-hate-crime").text
    assert "There is no figure for June and July 2021" in gap


def test_an_edition_of_recorded_crime_alone_says_what_it_lacks(official_editions: Path) -> None:
    client = create_app(official_editions).server.test_client()
    document = client.get("/hate-crime").text
    assert "This edition holds none for Hate crime; Racist and religious hate crime; " in document
    assert "aggravated public fear, alarm or distress" in document.split("<h1>")[1].split("</h1>")[0]
    safe = client.get("/safeguarding").text
    assert "This edition holds none for Knife crime; Knife crime with injury; " in safe


@pytest.mark.parametrize("path", ["hate-crime", "safeguarding"])
def test_the_picture_says_what_its_chart_shows(demonstration_editions: Path, path: str) -> None:
    """Not what the page says of all its measures: a card has the chart alone."""
    with Warehouse(demonstration_editions).edition() as edition:
        view = topics.view_of(gathered(edition, catalogue(), topic(path), {}))
    picture, series = topics.picture(view), view.trends.series[0]
    last = next(row for row in reversed(series.rows) if row.value is not None and not row.is_provisional)
    assert picture.headline.startswith(f"In {month_name(last.end)}, ")
    assert series.subject in picture.headline and f"{last.value:,.0f}" in picture.headline
