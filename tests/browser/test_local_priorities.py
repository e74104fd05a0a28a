"""The local priorities as a reader meets them, on an edition made from all the publishers' files, at a desk and on a
phone."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from tests.browser.audit import no_violations
from tests.browser.helpers import choose, params, settled
from tests.browser.reader import DESKTOP, PHONE, Visit

pytestmark = pytest.mark.browser
SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1280", "390"])
JUNE = "/local-priorities?to=2017-06"
ROWS = "#priorities-list tbody tr"
Go = Callable[..., Visit]


@SIZES
def test_a_journey_from_all_priorities_to_one_and_to_a_borough(
    whole_site: str, visit: Go, size: tuple[int, int]
) -> None:
    seen = visit(whole_site + JUNE, size)
    page = seen.page
    expect(page.locator("h1")).to_have_text(
        "Recorded offences in boroughs’ own priorities rose in 27 of 32 boroughs in the 12 months to June 2017."
    )
    expect(page.locator(ROWS)).to_have_count(66)
    expect(page.locator("#priorities-printed")).to_contain_text("56 of the 64 changes printed")
    expect(page.locator("#priorities-printed tbody tr")).to_have_count(8)
    choose(page, "priority", "theft-from-the-person")
    expect(page.locator(ROWS)).to_have_count(3)
    expect(page.locator("h1")).to_contain_text("Theft from the person rose in all 3 boroughs that have it")
    expect(page.locator("#priorities-announcement")).to_contain_text("Theft from the person rose")
    assert page.title().startswith("Local priorities, Theft from the person, Apr–Jun 2017")
    no_violations(page)
    page.go_back()
    settled(page, "priority", None)
    expect(page.locator(ROWS)).to_have_count(66)
    expect(page.locator("#controls [name=priority]")).to_have_value("")
    page.locator("#priorities-kinds").get_by_role("link", name="Common assault").click()
    settled(page, "priority", "common-assault")
    expect(page.locator(ROWS)).to_have_count(4)
    link = page.locator("#priorities-list").get_by_role("link", name="Camden")
    assert link.get_attribute("href") == "/boroughs/camden?to=2017-06"
    assert (seen.errors, seen.answers) == ([], [])
    assert seen.hosts == {urlsplit(whole_site).netloc}
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


@SIZES
def test_a_quarter_without_most_figures_leads_to_a_fuller_one(
    whole_site: str, visit: Go, size: tuple[int, int]
) -> None:
    page = visit(f"{whole_site}/local-priorities", size).page
    expect(page.locator(".lead")).to_contain_text("23 boroughs cannot be compared")
    expect(page.locator(".lead")).to_contain_text("The latest declared priorities are those of 2017/18.")
    expect(page.locator(ROWS).first).to_contain_text("Figures end in July 2025")
    no_violations(page)
    page.get_by_role("link", name="Oct–Dec 2023").click()
    settled(page, "to", "2023-12")
    expect(page.locator("h1")).to_contain_text("28 boroughs")
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_the_keyboard_alone_filters_sorts_and_chooses_a_borough(whole_site: str, visit: Go) -> None:
    page = visit(whole_site + JUNE).page
    page.locator("#priorities-priority").focus()
    page.keyboard.press("Tab")
    expect(page.locator(".map-keys")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".tip")).to_contain_text("Barking and Dagenham")
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    expect(page.locator(".tip")).to_contain_text("Camden")
    expect(page.locator(".tip")).to_contain_text("Common assault and theft from the person")
    page.keyboard.press("Enter")
    settled(page, "area", "camden")
    expect(page.locator("#priorities-selected")).to_contain_text("Camden common assault and theft from the person")
    expect(page.locator(f"{ROWS}.sel")).to_have_count(2)
    page.locator("#priorities-list th.c-percent a").focus()
    page.keyboard.press("Enter")
    settled(page, "sort", "-percent")
    expect(page.locator(ROWS).first).to_contain_text("Camden")
    expect(page.locator("#priorities-list th[aria-sort=descending]")).to_contain_text("per cent")
    expect(page.locator("#priorities-list th.c-percent a")).to_be_focused()
    no_violations(page)


def test_a_phone_shows_the_first_rows_and_then_all(whole_site: str, visit: Go) -> None:
    page = visit(f"{whole_site}{JUNE}&area=westminster", PHONE).page
    assert page.locator(f"{ROWS}:visible").count() == 22, "twenty, and the chosen borough's two"
    page.locator("#priorities-rows").click()
    settled(page, "rows", "all")
    assert page.locator(f"{ROWS}:visible").count() == 66
    expect(page.locator("#priorities-rows")).to_be_focused()
    no_violations(page)


def test_the_file_has_the_rows_on_screen(whole_site: str, visit: Go) -> None:
    page = visit(f"{whole_site}{JUNE}&priority=burglary&sort=-percent").page
    link = page.get_by_role("link", name="Download CSV")
    assert link.get_attribute("download") == "local-priorities-2017-06-burglary.csv"
    with urlopen(whole_site + (link.get_attribute("href") or "")) as answer:
        found = list(csv.DictReader(io.StringIO(answer.read().decode("utf-8-sig"), newline="")))
    boroughs = [line["area_name"] for line in found if line["area_name"] != "London"]  # its kinds stand below them
    assert boroughs == page.locator(f"{ROWS} th > a").all_inner_texts()
    assert (found[0]["area_name"], found[0]["published_change_pct"]) == ("Bexley", "44")


@SIZES
def test_without_javascript_the_same_view_and_form(whole_site: str, visit: Go, size: tuple[int, int]) -> None:
    page = visit(f"{whole_site}{JUNE}&priority=robbery", size, scripts=False).page
    expect(page.locator(ROWS)).to_have_count(8)
    page.locator("#controls [name=priority]").select_option("burglary")
    page.get_by_role("button", name="Show").click()
    assert params(page)["priority"] == "burglary"
    expect(page.locator(ROWS)).to_have_count(23)


def test_it_prints_without_controls_and_nothing_runs_off_the_page(whole_site: str, visit: Go) -> None:
    page = visit(whole_site + JUNE).page
    page.set_viewport_size({"width": 690, "height": 1000})
    page.emulate_media(media="print")
    expect(page.locator("#controls")).to_be_hidden()
    expect(page.locator("#priorities-list .actions")).to_be_hidden()
    assert page.locator(f"{ROWS}:visible").count() == 66
    assert page.evaluate("document.documentElement.scrollWidth") <= 690
