"""The plan and the index of plan and finance as a reader meets them, at a desk and on a phone."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from tests.browser.audit import no_violations
from tests.browser.helpers import open_controls, settled
from tests.browser.reader import DESKTOP, PHONE, Visit

pytestmark = pytest.mark.browser
SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1280", "390"])
Go = Callable[..., Visit]
ROWS = "#plan-list tbody th[scope=row]"


@SIZES
def test_a_journey_through_filters_search_and_back(site: str, visit: Go, size: tuple[int, int]) -> None:
    seen = visit(f"{site}/plan", size)
    page = seen.page
    expect(page.locator("h1")).to_have_text(
        "13 of 90 milestones are reported as delivered; for 32 no status can be read and 37 are in no report.")
    expect(page.locator(ROWS)).to_have_count(20)
    open_controls(page)
    page.locator("#plan-status").select_option("on-track")
    settled(page, "status", "on-track")
    expect(page.locator(ROWS)).to_have_count(4)
    expect(page.locator("h1")).to_contain_text("None of 4 milestones that pass these filters")
    expect(page.locator("#plan-announcement")).to_contain_text("None of 4 milestones")
    open_controls(page)
    page.locator("#plan-q").fill("firearms")
    page.locator("#plan-q").press("Enter")
    settled(page, "q", "firearms")
    expect(page.locator(ROWS)).to_have_count(1)
    expect(page.locator(ROWS)).to_contain_text("600 more firearms officers")
    no_violations(page)
    page.go_back()
    settled(page, "q", None)
    open_controls(page)
    expect(page.locator("#plan-q")).to_have_value("")
    page.go_back()
    settled(page, "status", None)
    page.locator("#plan-rows").click()
    settled(page, "rows", "all")
    expect(page.locator(ROWS)).to_have_count(90)
    expect(page.locator("#plan-rows")).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    assert (seen.errors, seen.answers) == ([], [])
    assert seen.hosts == {urlsplit(site).netloc}


@SIZES
def test_the_index_leads_to_the_plan_and_on(demonstration_site: str, visit: Go, size: tuple[int, int]) -> None:
    seen = visit(f"{demonstration_site}/plan-and-finance", size)
    page = seen.page
    expect(page.locator("h1")).to_contain_text("sections of the quarterly report")
    expect(page.locator(".banner").first).to_contain_text("Demonstration data.")
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    page.locator(".finance-index").get_by_role("link", name="Plan", exact=True).click()
    expect(page.locator("h1")).to_contain_text("milestones are reported as delivered")
    assert page.locator("nav.primary [aria-current]").inner_text(timeout=1000) == "Plan & finance" or size == PHONE
    page.locator("#plan-indicators").get_by_role("link", name="Crime map").first.click()
    expect(page.locator("h1")).to_contain_text("nife crime")
    assert (seen.errors, seen.answers) == ([], [])


def test_the_keyboard_alone_the_file_that_it_leads_to_and_paper(site: str, visit: Go) -> None:
    page = visit(f"{site}/plan").page
    page.locator("#plan-area").focus()
    for name in ("plan-status", "plan-quarter", "plan-programme", "plan-lead", "plan-q"):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.id") == name
    page.keyboard.type("ward")
    page.keyboard.press("Enter")
    settled(page, "q", "ward")
    link = page.locator("#plan-list").get_by_role("link", name="Download CSV")
    with urlopen(site + (link.get_attribute("href") or "")) as answer:
        found = list(csv.DictReader(io.StringIO(answer.read().decode("utf-8-sig"), newline="")))
    shown = page.locator(f"{ROWS} .first").all_inner_texts()
    assert shown and shown == list(dict.fromkeys(line["milestone"] for line in found))
    page.set_viewport_size({"width": 690, "height": 1000})
    page.emulate_media(media="print")
    expect(page.locator("#controls")).to_be_hidden()
    expect(page.locator("#plan-list .actions")).to_be_hidden()
    expect(page.locator("#plan-list table")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 690


def test_without_javascript_the_same_view_and_form(site: str, visit: Go) -> None:
    page = visit(f"{site}/plan?lead=s-g", scripts=False).page
    expect(page.locator(ROWS)).to_have_count(2)
    page.locator("#controls [name=lead]").select_option("oss")
    page.get_by_role("button", name="Show").click()
    assert parse_qs(urlsplit(page.url).query)["lead"] == ["oss"]
    expect(page.locator("h1")).to_contain_text("milestones that pass these filters")
