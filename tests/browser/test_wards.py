"""The wards of a borough as a reader meets them, on the publishers' files, at a desk and on a phone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from etl.load import load
from tests.browser.audit import no_violations
from tests.browser.helpers import choose, settled
from tests.browser.reader import DESKTOP, PHONE, Visit, until

pytestmark = pytest.mark.browser
SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1280", "390"])
CAMDEN, MAPPED = "/boroughs/camden/wards", "/boroughs/camden/wards?to=2022-08"
Go = Callable[..., Visit]


@pytest.fixture(scope="module")
def ward_site(serve: Callable[..., str], official: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The dashboard over an edition of the publishers' ward files, ward boundaries and borough files."""
    folder = tmp_path_factory.mktemp("official-wards")
    load([official / name for name in ("recorded-crime-ward", "geography", "recorded-crime")], editions=folder)
    return serve(folder, workers=1)


@SIZES
def test_a_journey_from_the_latest_figures_to_the_map(ward_site: str, visit: Go, size: tuple[int, int]) -> None:
    seen = visit(ward_site + CAMDEN, size)
    page = seen.page
    expect(page.locator("h1")).to_contain_text("Of Camden’s 20 wards, Holborn & Covent Garden had the highest count")
    expect(page.locator("#wards-map")).to_contain_text("No map for this period.")
    expect(page.locator("#wards-data tbody tr")).to_have_count(21)
    page.locator("#wards-map").get_by_role("link", name="12 months to August 2022").click()
    settled(page, "to", "2022-08")
    expect(page.locator("svg.ward-map path.area")).to_have_count(18)
    expect(page.locator("#wards-sums")).to_contain_text("−1 (−0.1%)")
    no_violations(page)
    choose(page, "show", "change")
    expect(page.locator("h1")).to_contain_text("rose in 8 and fell in 9 of Camden’s 18 wards")
    page.locator("svg.ward-map path[data-code='E05000138']").click()
    settled(page, "ward", "E05000138")
    expect(page.locator(".selbox")).to_contain_text("Holborn and Covent Garden: 218 offences, down 7%")
    expect(page.locator("#wards-data tr.sel")).to_contain_text("Holborn and Covent Garden")
    expect(page.locator("#wards-announcement")).to_contain_text("Holborn and Covent Garden: 218 offences")
    no_violations(page)
    page.go_back()
    settled(page, "ward", None)
    choose(page, "to", "2025-03")
    expect(page.locator("#wards-corrections")).to_contain_text("This page shows numbers.")
    expect(page.locator("#controls [name=show][value=number]")).to_be_checked()
    assert (seen.errors, seen.answers) == ([], [])
    assert seen.hosts == {urlsplit(ward_site).netloc}
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_the_map_by_keyboard_alone(ward_site: str, visit: Go) -> None:
    page = visit(ward_site + MAPPED).page
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "ward-map":
            break
    assert page.evaluate("document.activeElement.id") == "ward-map"
    page.keyboard.press("ArrowRight")
    expect(page.locator(".tip b")).to_have_text("Belsize")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".tip b")).to_have_text("Bloomsbury")
    expect(page.locator("#ward-map-says")).to_contain_text("Bloomsbury. 12 months to August 2022. 185 offences.")
    expect(page.locator("svg.ward-map path.here")).to_have_count(1)
    page.keyboard.press("Enter")
    settled(page, "ward", "E05000129")
    until(page, "() => document.activeElement.id === 'ward-map'")
    expect(page.locator("#wards-data tr.sel")).to_contain_text("Bloomsbury")
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".tip b")).to_have_text("Belsize")
    page.keyboard.press("End")
    expect(page.locator(".tip b")).to_have_text("West Hampstead")
    page.keyboard.press("Escape")
    settled(page, "ward", None)
    expect(page.locator(".tip")).to_be_hidden()
    page.keyboard.press("Tab")  # one stop: the next is past the map
    assert page.evaluate("document.activeElement.closest('#ward-map')") is None


@SIZES
def test_without_scripts_the_page_and_its_links_work(ward_site: str, visit: Go, size: tuple[int, int]) -> None:
    page = visit(ward_site + MAPPED, size, scripts=False).page
    expect(page.locator("svg.ward-map path.area")).to_have_count(18)
    page.get_by_role("link", name="Kilburn", exact=True).click()
    expect(page.locator(".selbox")).to_contain_text("Kilburn: 126 offences")
    page.locator("#controls [name=to]").select_option("2025-03")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.locator("#wards-corrections")).to_contain_text("not one of the wards of 2022")


def test_the_file_and_the_link_are_those_of_the_view(ward_site: str, visit: Go) -> None:
    seen = visit(ward_site + MAPPED)
    page = seen.page
    choose(page, "measure", "robbery")
    with page.expect_download() as caught:
        page.get_by_role("link", name="Download CSV").click()
    assert caught.value.suggested_filename == "wards-camden-robbery-12m-2022-08.csv"
    assert "Robbery" in caught.value.path().read_text(encoding="utf-8-sig")


def test_an_edition_without_wards_says_so(demonstration_site: str, visit: Go) -> None:
    page = visit(demonstration_site + CAMDEN).page
    expect(page.locator("h1")).to_have_text("There are no ward figures for Camden in this edition")
