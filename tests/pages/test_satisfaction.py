"""The satisfaction page through the application: the first response, what a change writes, the file and the picture."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient

from app import create_app
from components import satisfaction
from components.render import to_html
from components.satisfaction.words import printed
from data.catalogue import catalogue
from data.export import MODELLED, PUBLISHED
from data.satisfaction import gathered
from data.satisfaction.export import TABLES
from data.warehouse import Warehouse
from etl.load import load
from pages._serving import params_of
from tests.data.satisfaction.printed import gap_table, matrix

JUNE = "?measure=victims-satisfied-overall&to=2017-06"


@pytest.fixture(scope="module")
def client(demonstration_editions: Path) -> FlaskClient:
    return create_app(demonstration_editions).server.test_client()


def rows(client: FlaskClient, query: str = JUNE) -> list[dict[str, str]]:
    content = client.get(f"/satisfaction.csv{query}").text.removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(content, newline="")))


def tables(document: str, kind: str) -> list[list[str]]:
    """The text of each cell of the table of this class, row by row; what screen readers alone hear left out."""
    (table,) = re.findall(rf'<table class="{kind}">.*?</table>', document, re.DOTALL)
    plain = re.sub(r'<span class="(?:vh|ci|rule)"[^>]*>.*?</span>|<sup>.*?</sup>|<svg.*?</svg>', "", table)
    lines = re.findall(r"<tr.*?</tr>", plain, re.DOTALL)
    return [[re.sub(r"<.*?>", "", cell).strip() for cell in re.findall(r"<t[hd].*?</t[hd]>", line, re.DOTALL)]
            for line in lines]  # fmt: skip


def test_the_first_response_answers_before_any_script(client: FlaskClient) -> None:
    document = client.get(f"/satisfaction{JUNE}").text
    said = "<h1>75% of victims asked were satisfied with the service overall in the 12 months to June 2017, lower"
    assert said in document
    assert "3 of the 8 gaps by ethnicity in the Met’s Business Plan 2017-18 were larger" in document
    assert "<title>Satisfaction and fairness, Victims satisfied with the service overall, London, 12 months" in document
    assert "Demonstration data." in document and "The printed figures are real, in the demonstration too." in document
    assert 'aria-current="page"' in document and ">Satisfaction</a>" in document
    assert "Design effect 1.5:" in document and "The publisher states about 9,600 interviews a year" in document
    assert document.count("did not load") == 1  # the one that is hidden
    assert " style=" not in document and "<script>" not in document


def test_every_link_to_a_section_finds_it_and_the_gap_says_how_many_were_asked(client: FlaskClient) -> None:
    document = client.get(f"/satisfaction{JUNE}").text
    (links,) = re.findall(r'<nav[^>]*aria-label="On this page".*?</nav>', document, re.DOTALL)
    anchors = re.findall(r'href="#([^"]+)"', links)
    assert len(anchors) == 8 and all(f' id="{anchor}"' in document for anchor in anchors)
    said = "White people are taken as 59.8% of residents, and of 9,600 victims and 12,800 residents asked in a year."
    assert said in document


def test_the_printed_gap_table_stands_on_the_page_figure_for_figure(client: FlaskClient) -> None:
    document = client.get("/satisfaction").text
    section = document[document.index('id="satisfaction-gap"') : document.index('id="satisfaction-groups"')]
    lines = [line for line in tables(section, "gapt")[1:] if len(line) > 1]
    assert [(line[0], line[1], line[2]) for line in lines] == [
        (question, f"{overall:g}%", printed(gap)) for question, (overall, gap) in gap_table().items()]  # fmt: skip
    assert all(" to " in line[3] and line[6] for line in lines)


def test_the_printed_matrix_stands_on_the_page_figure_for_figure_with_every_interval(client: FlaskClient) -> None:
    document = client.get("/satisfaction").text
    averages, differences = matrix()
    lines = tables(document, "matrix")
    assert lines[1][1:] == [f"{printed(average)}%" for average in averages]
    cells = [line[1:] for line in lines[2:] if len(line) > 1]
    assert cells == [[printed(each, signed=True) for each in row] for row in differences.values()]
    (table,) = re.findall(r'<table class="matrix">.*?</table>', document, re.DOTALL)
    assert len(re.findall(r'<td class="mx (?:s k\d|ns)">.*?<span class="ci">[^<]+ to [^<]+</span></td>', table)) == 108
    assert table.count('scope="rowgroup"') == 5 and "<caption" in table
    beyond = sum(abs(each) > 5 for row in differences.values() for each in row)
    assert table.count("◆") == table.count("beyond the report’s rule") == beyond == 20


def test_the_gap_from_the_survey_files_stands_with_its_groups_bases_and_past(client: FlaskClient) -> None:
    """June 2017, fair treatment: the groups are the printed matrix's, so White is near 80 per cent and BAME near 75."""
    document = client.get(f"/satisfaction{JUNE}").text
    section = document[document.index('id="satisfaction-groups"') : document.index('id="satisfaction-matrix"')]
    lines = {line[0].removesuffix("June 2017"): line for line in tables(section, "gapt grouped") if len(line) == 8}
    fair = lines["Residents who say police treat everyone fairly"]
    assert fair[1:4] == ["78%", "80%", "75%"] and fair[7] == "Higher for White people"
    assert "Black 67% (" in section and "Gap over time: " in section and section.count('class="band"') == 6
    (row,) = [row for row in rows(client) if (row["table"], row["figure"], row["period_end"], row["question"]) ==
              ("groups", "gap", "2017-06-30", "Residents who say police treat everyone fairly")]  # fmt: skip
    assert float(row["lower_95"]) > 0 and row["group_name"] == "White" and row["compared_with"] == "BAME"


