"""The bulk files through the interface: listed with size and hash, sent whole or in part, and for ever the same."""

from __future__ import annotations

import hashlib
import json
import shutil
from base64 import b64encode
from pathlib import Path

import duckdb
import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app import create_app
from etl.bulk import write_bulk

ROOT = "/api/v1"


@pytest.fixture(scope="module")
def folder(demonstration_editions: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    (file,) = demonstration_editions.glob("*.duckdb")
    folder = tmp_path_factory.mktemp("with-bulk")
    shutil.copy(file, folder)
    (folder / "current").write_text(file.stem)
    write_bulk(folder / file.name)
    return folder


@pytest.fixture(scope="module")
def client(folder: Path) -> FlaskClient:
    return create_app(folder).server.test_client()


def read(client: FlaskClient, url: str, **headers: str) -> TestResponse:
    """The answer, read to its end and closed."""
    with client.get(local(url), headers=headers) as answer:
        answer.get_data()
        return answer


def local(url: str) -> str:
    return url.removeprefix("http://localhost")


def test_every_file_listed_is_sent_as_it_is_listed(client: FlaskClient, tmp_path: Path) -> None:
    listed = client.get(f"{ROOT}/latest/bulk").json
    assert listed["total"] == len(listed["rows"]) > 20
    for row in listed["rows"]:
        answer = read(client, row["url"])
        assert answer.status_code == 200 and answer.content_type.startswith(row["media_type"])
        assert (len(answer.data), hashlib.sha256(answer.data).hexdigest()) == (row["bytes"], row["sha256"])
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        digest = b64encode(hashlib.sha256(answer.data).digest()).decode()
        assert answer.headers["Repr-Digest"] == f"sha-256=:{digest}:"
        assert listed["edition"] in answer.headers["Content-Disposition"]
        if row["name"] == "edition.duckdb":
            (tmp_path / "e.duckdb").write_bytes(answer.data)
    with duckdb.connect(str(tmp_path / "e.duckdb"), read_only=True) as con:
        assert con.execute("SELECT edition_id FROM edition").fetchone() == (listed["edition"],)


def test_a_file_of_the_latest_edition_leads_to_its_own_address(client: FlaskClient) -> None:
    edition = client.get(f"{ROOT}/latest/bulk").json["edition"]
    answer = client.get(f"{ROOT}/latest/bulk/area.parquet")
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"http://localhost{ROOT}/editions/{edition}/bulk/area.parquet"


def test_parts_and_files_held_already_are_not_sent_whole(client: FlaskClient) -> None:
    edition = client.get(f"{ROOT}/latest/bulk").json["edition"]
    url = f"{ROOT}/editions/{edition}/bulk/area.parquet"
    whole = read(client, url)
    part = read(client, url, Range="bytes=0-3")
    assert (part.status_code, part.data) == (206, b"PAR1")
    assert read(client, url, **{"If-None-Match": whole.headers["ETag"]}).status_code == 304
    beyond = read(client, url, Range="bytes=99999999-")
    assert (beyond.status_code, beyond.content_type) == (416, "application/problem+json")


@pytest.mark.parametrize("name", ["nothing.parquet", "files.json", "..%2Fcurrent", "current"])
def test_no_other_file_can_be_had(client: FlaskClient, name: str) -> None:
    edition = client.get(f"{ROOT}/latest/bulk").json["edition"]
    assert client.get(f"{ROOT}/editions/{edition}/bulk/{name}").status_code == 404


def test_the_package_leads_to_its_files_from_where_it_is(client: FlaskClient) -> None:
    edition = client.get(f"{ROOT}/latest/bulk").json["edition"]
    here = f"{ROOT}/editions/{edition}/bulk"
    package = json.loads(read(client, f"{here}/datapackage.json").data)
    assert all(read(client, f"{here}/{each['path']}").status_code == 200 for each in package["resources"])


def test_before_they_are_written_it_says_how_to_write_them(demonstration_editions: Path) -> None:
    answer = create_app(demonstration_editions).server.test_client().get(f"{ROOT}/latest/bulk")
    assert answer.status_code == 404 and "python -m etl bulk" in json.loads(answer.data)["detail"]
