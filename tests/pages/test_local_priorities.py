"""The local priorities through the application: what stands in the first response, what a change writes, what the file
holds; and anti-social behaviour where someone has loaded figures of it."""

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
from components import priorities
from components.render import to_html
from data.catalogue import catalogue
from data.export import MODELLED, PARTLY_MODELLED
from data.priorities.view import gathered
from data.warehouse import Warehouse
from etl.demonstration import write_files
from etl.load import load
from geo.areas import boroughs
from pages._serving import params_of

JUNE = "?to=2017-06"


@pytest.fixture(scope="module")
def client(demonstration_editions: Path) -> FlaskClient:
    return create_app(demonstration_editions).server.test_client()


def change(client: FlaskClient, search: object, shown: str = "", edition: str = "") -> dict[str, Any]:
    """Ask as the browser does after a change; the parts that the answer writes."""
    outputs = [(priorities.ADDRESS, name) for name in priorities.ANSWER]
    outputs += [*((place, "markup") for place in priorities.PARTS), *priorities.PROPS]
    callbacks = json.loads(client.get("/_dash-dependencies").data)
    (asked,) = [c for c in callbacks if c["output"].startswith(f"..{priorities.ADDRESS}.")]
    answer = client.post("/_dash-update-component", json={
        "output": asked["output"], "outputs": [{"id": place, "property": prop} for place, prop in outputs],
        "changedPropIds": [f"{priorities.ADDRESS}.search"],
        "inputs": [{"id": priorities.ADDRESS, "property": "search", "value": search}],
        "state": [{"id": priorities.ADDRESS, "property": "shown", "value": shown},
                  {"id": priorities.ADDRESS, "property": "edition", "value": edition}],
    })  # fmt: skip
    assert answer.status_code == 200
    found: dict[str, Any] = json.loads(answer.data)["response"]
    return found


def lines(client: FlaskClient, query: str) -> list[dict[str, str]]:
    content = client.get(f"/local-priorities.csv{query}").text.removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(content, newline="")))


def table_of(document: str) -> str:
    return document.split('id="priorities-list"')[1].split("</section>")[0]


def test_the_first_response_holds_headline_map_table_and_method(client: FlaskClient) -> None:
    document = client.get(f"/local-priorities{JUNE}").text
    assert "own priorities rose in 25 of 32 boroughs in the 12 months to June 2017.</h1>" in document
    assert "Local priorities, Apr–Jun 2017 – London Policing Performance</title>" in document
    assert '<svg role="img" aria-label="Map: change in each borough’s own priority crimes' in document
    assert len(re.findall(r'<tr [^>]*data-code="[a-z-]+:', table_of(document))) == 66
    assert "How this is measured" in document and "Demonstration data." in document
    assert 'aria-current="true"' in document  # Boroughs, in the navigation


def test_all_66_cells_of_the_demonstration_round_to_the_printed_per_cent(client: FlaskClient) -> None:
    every = lines(client, JUNE)
    rows = [row for row in every if row["area_name"] != "London"]
    assert len(rows) == 66 and len({row["priority"] for row in every if row not in rows}) == len(every) - 66 > 5
    for row in rows:
        assert round(float(row["change_pct"])) == int(row["published_change_pct"]), row["area_name"]
        assert row["comes_out"] == "yes"
    document = client.get(f"/local-priorities{JUNE}").text
    assert "64 of the 64 changes printed in the quarterly report come out within 2.5 points." in document
    assert "So do 2 of the 2 additional ones." in document


def test_a_quarter_without_a_printed_table_leads_to_that_which_has_one(client: FlaskClient) -> None:
    document = client.get("/local-priorities?to=2017-09").text
    assert "No table of this quarter was published here." in document
    assert 'href="/local-priorities?to=2017-06"' in document
    assert ">Published<" not in table_of(document)


