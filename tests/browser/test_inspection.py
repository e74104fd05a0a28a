"""The inspection and the Victims' Code as a reader meets them, at a desk and on a phone."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from tests.browser.audit import no_violations
from tests.browser.helpers import choose, settled
from tests.browser.reader import DESKTOP, PHONE, Visit, until

pytestmark = pytest.mark.browser
SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1280", "390"])
Go = Callable[..., Visit]


def clean(seen: Visit, site: str, size: tuple[int, int]) -> None:
    """Nothing said on the console, no other host, nothing off the side."""
    assert (seen.errors, seen.answers) == ([], [])
    assert seen.hosts == {urlsplit(site).netloc}
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= size[0]


@SIZES
def test_the_inspection_by_pillar_and_by_what_is_asked(site: str, visit: Go, size: tuple[int, int]) -> None:
    seen = visit(f"{site}/inspection", size)
    page = seen.page
    expect(page.locator("h1")).to_contain_text("effectiveness ‘requires improvement’, efficiency ‘good’")
    expect(page.locator("table.grades tbody tr")).to_have_count(13)
    expect(page.get_by_role("img", name="999 calls per 1,000 population: the Met 255")).to_be_visible()
    choose(page, "pillar", "legitimacy")
    expect(page.locator("h1")).to_have_text("In 2018/19 the inspectorate judged the Met’s legitimacy ‘good’.")
    expect(page.locator("#inspection-announcement")).to_contain_text("legitimacy")
    choose(page, "asks", "concerns")
    expect(page.locator(".asks-list li")).to_have_count(4)
    expect(page.get_by_role("row", name="Ethical and lawful workforce behaviour Requires improvement")).to_be_visible()
    link = page.get_by_role("link", name="Download CSV")
    assert link.get_attribute("download") == "inspection-2018-19-legitimacy-concerns.csv"
    with urlopen(site + (link.get_attribute("href") or "")) as answer:
        found = list(csv.DictReader(io.StringIO(answer.read().decode("utf-8-sig"), newline="")))
    assert {line["pillar"] for line in found} == {"Legitimacy"}
    no_violations(page)
    clean(seen, site, size)
    page.go_back()
    settled(page, "asks", None)
    page.go_back()
    settled(page, "pillar", "all")
    expect(page.locator("h1")).to_contain_text("effectiveness")


@SIZES
def test_the_victims_code_as_published(demonstration_site: str, visit: Go, size: tuple[int, int]) -> None:
    seen = visit(f"{demonstration_site}/victims-code", size)
    page = seen.page
    expect(page.locator("h1")).to_contain_text("kept updated in 65% of offences under the Code in June 2017")
    expect(page.locator(".banner").first).to_contain_text("Demonstration data.")
    expect(page.get_by_role("img", name="June 2017: 65%, 95% interval 64.1% to 65.9%.")).to_be_visible()
    choose(page, "requirement", "released")
    expect(page.locator("h1")).to_contain_text("in about 71% of offences")
    expect(page.locator("#code-published tr.sel")).to_have_text("Victims told that a suspect was released")
    no_violations(page)
    clean(seen, demonstration_site, size)


def test_the_keyboard_alone_changes_both_pages(site: str, visit: Go) -> None:
    page = visit(f"{site}/inspection").page
    page.locator("#pillar-all").focus()
    page.keyboard.press("ArrowRight")
    settled(page, "pillar", "effectiveness")
    expect(page.locator("#pillar-effectiveness")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#asks-all")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#inspection-earlier"
    page.keyboard.press("Enter")
    until(page, "() => document.getElementById('inspection-earlier').getBoundingClientRect().top < 400")


def test_without_javascript_the_same_view_and_form(site: str, visit: Go) -> None:
    page = visit(f"{site}/victims-code?requirement=arrested", PHONE, scripts=False).page
    expect(page.locator("h1")).to_contain_text("in 69% of offences")
    page.locator("#controls label:has([value=released])").click()
    page.get_by_role("button", name="Show").click()
    expect(page.locator("h1")).to_contain_text("in about 71% of offences")
    page.emulate_media(media="print")
    for part in ("#controls", "nav.primary"):
        expect(page.locator(part)).to_be_hidden()


def test_they_print_without_controls_and_nothing_runs_off_the_page(site: str, visit: Go) -> None:
    for path in ("/inspection", "/victims-code"):
        page = visit(site + path).page
        page.set_viewport_size({"width": 690, "height": 1000})
        page.emulate_media(media="print")
        expect(page.locator("#controls")).to_be_hidden()
        expect(page.locator(".actions")).to_be_hidden()
        expect(page.locator("main table").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 690
