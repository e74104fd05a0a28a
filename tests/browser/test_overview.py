"""The overview as a reader meets it, on an edition of all the publishers' files, at a desk and on a phone."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from tests.browser.audit import no_violations
from tests.browser.helpers import choose, params, settled
from tests.browser.reader import DESKTOP, PHONE, Visit, until

pytestmark = pytest.mark.browser
SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1280", "390"])
Go = Callable[..., Visit]


def numbers(page: Page) -> dict[str, int]:
    return {k: int(page.locator(f"#overview-number-{k}").inner_text()) for k in ("all", "higher", "within", "lower")}


def assert_quiet(seen: Visit, site: str) -> None:
    assert seen.hosts == {urlsplit(site).netloc}, "nothing is asked of anyone else"
    assert seen.errors == []


@SIZES
def test_a_reader_opens_chooses_filters_follows_a_measure_and_comes_back(
    whole_site: str, visit: Go, size: tuple[int, int]
) -> None:
    seen = visit(f"{whole_site}/", size)
    page = seen.page
    expect(page.locator("h1")).to_contain_text("Police recorded")
    expect(page.locator("#overview-sections section")).to_have_count(6)
    choose(page, "area", "camden")
    expect(page.locator("h1")).to_contain_text("Camden")
    choose(page, "to", "2017-06")
    expect(page.locator("h1")).to_contain_text("June 2017")
    expect(page.locator("#overview-announcement")).to_contain_text("Camden")
    counted = numbers(page)
    assert counted["higher"] > 0 and counted["all"] >= counted["higher"] + counted["within"] + counted["lower"]
    choose(page, "show", "higher")
    expect(page.locator("#overview-sections .counted tbody tr")).to_have_count(counted["higher"])
    expect(page.locator("#overview-sections .sig.in")).to_have_count(0)
    assert params(page) == {"area": "camden", "to": "2017-06", "show": "higher"}
    assert_quiet(seen, whole_site)
    link = page.get_by_role("link", name="Theft from the person", exact=True)
    assert link.get_attribute("href") == "/trends?series=theft-from-the-person:camden&to=2017-06"
    link.click()
    page.wait_for_url("**/trends?*")
    page.go_back()
    page.wait_for_selector("#page #overview-sections")
    settled(page, "show", "higher")
    assert page.locator("#controls [name=area]").input_value() == "camden"
    expect(page.locator("#overview-show-higher")).to_be_checked()


def test_back_and_forward_go_through_the_choices(whole_site: str, visit: Go) -> None:
    page = visit(f"{whole_site}/?to=2017-06").page
    choose(page, "area", "sutton")
    choose(page, "show", "lower")
    page.go_back()
    settled(page, "show", None)
    until(page, "() => document.querySelector('#overview-show-all').checked")
    page.go_back()
    settled(page, "area", None)
    until(page, "() => document.querySelector('#controls [name=area]').value === ''")
    expect(page.locator("h1")).to_contain_text("London")
    page.go_forward()
    settled(page, "area", "sutton")


def test_by_keyboard_alone(whole_site: str, visit: Go) -> None:
    page = visit(f"{whole_site}/?to=2017-06").page
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.locator("#overview-area").focus()
    page.keyboard.type("Cam")
    settled(page, "area", "camden")
    page.keyboard.press("Tab")
    expect(page.locator("#overview-to")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#overview-show-all")).to_be_focused()
    page.keyboard.press("ArrowRight")
    settled(page, "show", "higher")
    expect(page.locator("#overview-show-higher")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#overview-sections th') !== null"), "then the first measure"
    page.locator("#main summary").last.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#overview-method")).to_be_visible()


@SIZES
@pytest.mark.parametrize("query", ["?to=2017-06", "?to=2023-12&area=camden", "?to=2026-06&show=lower"])
def test_no_accessibility_violation_and_nothing_wider_than_the_screen(
    whole_site: str, visit: Go, size: tuple[int, int], query: str
) -> None:
    seen = visit(f"{whole_site}/{query}", size)
    no_violations(seen.page)
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= size[0]
    assert_quiet(seen, whole_site)


def test_the_file_that_is_downloaded_is_the_table_on_screen(whole_site: str, visit: Go) -> None:
    page = visit(f"{whole_site}/?to=2017-06&area=camden").page
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download CSV, all measures").click()
    assert waiting.value.suggested_filename == "overview-camden-2017-06.csv"
    text = Path(waiting.value.path()).read_text(encoding="utf-8-sig")
    listed = [row for row in csv.DictReader(io.StringIO(text)) if row["kind"] == "recorded offences"]
    rows = page.eval_on_selector_all(
        ".counted tbody tr",
        "rows => rows.map(r => [r.querySelector('th a').textContent, r.querySelector('.now').textContent, "
        "r.querySelector('.sig').textContent])",
    )
    words = {"higher": "Higher than expected", "within": "Within expected range", "lower": "Lower than expected",
             "too_few": "Too few to say", "not_comparable": "Not comparable"}  # fmt: skip
    assert rows == [
        [r["measure"], "Not available" if r["value"] == "[x]" else f"{int(r['value']):,}", words[r["signal"]]]
        for r in listed
    ]


@SIZES
def test_june_2017_shows_the_published_table_beside_todays_records(
    whole_site: str, visit: Go, size: tuple[int, int]
) -> None:
    page = visit(f"{whole_site}/", size).page
    page.get_by_role("link", name="June 2017", exact=True).click()
    settled(page, "to", "2017-06")
    rows = page.locator("#published tbody tr")
    expect(rows).to_have_count(15)
    expect(rows.first).to_contain_text("790,473")
    expect(page.locator("#published")).to_contain_text(re.compile(r"All 15 rows are within 1\.[0-6]%"))


def test_without_javascript_the_form_and_links_still_work(whole_site: str, visit: Go) -> None:
    page = visit(f"{whole_site}/?to=2017-06", DESKTOP, scripts=False).page
    page.locator("#controls [name=area]").select_option("camden")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.locator("h1")).to_contain_text("Camden")
    assert page.locator(".counted tbody tr").count() > 30


def test_on_paper_the_rows_keep_their_words(whole_site: str, visit: Go) -> None:
    page = visit(f"{whole_site}/?to=2017-06").page
    page.emulate_media(media="print")
    expect(page.locator("#controls")).to_be_hidden()
    expect(page.locator(".counted .sig").first).to_be_visible()
    assert urlopen(f"{whole_site}/overview.csv?to=2017-06").status == 200
