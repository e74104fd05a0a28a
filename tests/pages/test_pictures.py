"""Pictures, frames, heads, the map of the site and search, through the application."""

from __future__ import annotations

import re
import struct
from html import unescape
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import dash
import pytest
from flask.testing import FlaskClient
from fontTools.ttLib import TTFont

from app import create_app
from components.head import LONGEST
from data.search import pages
from geo.areas import boroughs
from web.framing import POLICY
from web.png import FONTS

PATHS = ("/crime-map", "/trends", "/satisfaction", "/stop-and-search", "/hate-crime", "/safeguarding", "/workforce",
         "/finance")  # fmt: skip
PAGES = {path: path for path in (*PATHS, "/boroughs/camden")} | {"/overview": "/"}  # where pictures are: of which page
ASSETS = Path(__file__).parents[2] / "assets"


@pytest.fixture(scope="module")
def client(demonstration_editions: Path) -> FlaskClient:
    return create_app(demonstration_editions).server.test_client()


def size_of(png: bytes) -> tuple[int, int]:
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def in_head(client: FlaskClient, address: str) -> dict[str, str]:
    document = client.get(address).text
    head = document[: document.index("</head>")]
    found = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">', head)
    canonical = re.findall(r'<link rel="canonical" href="([^"]*)">', head)
    return {name: unescape(value) for name, value in [*found, *(("canonical", each) for each in canonical)]}


