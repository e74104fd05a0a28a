"""Static files: one script and one style sheet, hashed, compressed once, and never stale."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import brotli
import pytest
from flask.testing import FlaskClient

from app import create_app
from components.assets import ASSETS, hashed, url
from web.static_files import BEST, StaticFiles, compress, static_file


@pytest.fixture(scope="module")
def client(demonstration_editions: Path) -> FlaskClient:
    return create_app(demonstration_editions).server.test_client()


def test_a_page_loads_one_script_one_style_sheet_the_font_and_the_icon(client: FlaskClient) -> None:
    document = client.get("/crime-map").text
    head = document[: document.index("</head>")]
    loaded = re.findall(r'(?:src|href)="(/[^"]+)"', head)
    assert len(loaded) == 4 and all(address.startswith("/static/") for address in loaded)
    assert document.count("<script") == 2, "the app's, and Dash's settings, which are data"
    for address in loaded:
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert "immutable" in answer.headers["Cache-Control"] and "max-age=31536000" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("coding", ["br", "gzip", ""])
def test_the_script_is_the_same_in_every_coding(client: FlaskClient, coding: str) -> None:
    (address,) = re.findall(r'<script id="_dash-renderer" src="([^"]+)"', client.get("/crime-map").text)
    answer = client.get(address, headers={"Accept-Encoding": coding})
    assert answer.headers.get("Content-Encoding", "") == coding
    opened = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}[coding](answer.data)
    assert opened == client.get(address).data
    assert b"new DashRenderer" in opened and b"lpp_components" in opened
    assert b"Plotly" not in opened[-2000:] and len(opened) < 800_000


def test_a_name_that_is_not_there_is_a_404(client: FlaskClient) -> None:
    assert client.get("/static/app.js").status_code == 404
    assert client.get("/static/..%2Fapp.py").status_code == 404


def test_addresses_in_the_style_sheet_lead_somewhere(client: FlaskClient) -> None:
    (address,) = re.findall(r'<link rel="stylesheet" href="([^"]+)"', client.get("/crime-map").text)
    named = [found for found in re.findall(r'url\("([^"]+)"\)', client.get(address).text) if "data:" not in found]
    assert named == [url("fonts/source-sans-3-latin-variable.woff2")]
    assert client.get(named[0]).data == (ASSETS / "fonts/source-sans-3-latin-variable.woff2").read_bytes()


def test_a_changed_file_has_another_address() -> None:
    assert hashed("a.js", b"1") != hashed("a.js", b"2")
    assert re.fullmatch(r"boroughs\.[0-9a-f]{12}\.svg", hashed("boroughs.svg", b""))


def test_what_was_built_before_is_served_and_what_is_not_whole_is_not(tmp_path: Path) -> None:
    content = b"body{color:red}" * 100
    name = hashed("style.css", content)
    for coding, packed in compress(content, quality=BEST).items():
        (tmp_path / f"{name}.{coding}").write_bytes(packed)
    assert static_file("style.css", content, built=tmp_path).encoded == compress(content, quality=BEST)
    (tmp_path / f"{name}.gzip").unlink()
    again = static_file("style.css", content, built=tmp_path).encoded
    assert brotli.decompress(again["br"]) == gzip.decompress(again["gzip"]) == content


def test_an_address_is_found_by_its_ends() -> None:
    file = static_file("style.css", b"body{}")
    files = StaticFiles([file])
    assert files.address("style", ".css") == f"/static/{file.name}"
    with pytest.raises(LookupError, match="there is no static file app.js"):
        files.address("app", ".js")
