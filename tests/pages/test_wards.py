"""The wards of a borough through the application; and, on the publishers' files, what was found by hand."""

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
from components import wards
from components.render import to_html
from data.catalogue import catalogue
from data.wards.view import gathered
from data.warehouse import Warehouse
from etl.load import load
from geo.areas import boroughs, find
from pages._serving import params_of
from tests.data.made_wards import house

MAY = "?measure=burglary&span=12m&to=2022-05&show=number"
# The boroughs whose wards are the same in both sets (etl/mappings/ward_codes.csv).
UNCHANGED = {"bexley", "croydon", "hackney", "kensington-and-chelsea", "redbridge", "southwark", "tower-hamlets"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("made-wards")
    house(made, kind="demonstration")
    return made


@pytest.fixture(scope="module")
def client(folder: Path) -> FlaskClient:
    return create_app(folder).server.test_client()


def change(client: FlaskClient, search: object, shown: str = "", edition: str = "", slug: Any = "camden") -> Any:
    """Ask as the browser does after a change."""
    outputs = [(wards.ADDRESS, name) for name in wards.ANSWER]
    outputs += [(place, "markup") for place in wards.PARTS]
    callbacks = json.loads(client.get("/_dash-dependencies").data)
    (asked,) = [c for c in callbacks if c["output"].startswith(f"..{wards.ADDRESS}.")]
    state = {"shown": shown, "edition": edition, "fields": {"borough": slug}}
    return client.post("/_dash-update-component", json={
        "output": asked["output"], "outputs": [{"id": place, "property": prop} for place, prop in outputs],
        "changedPropIds": [f"{wards.ADDRESS}.search"],
        "inputs": [{"id": wards.ADDRESS, "property": "search", "value": search}],
        "state": [{"id": wards.ADDRESS, "property": name, "value": value} for name, value in state.items()],
    })  # fmt: skip


def changed(client: FlaskClient, *asked: Any) -> dict[str, Any]:
    answer = change(client, *asked)
    assert answer.status_code == 200
    found: dict[str, Any] = json.loads(answer.data)["response"]
    return found


def lines(client: FlaskClient, path: str) -> list[dict[str, str]]:
    content = client.get(path).text.removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(content, newline="")))


def test_the_first_response_holds_headline_map_sums_and_table(client: FlaskClient) -> None:
    document = client.get(f"/boroughs/camden/wards{MAY}").text
    assert "<h1>Of Camden’s 3 wards, Abbey had the highest count" in document
    assert 'class="ward-map"' in document and "Wards do not add up to Camden" in document
    assert '<table class="data ward-table"' in document and "Demonstration data." in document
    assert ("<title>Wards of Camden: Burglary, 12 months to May 2022 – London Policing Performance</title>"
            in document)  # fmt: skip


@pytest.mark.parametrize(("path", "status"), [
    ("/boroughs/camden/wards", 200), ("/boroughs/camden/wards/", 200), ("/boroughs/nowhere/wards", 404),
    ("/boroughs/city-of-london/wards", 404), ("/boroughs/london/wards", 404), ("/boroughs/nowhere/wards.csv", 404),
    ("/boroughs/enfield/wards.csv", 404), ("/boroughs/enfield/wards", 200),
])  # fmt: skip
def test_only_boroughs_that_the_met_polices_have_wards_here(client: FlaskClient, path: str, status: int) -> None:
    assert client.get(path).status_code == status


def test_no_address_fails(client: FlaskClient) -> None:
    bad = "?measure=<script>alert(1)</script>&span=x&to=99&show=y&sort=z&ward=w&slug=brent&borough=brent"
    answer = client.get(f"/boroughs/camden/wards{bad}")
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text and "Camden’s 3 wards" in answer.text


@pytest.mark.parametrize("search", [None, 7, ["?to=2022-05"], {"a": 1}, "?" + "x" * 5000, "?ward=%00%ff"])
def test_a_forged_search_gives_the_usual_view(client: FlaskClient, search: object) -> None:
    fields = changed(client, search)[wards.ADDRESS]["fields"]
    assert (fields["to"], fields["borough"]) == ("2023-10", "camden")


@pytest.mark.parametrize("slug", [None, 7, "nowhere", {"a": 1}, ["camden"]])
def test_a_forged_borough_is_not_found(client: FlaskClient, slug: object) -> None:
    assert change(client, MAY, "", "", slug).status_code == 404


def test_a_change_writes_only_the_parts_that_follow_it(client: FlaskClient) -> None:
    first = changed(client, MAY)
    edition, shown = first[wards.ADDRESS]["edition"], first[wards.ADDRESS]["shown"]
    assert shown == MAY
    by_name = changed(client, f"{MAY}&sort=ward", shown, edition)
    assert set(by_name) == {wards.ADDRESS, "wards-corrections", "wards-map", "wards-data"}
    ward = changed(client, f"{MAY}&ward=elm", shown, edition)
    assert "wards-opening" not in ward and "Elm: 12 offences" in ward["wards-announcement"]["markup"]
    assert changed(client, MAY, shown, "another edition").keys() == first.keys()


@pytest.mark.parametrize("after", ["?to=2023-10", f"{MAY}&ward=elm", f"{MAY}&sort=ward",
                                   MAY.replace("number", "change"), "?to=2022-05&measure=robbery&show=number",
                                   "?span=month&to=2022-05"])  # fmt: skip
def test_what_an_answer_leaves_as_it_is_would_not_have_changed(folder: Path, after: str) -> None:
    camden = find("camden")
    assert camden is not None
    with Warehouse(folder).edition() as edition:
        views = [wards.view_of(gathered(edition, catalogue(), camden, params_of(query))) for query in (MAY, after)]
    before, now = views
    assert isinstance(before, wards.WardsView) and isinstance(now, wards.WardsView)
    written = wards.answers(now, before.selection.to_params())
    for (place, (make, _)), content in zip(wards.PARTS.items(), written, strict=True):
        if not isinstance(content, str):
            assert to_html(make(now)) == to_html(make(before)), place


