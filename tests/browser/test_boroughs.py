"""Boroughs as a councillor meets them, on an edition of all the publishers' files, at a desk and on a phone."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from tests.browser.audit import no_violations
from tests.browser.reader import DESKTOP, PHONE, Visit, ready, until

pytestmark = pytest.mark.browser
SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1280", "390"])
Go = Callable[..., Visit]


def assert_quiet(seen: Visit, site: str) -> None:
    assert seen.hosts == {urlsplit(site).netloc}, "nothing is asked of anyone else"
    assert seen.errors == []


def wait_for(page: Page, name: str, value: str | None) -> None:
    until(page, "([n, v]) => new URLSearchParams(lpp.address.canonical()).get(n) === v", arg=[name, value])


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@SIZES
def test_from_the_front_page_the_briefing_is_two_clicks_away(
    whole_site: str, visit: Go, size: tuple[int, int]
) -> None:
    seen = visit(f"{whole_site}/", size)
    page = seen.page
    if size == PHONE:
        page.get_by_role("button", name="Menu").click()  # opens the navigation; no page is left
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Boroughs").click()
    expect(page.locator("h1")).to_have_text("Find your borough")
    link = page.get_by_role("link", name="Briefing for Camden")
    assert link.get_attribute("href") == "/boroughs/camden/briefing"
    assert_quiet(seen, whole_site)


@SIZES
def test_kentish_town_leads_to_camden_and_its_briefing(whole_site: str, visit: Go, size: tuple[int, int]) -> None:
    seen = visit(f"{whole_site}/boroughs", size)
    page = seen.page
    page.get_by_label("Borough, ward, neighbourhood or postcode").fill("Kentish Town")
    page.get_by_role("button", name="Find").click()
    page.wait_for_url("**/boroughs?q=Kentish+Town")
    ready(page)
    expect(page.locator("#found")).to_have_text("Camden")
    assert page.get_by_role("link", name="Briefing to print").get_attribute("href") == "/boroughs/camden/briefing"
    assert fits(page)
    page.get_by_role("link", name="Profile of Camden").click()
    expect(page.locator("h1")).to_have_text("Camden")
    ready(page)
    briefing = page.locator(".head-actions").get_by_role("link", name="Print briefing").get_attribute("href")
    assert briefing and briefing.startswith("/boroughs/camden/briefing?to=")
    assert_quiet(seen, whole_site)


@SIZES
def test_a_councillor_reads_a_quarter_compares_and_changes_borough(
    whole_site: str, visit: Go, size: tuple[int, int]
) -> None:
    seen = visit(f"{whole_site}/boroughs/camden", size)
    page = seen.page
    page.locator("#borough-to").select_option("2017-06")
    wait_for(page, "to", "2017-06")
    expect(page.locator(".headline")).to_contain_text("in June 2017")
    expect(page.locator("#borough-announcement")).to_contain_text("April to June 2017")
    expect(page.locator("#borough-priorities")).to_contain_text("2,006")
    assert page.title().startswith("Camden, Apr–Jun 2017")
    page.locator("#borough-measure").select_option("burglary")
    wait_for(page, "measure", "burglary")
    expect(page.locator("#borough-funnel .fig-sub")).to_contain_text("Burglary")
    assert page.url.endswith("/boroughs/camden?to=2017-06&measure=burglary")
    assert fits(page)
    page.go_back()
    wait_for(page, "measure", None)
    expect(page.locator("#borough-measure")).to_have_value("")
    page.locator("#borough-other").select_option("brent")
    page.get_by_role("button", name="Go").click()
    page.wait_for_url("**/boroughs/brent?to=2017-06")
    expect(page.locator("h1")).to_have_text("Brent")
    ready(page)
    assert_quiet(seen, whole_site)


@SIZES
@pytest.mark.parametrize("path", ["/boroughs/camden?to=2017-06", "/boroughs/brent"])
def test_no_axe_violation_and_nothing_wider_than_the_screen(
    whole_site: str, visit: Go, path: str, size: tuple[int, int]
) -> None:
    page = visit(f"{whole_site}{path}", size).page
    page.evaluate("document.querySelectorAll('main details').forEach((each) => { each.open = true; })")
    assert fits(page)
    no_violations(page)


def test_by_keyboard_alone_from_search_to_another_quarter(whole_site: str, visit: Go) -> None:
    page = visit(f"{whole_site}/boroughs").page
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to main content")
    page.keyboard.press("Enter")
    for _ in range(4):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "finder-q":
            break
    page.keyboard.type("kentish town")
    page.keyboard.press("Enter")
    page.wait_for_url("**/boroughs?q=kentish+town")
    ready(page)
    page.locator("#finder-q").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Profile of Camden")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Camden")
    ready(page)
    page.locator("#borough-to").focus()
    before = page.locator("#borough-to").input_value()
    page.keyboard.press("ArrowDown")
    until(page, "(v) => lpp.address.canonical() && !lpp.address.canonical().includes(v)", arg=before)
    expect(page.locator(":focus")).to_have_id("borough-to")


def test_the_map_is_for_the_pointer_and_no_stop_of_the_keyboard(whole_site: str, visit: Go) -> None:
    page = visit(f"{whole_site}/boroughs").page
    assert page.locator('.pick-map a:not([tabindex="-1"])').count() == 0
    page.locator('.pick-map [data-code="E09000006"]').first.click(position={"x": 60, "y": 60})
    page.wait_for_url("**/boroughs/bromley")


def test_without_scripts_finder_profile_and_selects_work(whole_site: str, visit: Go) -> None:
    page = visit(f"{whole_site}/boroughs", scripts=False).page
    page.locator("#finder-q").fill("NW5")
    page.get_by_role("button", name="Find").click()
    expect(page.locator("#found")).to_be_visible()
    page.goto(f"{whole_site}/boroughs/camden")
    page.locator("#borough-to").select_option("2017-06")
    page.locator("#controls").get_by_role("button", name="Show").click()
    expect(page.locator(".headline")).to_contain_text("June 2017")
    page.locator("#borough-other").select_option("islington")
    page.get_by_role("button", name="Go").click()
    expect(page.locator("h1")).to_have_text("Islington")
    assert page.url.endswith("/boroughs/islington?to=2017-06")


def test_the_file_of_what_is_on_screen(whole_site: str, visit: Go) -> None:
    page = visit(f"{whole_site}/boroughs/camden?to=2017-06").page
    link = page.get_by_role("link", name="Download CSV").get_attribute("href")
    text = urlopen(f"{whole_site}{link}", timeout=30).read().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    shown = page.locator("#borough-crimes tbody tr").count()
    assert sum(row["section"] == "recorded offences" for row in rows) == shown


def test_a_borough_that_there_is_not_is_a_404_with_a_way_on(whole_site: str, visit: Go) -> None:
    seen = visit(f"{whole_site}/boroughs/atlantis")
    assert any(answer.startswith("404") for answer in seen.answers)
    expect(seen.page.get_by_role("navigation", name="Pages on this site")).to_contain_text("Boroughs")
