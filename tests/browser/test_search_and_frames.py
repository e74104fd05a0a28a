"""Search from any page by keyboard and without JavaScript; a figure in another site's frame; the picture to save."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.audit import no_violations
from tests.browser.reader import DESKTOP, PHONE, Visit, ready

pytestmark = pytest.mark.browser
Go = Callable[..., Visit]
FRAME = "/embed/crime-map?measure=burglary&to=2017-06&area=camden"


def test_the_key_leads_to_search_and_results_to_a_view(site: str, visit: Go) -> None:
    seen = visit(f"{site}/crime-map?to=2017-06", DESKTOP)
    page = seen.page
    bar, item = page.locator(".site-search").bounding_box(), page.locator("nav.primary li").last.bounding_box()
    first = page.locator("nav.primary li").first.bounding_box()
    assert bar and item and first and item["y"] == first["y"], "the navigation stands in one row"
    assert bar["y"] + bar["height"] <= first["y"] and bar["x"] + bar["width"] <= DESKTOP[0]
    page.keyboard.press("/")
    expect(page.locator("#site-q")).to_be_focused()
    page.keyboard.type("mugging camden")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=mugging+camden")
    ready(page)
    first_found = page.locator(".results h3 a").first
    expect(first_found).to_have_text("Robbery of personal property, Camden")
    no_violations(page)
    page.locator("#search-q").focus()
    page.keyboard.press("/")
    expect(page.locator("#search-q")).to_have_value("mugging camden/")
    first_found.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/crime-map?measure=robbery-of-personal-property&area=camden")
    ready(page)
    expect(page.locator("#ranking-side")).to_be_visible()
    page.locator(".embedding summary").click()
    expect(page.locator(".embedding code")).to_contain_text(f'<iframe src="{site}/embed/crime-map?measure=robbery-of')
    no_violations(page)
    with page.expect_download() as saved:
        page.get_by_role("link", name="Download image").click()
    assert saved.value.suggested_filename.endswith("camden.png")
    assert Path(saved.value.path()).read_bytes()[1:4] == b"PNG"
    assert (seen.errors, seen.answers) == ([], [])


def test_on_a_phone_the_field_is_in_the_menu_and_needs_no_script(site: str, visit: Go) -> None:
    seen = visit(f"{site}/search?q=knife+crime", PHONE)
    page = seen.page
    expect(page.locator("#site-q")).to_be_hidden()
    page.locator("h1").click()
    page.keyboard.press("/")
    expect(page.locator("#site-q")).to_be_focused()
    no_violations(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    assert (seen.errors, seen.answers) == ([], [])
    plain = visit(f"{site}/trends", PHONE, scripts=False).page
    plain.locator("#site-q").fill("zzzz")
    plain.keyboard.press("Enter")
    plain.wait_for_url("**/search?q=zzzz")
    expect(plain.get_by_role("heading", name="Nothing found for ‘zzzz’")).to_be_visible()


@pytest.fixture
def other_site(tmp_path: Path, site: str) -> Iterator[str]:
    """A page of somebody else that frames a figure of ours, and tries to frame a whole page."""
    (tmp_path / "index.html").write_text(
        f'<!doctype html><iframe id="ours" src="{site}{FRAME}" width="700" height="950"></iframe>'
        f'<iframe id="page" src="{site}/crime-map" width="300" height="200"></iframe>'
    )
    handler = partial(SimpleHTTPRequestHandler, directory=str(tmp_path))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_address[1]}/index.html"
    server.shutdown()
    server.server_close()


def test_another_site_may_frame_the_figure_and_nothing_else(site: str, visit: Go, other_site: str) -> None:
    page = visit(other_site, DESKTOP, scripts=False).page
    ours = page.frame_locator("#ours")
    expect(ours.get_by_role("heading", level=1)).to_contain_text("Recorded burglary offences")
    expect(ours.locator("svg:visible").first).to_be_visible()
    expect(ours.locator(".area.c5, .area.c4, .area.c3").first).to_have_css("cursor", "default")
    expect(ours.locator(".source")).to_contain_text("Edition")
    full = f"{site}/crime-map?measure=burglary&span=12m&to=2017-06&show=rate&area=camden"
    expect(ours.locator(".full-view a")).to_have_attribute("href", full)
    assert any(frame.url.startswith("chrome-error") for frame in page.frames), "a whole page is refused"


@pytest.mark.parametrize("width", [700, 360])
def test_the_frame_is_readable_at_any_width(site: str, browser: Browser, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(site + FRAME)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    expect(page.locator(".drawn:visible svg").first).to_be_visible()
    fill = page.locator(".drawn.wide .area.c1").first.evaluate("shape => getComputedStyle(shape).fill")
    assert fill == "rgb(222, 239, 242)"
    no_violations(page)
    assert said == []
    page.close()
