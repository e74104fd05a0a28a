"""The Data and methods page as a reader meets it, at a desk and on a phone."""

from __future__ import annotations

from collections.abc import Callable
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from data.methods_export import COLUMNS
from tests.browser.reader import DESKTOP, PHONE, Visit

pytestmark = pytest.mark.browser
SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1280", "390"])
PATH = "/data-and-methods"
Go = Callable[..., Visit]


@SIZES
def test_a_reader_finds_sources_files_and_a_measure(site: str, visit: Go, size: tuple[int, int]) -> None:
    seen = visit(site + PATH, size)
    page = seen.page
    expect(page.locator("h1")).to_contain_text("The figures come from 8 files and 9,270 rows")
    page.locator("#sources summary").first.click()
    expect(page.locator("#sources details table").first).to_be_visible()
    page.get_by_role("link", name="Measures", exact=True).click()
    assert page.url.endswith("#measures")
    page.locator("#measure-burglary a", has_text="See the map").click()
    page.wait_for_url("**/crime-map?measure=burglary**")
    assert seen.hosts == {urlsplit(site).netloc}
    assert (seen.errors, seen.answers) == ([], [])


@SIZES
def test_a_series_is_chosen_and_its_revisions_are_listed(site: str, visit: Go, size: tuple[int, int]) -> None:
    page = visit(site + PATH, size).page
    series = "home_office > Violence against the person > Violence without injury"
    page.locator("#revised").select_option(f"recorded_crime:{series}")
    page.get_by_role("button", name="Show revisions").click()
    page.wait_for_url("**revised=recorded_crime**")
    expect(page.locator("#revisions .sentences li").first).to_contain_text("Violence without injury")
    assert page.locator("#revised").input_value() == f"recorded_crime:{series}"


def test_it_works_without_javascript_and_by_keyboard(site: str, visit: Go) -> None:
    page = visit(site + PATH, scripts=False).page
    expect(page.locator("#glossary dt").first).to_be_visible()
    page.locator("#revised").select_option("recorded_crime")
    page.locator(".choose button").press("Enter")
    expect(page.locator("#revisions h3").first).to_have_text("The largest changes: Recorded crime by borough")
    expect(page.locator("#refused .scrolls, #sources .scrolls").first).to_have_attribute("tabindex", "0")


def test_the_demonstration_cannot_be_taken_for_the_official_edition(demonstration_site: str, visit: Go) -> None:
    page = visit(demonstration_site + PATH).page
    expect(page.locator(".banner").first).to_contain_text("Demonstration data.")
    expect(page.locator("#about .sub")).to_contain_text("Demonstration edition.")


@pytest.mark.parametrize("table", COLUMNS)
def test_every_table_downloads_as_csv(demonstration_site: str, table: str) -> None:
    with urlopen(f"{demonstration_site}{PATH}/{table}.csv") as answer:
        assert f"demonstration-{table}.csv" in answer.headers["Content-Disposition"]
        first = answer.read().decode("utf-8").splitlines()[0]
    assert first == "\ufeff" + ",".join((*COLUMNS[table], "edition", "data_kind", "licence"))


def test_a_table_that_there_is_not_is_a_404(site: str) -> None:
    with pytest.raises(HTTPError) as refused:
        urlopen(f"{site}{PATH}/secrets.csv")
    assert refused.value.code == 404
    refused.value.close()