def test_no_address_fails(client: FlaskClient) -> None:
    answer = client.get("/satisfaction?measure=<script>alert(1)</script>&to=x&area=y&z=1")
    assert answer.status_code == 200 and "<script>alert" not in answer.text
    assert answer.text.count("this page shows") == 3


@pytest.mark.parametrize("search", [None, 7, ["?area=camden"], {"a": 1}, "?" + "x" * 5000, "?area=%00%ff"])
def test_a_forged_search_gives_the_usual_view(client: FlaskClient, search: object) -> None:
    assert change(client, search)[satisfaction.ADDRESS]["fields"]["area"] == ""


def change(client: FlaskClient, search: object, shown: str = "", edition: str = "") -> dict[str, Any]:
    """The parts and properties that a browser's change of the address is answered with, by id."""
    outputs = [
        *((satisfaction.ADDRESS, name) for name in satisfaction.ANSWER),
        *((place, "markup") for place in satisfaction.PARTS), *satisfaction.PROPS,
    ]  # fmt: skip
    asked = next(c["output"] for c in client.get("/_dash-dependencies").get_json()
                 if c["output"].startswith(f"..{satisfaction.ADDRESS}."))  # fmt: skip
    answer = client.post("/_dash-update-component", json={
        "output": asked, "outputs": [{"id": place, "property": prop} for place, prop in outputs],
        "changedPropIds": [f"{satisfaction.ADDRESS}.search"],
        "inputs": [{"id": satisfaction.ADDRESS, "property": "search", "value": search}],
        "state": [{"id": satisfaction.ADDRESS, "property": "shown", "value": shown},
                  {"id": satisfaction.ADDRESS, "property": "edition", "value": edition}],
    })  # fmt: skip
    assert answer.status_code == 200
    found: dict[str, Any] = answer.get_json()["response"]
    return found