@pytest.mark.parametrize("path", PAGES)
def test_a_page_with_a_figure_answers_it_as_svg_card_and_frame(client: FlaskClient, path: str) -> None:
    drawn = client.get(f"{path}.svg")
    words = "".join(ElementTree.fromstring(drawn.text).itertext())
    assert f"http://localhost{PAGES[path]}" in words and "Do not quote them" in words
    assert drawn.mimetype == "image/svg+xml"
    known = set(TTFont(ASSETS / "fonts" / "source-sans-3-latin-variable.woff2").getBestCmap())
    shown = "".join("".join(part.itertext()) for part in ElementTree.fromstring(drawn.text).iter(
        "{http://www.w3.org/2000/svg}text"))  # fmt: skip
    assert {c for c in shown if ord(c) not in known} == set(), "the font lacks a character"
    card = client.get(f"{path}.png?size=card")
    assert (card.mimetype, size_of(card.data)) == ("image/png", (1200, 630))
    frame = client.get(f"/embed{path}")
    assert "Do not quote them" in frame.text and "<script" not in frame.text and " style=" not in frame.text
    assert frame.headers["Content-Security-Policy"] == POLICY and "X-Frame-Options" not in frame.headers
    again = client.get(f"/embed{path}")
    assert again.data == frame.data and "X-Frame-Options" not in again.headers, "kept answers keep the policy"
    page = client.get(PAGES[path])
    assert page.headers["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in page.headers["Content-Security-Policy"]
    assert f'href="{path}.png' in page.text and "&lt;iframe src=" in page.text


def test_a_sheet_is_a_large_png_of_the_view_that_is_asked_for(client: FlaskClient) -> None:
    whole = client.get("/crime-map.png?measure=robbery&to=2017-06")
    width, height = size_of(whole.data)
    assert width == 1800 and height > 1200
    assert 'filename="demonstration-robbery-rate-12m-2017-06.png"' in whole.headers["Content-Disposition"]


def test_text_is_drawn_with_the_fonts_that_are_kept_for_it() -> None:
    """Each weight has its own file with the same characters, under a name that the licence leaves free."""
    reserved = TTFont(ASSETS / "fonts" / "source-sans-3-latin-variable.woff2")
    weights = []
    for path in FONTS:
        font = TTFont(BytesIO(Path(path).read_bytes()))
        weights.append(font["OS/2"].usWeightClass)
        assert font["name"].getDebugName(1) == "Figure Sans"
        assert set(font.getBestCmap()) == set(reserved.getBestCmap())
    assert weights == [400, 600, 700]


def test_a_picture_of_an_edition_that_is_not_kept_or_of_no_page_is_not_found(client: FlaskClient) -> None:
    for address in ("/trends.png?edition=no-such", "/embed/nothing", "/embed/", "/card.png?of=/nothing",
                    "/boroughs/atlantis.png", "/embed/boroughs/city-of-london"):
        answer = client.get(address)
        assert answer.status_code == 404, address
        assert answer.headers["X-Frame-Options"] == "DENY"


def test_forged_parameters_give_a_picture_of_the_usual_view(client: FlaskClient) -> None:
    bad = "?measure=<script>alert(1)</script>&to=x&series=%00&size=9999999"
    for address in (f"/embed/crime-map{bad}", f"/embed/trends{bad}", f"/crime-map.svg{bad}"):
        answer = client.get(address)
        assert answer.status_code == 200 and "<script>alert" not in answer.text


def test_every_page_tells_what_it_shows(client: FlaskClient) -> None:
    seen = set()
    for path in sorted({page["path"] for page in dash.page_registry.values() if not page.get("path_template")}):
        found = in_head(client, path)
        assert 20 < len(found["description"]) <= LONGEST and found["og:description"] == found["description"], path
        assert found["description"].startswith("Demonstration data, made up. ")
        assert found["canonical"] == f"http://localhost{path}" == found["og:url"]
        picture = urlsplit(found["og:image"])
        files = "/overview" if path == "/" else path
        assert picture.path == (f"{files}.png" if files in PAGES else "/card.png")
        seen.add(found["description"])
    assert len(seen) == len(dash.page_registry) - 3, "each page its own; three are one for each borough"
    profile, briefing = (in_head(client, f"/boroughs/camden{more}")["og:image"] for more in ("", "/briefing"))
    assert profile.endswith("/boroughs/camden.png?to=2018-03&size=card")
    assert urlsplit(briefing).path == "/card.png"
    card = client.get("/card.png?of=/boroughs/camden/briefing")
    assert size_of(card.data) == (1200, 630)


def test_the_head_follows_the_view_and_names_its_one_address(client: FlaskClient) -> None:
    camden = in_head(client, "/crime-map?x=1&area=camden&to=2017-06&measure=robbery")
    assert camden["canonical"].endswith("/crime-map?measure=robbery&span=12m&to=2017-06&show=rate&area=camden")
    assert camden["og:image"].endswith("area=camden&size=card") and "robbery" in camden["description"]
    assert in_head(client, "/boroughs/camden")["description"].startswith("Demonstration data, made up. Camden: ")
    nothing = in_head(client, "/nothing")
    assert nothing["robots"] == "noindex" and "canonical" not in nothing and "og:image" not in nothing


def test_the_address_is_the_readers_or_what_is_set(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def canonical(host: str) -> str:
        return re.findall(r'rel="canonical" href="([^"]*)"', client.get("/trends", headers={"Host": host}).text)[0]

    assert canonical("a.example") == "http://a.example/trends"
    assert canonical("b.example") == "http://b.example/trends", "an answer for one host is not given to another"
    monkeypatch.setenv("WEB_ADDRESS", "https://policing.example/")
    assert canonical("c.example") == "https://policing.example/trends"


def test_official_figures_may_be_listed_and_made_up_ones_not(client: FlaskClient, official_editions: Path) -> None:
    assert in_head(client, "/crime-map")["robots"] == "noindex"
    real = create_app(official_editions).server.test_client()
    assert "robots" not in in_head(real, "/crime-map")
    assert in_head(real, "/search")["robots"] == "noindex"


def test_the_map_of_the_site_lists_every_page_and_those_of_every_borough(client: FlaskClient) -> None:
    root = ElementTree.fromstring(client.get("/sitemap.xml").text)
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    listed = {urlsplit(each.text or "").path for each in root.iter(f"{space}loc")}
    static = {page["path"] for page in dash.page_registry.values() if not page.get("path_template")}
    of_boroughs = {f"/boroughs/{area.slug}{more}" for area in boroughs() for more in ("", "/briefing", "/wards")}
    assert listed == (static - {"/search"}) | of_boroughs and len(of_boroughs) == 96
    templates = {page["path_template"] for page in dash.page_registry.values() if page.get("path_template")}
    assert len(templates) == 3, "another page with a template is to be in the map of the site, and here"
    few = [path for path in sorted(listed) if path.count("/") < 2 or "camden" in path]
    assert all(client.get(path).status_code == 200 for path in few)
    assert len({each.text for each in root.iter(f"{space}lastmod")}) == 1
    robots = client.get("/robots.txt").text
    assert "Sitemap: http://localhost/sitemap.xml" in robots and "Disallow: /embed/" in robots
    assert "Disallow: /search\n" in robots and "Disallow: /boroughs?q=\n" in robots


def test_every_page_is_called_something_that_people_look_for(client: FlaskClient) -> None:
    static = {page["path"] for page in dash.page_registry.values() if not page.get("path_template")}
    assert {page.path for page in pages()} == static - {"/search"}


def test_search_answers_with_links_that_lead_somewhere_and_keeps_nothing(client: FlaskClient) -> None:
    answer = client.get("/search?q=racist+and+religious+hate+crime+brent")
    assert answer.headers["Cache-Control"] == "no-store" and "ETag" not in answer.headers
    main = answer.text[answer.text.index("<main") : answer.text.index("</main>")]
    links = [unescape(each) for each in re.findall(r'href="([^"]+)"', main)]
    assert links[0] == "/crime-map?measure=racist-and-religious-hate-crime&area=brent"
    assert "/trends?series=racist-and-religious-hate-crime:brent" in links
    assert "/hate-crime?measure=racist-and-religious-hate-crime&area=brent" in links
    assert all(client.get(link).status_code == 200 for link in links[:3])
    assert "area=brent" in in_head(client, links[0] + "&x")["canonical"]


def test_search_says_what_it_did_not_find_and_never_runs_what_was_typed(client: FlaskClient) -> None:
    nothing = client.get("/search?q=%3Cscript%3Ealert(1)%3C/script%3Ezzzz")
    assert nothing.status_code == 200 and "<script>alert" not in nothing.text
    assert "Nothing found for ‘&lt;script&gt;" in nothing.text and "All boroughs" in nothing.text
    assert "Results for ‘burglary’" in client.get("/search?q=burglery").text
    empty = client.get("/search?q=+")
    assert "For example" in empty.text and "Nothing found" not in empty.text
    assert 'name="q"' in client.get("/trends").text, "the field is on every page"
