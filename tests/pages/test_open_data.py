"""The open data page: what it says of files, interface and editions is what there is."""

from __future__ import annotations

import shutil
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from api.resources import RESOURCES
from app import create_app
from components.open_data.view import operations
from data.reading import SITE, examples
from etl.bulk import write_bulk


@pytest.fixture(scope="module")
def client(demonstration_editions: Path, tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    (file,) = demonstration_editions.glob("*.duckdb")
    folder = tmp_path_factory.mktemp("open-data")
    shutil.copy(file, folder)
    shutil.copy(file, folder / "official-0000000000000000.duckdb")
    (folder / "current").write_text(file.stem)
    write_bulk(folder / file.name)
    return create_app(folder).server.test_client()


def test_it_lists_every_part_of_the_interface_every_file_and_every_edition(client: FlaskClient) -> None:
    document = client.get("/open-data").text
    for resource in RESOURCES:
        assert f"/api/v1/latest{resource.path}</code>" in document
        assert f'id="api-{resource.path.strip("/")}"' in document
    bulk = client.get("/api/v1/latest/bulk").json
    for row in bulk["rows"]:
        assert row["sha256"] in document and f"/editions/{bulk['edition']}/bulk/{row['name']}" in document
    assert "official-0000000000000000" in document and "in 2 editions that are kept</h1>" in document
    assert "Demonstration data." in document
    assert client.get("/crime-map").text.count('href="/open-data"') == 1


def test_it_shows_the_examples_of_the_document_with_the_sites_own_address(client: FlaskClient) -> None:
    document = unescape(client.get("/open-data").text)
    assert len(examples()) == 5
    assert all(each.code.replace(SITE, "http://localhost") in document for each in examples())
    assert "ATTACH 'http://localhost/api/v1/latest/bulk/edition.duckdb'" in document and SITE not in document


def test_every_parameter_and_column_that_the_page_lists_says_what_it_is(client: FlaskClient) -> None:
    found = list(operations(client.get("/api/v1/openapi.json").json))
    assert [each.path for each in found] == [*(resource.path for resource in RESOURCES), "/bulk"]
    for each in found:
        assert each.says and all(p.says and p.kind for p in each.parameters), each.path
        assert all(kind and says for _, kind, says in each.columns), each
    (observations,) = [each for each in found if each.path == "/observations"]
    assert {p.name for p in observations.parameters if p.is_required} == {"measure"}
    assert [p.kind for p in observations.parameters if p.name in ("span", "first")] == [
        "one of month, quarter, 12m", "text, such as 2017-06",
    ]  # fmt: skip


def test_without_bulk_files_it_says_how_to_write_them(demonstration_editions: Path, tmp_path: Path) -> None:
    (file,) = demonstration_editions.glob("*.duckdb")
    shutil.copy(file, tmp_path)
    (tmp_path / "current").write_text(file.stem)
    lone = create_app(tmp_path).server.test_client()
    document = lone.get("/open-data").text
    assert "python -m etl bulk" in document and "editions that are kept</h1>" not in document
    write_bulk(tmp_path / file.name)
    assert "edition.duckdb" in lone.get("/open-data").text, "it is not kept from before"


def test_a_browser_at_the_interface_is_led_to_its_description(client: FlaskClient) -> None:
    for path in ("/api", "/api/v1"):
        assert client.get(path).headers["Location"].endswith("/open-data#interface")
