"""Money and people as a reader meets them, on the demonstration and on the publishers' files, at a desk and on a
phone.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.audit import no_violations
from tests.browser.helpers import open_controls, settled
from tests.browser.reader import DESKTOP, PHONE, Visit

pytestmark = pytest.mark.browser
SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1280", "390"])
Go = Callable[..., Visit]


def is_sound(seen: Visit, site: str, size: tuple[int, int]) -> None:
    """No violation, no message, no other host, nothing wider than the screen."""
    no_violations(seen.page)
    assert (seen.errors, seen.answers, seen.hosts) == ([], [], {urlsplit(site).netloc})
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= size[0]


@SIZES
def test_a_journey_through_the_money(demonstration_site: str, visit: Go, size: tuple[int, int]) -> None:
    seen = visit(f"{demonstration_site}/finance", size)
    page = seen.page
    expect(page.locator("h1")).to_contain_text("£32.2m under the budget of £2,503.5m")
    page.locator("#finance-glance").get_by_role("link", name="Total capital expenditure").click()
    settled(page, "table", "capital")
    expect(page.locator("h1")).to_contain_text("£98.2m under the budget of £366.2m")
    expect(page.locator("#finance-announcement")).to_contain_text("£98.2m under")
    assert page.title().startswith("Money, Capital")
    open_controls(page)
    page.locator("#controls [name=table]").select_option("reserves")
    settled(page, "table", "reserves")
    expect(page.locator("#finance-table .reserves svg:visible")).to_have_count(1)
    page.locator("label:has(#show-amount)").click()
    settled(page, "show", "amount")
    expect(page.locator("#finance-map-heading h2")).to_have_text("London Crime Prevention Fund by borough, 2017/18")
    page.locator("#finance-fund").get_by_role("link", name="Hackney", exact=True).click()
    settled(page, "area", "hackney")
    expect(page.locator("#finance-selected")).to_contain_text("£870,000 allocated, £3.29 per resident")
    page.locator("#finance-fund").get_by_role("link", name="Show all 32 boroughs").click()
    settled(page, "rows", "all")
    expect(page.locator("#finance-fund tbody tr")).to_have_count(33)
    is_sound(seen, demonstration_site, size)
    page.go_back()
    settled(page, "rows", None)
    expect(page.locator("#controls [name=table]")).to_have_value("reserves")


@SIZES
def test_a_journey_through_the_people(whole_site: str, visit: Go, size: tuple[int, int]) -> None:
    seen = visit(f"{whole_site}/workforce?to=2026-07", size)
    page = seen.page
    expect(page.locator("h1")).to_contain_text("31,011 police officers in July 2026")
    expect(page.locator(".lead")).to_contain_text("at or above 32,000 from April 2020 to September 2025")
    expect(page.locator("#workforce-make-up")).to_contain_text("46.3% of residents of the 32 boroughs")
    open_controls(page)
    page.locator("label:has(#group-staff)").click()
    settled(page, "group", "staff")
    expect(page.locator("h1")).to_contain_text("11,522 police staff in July 2026, 106 more than a year before.")
    page.locator("#controls [name=to]").select_option("2017-06")
    settled(page, "to", "2017-06")
    expect(page.locator("#workforce-announcement")).to_contain_text("8,500 police staff in June 2017")
    page.locator("label:has(#by-month)").click()
    settled(page, "by", "month")
    expect(page.locator("#workforce-table tbody tr")).to_have_count(13)
    page.locator("summary").filter(has_text="Shares given").click()
    is_sound(seen, whole_site, size)


def test_the_keyboard_alone_sorts_the_fund_opens_a_table_and_reads_the_map(demonstration_site: str, visit: Go) -> None:
    page = visit(f"{demonstration_site}/finance").page
    page.locator("#finance-glance a").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    settled(page, "table", "savings")
    page.locator(".map-keys").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".tip")).to_contain_text("£640,000 allocated")
    page.keyboard.press("Enter")
    settled(page, "area", "barking-and-dagenham")
    page.locator("#finance-fund th a").nth(2).focus()
    page.keyboard.press("Enter")
    settled(page, "sort", "-amount")
    expect(page.locator("#finance-fund tbody tr").nth(1)).to_contain_text("Westminster")


def test_without_javascript_the_same_views_and_forms(demonstration_site: str, visit: Go) -> None:
    page = visit(f"{demonstration_site}/finance?table=savings", PHONE, scripts=False).page
    expect(page.locator("h1")).to_contain_text("Savings in 2017/18 were forecast at £65.9m")
    page.locator("#controls [name=table]").select_option("plan")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("h1")).to_contain_text("£2,872.9m in 2020/21")
    page.goto(f"{demonstration_site}/workforce?to=2018-03&group=staff")
    expect(page.locator("h1")).to_contain_text("police staff in March 2018")
    page.goto(f"{demonstration_site}/workforce")  # whose first year has no change, said to screen readers only
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("path", ["/finance", "/workforce"])
def test_it_prints_without_controls_and_nothing_runs_off_the_page(
    demonstration_site: str, visit: Go, path: str
) -> None:
    page = visit(demonstration_site + path).page
    page.set_viewport_size({"width": 690, "height": 1000})
    page.emulate_media(media="print")
    expect(page.locator("#controls")).to_be_hidden()
    expect(page.locator("#copy-link")).to_be_hidden()
    expect(page.locator("main table").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 690
