"""The files of every page that has any: CSV, JSON and metadata of one view, of all there is, and of a named edition."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from app import create_app
from data import columns, warehouse
from data.marks import MARKS
from data.wards.export import COLUMNS as WARDS
from web.answers import SHARED

ENDING = ".metadata.json"
WITHOUT_FIGURES = "/boroughs/camden/wards"  # the demonstration has none by ward
PRINTED_TWICE = ("/workforce",)  # a figure that two tables of a document give
OGL = "Open Government Licence v3.0"
ABOUT = ("area_code", "area_name", "period_start", "period_end", "status", "source", "edition", "data_kind", "licence")


@pytest.fixture(scope="module")
def client(demonstration_editions: Path) -> FlaskClient:
    return create_app(demonstration_editions).server.test_client()


def paths(client: FlaskClient) -> list[str]:
    """Every page's files, without their endings, on an example of what its path names."""
    rules = [rule.rule for rule in client.application.url_map.iter_rules() if rule.rule.endswith(ENDING)]
    found = [rule.removesuffix(ENDING).replace("<slug>", "camden") for rule in rules]
    statuses = {path: client.get(path + ".csv").status_code for path in found}
    assert [path for path, status in statuses.items() if status != 200] == [WITHOUT_FIGURES], statuses
    return [path for path in found if path != WITHOUT_FIGURES]


def lines(content: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.removeprefix("\ufeff"), newline="")))


def licences_of(rows: list[dict[str, str]]) -> set[str]:
    return {name for row in rows if row["licence"] not in MARKS for name in row["licence"].split("; ")}


def as_csv_says(value: Any, mark: str | None) -> str:
    """How the CSV writes what the JSON holds."""
    words = {word: sign for sign, (word, _) in MARKS.items()}
    if value is None:
        return words[mark] if mark else ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def test_json_and_csv_of_every_page_agree_cell_for_cell(client: FlaskClient) -> None:
    for path in paths(client):
        for query in ("", "?to=2017-06"):
            rows = lines(client.get(f"{path}.csv{query}").text)
            found = json.loads(client.get(f"{path}.json{query}").text)
            assert len(found["rows"]) == len(rows) > 0
            for written, typed in zip(rows, found["rows"], strict=True):
                marks = typed.pop("marks")
                assert list(typed) == list(written)
                for name, cell in written.items():
                    said = as_csv_says(typed[name], marks.get(name))
                    if name == "status":
                        said = {word: sign for sign, (word, _) in MARKS.items()}.get(said, said)
                    assert said == cell or (typed[name] is None and cell == "[z]") or cell == f"'{said}", (path, name)


def test_metadata_describes_every_column_and_says_where_when_and_whose(client: FlaskClient) -> None:
    for path in paths(client):
        found = client.get(f"{path}{ENDING}?to=2017-06").json
        rows = lines(client.get(f"{path}.csv?to=2017-06").text)
        fields = found["schema"]["fields"]
        assert [field["name"] for field in fields] == list(rows[0]), path
        assert set(ABOUT) <= set(rows[0]), path
        undescribed = [field["name"] for field in fields if not field["description"]]
        assert not undescribed, f"{path}: declare {undescribed} in data/columns.toml"
        assert found["rows"] == len(rows)
        assert found["title"] and found["download_all"].endswith(".") and found["is_demonstration"] is True
        assert found["period"]["start"] <= found["period"]["end"]
        named = {row["area_code"] for row in rows if row["area_code"] not in MARKS}
        assert {area["area_code"] for area in found["geography"]["areas"]} == named
        assert found["sources"] and found["licenses"]
        assert {licence["title"] for licence in found["licenses"]} == licences_of(rows)
        assert all(each["path"].startswith("https://") for each in found["licenses"] if each["title"] == OGL)


def test_the_addresses_of_the_metadata_lead_to_the_view_and_its_files(client: FlaskClient) -> None:
    for path in paths(client):
        found = client.get(f"{path}{ENDING}?to=2017-06").json["addresses"]
        there = {kind: url.removeprefix("http://localhost") for kind, url in found.items()}
        assert client.get(there["page"]).status_code == 200
        shown = client.get(f"{path}.csv?to=2017-06").text
        assert client.get(there["csv"]).text == client.get(there["fixed"]).text == shown
        assert client.get(there["json"]).json["addresses"] == found
        assert client.get(there["latest"]).text == client.get(f"{path}.csv").text
        periods = [part for part in there["page"].partition("?")[2].split("&") if part.startswith(("to=", "year="))]
        assert not any(part in there["latest"] for part in periods)
        assert all(part in there["fixed"] for part in periods)


def test_every_page_links_to_its_three_files_as_it_shows_them(client: FlaskClient) -> None:
    for path in paths(client):
        page = client.get(f"{path}{ENDING}").json["addresses"]["page"]
        document = client.get(page).text
        for ending in (".csv", ".json", ENDING):
            assert f'href="{path}{ending}' in document, (path, ending)


