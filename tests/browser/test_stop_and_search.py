"""Stop and search as a reader meets it, on an edition made from all the publishers' files and on the demonstration, at
a desk and on a phone."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from tests.browser.audit import no_violations
from tests.browser.helpers import open_controls, params, settled
from tests.browser.reader import DESKTOP, PHONE, Visit

pytestmark = pytest.mark.browser
SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1280", "390"])
YEAR = "/stop-and-search?year=2017-18"
Go = Callable[..., Visit]


def fits(page: Page, width: int) -> None:
    """Nothing runs off the page, and no drawing is wider than its place."""
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    wide = """[...document.querySelectorAll('main svg')].filter(
        s => !s.closest('.tbl-wrap') && s.getBoundingClientRect().right > innerWidth + 1)"""
    assert page.evaluate(f"{wide}.map(s => s.getAttribute('aria-label'))") == []


@SIZES
def test_a_journey_from_london_to_a_borough_and_the_other_record(
    whole_site: str, visit: Go, size: tuple[int, int]
) -> None:
    seen = visit(whole_site + YEAR, size)
    page = seen.page
    expect(page.locator("h1")).to_have_text(
        "In London, Black people were searched at 3.8 times the rate of White people in 2017/18."
    )
    expect(page.locator(".lead")).to_contain_text("128,778 searches in London")
    shown, other = (".stop-narrow", ".stop-wide") if size == PHONE else (".stop-wide", ".stop-narrow")
    expect(page.locator(f"#stop-rates {shown} svg").first).to_be_visible()
    expect(page.locator(f"#stop-rates {other}")).to_be_hidden()
    assert page.locator("#stop-found .stop-panel svg:visible").count() >= 6
    fits(page, size[0])
    if size == DESKTOP:
        whole = page.locator("#stop-outcomes .tbl-wrap").first
        assert whole.evaluate("box => box.scrollWidth <= box.clientWidth"), "no outcome is cut at the edge"
    open_controls(page)
    page.locator("#controls label:has([name=by][value=officer])").click()
    settled(page, "by", "officer")
    expect(page.locator("h1")).to_contain_text("at 4.4 times the rate")
    expect(page.locator("#stop-rates")).to_contain_text("Officers’ records have no mixed group")
    page.locator("#controls [name=area]").select_option("camden")
    settled(page, "area", "camden")
    expect(page.locator("h1")).to_contain_text("In Camden, Black people were searched at")
    expect(page.locator("h1")).to_contain_text("without February and March 2018")
    expect(page.locator("#stop-announcement")).to_contain_text("In Camden, ")
    assert page.title().startswith("Stop and search, Camden, 2017/18")
    expect(page.locator("#stop-listing .stop-by-borough tr.sel th")).to_contain_text("Camden")
    for name in ("rates", "reasons", "months"):  # the long tables are made the same way; axe takes seconds over them
        page.locator(f"#stop-{name} summary").click()
    no_violations(page)
    page.go_back()
    settled(page, "area", None)
    expect(page.locator("h1")).to_contain_text("In London, Black people were searched")
    assert (seen.errors, seen.answers) == ([], [])
    assert seen.hosts == {urlsplit(whole_site).netloc}
    fits(page, size[0])


def test_a_year_without_places_says_so_and_leads_on(whole_site: str, visit: Go) -> None:
    seen = visit(f"{whole_site}/stop-and-search?year=2015-16&area=camden", PHONE)
    page = seen.page
    expect(page.locator("h1")).to_have_text("There are no figures for Camden in 2015/16 (April 2015 and January 2016).")
    expect(page.locator("#stop-rates")).to_contain_text("published without a place")
    fits(page, PHONE[0])
    open_controls(page)
    page.locator("#controls [name=year]").select_option("2017-18")
    settled(page, "year", "2017-18")
    expect(page.locator("h1")).to_contain_text("In Camden, Black people were searched at")
    assert (seen.errors, seen.answers) == ([], [])


@SIZES
def test_the_demonstration_says_what_it_is_and_stands_whole(
    demonstration_site: str, visit: Go, size: tuple[int, int]
) -> None:
    seen = visit(f"{demonstration_site}/stop-and-search?area=lambeth", size)
    page = seen.page
    expect(page.locator(".banner").first).to_contain_text("Demonstration data.")
    expect(page.locator("h1")).to_contain_text("Lambeth")
    expect(page.locator("#stop-rates svg:visible").first).to_be_visible()
    expect(page.locator("main .failed-part:visible")).to_have_count(0)
    assert (seen.errors, seen.answers) == ([], [])
    fits(page, size[0])


def test_the_keyboard_alone_changes_the_record_opens_a_table_and_chooses_a_borough(whole_site: str, visit: Go) -> None:
    page = visit(whole_site + YEAR).page
    page.locator("#by-self").focus()
    page.keyboard.press("ArrowRight")
    settled(page, "by", "officer")
    expect(page.locator("#by-officer")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("navigation", name="On this page").get_by_role("link").first).to_be_focused()
    page.keyboard.press("Enter")
    assert urlsplit(page.url).fragment == "stop-at-rates"
    page.keyboard.press("Tab")
    expect(page.locator("#stop-rates summary")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#stop-rates table")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator("#stop-rates .tbl-wrap")).to_be_focused()
    page.locator(".map-keys").focus()
    for _ in range(6):
        page.keyboard.press("ArrowRight")
    expect(page.locator(".tip")).to_contain_text("Camden")
    expect(page.locator(".tip")).to_contain_text("per 1,000 residents")
    page.keyboard.press("Enter")
    settled(page, "area", "camden")
    expect(page.locator("#stop-selected")).to_contain_text("Camden")
    page.locator("#stop-listing th a", has_text="Find rate").focus()
    page.keyboard.press("Enter")
    settled(page, "sort", "share")
    expect(page.locator("#stop-listing th[aria-sort=descending]")).to_contain_text("Find rate")


def test_the_file_is_the_one_on_screen(whole_site: str, visit: Go) -> None:
    page = visit(f"{whole_site}{YEAR}&area=camden").page
    link = page.get_by_role("link", name="Download CSV")
    assert link.get_attribute("download") == "stop-and-search-2017-18-camden.csv"
    with urlopen(whole_site + (link.get_attribute("href") or "")) as answer:
        found = list(csv.DictReader(io.StringIO(answer.read().decode("utf-8-sig"), newline="")))
    (total,) = [line for line in found if (line["table"], line["figure"]) == ("total", "searches")
                and line["area_name"] == "Camden"]  # fmt: skip
    assert f"{int(total['value']):,} searches in Camden" in page.locator(".lead").inner_text()


def test_without_javascript_the_same_page_and_form(whole_site: str, visit: Go) -> None:
    page = visit(whole_site + YEAR, PHONE, scripts=False).page
    expect(page.locator("h1")).to_contain_text("at 3.8 times the rate of White people")
    expect(page.locator("#stop-map svg")).to_be_visible()
    page.locator("#controls [name=area]").select_option("islington")
    page.locator("#controls label:has([name=by][value=officer])").click()
    page.get_by_role("button", name="Show").click()
    assert (params(page)["area"], params(page)["by"]) == ("islington", "officer")
    expect(page.locator("h1")).to_contain_text("In Islington, ")


def test_it_prints_without_controls_and_nothing_runs_off_the_page(whole_site: str, visit: Go) -> None:
    page = visit(f"{whole_site}{YEAR}&area=camden").page
    page.set_viewport_size({"width": 690, "height": 1000})
    page.emulate_media(media="print")
    expect(page.locator("#controls")).to_be_hidden()
    expect(page.locator("#stop-actions")).to_be_hidden()
    expect(page.locator("#stop-caveats")).to_be_visible()
    expect(page.locator("#stop-rates .stop-narrow svg").first).to_be_visible()
    fits(page, 690)
