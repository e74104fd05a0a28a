"""What a reader does on every page with controls: read the address, open the controls, choose, wait for the answer."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page

from tests.browser.reader import until


def params(page: Page) -> dict[str, str]:
    """The address's parameters, each with its first value."""
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def open_controls(page: Page) -> None:
    """Where a phone keeps them folded."""
    button = page.get_by_role("button", name="Change", exact=True)
    if button.is_visible() and button.get_attribute("aria-expanded") == "false":
        button.click()


def settled(page: Page, name: str, value: str | None) -> None:
    """Until the canonical address has that value of a parameter, or, for None, has it not."""
    until(page, "([n, v]) => new URLSearchParams(lpp.address.canonical()).get(n) === v", arg=[name, value])


def choose(page: Page, name: str, value: str, *, gives: str | None = None) -> None:
    """Change a control, be it a list or one of several buttons, and wait for the answer: `gives` where not `value`."""
    open_controls(page)
    if page.locator(f"#controls select[name={name}]").count():
        page.locator(f"#controls select[name={name}]").select_option(value)
    else:
        page.locator(f"#controls label:has([name={name}][value='{value}'])").click()
    settled(page, name, gives or value or None)