def test_a_change_writes_only_the_parts_that_follow_it(client: FlaskClient) -> None:
    first = change(client, JUNE)
    edition, shown = first[satisfaction.ADDRESS]["edition"], first[satisfaction.ADDRESS]["shown"]
    assert shown == JUNE and set(first) >= {*satisfaction.PARTS, "satisfaction-map"}
    camden = change(client, f"{JUNE}&area=camden", shown, edition)
    assert "satisfaction-matrix" not in camden and "satisfaction-gap" not in camden
    assert camden["satisfaction-map"] == {"selected": "E09000007"}
    assert "<h1>In Camden, " in camden["satisfaction-opening"]["markup"]


@pytest.mark.parametrize(
    "after",
    ["?measure=victims-satisfied-overall&to=2016-06", f"{JUNE}&area=camden", "?measure=trust-in-the-met&area=brent"],
)
def test_what_an_answer_leaves_as_it_is_would_not_have_changed(demonstration_editions: Path, after: str) -> None:
    with Warehouse(demonstration_editions).edition() as edition:
        before, now = (satisfaction.view_of(gathered(edition, catalogue(), params_of(q))) for q in (JUNE, after))
    written = satisfaction.answers(now, before.selection.to_params())
    made = [make for make, _ in (*satisfaction.PARTS.values(), *satisfaction.PROPS.values())]
    for make, content in zip(made, written, strict=True):
        if type(content).__name__ == "NoUpdate":
            first, second = make(now), make(before)
            assert first == second or to_html(first) == to_html(second), make


def test_the_file_has_every_table_and_says_how_each_base_is_known(client: FlaskClient) -> None:
    found = rows(client)
    assert {row["table"] for row in found} == {*TABLES}
    differences = [row for row in found if row["figure"] == "difference from the average, as published"]
    assert len(differences) == 108
    assert all(row["base_basis"].startswith("approximate: ") and row["lower_95"] != "[x]" for row in differences)
    gaps = [row for row in found if row["figure"].startswith("size of the gap")]
    assert len(gaps) == 16 and {row["data_kind"] for row in gaps} == {PUBLISHED}
    assert {row["data_kind"] for row in found if row["table"] in ("trend", "boroughs")} == {MODELLED}
    name = client.get(f"/satisfaction.csv{JUNE}").headers["Content-Disposition"]
    assert 'filename="demonstration-satisfaction-victims-satisfied-overall-2017-06.csv"' in name


def test_the_picture_stands_by_itself(client: FlaskClient) -> None:
    answer = client.get(f"/satisfaction.svg{JUNE}")
    root = ElementTree.fromstring(answer.text)
    words = " ".join("".join(each.itertext()) for each in root.iter("{http://www.w3.org/2000/svg}text"))
    assert answer.mimetype == "image/svg+xml" and '="http://' not in answer.text.replace("http://www.w3.org/", "")
    for said in ("Victims satisfied with the service overall, London", "made up", "Design effect 1.5", "Edition demo"):
        assert said in words, said


def test_an_edition_without_survey_answers_still_shows_what_was_printed(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    head = "MajorText,MinorText,BoroughName,201704,201705,201706"
    (raw / "a.csv").write_text(f"{head}\nROBBERY,ROBBERY OF PERSONAL PROPERTY,Camden,10,11,12\n", encoding="utf-8")
    load([raw], editions=tmp_path / "editions")
    bare = create_app(tmp_path / "editions").server.test_client()
    document = bare.get("/satisfaction?measure=trust-in-the-met&area=camden").text
    assert "This edition holds no answers to the surveys, only what reports printed of them." in document
    assert document.count("did not load") == 1 and tables(document, "matrix")[1][1] == "75.3%"
    assert {row["table"] for row in rows(bare, "")} == {"printed changes", "gap", "matrix"}
    assert bare.get("/satisfaction.svg").status_code == 200


def test_without_an_edition_it_says_so(tmp_path: Path) -> None:
    empty = create_app(tmp_path).server.test_client()
    assert [empty.get(f"/satisfaction{kind}").status_code for kind in ("", ".csv", ".svg")] == [503] * 3
