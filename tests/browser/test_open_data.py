"""The open data page by keyboard: the interface's documentation, an example, and a file that is what the page says."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from etl.bulk import write_bulk
from tests.browser.audit import no_violations, questions
from tests.browser.reader import DESKTOP, PHONE, Visit

pytestmark = pytest.mark.browser
Go = Callable[..., Visit]


@pytest.fixture(scope="module")
def open_site(
    serve: Callable[..., str], demonstration_editions: Path, tmp_path_factory: pytest.TempPathFactory
) -> str:
    """The demonstration with its bulk files."""
    (file,) = demonstration_editions.glob("*.duckdb")
    folder = tmp_path_factory.mktemp("open-data-site")
    shutil.copy(file, folder)
    (folder / "current").write_text(file.stem)
    write_bulk(folder / file.name)
    return serve(folder, workers=1)


def on_to(page: Page, query: str, most: int = 40) -> None:
    """Tab until that element has focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("query => document.activeElement.matches(query)", query):
            return
    raise AssertionError(f"{query} is not reached in {most} steps of the keyboard")


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_the_interface_is_read_with_the_keyboard_alone(open_site: str, visit: Go, size: tuple[int, int]) -> None:
    seen = visit(f"{open_site}/open-data", size)
    page = seen.page
    on_to(page, ".contents a[href='#interface']")
    page.keyboard.press("Enter")
    on_to(page, "#interface table a[href='#api-observations']")
    parameters = page.locator("#api-observations [role=region]").first
    expect(parameters).to_be_hidden()
    page.keyboard.press("Enter")
    expect(parameters).to_be_visible()
    expect(parameters).to_contain_text("Id of a count, as /measures lists them. Required.")
    on_to(page, "#api-observations > summary", most=1)
    on_to(page, "#api-observations [role=region]", most=1)
    page.keyboard.press("Tab")
    expect(page.locator("#api-observations [role=region]").last).to_be_focused()
    no_violations(page)
    assert questions(page, with_keyboard=True) == []
    assert (seen.hosts, seen.errors, seen.answers) == ({urlsplit(open_site).netloc}, [], [])


def test_a_table_of_words_is_read_on_a_phone_without_moving_it(open_site: str, visit: Go) -> None:
    page = visit(f"{open_site}/open-data", PHONE).page
    boxes = page.locator(".scrolls:visible", has_not=page.locator("thead th:nth-child(4)"))
    assert boxes.evaluate_all("all => all.length > 2 && all.filter(box => box.scrollWidth > box.clientWidth)") == []


def test_an_example_opens_with_this_sites_address_and_a_file_is_what_the_page_says(open_site: str, visit: Go) -> None:
    seen = visit(f"{open_site}/open-data#reading")
    page = seen.page
    page.locator("#example-5 > summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("region", name="Code: The DuckDB shell: without a download")).to_be_focused()
    expect(page.locator("#example-5 code").last).to_contain_text(f"ATTACH '{open_site}/api/v1/latest/bulk/edition")
    row = page.locator("#bulk tr", has=page.get_by_role("link", name="area.parquet"))
    row.get_by_role("link").focus()
    with page.expect_download() as saved:
        page.keyboard.press("Enter")
    content = Path(saved.value.path()).read_bytes()
    assert hashlib.sha256(content).hexdigest() == row.locator("code").inner_text()
    no_violations(page)
    assert (seen.hosts, seen.errors, seen.answers) == ({urlsplit(open_site).netloc}, [], [])