def test_all_of_the_crime_map_holds_every_period_and_the_view_among_them(client: FlaskClient) -> None:
    query = "measure=robbery&span=quarter&show=number"
    every = lines(client.get(f"/crime-map.csv?{query}&download=all").text)
    for to in ("2017-06", "2014-12"):
        view = lines(client.get(f"/crime-map.csv?{query}&to={to}").text)
        assert [row for row in every if row["period_end"] == view[0]["period_end"]] == view
    ends = [row["period_end"] for row in every]
    assert ends == sorted(ends) and len(set(ends)) == len(every) / len(view)


def test_all_of_every_page_holds_the_view(client: FlaskClient) -> None:
    one_area = {"/plan", "/plan/indicators", "/plan-and-finance", "/workforce", "/inspection", "/victims-code"}
    for path in paths(client):
        answer = client.get(f"{path}.csv?to=2017-06&download=all")
        every = lines(answer.text)
        without = {"rank"} if path == "/exceptions" else set()  # which is the place in the file
        rows = [tuple(cell for name, cell in row.items() if name not in without) for row in every]
        for chosen in ("", "&area=camden"):
            view = lines(client.get(f"{path}.csv?to=2017-06{chosen}").text)
            held = {tuple(cell for name, cell in row.items() if name not in without) for row in view}
            assert held <= {*rows}, (path, chosen)
        assert len({*rows}) == len(rows) or path in PRINTED_TWICE, path
        assert len({row["area_code"] for row in every}) >= 32 or path in one_area, path
        name = answer.headers["Content-Disposition"]
        assert name.endswith('-all.csv"') and "demonstration" in name


def test_all_of_a_page_gives_every_period_and_every_area(client: FlaskClient) -> None:
    def whole(path: str, table: str, name: str) -> set[str]:
        return {row["period_end"] for row in lines(client.get(f"{path}&download=all").text) if row[table] == name}

    assert len(whole("/satisfaction.csv?measure=trust-in-the-met", "table", "boroughs")) >= 4
    assert len(whole("/hate-crime.csv?measure=faith-hate-crime", "kind", "area, on the map")) > 36
    searches = lines(client.get("/stop-and-search.csv?download=all").text)
    ethnic = {(row["period_start"], row["area_code"]) for row in searches if row["table"] == "ethnicity"}
    assert len(ethnic) == 33 * len({start for start, _ in ethnic}) > 33


def test_a_file_tells_caches_its_edition_and_is_not_sent_twice(client: FlaskClient) -> None:
    first = client.get("/crime-map.json")
    tag = first.headers["ETag"]
    again = client.get("/crime-map.json", headers={"If-None-Match": tag})
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", tag)
    assert first.headers["Cache-Control"] == SHARED
    assert first.headers["Access-Control-Allow-Origin"] == "*"
    assert "/crime-map.metadata.json?" in first.headers["Link"] and 'rel="describedby"' in first.headers["Link"]
    fixed = client.get(f"/crime-map.json?edition={first.json['edition']}")
    assert fixed.headers["Cache-Control"] == "public, max-age=86400"
    assert client.get("/crime-map.csv?edition=official-0000000000000000").status_code == 404


def test_a_dated_file_still_answers_after_a_newer_edition_is_in_use(
    demonstration_editions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warehouse, "LOOK_EVERY_SECONDS", 0.0)
    (old,) = demonstration_editions.glob("*.duckdb")
    shutil.copy(old, tmp_path)
    (tmp_path / "current").write_text(old.stem)
    client = create_app(tmp_path).server.test_client()
    before = {path: client.get(client.get(f"{path}{ENDING}").json["addresses"]["fixed"]) for path in paths(client)}
    newer = "demonstration-ffffffffffffffff"
    shutil.copy(old, tmp_path / f"{newer}.duckdb")
    with warehouse.duckdb.connect(str(tmp_path / f"{newer}.duckdb")) as con:
        con.execute("UPDATE edition SET edition_id = ?", [newer])
        con.execute("UPDATE recorded_crime SET offences = offences + 1")
    (tmp_path / "fresh").write_text(newer)
    os.replace(tmp_path / "fresh", tmp_path / "current")
    assert client.get("/crime-map.json").json["edition"] == newer
    for path, answer in before.items():
        again = client.get(answer.request.full_path)
        assert again.status_code == 200 and again.text == answer.text, path
    assert client.get("/crime-map.csv").text != before["/crime-map"].text


def test_every_column_declared_is_in_a_file(client: FlaskClient) -> None:
    described = [client.get(f"{path}{ENDING}").json["schema"]["fields"] for path in paths(client)]
    used = {field["name"] for fields in described for field in fields} | {*WARDS}
    assert set(columns.declared()) == used