def test_no_address_fails(client: FlaskClient) -> None:
    answer = client.get("/local-priorities?to=x&priority=<script>alert(1)</script>&area=y&sort=z&rows=w")
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    assert answer.text.count("this page shows") >= 3


@pytest.mark.parametrize("search", [None, 7, ["?area=camden"], {"a": 1}, "?" + "x" * 5000, "?area=%00%ff"])
def test_a_forged_search_gives_the_usual_view(client: FlaskClient, search: object) -> None:
    assert change(client, search)[priorities.ADDRESS]["fields"]["priority"] == ""


def test_a_change_writes_only_the_parts_that_follow_it(client: FlaskClient) -> None:
    first = change(client, JUNE)
    edition, shown = first[priorities.ADDRESS]["edition"], first[priorities.ADDRESS]["shown"]
    assert shown == JUNE
    sorted_ = change(client, f"{JUNE}&sort=-percent", shown, edition)
    assert "priorities-list" in sorted_ and "priorities-keys" not in sorted_ and "priorities-map" not in sorted_
    chosen = change(client, f"{JUNE}&area=camden", shown, edition)
    assert chosen["priorities-map"] == {"selected": "E09000007"}
    filtered = change(client, f"{JUNE}&priority=burglary", shown, edition)
    assert set(filtered["priorities-map"]) == {"areas", "label"}
    assert change(client, JUNE, shown, "another edition").keys() == first.keys()


@pytest.mark.parametrize(
    "query", ["", "&priority=burglary", "&priority=theft-from-the-person&sort=-percent", "&sort=-year"]
)
def test_the_file_holds_every_row_of_the_page_in_its_order(client: FlaskClient, query: str) -> None:
    page = table_of(client.get(f"/local-priorities{JUNE}{query}").text)
    slugs = {area.area_name: area.slug for area in boroughs()}
    on_page = re.findall(r'<tr [^>]*data-code="([a-z-]+):([a-z-]+)"', page)
    found = [line for line in lines(client, f"{JUNE}{query}") if line["area_name"] != "London"]
    assert [slugs[line["area_name"]] for line in found] == [slug for slug, _ in on_page]
    for line in found:
        assert line["data_kind"] == (MODELLED if line["published_change_pct"] == "[z]" else PARTLY_MODELLED)
    assert found
    name = client.get(f"/local-priorities.csv{JUNE}{query}").headers["Content-Disposition"]
    assert 'filename="demonstration-local-priorities-2017-06' in name


def test_the_file_names_what_is_not_there(client: FlaskClient) -> None:
    later = lines(client, "?to=2017-09")
    assert {line["published_change_pct"] for line in later} == {"[z]"} == {line["difference_points"] for line in later}
    assert {line["status"] for line in later} == {"ok"}
    (greenwich,) = [line for line in lines(client, JUNE) if line["is_additional"] == "yes"][:1]
    assert (greenwich["area_name"], greenwich["priority_number"]) == ("Greenwich", "3")
    assert greenwich["priority_as_printed"] == "Theft Person"


def test_a_head_sorts_by_its_column_and_then_turns_it_round(client: FlaskClient) -> None:
    def heads(query: str) -> str:
        return table_of(client.get(f"/local-priorities{JUNE}{query}").text)

    assert 'href="/local-priorities?to=2017-06&amp;sort=-percent"' in heads("")
    turned = heads("&sort=-percent")
    assert 'aria-sort="descending"' in turned and 'href="/local-priorities?to=2017-06&amp;sort=percent"' in turned
    first = lines(client, f"{JUNE}&sort=-percent")[0]
    assert (first["area_name"], first["published_change_pct"]) == ("Camden", "277")


def test_without_an_edition_it_says_so(tmp_path: Path) -> None:
    empty = create_app(tmp_path).server.test_client()
    paths = ("/local-priorities", "/local-priorities.csv")
    assert [empty.get(path).status_code for path in paths] == [503] * 2


