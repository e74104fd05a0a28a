"""Satisfaction and fairness as a reader meets it, at a desk and on a phone; and on an edition without answers."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from tests.browser.audit import no_violations
from tests.browser.helpers import settled
from tests.browser.reader import DESKTOP, PHONE, Visit, until

pytestmark = pytest.mark.browser
SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1280", "390"])
JUNE = "/satisfaction?measure=victims-satisfied-overall&to=2017-06"
Go = Callable[..., Visit]


def choose(page: Page, name: str, value: str) -> None:
    """Change a control and wait for the answer."""
    button = page.get_by_role("button", name="Change", exact=True)
    if button.is_visible() and button.get_attribute("aria-expanded") == "false":
        button.click()
    page.locator(f"#satisfaction-{name}").select_option(value)
    settled(page, name, value or None)


@SIZES
def test_a_journey_from_london_to_a_borough_and_back(demonstration_site: str, visit: Go, size: tuple[int, int]) -> None:
    seen = visit(demonstration_site + JUNE, size)
    page = seen.page
    expect(page.locator("h1")).to_contain_text("75% of victims asked were satisfied with the service overall")
    expect(page.locator("#satisfaction-matrix td.mx .ci")).to_have_count(108)
    expect(page.locator("#satisfaction-gap tbody th[scope=row]")).to_have_count(8)
    choose(page, "area", "camden")
    expect(page.locator("h1")).to_contain_text("In Camden, ")
    expect(page.locator("#satisfaction-announcement")).to_contain_text("In Camden, ")
    expect(page.locator("#satisfaction-selected")).to_contain_text("Camden:")
    choose(page, "measure", "police-treat-everyone-fairly")
    expect(page.locator("#satisfaction-trend h2")).to_contain_text("police treat everyone fairly, Camden")
    choose(page, "to", "2016-06")
    expect(page.locator("#satisfaction-side h2")).to_have_text("Year to June 2016")
    no_violations(page)
    page.go_back()
    settled(page, "to", "2017-06")
    page.get_by_role("link", name="Show London").click()
    settled(page, "area", None)
    expect(page.locator("h1")).to_contain_text("gaps by ethnicity")
    assert (seen.errors, seen.answers) == ([], [])
    assert seen.hosts == {urlsplit(demonstration_site).netloc}
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_the_map_chooses_a_borough_and_the_keyboard_reaches_every_table(demonstration_site: str, visit: Go) -> None:
    page = visit(demonstration_site + JUNE).page
    page.locator("#satisfaction-map [tabindex='0']").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    until(page, "() => new URLSearchParams(lpp.address.canonical()).get('area') !== null")
    chosen = page.locator("#satisfaction-area").input_value()
    assert chosen
    expect(page.locator("#satisfaction-funnel circle[r='6']")).to_have_count(2)
    page.locator("#satisfaction-boroughs summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#satisfaction-boroughs tr.sel")).to_have_count(1)
    page.locator("#satisfaction-matrix .tbl-wrap").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#satisfaction-note-a"
    page.keyboard.press("Enter")
    assert urlsplit(page.url).fragment == "satisfaction-note-a"


def test_the_file_holds_the_figures_on_screen(demonstration_site: str, visit: Go) -> None:
    page = visit(f"{demonstration_site}{JUNE}&area=camden").page
    link = page.get_by_role("link", name="Download CSV")
    assert link.get_attribute("download") == "demonstration-satisfaction-victims-satisfied-overall-camden-2017-06.csv"
    with urlopen(demonstration_site + (link.get_attribute("href") or "")) as answer:
        found = list(csv.DictReader(io.StringIO(answer.read().decode("utf-8-sig"), newline="")))
    (latest,) = [row for row in found if (row["table"], row["figure"], row["period_end"]) ==
                 ("trend", "share", "2017-06-30")]  # fmt: skip
    assert page.locator("#satisfaction-side dd").first.inner_text() == f"{float(latest['value']):.0f}%"
    expect(page.get_by_role("link", name="Download image")).to_have_count(1)


def test_an_edition_without_answers_and_no_javascript(site: str, visit: Go) -> None:
    page = visit(f"{site}/satisfaction", PHONE, scripts=False).page
    expect(page.locator("h1")).to_contain_text("This edition holds no answers to the surveys")
    expect(page.locator("#satisfaction-matrix td.mx .ci")).to_have_count(108)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]


def test_it_prints_without_controls_and_nothing_runs_off_the_page(demonstration_site: str, visit: Go) -> None:
    page = visit(demonstration_site + JUNE).page
    page.set_viewport_size({"width": 690, "height": 1000})
    page.emulate_media(media="print")
    for place in ("#controls", "#satisfaction-actions"):
        expect(page.locator(place)).to_be_hidden()
    for place in ("#satisfaction-gap table", "#satisfaction-matrix table"):
        expect(page.locator(place)).to_be_visible()
        assert page.locator(place).evaluate("each => each.getBoundingClientRect().right") <= 690
    assert page.evaluate("document.documentElement.scrollWidth") <= 690
