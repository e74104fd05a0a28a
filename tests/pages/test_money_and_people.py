"""Money and people through the application: the first response, what a change writes, what the files hold."""

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
from components import finance, workforce
from tests.pages.asking import change

FORGED = [None, 7, ["?area=camden"], {"a": 1}, "?" + "x" * 5000, "?table=%00%ff&to=%00"]


@pytest.fixture(scope="module")
def client(demonstration_editions: Path) -> FlaskClient:
    return create_app(demonstration_editions).server.test_client()


def money(client: FlaskClient, search: object, shown: str = "", edition: str = "") -> dict[str, Any]:
    """Ask as the browser does after a change of the money page, which has a map."""
    outputs = [(finance.ADDRESS, name) for name in finance.ANSWER]
    outputs += [*((place, "markup") for place in finance.PARTS), *finance.PROPS]
    callbacks = json.loads(client.get("/_dash-dependencies").data)
    (asked,) = [c for c in callbacks if c["output"].startswith(f"..{finance.ADDRESS}.")]
    answer = client.post("/_dash-update-component", json={
        "output": asked["output"], "outputs": [{"id": place, "property": prop} for place, prop in outputs],
        "changedPropIds": [f"{finance.ADDRESS}.search"],
        "inputs": [{"id": finance.ADDRESS, "property": "search", "value": search}],
        "state": [{"id": finance.ADDRESS, "property": "shown", "value": shown},
                  {"id": finance.ADDRESS, "property": "edition", "value": edition}],
    })  # fmt: skip
    assert answer.status_code == 200
    found: dict[str, Any] = json.loads(answer.data)["response"]
    return found


def lines(client: FlaskClient, address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(client.get(address).text.removeprefix("\ufeff"), newline="")))


def part(document: str, place: str) -> str:
    return document.split(f'id="{place}"')[1].split("</section>")[0]


def test_the_first_response_of_money_holds_headline_tables_map_and_method(client: FlaskClient) -> None:
    document = client.get("/finance").text
    assert "was forecast at £2,471.3m in June 2017, £32.2m under the budget of £2,503.5m.</h1>" in document
    assert "Money, Revenue – Plan &amp; finance – London Policing Performance</title>" in document
    assert "Demonstration data." in document and "These are real in the demonstration too." in document
    assert '<svg role="img" aria-label="Map: London Crime Prevention Fund per resident, 2017/18' in document
    assert '<a href="/plan-and-finance">Plan &amp; finance</a> / Money' in document
    assert "Those shares" not in document and "How this is measured" in document


def test_every_table_opens_with_its_own_headline_and_says_what_was_worked_out_again(client: FlaskClient) -> None:
    page = client.get("/finance").text
    ids = re.findall(
        r'<option (?:selected )?value="([a-z-]+)"', page.split("finance-table-choice")[2].split("</select>")[0]
    )
    assert len(ids) == 10
    heads = set()
    for name in ids:
        document = client.get(f"/finance?table={name}").text
        heads.add(document.split("<h1>")[1].split("</h1>")[0])
        assert "worked out again from the figures of this table" in part(document, "finance-table")
        assert "Source: " in part(document, "finance-table")
    assert len(heads) == 10


def test_a_change_of_money_writes_only_what_follows_it(client: FlaskClient) -> None:
    first = money(client, "?table=revenue")
    edition, shown = first[finance.ADDRESS]["edition"], first[finance.ADDRESS]["shown"]
    opened = money(client, "?table=capital", shown, edition)
    assert "finance-table" in opened and "finance-key" not in opened and "finance-map" not in opened
    amounts = money(client, "?table=revenue&show=amount", shown, edition)
    assert set(amounts["finance-map"]) == {"areas", "label"} and "finance-key" in amounts
    chosen = money(client, "?table=revenue&area=camden", shown, edition)
    assert chosen["finance-map"] == {"selected": "E09000007"}
    assert money(client, "?table=revenue", shown, "another edition").keys() == first.keys()


@pytest.mark.parametrize("search", FORGED)
def test_a_forged_search_gives_the_usual_views(client: FlaskClient, search: object) -> None:
    assert money(client, search)[finance.ADDRESS]["fields"]["table"] == "revenue"
    assert change(client, workforce.PAGE, search)[workforce.ADDRESS]["fields"]["group"] == "officers"


def test_no_address_fails_and_what_cannot_be_met_is_said(client: FlaskClient) -> None:
    for address in (
        "/finance?table=<script>alert(1)</script>&show=z&area=y&sort=q",
        "/workforce?to=x&group=<script>alert(1)</script>&by=y",
    ):
        answer = client.get(address)
        assert answer.status_code == 200 and "<script>alert" not in answer.text
        assert answer.text.count("this page s") >= 3


def test_the_funds_table_sorts_and_marks_the_chosen_borough(client: FlaskClient) -> None:
    page = part(client.get("/finance?table=revenue&sort=amount&area=westminster").text, "finance-fund")
    names = re.findall(r'<tr[^>]*data-code="[^"]+"><th scope="row"><a[^>]*>([^<]+)<', page.replace('class="sel" ', ""))
    assert names[0] == "Richmond upon Thames" and names[-1] == "Westminster" and len(names) == 11
    assert 'aria-sort="ascending"' in page and "sort=-amount" in page
    assert len(re.findall('data-code="', part(client.get("/finance?rows=all").text, "finance-fund"))) == 32


