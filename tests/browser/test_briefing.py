"""The briefing on a screen, at both widths, and on paper: two pages for each of the 32 boroughs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect
from typer.testing import CliRunner

from etl.__main__ import app
from etl.briefing.chromium import pages_of
from geo.areas import boroughs
from tests.browser.conftest import chromium
from tests.browser.reader import DESKTOP, PHONE, Visit

pytestmark = pytest.mark.browser
SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1280", "390"])
Go = Callable[..., Visit]
PAPER = (680, 1030)  # px: 180 mm by what the margins leave of 297 mm
PATH = "/boroughs/camden/briefing?to=2017-06"
# Text that is printed, with its size in px, and whether it belongs to a drawing.
SIZES_OF_TEXT = """() => {
  const walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT), found = [];
  while (walk.nextNode()) {
    const at = walk.currentNode.parentElement, box = at.getBoundingClientRect();
    if (!walk.currentNode.data.trim() || !box.width || at.closest(".vh")) continue;
    const size = parseFloat(getComputedStyle(at).fontSize);
    found.push([size, !!at.closest("svg"), walk.currentNode.data.trim(), box.right]);
  }
  return found;
}"""


@SIZES
def test_a_reader_sees_both_sheets_goes_back_and_prints(
    demonstration_site: str, visit: Go, size: tuple[int, int]
) -> None:
    seen = visit(f"{demonstration_site}{PATH}", size)
    page = seen.page
    expect(page.locator(".sheet")).to_have_count(2)
    expect(page.locator("h1")).to_have_text("Camden")
    assert page.evaluate("() => document.documentElement.scrollWidth") <= size[0]
    page.evaluate("() => { window.print = () => { window.printed = true; }; }")
    page.get_by_role("link", name="Back to Camden").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Print this page")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("() => window.printed")
    assert seen.hosts == {urlsplit(demonstration_site).netloc} and seen.errors == []
    page.get_by_role("link", name="Back to Camden").click()
    page.wait_for_url("**/boroughs/camden?to=2017-06")


@pytest.fixture
def paper(demonstration_site: str, visit: Go) -> Page:
    page = visit(f"{demonstration_site}/boroughs/islington/briefing?to=2017-06", PAPER).page
    page.emulate_media(media="print")
    return page


def test_on_paper_the_text_is_large_enough_and_nothing_is_cut(paper: Page) -> None:
    texts = paper.evaluate(SIZES_OF_TEXT)
    assert len(texts) > 200
    assert min(size for size, *_ in texts) >= 10  # 7.5 pt
    assert min(size for size, is_drawn, *_ in texts if is_drawn) >= 8.5 * 96 / 72
    assert [words for *_, words, right in texts if right > PAPER[0] + 1] == []
    sheets = paper.locator(".sheet").all()
    assert max((sheet.bounding_box() or {"height": 0})["height"] for sheet in sheets) <= PAPER[1]


def test_on_paper_there_is_no_navigation_and_no_button(paper: Page) -> None:
    for gone in ("header.site", "nav.primary", ".on-screen", "footer.site-foot"):
        expect(paper.locator(gone).first).to_be_hidden()
    expect(paper.locator(".sheet .banner")).to_contain_text("Demonstration data")


def test_the_command_prints_two_pages_for_each_of_the_32_boroughs(
    demonstration_editions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHROMIUM", chromium())
    said = CliRunner().invoke(
        app, ["briefing", "--all", "--to", "2017-06", "--editions", str(demonstration_editions), "--out", str(tmp_path)]
    )
    assert said.exit_code == 0, said.output
    made = {path.name: pages_of(path) for path in tmp_path.iterdir()}
    assert made == {f"demonstration-{area.slug}-briefing-2017-06.pdf": 2 for area in boroughs()}
