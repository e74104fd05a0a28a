"""The plan and the index through the application: first response, changes, files, and both editions."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from pathlib import Path

import dash
import pytest
from flask.testing import FlaskClient

from app import create_app
from components import plan, plan_and_finance
from components.plan_and_finance import words
from components.render import to_html
from components.shell import WITHIN
from data.catalogue import catalogue
from data.export import PUBLISHED
from data.plan import COLUMNS, gathered
from data.plan.index import gathered as index_of
from data.plan.index import index_pages
from data.warehouse import Warehouse
from pages._serving import params_of
from tests.pages.asking import change

FILTERS = ["", "?status=delivered", "?quarter=q2-2017-18", "?area=3.1", "?programme=4", "?lead=tp&status=on-track",
           "?q=firearms", "?programme=none&lead=none"]  # fmt: skip


@pytest.fixture(scope="module")
def client(demonstration_editions: Path) -> FlaskClient:
    return create_app(demonstration_editions).server.test_client()


def lines(client: FlaskClient, address: str) -> list[dict[str, str]]:
    content = client.get(address).text.removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(content, newline="")))


def test_the_first_response_holds_headline_figure_tables_and_method(client: FlaskClient) -> None:
    document = client.get("/plan").text
    assert "<h1>13 of 90 milestones are reported as delivered; for 32 no status can be read and 37 are in" in document
    assert "41 of 71 entries are not readable in the source" in document and 'role="img"' in document
    assert '<table class="data milestones"' in document and "Section 6.2 of the plan lists 20 indicators" in document
    assert "<title>Business plan – Plan &amp; finance – London Policing Performance</title>" in document
    assert "Demonstration data." in document and "quoted from the published documents" in document


def test_no_address_fails(client: FlaskClient) -> None:
    answer = client.get("/plan?area=<script>alert(1)</script>&status=x&quarter=y&programme=99&lead=z&q=%00<b>&rows=v")
    assert answer.status_code == 200 and "<script>alert" not in answer.text and "<b>" not in answer.text
    assert answer.text.count("this page shows all of them.") == 5


@pytest.mark.parametrize("search", [None, 7, ["?lead=tp"], {"a": 1}, "?" + "x" * 5000, "?area=%00%ff"])
def test_a_forged_search_gives_the_usual_view(client: FlaskClient, search: object) -> None:
    assert change(client, plan.PAGE, search)[plan.ADDRESS]["fields"]["lead"] == ""


def test_a_change_writes_only_the_parts_that_follow_it(client: FlaskClient) -> None:
    first = change(client, plan.PAGE, "")
    edition, shown = first[plan.ADDRESS]["edition"], first[plan.ADDRESS]["shown"]
    rows = change(client, plan.PAGE, "?rows=all", shown, edition)
    assert set(rows) == {plan.ADDRESS, "plan-corrections", "plan-list"}
    led = change(client, plan.PAGE, "?lead=tp", shown, edition)
    assert {"plan-opening", "plan-counts", "plan-list"} <= set(led) and "plan-indicators" not in led


@pytest.mark.parametrize("after", [*FILTERS[1:], "?rows=all"])
def test_what_an_answer_leaves_as_it_is_would_not_have_changed(demonstration_editions: Path, after: str) -> None:
    with Warehouse(demonstration_editions).edition() as edition:
        found = [gathered(edition, catalogue(), params_of(query)) for query in ("", after)]
    before, now = (plan.view_of(each, pages={}) for each in found)
    written = plan.PAGE.answers(now, before.selection.to_params())
    for (place, (make, _)), content in zip(plan.PAGE.parts.items(), written, strict=True):
        if not isinstance(content, str):
            assert to_html(make(now)) == to_html(make(before)), place


@pytest.mark.parametrize("query", FILTERS)
def test_the_file_holds_every_milestone_of_the_page_and_its_statuses(client: FlaskClient, query: str) -> None:
    page = client.get(f"/plan{query}{'&' if query else '?'}rows=all").text
    table = page.partition('<table class="data milestones"')[2].partition("</table>")[0]
    named = re.findall(r'<th role="rowheader" scope="row"><span class="first">([^<]+)', table)
    found = lines(client, f"/plan.csv{query}")
    assert list(dict.fromkeys(line["milestone"] for line in found)) == [each.replace("&amp;", "&") for each in named]
    assert named and tuple(found[0]) == COLUMNS
    labels = {"not readable in source": "Not readable", "in no report": "In no report"}
    said = Counter(labels.get(line["status"], line["status"].capitalize()) for line in found)
    shown = Counter(re.findall(r"</svg>([A-Z][a-z ]+)</span>|>(In no report)</span>", table))
    assert said == Counter({a or b: number for (a, b), number in shown.items()})
    assert {line["data_kind"] for line in found} == {PUBLISHED}


def test_a_line_names_its_report_and_period_and_one_that_no_report_names_has_none(client: FlaskClient) -> None:
    found = lines(client, "/plan.csv")
    assert len(found) == 71 + 37
    dated = {(line["report"], line["period_start"], line["period_end"]) for line in found}
    assert dated == {("Q1 2017/18", "2017-04-01", "2017-06-30"), ("Q2 2017/18", "2017-07-01", "2017-09-30"),
                     ("Q1 2018/19", "2018-04-01", "2018-06-30"), ("[z]", "[z]", "[z]")}  # fmt: skip
    assert sum(line["report"] == "[z]" == line["period_start"] for line in found) == 37
    name = client.get("/plan.csv?lead=tp").headers["Content-Disposition"]
    assert 'filename="demonstration-business-plan-milestones-filtered.csv"' in name


def test_the_file_of_indicators_has_each_of_the_twenty(client: FlaskClient) -> None:
    found = lines(client, "/plan/indicators.csv")
    assert len({(line["priority"], line["indicator"]) for line in found}) == 20
    assert all((line["status"] == "shown") == line["page"].startswith("/") for line in found)
    assert all(line["reason"] != "[z]" for line in found if line["status"] == "no open data")


def test_the_index_leads_to_each_page_that_exists_with_a_figure_of_the_edition(client: FlaskClient) -> None:
    document = client.get("/plan-and-finance").text
    registered = {page["path"] for page in dash.page_registry.values()}
    listed = document.partition('class="finance-index"')[2].partition("</ul>")[0]
    for each in index_pages():
        assert (f'href="{each.path}"' in listed) == (each.path in registered), each.path
    assert "<strong>13 of 90</strong>" in listed and listed.count("<strong>") == listed.count("<li>")
    assert "Demonstration data." in document and document.count('role="rowheader"') > 25


def test_the_file_of_the_index_has_its_figures_and_every_section(client: FlaskClient) -> None:
    found = lines(client, "/plan-and-finance.csv")
    figures = {line["page"]: (line["value"], line["of"], line["unit"]) for line in found if line["kind"] == "figure"}
    assert figures["/plan"] == ("13", "90", "number") and figures["/workforce"] == ("30719", "[z]", "people")
    assert figures["/inspection"][:2] == ("5", "10") and len(figures) == 6
    sections = [line for line in found if line["kind"] != "figure"]
    assert len({(line["part"], line["name"]) for line in sections}) == 25
    assert all(line["page"].startswith("/") for line in sections)
    assert {line["data_kind"] for line in found} == {PUBLISHED}
    document = client.get("/plan-and-finance").text
    assert '<a download="demonstration-plan-and-finance.csv" href="/plan-and-finance.csv">' in document
    apart = re.findall(r'<tr class="alone apart".*?<span class="first">(.*?)</span>', document, re.DOTALL)
    assert apart == ["A better Criminal Justice Service for London", "ANNEX A: BUSINESS MILESTONE REPORT"]


def test_the_navigation_marks_plan_and_finance_on_every_page_of_the_index(client: FlaskClient) -> None:
    index = "/plan-and-finance"
    assert {each.path for each in index_pages()} == {path for path, item in WITHIN.items() if item == index}
    for path, kind in ((index, "page"), ("/plan", "true")):
        assert f'<a href="{index}" aria-current="{kind}">Plan &amp; finance</a>' in client.get(path).text


def test_every_figure_of_the_index_is_in_the_edition(demonstration_editions: Path) -> None:
    """Whether or not its page exists yet. The numbers were read by eye in the documents."""
    with Warehouse(demonstration_editions).edition() as edition:
        found = index_of(edition, catalogue())
    made = plan_and_finance.view_of(found, pages={each.path: "A page" for each in index_pages()})
    figures = {each.path: words.number(each.figure) for each in made.entries if each.figure}
    assert figures == {
        "/plan": "13 of 90", "/finance": "£32.2m", "/workforce": "30,719", "/safeguarding": "More than 8,000",
        "/victims-code": "65%", "/inspection": "5 of 10",
    }  # fmt: skip
    told = words.what(next(each.figure for each in made.entries if each.path == "/inspection") or {})
    assert told.endswith("judged ‘good’; 3 ‘requires improvement’, 1 ‘outstanding’ and 1 not graded")


def test_without_an_edition_it_says_so(tmp_path: Path) -> None:
    empty = create_app(tmp_path).server.test_client()
    paths = ("/plan", "/plan.csv", "/plan/indicators.csv", "/plan-and-finance", "/plan-and-finance.csv")
    assert [empty.get(path).status_code for path in paths] == [503] * 5
