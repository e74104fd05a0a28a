"""The exceptions as a reader meets them, on an edition made from the publishers' files, at a desk and on a phone."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from tests.browser.audit import no_violations
from tests.browser.helpers import choose, open_controls, params, settled
from tests.browser.reader import DESKTOP, PHONE, Visit

pytestmark = pytest.mark.browser
SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1280", "390"])
JUNE = "/exceptions?to=2017-06"
Go = Callable[..., Visit]


@SIZES
def test_a_journey_from_the_month_to_a_borough_and_back(site: str, visit: Go, size: tuple[int, int]) -> None:
    seen = visit(site + JUNE, size)
    page = seen.page
    expect(page.locator("h1")).to_contain_text("series were higher than expected in June 2017")
    expect(page.locator("#exceptions-list tbody th[scope=row]")).to_have_count(25)
    expect(page.get_by_role("link", name="Theft from the person, Camden", exact=True)).to_be_visible()
    choose(page, "area", "camden")
    expect(page.locator("h1")).to_contain_text("In Camden, ")
    expect(page.locator("#exceptions-announcement")).to_contain_text("In Camden, ")
    assert "Exceptions, Camden, June 2017" in page.title()
    choose(page, "direction", "lower")
    expect(page.locator("#exceptions-list .sig.hi").filter(has_text="Higher than expected")).to_have_count(0)
    page.go_back()
    settled(page, "direction", None)
    expect(page.locator("#controls [name=direction][value=all]")).to_be_checked()
    page.go_back()
    settled(page, "area", None)
    expect(page.locator("h1")).not_to_contain_text("Camden")
    choose(page, "only", "clear")
    expect(page.locator("#exceptions-list .cut")).to_have_count(0)
    no_violations(page)
    assert (seen.errors, seen.answers) == ([], [])
    assert seen.hosts == {urlsplit(site).netloc}
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


@SIZES
def test_all_rows_show_where_the_line_falls(site: str, visit: Go, size: tuple[int, int]) -> None:
    page = visit(f"{site}{JUNE}&area=camden", size).page
    cut = page.locator("#exceptions-list tr.cut")
    expect(cut).to_contain_text("above this line")
    above = page.locator("#exceptions-list tr:not(.cut):has(~ tr.cut) th[scope=row]").count()
    assert f"The {above} above this line" in cut.inner_text()
    page = visit(site + JUNE, size).page
    page.locator("#exceptions-rows").click()
    settled(page, "rows", "all")
    expect(page.locator("#exceptions-rows")).to_be_focused()
    assert page.locator("#exceptions-list tbody th[scope=row]").count() > 300
    expect(page.locator("#exceptions-list tr.cut")).to_have_count(1)


@SIZES
def test_a_provisional_month_says_so_and_leads_to_the_last_judged(site: str, visit: Go, size: tuple[int, int]) -> None:
    page = visit(f"{site}/exceptions", size).page
    usual = params(page).get("to") or page.locator("#exceptions-to").input_value()
    open_controls(page)
    newest = page.locator("#exceptions-to option").first.get_attribute("value") or ""
    assert newest > usual
    choose(page, "to", newest)
    expect(page.locator("h1")).to_contain_text("is provisional and not judged yet")
    no_violations(page)
    page.locator("#exceptions-list").get_by_role("link", name="Exceptions in").click()
    settled(page, "to", usual)
    expect(page.locator("h1")).to_contain_text("by chance alone")


def test_the_keyboard_alone_reaches_filters_rows_and_links(site: str, visit: Go) -> None:
    page = visit(site + JUNE).page
    page.locator("#direction-all").focus()
    page.keyboard.press("ArrowRight")
    settled(page, "direction", "higher")
    expect(page.locator("#direction-higher")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#only-any")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('th') !== null"), "the next stop is the first row's series"
    assert "/trends?series=" in (page.evaluate("document.activeElement.getAttribute('href')") or "")
    page.locator("#exceptions-rows").focus()
    page.keyboard.press("Enter")
    settled(page, "rows", "all")
    expect(page.locator("#exceptions-rows")).to_be_focused()


def test_the_file_has_every_row_that_passes_the_filters(site: str, visit: Go) -> None:
    page = visit(f"{site}{JUNE}&area=camden&direction=higher").page
    link = page.get_by_role("link", name="Download CSV")
    assert link.get_attribute("download") == "exceptions-2017-06-camden-higher.csv"
    with urlopen(site + (link.get_attribute("href") or "")) as answer:
        found = list(csv.DictReader(io.StringIO(answer.read().decode("utf-8-sig"), newline="")))
    names = page.locator("#exceptions-list th[scope=row] > a").all_inner_texts()
    assert names == [f"{line['measure']}, {line['area_name']}" for line in found]


@SIZES
def test_without_javascript_the_same_view_and_form(site: str, visit: Go, size: tuple[int, int]) -> None:
    page = visit(f"{site}{JUNE}&plan=safer-london", size, scripts=False).page
    expect(page.locator("h1")).to_contain_text("in ‘A safer London’")
    page.locator("#controls [name=area]").select_option("islington")
    page.get_by_role("button", name="Show").click()
    assert params(page)["area"] == "islington"
    expect(page.locator("h1")).to_contain_text("In Islington, ")


def test_it_prints_without_controls_and_nothing_runs_off_the_page(site: str, visit: Go) -> None:
    page = visit(f"{site}{JUNE}&area=camden").page
    page.set_viewport_size({"width": 690, "height": 1000})
    page.emulate_media(media="print")
    expect(page.locator("#controls")).to_be_hidden()
    expect(page.locator("#exceptions-list .actions")).to_be_hidden()
    expect(page.locator("#exceptions-list table")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 690