def test_the_file_holds_every_ward_of_the_page(client: FlaskClient) -> None:
    page = client.get(f"/boroughs/camden/wards{MAY}").text
    codes = set(re.findall(r'<tr data-code="(\w+)"', page))
    found = lines(client, f"/boroughs/camden/wards.csv{MAY}")
    assert {line["area_code"] for line in found if line["area_type"] == "ward"} == codes and len(codes) == 3
    name = client.get(f"/boroughs/camden/wards.csv{MAY}").headers["Content-Disposition"]
    assert 'filename="demonstration-wards-camden-burglary-12m-2022-05.csv"' in name


def test_without_an_edition_it_says_so(tmp_path: Path) -> None:
    empty = create_app(tmp_path).server.test_client()
    assert [empty.get(f"/boroughs/camden/wards{end}").status_code for end in ("", ".csv")] == [503] * 2


@pytest.fixture(scope="module")
def official_folder(official: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition of the publishers' ward files, ward boundaries and borough files."""
    made = tmp_path_factory.mktemp("official-wards")
    load([official / name for name in ("recorded-crime-ward", "geography", "recorded-crime")], editions=made)
    return made


@pytest.fixture(scope="module")
def made(official_folder: Path) -> Warehouse:
    return Warehouse(official_folder)


def official_view(made: Warehouse, slug: str, **params: str) -> wards.WardsView:
    borough = find(slug)
    assert borough is not None
    with made.edition() as edition:
        found = wards.view_of(gathered(edition, catalogue(), borough, params))
    assert isinstance(found, wards.WardsView)
    return found


def test_the_publishers_rows_are_never_all_noughts(official: Path) -> None:
    """On which it rests that a ward counts 0 in a category that its file leaves out for it."""
    files = sorted((official / "recorded-crime-ward").rglob("*.csv"))
    assert len(files) == 2
    for file in files:
        with file.open(encoding="cp1252", newline="") as opened:
            rows = list(csv.reader(opened))[1:]
        assert all(any(int(cell) for cell in row[5:]) for row in rows), file


def test_the_official_months_are_on_the_wards_of_their_time(made: Warehouse) -> None:
    """24 months to August 2022 on the wards of 2018, 24 months to May 2025 on those of 2022, none between."""
    months = official_view(made, "camden").months
    old = sorted(f"{month:%Y-%m}" for month, sets in months.sets.items() if sets == {"2018"})
    new = sorted(f"{month:%Y-%m}" for month, sets in months.sets.items() if sets == {"2022"})
    assert (old[0], old[-1], len(old)) == ("2020-09", "2022-08", 24)
    assert (new[0], new[-1], len(new)) == ("2023-06", "2025-05", 24)
    assert len(months.sets) == 48


def test_camden_12_months_to_august_2022(made: Warehouse) -> None:
    """Added up from the file with other tools: 1,922 burglaries in 18 wards, 218 of them in Holborn and Covent Garden,
    235 in the year before; the borough file, restated since, has 1,921."""
    now = official_view(made, "camden", to="2022-08")
    top = now.ranked[0]
    assert (top.area_name, top.offences, top.offences_before) == ("Holborn and Covent Garden", 218, 235)
    assert (now.total.offences, now.sums.borough, len(now.rows)) == (1922, 1921, 18)
    assert now.drawing is not None and now.drawing.codes == {row.area_code for row in now.rows}
    assert sum(shape.label is not None for shape in now.drawing.shapes) >= 15


def test_the_usual_official_view_has_no_map_and_says_where_one_is(made: Warehouse) -> None:
    now = official_view(made, "camden")
    assert (now.selection.to_query()) == "?measure=burglary&span=12m&to=2025-03&show=number"
    assert now.drawing is None and f"{now.mapped_to:%Y-%m}" == "2022-08" and len(now.rows) == 20
    refused = official_view(made, "camden", to="2022-12")
    assert "there are no ward figures for September to December 2022" in refused.corrections[0]


def test_seven_boroughs_have_a_map_of_every_period(made: Warehouse) -> None:
    mapped = {area.slug for area in boroughs() if official_view(made, area.slug).drawing is not None}
    assert mapped == UNCHANGED


def test_heathrow_stands_apart_in_the_borough_file(made: Warehouse) -> None:
    """In the 12 months to May 2024 the borough file counts 4,244 at the airports; Hillingdon's wards hold theirs."""
    total = {"measure": "total-notifiable-offences", "to": "2024-05"}
    page = to_html(wards.PARTS["wards-sums"][0](official_view(made, "hillingdon", **total)))
    assert "Heathrow and London City airports, which the borough file counts apart" in page and "4,244" in page
    assert "(+0.7%)" in page or "(+0.8%)" in page
    newham = to_html(wards.PARTS["wards-sums"][0](official_view(made, "newham", **total)))
    assert "counts 4,244 at Heathrow and London City airports apart" in newham


def test_every_borough_and_measure_has_a_page_that_adds_up_nearly(made: Warehouse) -> None:
    for area in boroughs():
        now = official_view(made, area.slug, to="2022-08", measure="total-notifiable-offences")
        assert now.drawing is not None and now.sums.borough is not None and now.total.offences is not None
        assert abs(now.sums.borough - now.total.offences) / now.sums.borough < 0.01, area.slug
    for measure in official_view(made, "camden").measures_available:
        assert to_html(wards.page(official_view(made, "camden", measure=measure, to="2022-08"), asked=""))