def test_the_file_of_money_is_the_same_tables_whatever_is_open(client: FlaskClient) -> None:
    first, other = lines(client, "/finance.csv"), lines(client, "/finance.csv?table=capital&sort=borough")
    assert (
        other[0]["table_name"] == "Capital position at Q1 17/18"
        and first[0]["table_name"] == "Revenue position at Q1 17/18"
    )
    assert sorted(map(str, first)) == sorted(map(str, other)) and len(first) > 700
    assert "demonstration-money-revenue.csv" in client.get("/finance.csv").headers["Content-Disposition"]


def test_the_first_response_of_people_holds_headline_chart_tables_and_method(client: FlaskClient) -> None:
    document = client.get("/workforce?to=2017-06").text
    assert (
        "The Met had 30,719 police officers in June 2017, 1,181 fewer than a year before and 1,281 below the 32,000"
        in document
    )
    assert "Monthly figures are made up here; what documents print is real." in document
    assert 'role="img" aria-label="Police officers by month: ' in document
    assert "The target is 2 officers in each of 629 wards: 1,258." in document and "−87" in part(
        document, "workforce-wards"
    )
    assert "44,710" in document and "parts: 44,711" in document
    assert "13 per 100 employees" in part(document, "workforce-complaints")
    assert "2,523 in June 2017" in part(document, "workforce-specials")
    made_up = part(document, "workforce-make-up")
    assert "by the census 51% are women" in made_up and "Census 2011, table KS101EW" in made_up
    assert made_up.count('class="mark"') == 12  # London's share beside the women's and beside the BAME bars of six rows
    held = lines(client, "/workforce.csv?to=2017-06")
    (women,) = [line for line in held if line["table_name"] == "Residents by sex"]
    assert (women["value"], women["unit"], women["licence"]) == ("51", "%", "Open Government Licence v3.0")


def test_people_by_group_and_step(client: FlaskClient) -> None:
    document = client.get("/workforce?to=2018-03&group=pcsos&by=month").text
    assert (
        "police community support officers in March 2018" in document
        and "ambition in 2017" not in document.split("</h1>")[0]
    )
    table = part(document, "workforce-table")
    assert len(re.findall('<th scope="row">', table)) == 13 and "March 2018" in table and "April 2018" not in table
    whole = part(client.get("/workforce?to=2018-03&by=month&rows=all").text, "workforce-table")
    assert len(re.findall('<th scope="row">', whole)) == 48  # since April 2014


def test_a_change_of_people_writes_only_what_follows_it(client: FlaskClient) -> None:
    first = change(client, workforce.PAGE, "?to=2018-03")
    shown, edition = first[workforce.ADDRESS]["shown"], first[workforce.ADDRESS]["edition"]
    stepped = change(client, workforce.PAGE, "?to=2018-03&by=month", shown, edition)
    assert "workforce-table" in stepped and "workforce-figure" not in stepped and "workforce-make-up" not in stepped
    grouped = change(client, workforce.PAGE, "?to=2018-03&group=staff", shown, edition)
    assert "workforce-figure" in grouped and "workforce-counted" not in grouped


def test_the_file_of_people_has_every_month_and_every_table(client: FlaskClient) -> None:
    rows = lines(client, "/workforce.csv")
    of_file = [row for row in rows if row["table_name"] == "Workforce strength"]
    strength = [row for row in of_file if row["column_label"] == "Strength at the end of the month"]
    (year,) = [row for row in of_file if row["period_end"] == "2018-06-30" and row["row_label"] == "Police officers"
               and row["column_label"] == "Change on the year before"]  # fmt: skip
    assert year["value"] == "-505" and sum(row["column_label"].startswith("Strength less") for row in of_file) == 51
    assert len(strength) == 3 * 51 and {row["status"] for row in strength} == {"ok"}
    (june,) = [row for row in strength if row["period_end"] == "2017-06-30" and row["row_label"] == "Police officers"]
    assert (june["value"], june["unit"], june["licence"]) == (
        "30719",
        "full-time equivalents",
        "Open Government Licence v3.0",
    )
    assert {"Equalities make-up of the workforce, April 2017", "Dedicated Ward Officers"} <= {
        row["table_name"] for row in rows
    }


def test_without_an_edition_they_say_so(tmp_path: Path) -> None:
    empty = create_app(tmp_path).server.test_client()
    assert [empty.get(path).status_code for path in ("/finance", "/finance.csv", "/workforce", "/workforce.csv")] == [
        503
    ] * 4


def test_an_edition_without_a_workforce_file_still_shows_what_documents_print(official_editions: Path) -> None:
    """Built from recorded crime alone."""
    client = create_app(official_editions).server.test_client()
    document = client.get("/workforce").text.partition('<script id="page-content"')[0]
    assert (
        "There is no figure of police officers.</h1>" in document
        and "holds no figures of the Met’s workforce" in document
    )
    assert 'id="controls"' not in document and "1970" not in document and "parts: 44,711" in document
    assert {row["table_name"] for row in lines(client, "/workforce.csv")}.isdisjoint({"Workforce strength"})
    assert client.get("/finance").status_code == 200
