"""Hate crime and Keeping people safe as a reader meets them, at a desk and on a phone, on the demonstration."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.audit import no_violations
from tests.browser.helpers import choose, settled
from tests.browser.reader import DESKTOP, PHONE, Visit, until

pytestmark = pytest.mark.browser
SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1280", "390"])
JUNE = "/hate-crime?to=2017-06"
Go = Callable[..., Visit]


@SIZES
def test_a_journey_from_the_strands_to_one_borough(demonstration_site: str, visit: Go, size: tuple[int, int]) -> None:
    seen = visit(demonstration_site + JUNE, size)
    page = seen.page
    expect(page.locator("h1")).to_contain_text("recorded racist and religious hate crime offences rose in")
    expect(page.locator("#hate-tables tbody th[scope=row]")).to_have_count(8)
    page.locator("#hate-tables").get_by_role("link", name="Faith hate crime", exact=True).click()
    settled(page, "measure", "faith-hate-crime")
    expect(page.locator("#hate-close-heading h2")).to_have_text("Faith hate crime close up")
    choose(page, "area", "camden")
    expect(page.locator("#hate-announcement")).to_contain_text("Faith hate crime, Camden:")
    expect(page.locator("#hate-boroughs tr.sel")).to_contain_text("Camden")
    choose(page, "show", "number")
    expect(page.locator("#hate-ranking h2")).to_have_text("Boroughs ranked by number")
    page.locator("#hate-months-heading").get_by_role("link", name="5 years").click()
    settled(page, "months", "60")
    page.go_back()
    settled(page, "months", None)
    page.locator("#hate-selected").get_by_role("link", name="Show all of London").click()
    settled(page, "area", None)
    assert (seen.errors, seen.answers) == ([], [])
    assert seen.hosts == {urlsplit(demonstration_site).netloc}
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


@SIZES
def test_keeping_people_safe_on_both(demonstration_site: str, visit: Go, size: tuple[int, int]) -> None:
    seen = visit(f"{demonstration_site}/safeguarding?to=2017-06&measure=gun-crime&rows=all", size)
    page = seen.page
    expect(page.locator("h1")).to_contain_text("clearly higher")
    expect(page.locator("#safe-boroughs tbody tr")).to_have_count(33)
    expect(page.locator("#safe-others figure")).to_have_count(4)
    expect(page.locator("#safe-printed tbody")).to_have_count(8)
    no_violations(page)
    assert (seen.errors, seen.answers) == ([], [])
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_the_keyboard_alone_reaches_everything_and_paper_holds_it_all(demonstration_site: str, visit: Go) -> None:
    page = visit(demonstration_site + JUNE).page
    page.locator("#hate-map .map-keys").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    until(page, "() => new URLSearchParams(lpp.address.canonical()).get('area')")
    page.keyboard.press("Escape")
    settled(page, "area", None)
    plot = page.locator("#hate-chart .plot.at-desk")
    plot.focus()
    page.keyboard.press("End")
    expect(page.locator("#plot-says")).to_contain_text("Racist and religious hate crime, London. June 2017")
    page.locator("#topic-rows").focus()
    page.keyboard.press("Enter")
    settled(page, "rows", "all")
    expect(page.locator("#topic-rows")).to_be_focused()
    page.set_viewport_size({"width": 690, "height": 1000})
    page.emulate_media(media="print")
    expect(page.locator("#controls")).to_be_hidden()
    expect(page.locator("#hate-others figure").first).to_be_visible()
    icon = page.locator("#hate-others .sig svg").first.bounding_box()
    assert icon and icon["width"] < 20, "it is no chart"
    assert page.evaluate("document.documentElement.scrollWidth") <= 690


def test_without_javascript_the_same_view_and_form(demonstration_site: str, visit: Go) -> None:
    page = visit(demonstration_site + JUNE, scripts=False).page
    page.locator("#controls [name=measure]").select_option("disability-hate-crime")
    page.get_by_role("button", name="Show").click()
    assert parse_qs(urlsplit(page.url).query)["measure"] == ["disability-hate-crime"]
    expect(page.locator("#hate-events")).to_contain_text("Disability Hate Crime Matters")
