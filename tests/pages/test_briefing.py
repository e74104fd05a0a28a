"""The briefing without a browser: its first response, for every borough and for what is asked wrongly."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app import create_app
from geo.areas import boroughs


@pytest.fixture(scope="module")
def client(demonstration_editions: Path) -> FlaskClient:
    return create_app(demonstration_editions).server.test_client()


@pytest.mark.parametrize("slug", [area.slug for area in boroughs()])
def test_every_borough_has_two_sheets_with_every_part(client: FlaskClient, slug: str) -> None:
    answer = client.get(f"/boroughs/{slug}/briefing?to=2017-06")
    document = answer.text
    assert answer.status_code == 200
    assert document.count('<article class="sheet">') == 2
    parts = ["Local priorities 2017/18", "High-harm crimes", "Compared with similar boroughs", "Recorded crime, 12",
             "Confidence and satisfaction", "Stop and search", "Sources and caveats"]  # fmt: skip
    places = [document.index(f"<h2>{part}") for part in parts]
    assert places == sorted(places)
    assert places[1] < document.index('<article class="sheet">', document.index("<article") + 1) < places[2]
    assert document.count("Demonstration data") >= 3  # the banner, the second sheet's head, every page's margin


def test_the_title_is_a_name_for_a_file(client: FlaskClient) -> None:
    document = client.get("/boroughs/camden/briefing?to=2017-06").text
    assert "<title>Demonstration – Camden briefing, Apr–Jun 2017 – London Policing Performance</title>" in document


def test_it_leads_back_to_the_profile_at_the_same_quarter(client: FlaskClient) -> None:
    document = client.get("/boroughs/camden/briefing?to=2017-06").text
    assert 'href="/boroughs/camden?to=2017-06">Back to Camden' in document


def test_a_month_that_ends_no_quarter_gives_the_nearest_and_says_so(client: FlaskClient) -> None:
    document = client.get("/boroughs/camden/briefing?to=2017-05").text
    assert "April to June 2017" in document and 'class="banner info"' in document


@pytest.mark.parametrize("slug", ["atlantis", "london", "city-of-london", "E09000007<script>"])
def test_what_is_no_borough_is_not_there(client: FlaskClient, slug: str) -> None:
    answer = client.get(f"/boroughs/{slug}/briefing")
    assert answer.status_code == 404 and "<script>alert" not in answer.text


def test_without_an_edition_it_says_so_with_503(tmp_path: Path) -> None:
    assert create_app(tmp_path).server.test_client().get("/boroughs/camden/briefing").status_code == 503


def test_nothing_is_inline_but_styles_and_it_is_small(client: FlaskClient) -> None:
    answer = client.get("/boroughs/camden/briefing")
    assert not re.search(r"<script>[^<]", answer.text) and " onclick" not in answer.text
    assert "data-print" in answer.text
    assert len(gzip.compress(answer.data, 6)) < 60_000
