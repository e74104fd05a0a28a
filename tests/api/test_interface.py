"""The interface by hand: addresses, pages of rows, errors, caches, other sites, editions."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import duckdb
import pytest
from flask.testing import FlaskClient

from api.resources import RESOURCES
from app import create_app
from data import warehouse
from web.answers import SHARED

ROOT = "/api/v1"
TABLES = (("monthly_signal", "/signals", "offences"), ("survey_change", "/surveys", "base"),
          ("published_figure", "/figures", "value"), ("source", "/sources", "rows_read"))  # fmt: skip
PATHS = [resource.path for resource in RESOURCES]


@pytest.fixture(scope="module")
def client(demonstration_editions: Path) -> FlaskClient:
    return create_app(demonstration_editions).server.test_client()


def asked(path: str) -> str:
    return f"{path}?measure=burglary" if path == "/observations" else path


def local(url: str) -> str:
    return url.removeprefix("http://localhost")


def every_row(client: FlaskClient, path: str, **more: Any) -> list[dict[str, Any]]:
    """All rows, page by page."""
    rows, url = [], path
    while url:
        page = client.get(local(url)).json
        rows += page["rows"]
        assert len(page["rows"]) <= page["limit"]
        url = page["next"]
    assert len(rows) == page["total"]
    return rows


@pytest.mark.parametrize("path", PATHS)
def test_latest_and_dated_addresses_give_the_same_rows(client: FlaskClient, path: str) -> None:
    latest = client.get(f"{ROOT}/latest{asked(path)}")
    dated = client.get(f"{ROOT}/editions/{latest.json['edition']}{asked(path)}")
    assert latest.status_code == dated.status_code == 200
    assert latest.json == dated.json and latest.json["total"] > 0
    assert latest.headers["Cache-Control"] == SHARED
    assert dated.headers["Cache-Control"] == "public, max-age=86400"
    again = client.get(f"{ROOT}/latest{asked(path)}", headers={"If-None-Match": latest.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize(("path", "limit"), [
    ("/measures", 7), ("/areas", 20), ("/sources", 3), ("/figures", 400), ("/signals?measure=robbery&area=london", 11),
    ("/observations?measure=robbery&span=quarter&area=camden&area=E09000033", 3),
    ("/observations?measure=robbery&first=2017-01&last=2017-03", 25),
])  # fmt: skip
def test_pages_put_together_are_all_rows_once_in_the_same_order(client: FlaskClient, path: str, limit: int) -> None:
    joint = "&" if "?" in path else "?"
    whole = client.get(f"{ROOT}/latest{path}{joint}limit=5000").json
    pages = every_row(client, f"{ROOT}/latest{path}{joint}limit={limit}")
    assert pages == whole["rows"] and whole["next"] is None
    assert len({json.dumps(row) for row in pages}) == len(pages)


def test_the_next_page_is_of_the_same_edition_even_when_the_latest_was_asked_for(client: FlaskClient) -> None:
    page = client.get(f"{ROOT}/latest/areas?limit=2&area_type=borough")
    assert page.json["next"].startswith(f"http://localhost{ROOT}/editions/{page.json['edition']}/areas?")
    assert "area_type=borough" in page.json["next"]
    assert page.headers["Link"] == f'<{page.json["next"]}>; rel="next"'


def test_rows_are_those_of_the_edition(client: FlaskClient, demonstration_editions: Path) -> None:
    with warehouse.Warehouse(demonstration_editions).edition() as edition:
        con = edition.cursor
        for table, path, count in TABLES:
            total = con.execute(f"SELECT count(*) FROM {table}").fetchone()
            assert client.get(f"{ROOT}/latest{path}?limit=1").json["total"] == total[0]
            sums = con.execute(f"SELECT sum({count}) FROM {table}").fetchone()
            if total[0] < 5000:
                rows = client.get(f"{ROOT}/latest{path}?limit=5000").json["rows"]
                assert sum(row[count] or 0 for row in rows) == pytest.approx(sums[0])
        lower = con.execute("SELECT count(*) FROM monthly_signal WHERE signal = 'lower' AND month >= '2017-01-01' "
                            "AND measure_id = 'robbery'").fetchone()  # fmt: skip
    assert client.get(f"{ROOT}/latest/signals?signal=lower&first=2017-01&measure=robbery").json["total"] == lower[0]


def test_every_kind_of_measure_says_where_its_figures_are(client: FlaskClient) -> None:
    rows = every_row(client, f"{ROOT}/latest/measures")
    assert len({row["id"] for row in rows}) == len(rows) > 80
    for row in {(row["kind"], row["dataset"]): row for row in rows if row["figures"] != "figures"}.values():
        found = client.get(f"{ROOT}/latest/{row['figures']}?measure={row['id']}&limit=1")
        assert found.status_code == 200
        assert found.json["total"] > 0 or not row["first_month"], row["id"]


@pytest.mark.parametrize(("path", "status", "word"), [
    ("/latest/observations?measure=nothing", 404, "no count called"), ("/latest/observations", 422, "measure"),
    ("/latest/observations?measure=burglary&area=nowhere", 404, "no area"), ("/latest/areas?limit=0", 422, "limit"),
    ("/latest/areas?colour=red", 422, "colour"), ("/editions/official-0123456789abcdef/areas", 404, "no edition"),
    ("/editions/..%2F..%2Fetc/areas", 404, "nothing at this address"), ("/editions/%2e%2e/areas", 422, "edition_id"),
    ("/latest/searches?year=1999-00", 404, "no searches for '1999-00'"), ("/latest/searches?year=2017", 422, "year"),
    ("/latest/searches?area=city-of-london", 404, "no borough"), ("/latest/searches?offence=nothing", 404, "offences"),
    ("/latest/observations?measure=burglary&first=2017-13", 422, "first"), ("/nothing", 404, "nothing at this address"),
])  # fmt: skip
def test_an_error_is_a_problem_that_says_what_is_wrong(client: FlaskClient, path: str, status: int, word: str) -> None:
    answer = client.get(f"{ROOT}{path}")
    assert (answer.status_code, answer.content_type) == (status, "application/problem+json")
    body = json.loads(answer.data)
    assert body["status"] == status and word in body["detail"]
    assert set(body) == {"type", "title", "status", "detail", "instance", "errors"}
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("query", ["", "?year=2017-18&area=camden&by=officer", "?year=2016-17&area=E09000033"])
def test_searches_are_the_figures_of_the_page_and_its_file(client: FlaskClient, query: str) -> None:
    found = every_row(client, f"{ROOT}/latest/searches{query}")
    of_page = client.get(f"/stop-and-search.json{query.replace('E09000033', 'westminster')}").json["rows"]
    assert len(found) == len(of_page) > 1000
    for ours, theirs in zip(found, of_page, strict=True):
        assert ours == {name: theirs[name] for name in ours if name != "marks"} | {"marks": ours["marks"]}
        assert ours["marks"].items() <= theirs["marks"].items()
    withheld = [row for row in found if row["status"] == "withheld"]
    assert all(row["value"] is None and row["marks"]["value"] == "withheld" for row in withheld)
    assert any(row["figure"] == "ratio_to_white" and row["lower_95"] for row in found) and (withheld or not query)


def test_gaps_are_those_of_the_page_and_can_be_asked_for_one_at_a_time(client: FlaskClient) -> None:
    found = every_row(client, f"{ROOT}/latest/gaps")
    of_page = client.get("/satisfaction.json").json["rows"]
    gaps = [row for row in of_page if row["table"] in ("gap", "groups", "matrix", "neighbourhoods")]
    assert [(row["figure"], row["value"]) for row in found] == [(row["figure"], row["value"]) for row in gaps]
    one = client.get(f"{ROOT}/latest/gaps?table=groups&measure=victims-satisfied-overall").json["rows"]
    assert one and one == [row for row in found if row["table"] == "groups"
                           and row["measure_id"] == "victims-satisfied-overall"]  # fmt: skip


def test_only_reading_is_answered_and_other_sites_may_read(client: FlaskClient) -> None:
    refused = client.post(f"{ROOT}/latest/areas")
    assert (refused.status_code, refused.content_type) == (405, "application/problem+json")
    assert "GET" in refused.headers["Allow"]
    allowed = client.options(f"{ROOT}/latest/areas", headers={"Origin": "https://example.org"})
    assert allowed.headers["Access-Control-Allow-Origin"] == "*"
    assert "GET" in allowed.headers["Access-Control-Allow-Methods"]
    assert client.head(f"{ROOT}/latest/areas").status_code == 200


def test_without_an_edition_it_says_so(tmp_path: Path) -> None:
    empty = create_app(tmp_path).server.test_client()
    for path in ("/latest/areas", "/editions"):
        answer = empty.get(f"{ROOT}{path}")
        assert (answer.status_code, answer.content_type) == (503, "application/problem+json")


def test_a_failure_is_a_problem_and_nothing_of_it_is_told(
    demonstration_editions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("/secret/path")

    monkeypatch.setattr("data.table_pages.page_of", broken)
    answer = create_app(demonstration_editions).server.test_client().get(f"{ROOT}/latest/sources")
    assert (answer.status_code, answer.content_type) == (500, "application/problem+json")
    assert "secret" not in answer.text


def test_a_dated_address_still_answers_after_a_newer_edition_is_published(
    demonstration_editions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warehouse, "LOOK_EVERY_SECONDS", 0.0)
    (old,) = demonstration_editions.glob("*.duckdb")
    shutil.copy(old, tmp_path)
    (tmp_path / "current").write_text(old.stem)
    client = create_app(tmp_path).server.test_client()
    before = {path: client.get(f"{ROOT}/editions/{old.stem}{asked(path)}").json for path in PATHS}
    newer = "demonstration-ffffffffffffffff"
    shutil.copy(old, tmp_path / f"{newer}.duckdb")
    with duckdb.connect(str(tmp_path / f"{newer}.duckdb")) as con:
        con.execute("UPDATE edition SET edition_id = ?", [newer])
        con.execute("UPDATE recorded_crime SET offences = offences + 1")
    (tmp_path / "fresh").write_text(newer)
    os.replace(tmp_path / "fresh", tmp_path / "current")
    assert client.get(f"{ROOT}/latest/areas").json["edition"] == newer
    for path in PATHS:
        again = client.get(f"{ROOT}/editions/{old.stem}{asked(path)}")
        assert again.json["rows"] == before[path]["rows"]
    changed = client.get(f"{ROOT}/latest{asked('/observations')}").json
    assert changed["rows"] != before["/observations"]["rows"]
    listed = client.get(f"{ROOT}/editions").json["rows"]
    assert [(row["edition_id"], row["is_latest"]) for row in listed] == [(newer, True), (old.stem, False)]


def test_an_edition_of_an_older_loader_answers_what_it_can(demonstration_editions: Path, tmp_path: Path) -> None:
    (new,) = demonstration_editions.glob("*.duckdb")
    shutil.copy(new, tmp_path)
    (tmp_path / "current").write_text(new.stem)
    shutil.copy(new, tmp_path / "official-0000000000000000.duckdb")
    with duckdb.connect(str(tmp_path / "official-0000000000000000.duckdb")) as con:
        con.execute("UPDATE edition SET edition_id = 'official-0000000000000000'")
        con.execute("DROP TABLE survey_change")
    client = create_app(tmp_path).server.test_client()
    lacking = client.get(f"{ROOT}/editions/official-0000000000000000/surveys")
    assert lacking.status_code == 404 and "does not hold this" in json.loads(lacking.data)["detail"]
    assert client.get(f"{ROOT}/editions/official-0000000000000000{asked('/observations')}").json["total"] > 0


def test_the_description_is_of_the_interface_alone_and_every_operation_is_described(client: FlaskClient) -> None:
    spec = client.get(f"{ROOT}/openapi.json").json
    assert spec["openapi"].startswith("3.1") and all(path.startswith(ROOT) for path in spec["paths"])
    for path, operations in spec["paths"].items():
        (operation,) = operations.values()
        assert operation["summary"] and operation["description"], path
        undescribed = [p["name"] for p in operation.get("parameters", []) if not p.get("description")]
        assert not undescribed, (path, undescribed)
    assert "/static" not in json.dumps(spec) and "cdn" not in json.dumps(spec)