def test_what_the_report_says_of_anti_social_behaviour_is_shown_where_no_file_is_loaded(client: FlaskClient) -> None:
    document = client.get(f"/local-priorities{JUNE}").text
    assert "No open file gives them by borough and month" in document
    assert "67,000 calls (as printed: over 67,000)" in document and "86%" in document
    assert 'value="anti-social-behaviour"' not in document
    empty = client.get(f"/local-priorities{JUNE}&priority=anti-social-behaviour")
    assert empty.status_code == 200 and "There are no figures of this priority." in empty.text


@pytest.fixture(scope="module")
def with_calls(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """The demonstration with a file of calls: 100 or 102 in turn everywhere, 50 more in Camden from April 2017."""
    raw, folder = tmp_path_factory.mktemp("with-calls"), tmp_path_factory.mktemp("with-calls-editions")
    write_files(raw)
    months = [f"{year}-{month:02}" for year in (2014, 2015, 2016, 2017) for month in range(1, 13)][:42]
    more = {("camden", month): 50 for month in months if month >= "2017-04"}
    rows = [f"{area.area_name},{month},all,{100 + 2 * (place % 2) + more.get((area.slug, month), 0)}"
            for area in boroughs() for place, month in enumerate(months)]  # fmt: skip
    (raw / "calls.csv").write_text("\n".join(["Borough,Month,Kind,Calls", *rows]) + "\n", encoding="utf-8")
    load([raw], editions=folder)
    return create_app(folder).server.test_client()


def test_where_calls_are_loaded_they_are_shown_and_judged(with_calls: FlaskClient) -> None:
    document = with_calls.get(f"/local-priorities{JUNE}").text
    assert "These come from a file that was loaded here." in document and "67,000 calls" in document
    assert len(re.findall(r'data-code="[a-z-]+:anti-social-behaviour"', document)) == 32
    assert len(re.findall(r'<tr [^>]*data-code="[a-z-]+:', table_of(document))) == 66
    found = lines(with_calls, f"{JUNE}&priority=anti-social-behaviour")
    camden = next(line for line in found if line["area_name"] == "Camden")
    # April, May and June 2016 have 102, 100 and 102; those of 2017 have 50 more each.
    assert (camden["count"], camden["count_year_before"], camden["change"]) == ("454", "304", "150")
    assert (camden["unit"], camden["change_verdict"], camden["signal"]) == ("calls", "higher", "higher")
    assert sum(line["area_name"] != "London" for line in found) == 32
    assert "Anti-social behaviour rose in 1 of the 32 boroughs that have it" in with_calls.get(
        f"/local-priorities{JUNE}&priority=anti-social-behaviour").text  # fmt: skip


def test_where_calls_are_loaded_they_can_be_chosen_on_the_crime_map(with_calls: FlaskClient) -> None:
    document = with_calls.get("/crime-map?measure=anti-social-behaviour&span=quarter&to=2017-06&area=camden").text
    assert "calls about anti-social behaviour" in document and ">454<" in document
    assert "One event may lead to several calls" in document


@pytest.mark.parametrize(
    "after",
    ["?to=2017-09", *(f"{JUNE}&{one}" for one in ("area=camden", "priority=burglary", "sort=-year", "rows=all"))],
)
def test_what_an_answer_leaves_as_it_is_would_not_have_changed(demonstration_editions: Path, after: str) -> None:
    with Warehouse(demonstration_editions).edition() as edition:
        before, now = (priorities.view_of(gathered(edition, catalogue(), params_of(query))) for query in (JUNE, after))
    written = priorities.answers(now, before.selection.to_params())
    made = [*((place, make) for place, (make, _) in priorities.PARTS.items()),
            *((place, make) for place, (make, _) in priorities.PROPS.items())]  # fmt: skip
    for (place, make), content in zip(made, written, strict=True):
        if not isinstance(content, str | dict | list):
            assert to_html(make(now)) == to_html(make(before)), place
