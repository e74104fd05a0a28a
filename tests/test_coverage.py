"""What docs/coverage.md says is so: nothing that the reports ask for is missing, and every answer exists."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import dash
import pytest
from flask.testing import FlaskClient

from app import create_app
from components.routes import find_page
from data.catalogue import catalogue
from data.coverage import Answer, Kind, coverage, load_coverage, measure_names
from scripts.coverage import DOCUMENT, document
from tests.data import published_source as source

PUBLISHED = Path(__file__).parents[1] / "data" / "published"
REPORT, PLAN = "mopac-quarterly-2017-18-q1", "met-business-plan-2017-18"
# Pages on which a measure stands under its own name.
BY_NAME = ("/", "/trends", "/crime-map", "/safeguarding", "/hate-crime", "/victims-code")


def read(name: str) -> list[dict[str, str]]:
    with (PUBLISHED / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def listed(kind: Kind) -> list[tuple[str, str]]:
    return [(row.part, row.name) for row in coverage() if row.of is kind]


def answers() -> Iterator[Answer]:
    return (answer for row in coverage() for answer in row.answers)


def addresses() -> list[str]:
    return sorted({answer.page for answer in answers()})


@pytest.fixture(scope="module")
def client(demonstration_editions: Path) -> FlaskClient:
    return create_app(demonstration_editions).server.test_client()


# --- nothing is missing, nothing stands twice ----------------------------------------------------------------------


def test_every_section_of_the_report_is_listed_in_its_order() -> None:
    assert listed(Kind.SECTION) == [(row["part"], row["heading"]) for row in read("report_sections.csv")]


def test_every_indicator_of_the_plan_is_listed_in_its_order() -> None:
    assert listed(Kind.INDICATOR) == [(row["priority"], row["indicator"]) for row in read("indicators.csv")]


def test_every_finding_that_asks_for_data_is_listed_in_its_order() -> None:
    asked = [(row["section"], row["request"]) for row in read("peel_findings.csv") if row["asks_for_data"] == "yes"]
    dashboard = [(row["table_name"], row["subject"]) for row in read("peel_stop_and_search_findings.csv")]
    assert listed(Kind.FINDING) == asked + dashboard


def test_the_contents_page_and_section_6_2_hold_no_line_that_is_not_listed() -> None:
    """From the documents themselves, where they are beside the checkout."""
    source.require_sources()
    lines = [line.strip() for line in source.sections(REPORT)["Contents"][1:] if line.strip()]
    names = {name for _, name in listed(Kind.SECTION)} | {part for part, _ in listed(Kind.SECTION)}
    assert {re.sub(r" – [\d-]+$", "", line.removeprefix("- ")) for line in lines} == names
    bullets = [line for line in source.sections(PLAN)["6.2 Key performance and insight indicators"] if line[:2] == "- "]
    assert len(bullets) == len(listed(Kind.INDICATOR))


def test_what_stands_twice_or_is_neither_answered_nor_explained_is_refused(tmp_path: Path) -> None:
    row = '[[row]]\nof = "section"\npart = "Finance"\nname = "Reserves"\n'
    shown = row + 'answers = [{ page = "/finance" }]\n'
    faults = {
        row: "neither an answer nor a reason", shown + shown: "'Reserves' of 'Finance' stands twice",
        row + 'answers = [{ page = "/", measures = ["money"] }]\n': "there is no measure 'money'",
        row + 'answers = [{ page = "finance" }]\n': "page", row.replace("section", "chapter"): "of",
        shown + 'colour = "blue"\n': "colour",
    }  # fmt: skip
    for text, message in faults.items():
        path = tmp_path / "coverage.toml"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(ValueError, match=message):
            load_coverage(path)
    path.write_text(shown, encoding="utf-8")
    assert [each.name for each in load_coverage(path)] == ["Reserves"]


# --- every answer exists -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", sorted({answer.path for answer in answers()}))
def test_each_page_is_registered(path: str, client: FlaskClient) -> None:
    assert client is not None  # whose app has registered the pages
    page, _ = find_page(dash.page_registry.values(), path)
    assert page is not None, f"no page is registered at {path}"


def test_each_address_answers_and_is_understood(client: FlaskClient) -> None:
    """An address of a page that exists asks for nothing that there is not; what an edition lacks is another matter."""
    for address in addresses():
        if find_page(dash.page_registry.values(), address.partition("?")[0].partition("#")[0])[0] is None:
            continue  # said by the test before this one
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert not re.search(r"There (is|are) no [^.<]*; this page shows", answer.text), address


def test_each_measure_stands_by_its_name_on_the_page_that_is_named(client: FlaskClient) -> None:
    names = measure_names(catalogue())
    for answer in answers():
        if answer.path in BY_NAME and answer.measures:
            text = client.get(answer.page).text
            assert [names[measure] for measure in answer.measures if names[measure] not in text] == [], answer.page


def test_each_published_table_and_row_is_transcribed() -> None:
    names = ("document", "section", "table_name", "row_label")
    found = set()
    for path in PUBLISHED.glob("*.csv"):
        for row in read(path.name):
            if "table_name" in row:
                found |= {tuple(row[name] for name in names[:3]), tuple(row.get(name, "") for name in names)}
    asked = [key for answer in answers() for key in answer.published]
    assert asked
    assert [key for key in asked if key not in found] == []


def test_the_document_is_made_from_the_list() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == document(coverage()), "run: python scripts/coverage.py"
    assert sum(line.startswith("| ") for line in DOCUMENT.read_text(encoding="utf-8").splitlines()) > len(coverage())
