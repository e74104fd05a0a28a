"""Every page of the registry, at a desk, on a phone and at 320 pixels with the reader's own spacing of text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import dash
import pytest
from playwright.sync_api import Browser, Page, expect

import app
from tests.browser.audit import SPACING, no_violations, open_folds, questions
from tests.browser.reader import DESKTOP, PHONE, Visit, ready

pytestmark = pytest.mark.browser
Go = Callable[..., Visit]
SMALL = (320, 640)
# Pages that look otherwise when they are asked for more.
MORE = ("/boroughs?q=Abbey", "/boroughs/camden/wards?to=2022-05&span=month", "/no-such-page")


def addresses() -> list[str]:
    """Every page that is registered, one of each template, and what stands in for a page."""
    assert app.app is not None, "whose pages have been registered"
    paths = [page["path_template"] or page["path"] for page in dash.page_registry.values()]
    return sorted(path.replace("<slug>", "camden") for path in paths) + list(MORE)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One page for all visits. Its security policy is passed over, for the reader's style sheet."""
    context = browser.new_context(bypass_csp=True)
    context.set_default_timeout(20_000)
    yield context.new_page()
    context.close()


def resized(page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    open_folds(page)


@pytest.mark.parametrize("address", addresses())
def test_every_page_can_be_read_by_everybody(whole_site: str, page: Page, address: str) -> None:
    page.set_viewport_size({"width": DESKTOP[0], "height": DESKTOP[1]})
    page.goto(whole_site + address)
    ready(page)
    open_folds(page)
    no_violations(page)
    assert questions(page, with_keyboard=True) == []
    resized(page, PHONE)
    no_violations(page, contrast=False)  # the colours are those of the desk
    assert questions(page) == []
    resized(page, SMALL)
    assert questions(page) == []
    page.add_style_tag(content=SPACING)
    assert questions(page) == []


def test_the_skip_link_is_first_and_leads_past_the_header(demonstration_site: str, visit: Go) -> None:
    page = visit(f"{demonstration_site}/exceptions").page
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_one_key_leads_from_charts_to_their_table(demonstration_site: str, visit: Go) -> None:
    page = visit(f"{demonstration_site}/trends").page
    page.locator("#trends-charts [role=application]:visible").last.focus()
    page.keyboard.press("Tab")
    link = page.get_by_role("link", name="Skip to these figures as a table")
    expect(link).to_be_focused()
    box = link.bounding_box()
    assert box and box["height"] >= 24 and box["width"] > 100, "a link that has focus is seen"
    expect(page.locator("#trends-tables table").first).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page.locator("#trends-tables table").first).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('#trends-tables').contains(document.activeElement)")


def test_escape_closes_the_menu_and_the_box_and_focus_stays(demonstration_site: str, visit: Go) -> None:
    page = visit(f"{demonstration_site}/crime-map", PHONE).page
    menu = page.get_by_role("button", name="Menu")
    menu.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#main-menu")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(page.locator("#main-menu")).to_be_hidden()
    expect(menu).to_be_focused()
    row = page.locator("#ranking-side a:visible").first
    row.focus()
    expect(page.locator(".tip")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".tip")).to_be_hidden()
    expect(row).to_be_focused()


def test_the_app_takes_over_from_the_first_response_without_losing_the_readers_place(
    demonstration_site: str, browser: Browser
) -> None:
    page = browser.new_page()
    held: list[object] = []
    page.route("**/app-with-dash-renderer*", lambda route: held.append(route))
    page.goto(f"{demonstration_site}/exceptions", wait_until="commit")
    link = page.locator("#first-sight").get_by_role("link", name="Show all").first
    link.focus()
    page.wait_for_timeout(200)
    assert held, "the app waits for its script"
    held[0].continue_()  # type: ignore[attr-defined]
    ready(page)
    assert page.evaluate("document.activeElement.textContent.trim().startsWith('Show all')")
    page.close()


def test_words_for_the_eye_are_not_read_and_colours_of_the_readers_own_keep_drawings_legible(
    demonstration_site: str, visit: Go
) -> None:
    page = visit(f"{demonstration_site}/crime-map", forced_colors="active", reduced_motion="reduce").page
    assert "Loading figures" not in page.locator("body").aria_snapshot()
    asked = """(q) => {
      const made = getComputedStyle(document.querySelector(q));
      return [made.backgroundColor, made.forcedColorAdjust];
    }"""
    for drawing in ("#keys svg", "#trend-period svg", "#ranking-side svg", ".map-keys svg"):
        assert page.evaluate(asked, drawing) == ["rgb(255, 255, 255)", "none"], drawing
    assert page.evaluate(asked, "#trend-chart svg") == ["rgba(0, 0, 0, 0)", "none"], "it lies over the period's band"
    current, other = (page.evaluate("(q) => getComputedStyle(document.querySelector(q)).borderBottomColor", each)
                      for each in ("nav.primary a[aria-current]", "nav.primary a:not([aria-current])"))  # fmt: skip
    assert current != other, "the current page is told from the others without our colours"
