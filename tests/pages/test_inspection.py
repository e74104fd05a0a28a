"""The inspection and the Victims' Code through the application: first responses, changes, files, bad addresses."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from app import create_app
from components import inspection, victims_code
from components.render import to_html
from data.catalogue import catalogue
from data.export import PUBLISHED
from data.inspection import gathered as of_inspection
from data.victims_code import gathered as of_code
from data.warehouse import Warehouse
from pages._serving import params_of
from tests.pages.asking import change

PAGES = {"/inspection": inspection, "/victims-code": victims_code}


@pytest.fixture(scope="module")
def client(demonstration_editions: Path) -> FlaskClient:
    return create_app(demonstration_editions).server.test_client()


def lines(client: FlaskClient, address: str) -> list[dict[str, str]]:
    content = client.get(address).text.removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(content, newline="")))


def test_the_inspection_in_its_first_response(client: FlaskClient) -> None:
    document = client.get("/inspection").text
    assert ("<h1>In 2018/19 the inspectorate judged the Met’s effectiveness ‘requires improvement’, efficiency ‘good’ "
            "and legitimacy ‘good’.</h1>") in document  # fmt: skip
    assert "<title>Inspection – London Policing Performance</title>" in document
    assert '<a href="/plan-and-finance">Plan &amp; finance</a> / Inspection' in document
    assert "Demonstration data." in document and "They are the same in the demonstration." in document
    assert "The shares add up to 100%." in document and "72 of 90 files" in document
    assert document.count('class="kind ') == 27 and "no confidence interval can be worked out" in document


def test_the_victims_code_in_its_first_response(client: FlaskClient) -> None:
    document = client.get("/victims-code").text
    said = "<h1>Victims were kept updated in 65% of offences under the Code in June 2017, 15 points lower than in April"
    assert said in document
    assert "<title>Victims kept updated – Justice – London Policing Performance</title>" in document
    assert '<a href="/plan-and-finance">Plan &amp; finance</a> / Justice' in document
    assert "64.1% to 65.9%" in document and "54,513" in document and "docs/victims-code.md" in document
    assert "https://www.gov.uk/government/publications/the-code-of-practice-for-victims-of-crime" in document
    other = client.get("/victims-code?requirement=arrested").text
    assert "<h1>Victims were told whether a suspect had been arrested in 69% of offences under the Code in" in other


@pytest.mark.parametrize(
    ("address", "said"),
    [("/inspection?pillar=<script>alert(1)</script>&asks=z", 2),
     ("/victims-code?requirement=<script>alert(1)</script>&to=x&area=y", 3)],
)  # fmt: skip
def test_no_address_fails(client: FlaskClient, address: str, said: int) -> None:
    answer = client.get(address)
    assert answer.status_code == 200 and "<script>alert" not in answer.text
    assert answer.text.count("this page shows") == said


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("search", [None, 7, ["?area=camden"], {"a": 1}, "?" + "x" * 5000, "?pillar=%00%ff"])
def test_a_forged_search_gives_the_usual_view(client: FlaskClient, path: str, search: object) -> None:
    page, usual = PAGES[path].PAGE, {"/inspection": "?pillar=all", "/victims-code": "?requirement=updated"}
    assert change(client, page, search)[page.address]["shown"] == usual[path]


def test_a_change_writes_only_the_parts_that_follow_it(client: FlaskClient) -> None:
    first = change(client, inspection.PAGE, "")
    edition = first[inspection.ADDRESS]["edition"]
    found = change(client, inspection.PAGE, "?asks=concerns", "?pillar=all", edition)
    assert set(found) == {inspection.ADDRESS, *(f"inspection-{part}" for part in
                          ("corrections", "announcement", "choice", "asked", "actions"))}  # fmt: skip
    assert found["inspection-asked"]["markup"].count("Cause of concern") == 2


@pytest.mark.parametrize(
    ("path", "after"),
    [*(("/inspection", query) for query in ("?pillar=efficiency", "?asks=concerns")),
     ("/victims-code", "?requirement=released")],
)  # fmt: skip
def test_what_an_answer_leaves_as_it_is_would_not_have_changed(
    demonstration_editions: Path, path: str, after: str
) -> None:
    with Warehouse(demonstration_editions).edition() as edition:
        before, now = (view_of(path, edition, params_of(query)) for query in ("", after))
    page = PAGES[path].PAGE
    written = page.answers(now, before.selection.to_params())
    for (place, (make, _)), content in zip(page.parts.items(), written, strict=True):
        if not isinstance(content, str):
            assert to_html(make(now)) == to_html(make(before)), place


def view_of(path: str, edition: Any, params: dict[str, str]) -> Any:
    found = of_inspection(edition, params) if path == "/inspection" else of_code(edition, catalogue(), params)
    return PAGES[path].view_of(found)


def test_the_files_hold_what_the_pages_show(client: FlaskClient) -> None:
    found = lines(client, "/inspection.csv?pillar=legitimacy&asks=concerns")
    page = client.get("/inspection?pillar=legitimacy&asks=concerns").text
    asked = [line["words"] for line in found if line["kind"] in ("cause of concern", "recommendation")]
    assert [f"{words}." for words in asked] == re.findall(r'class="statement">(.*?)<', page)
    assert {line["data_kind"] for line in found} == {PUBLISHED}
    code = lines(client, "/victims-code.csv")
    assert [line["value"] for line in code if line["kind"] == "published"] == ["80", "65", "80", "69", "71"]
    names = [client.get(path).headers["Content-Disposition"] for path in
             ("/inspection.csv?pillar=legitimacy", "/victims-code.csv?requirement=arrested")]  # fmt: skip
    assert "demonstration-inspection-2018-19-legitimacy.csv" in names[0]
    assert "demonstration-victims-code-arrested.csv" in names[1]


def test_without_an_edition_they_say_so(tmp_path: Path) -> None:
    empty = create_app(tmp_path).server.test_client()
    paths = [f"{path}{end}" for path in PAGES for end in ("", ".csv")]
    assert [empty.get(path).status_code for path in paths] == [503] * 4


def test_links_lead_only_to_pages_that_exist(client: FlaskClient) -> None:
    document = client.get("/inspection").text
    main = document[document.index("<main") : document.index("</main>")]
    paths = {href.split("?")[0].split("#")[0] for href in re.findall(r'href="(/[^"]*)"', main)}
    there = {path for path in paths if client.get(path).status_code == 200}
    assert paths - there <= {"/plan-and-finance"}, "the page of the crumb may come later"
    assert {"/finance", "/stop-and-search", "/data-and-methods", "/inspection.csv"} <= there
    assert '<a href="/finance' in main and ">Money</a>" in main  # under the page's own name, as in docs/coverage.md
    assert "Vetting decisions by ethnic group are not published." in main
