"""The trends as a reader meets them, on an edition made from the publishers' files, at a desk and on a phone."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from tests.browser.audit import no_violations
from tests.browser.helpers import choose, params, settled
from tests.browser.reader import DESKTOP, PHONE, Visit

pytestmark = pytest.mark.browser
SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1280", "390"])
JUNE = "/trends?series=burglary:london,theft-from-the-person:camden&to=2017-06"
Go = Callable[..., Visit]


@SIZES
def test_a_journey_through_series_periods_and_back(site: str, visit: Go, size: tuple[int, int]) -> None:
    seen = visit(site + JUNE, size)
    page = seen.page
    expect(page.locator("h1")).to_contain_text("series shown")
    expect(page.locator(".panel")).to_have_count(2)
    expect(page.locator(".plot svg:visible")).to_have_count(2)
    page.get_by_text("Add a series").click()
    page.locator("#add").select_option("robbery")
    page.locator("#area").select_option("brent")
    page.get_by_role("button", name="Add", exact=True).click()
    settled(page, "series", "burglary:london,theft-from-the-person:camden,robbery:brent")
    expect(page.locator(".panel h3").last).to_have_text("Robbery, Brent")
    assert "add" not in params(page), "the address holds the series, not the wish to add it"
    choose(page, "by", "quarter")
    choose(page, "show", "rate")
    choose(page, "compare", "year")
    expect(page.locator("#trends-heading h2")).to_contain_text("Rate of recorded offences each quarter")
    page.locator(".twin-fold > summary").click()
    page.locator(".method-fold > summary").click()
    no_violations(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    page.get_by_role("link", name="Remove Burglary, London").click()
    settled(page, "series", "theft-from-the-person:camden,robbery:brent")
    page.go_back()
    settled(page, "series", "burglary:london,theft-from-the-person:camden,robbery:brent")
    page.go_back()
    settled(page, "compare", None)
    expect(page.locator("#controls [name=compare]")).to_have_value("none")
    assert seen.hosts == {urlsplit(site).netloc}
    assert (seen.errors, seen.answers) == ([], [])


def test_the_box_tells_what_the_table_holds_by_pointer_and_by_keyboard(site: str, visit: Go) -> None:
    page = visit(site + JUNE).page
    plot = page.locator(".plot.at-desk").first
    plot.focus()
    page.keyboard.press("End")
    row = page.locator("table[data-series='0'] tbody tr").first
    value = row.locator("[data-k=value]").text_content() or ""
    expect(page.locator(".tip b")).to_have_text("Burglary, London")
    expect(page.locator(".tip")).to_contain_text("June 2017")
    expect(page.locator(".tip")).to_contain_text(f"{value} recorded offences")
    expect(page.locator("#plot-says")).to_contain_text(value)
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".tip")).to_contain_text("May 2017")
    page.keyboard.press("Escape")
    expect(page.locator(".tip")).to_be_hidden()
    box = plot.locator("svg").bounding_box() or {"x": 0, "y": 0}
    page.mouse.move(box["x"] + 60, box["y"] + 150)
    expect(page.locator(".tip")).to_contain_text("July 2014")
    page.mouse.move(5, 5)
    expect(page.locator(".tip")).to_be_hidden()


def test_the_keyboard_alone_adds_removes_and_goes_on(site: str, visit: Go) -> None:
    page = visit(site + JUNE).page
    page.get_by_role("link", name="Remove Burglary, London").focus()
    page.keyboard.press("Enter")
    settled(page, "series", "theft-from-the-person:camden")
    page.locator(".adder-fold summary").focus()
    page.keyboard.press("Enter")
    for _ in range(3):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Add"
    page.keyboard.press("Enter")
    settled(page, "series", "theft-from-the-person:camden,total-notifiable-offences:london")
    page.locator("#by-month").focus()
    page.keyboard.press("ArrowRight")
    settled(page, "by", "quarter")
    assert page.evaluate("document.activeElement.id") == "by-quarter"


@SIZES
def test_without_javascript_it_stands_and_works(site: str, visit: Go, size: tuple[int, int]) -> None:
    page = visit(site + JUNE, size, scripts=False).page
    expect(page.locator(".plot svg:visible")).to_have_count(2)
    page.get_by_text("Add a series").click()
    page.locator("#add").select_option("robbery")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator(".chip")).to_have_count(3)
    page.locator("#controls [name=months]").select_option("60")
    page.get_by_role("button", name="Show", exact=True).click()
    assert params(page)["months"] == "60" and params(page)["series"].endswith("robbery:london")
    page.get_by_role("link", name="Remove Burglary, London").click()
    expect(page.locator(".chip")).to_have_count(2)
    page.locator(".twin-fold > summary").click()
    expect(page.locator(".twins table").first).to_be_visible()


@SIZES
def test_what_cannot_be_met_is_said_and_the_link_gives_the_view_again(
    site: str, visit: Go, size: tuple[int, int]
) -> None:
    seen = visit(f"{site}/trends?series=cats:london,burglary:atlantis&to=2017-06&by=week", size)
    expect(seen.page.locator("#trends-corrections p")).to_have_count(3)
    canonical = seen.page.evaluate("lpp.address.canonical()")
    again = visit(f"{site}/trends{canonical}", size).page
    expect(again.locator("#trends-corrections p")).to_have_count(0)
    assert again.locator("h1").text_content() == seen.page.locator("h1").text_content()
    assert not seen.errors


def test_the_file_and_the_picture_can_be_taken_away(site: str, visit: Go) -> None:
    page = visit(site + JUNE).page
    link = page.get_by_role("link", name="Download CSV").get_attribute("href") or ""
    with urlopen(site + link) as answer:
        records = list(csv.DictReader(io.StringIO(answer.read().decode("utf-8-sig"), newline="")))
    assert len(records) == 72
    shown = page.locator("table[data-series='0'] tbody tr").first.locator("[data-k=value]").text_content() or ""
    assert shown.replace(",", "") == records[35]["offences"] and records[35]["period_start"] == "2017-06-01"
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download image").click()
    assert waiting.value.suggested_filename == "trends-burglary-and-1-more-month-number-2017-06.png"
    assert Path(waiting.value.path()).read_bytes()[:4] == b"\x89PNG"


def test_nothing_is_wider_than_a_small_phone(site: str, visit: Go) -> None:
    page = visit(f"{site}{JUNE},violence-against-the-person:kensington-and-chelsea&months=all", (320, 640)).page
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_demonstration_says_what_it_is(demonstration_site: str, visit: Go) -> None:
    page = visit(f"{demonstration_site}/trends").page
    expect(page.locator(".banner").first).to_contain_text("Demonstration data.")
