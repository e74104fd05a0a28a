"""What no page may fail: axe with the rules of WCAG 2.2, and what axe does not ask (audit.js)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
# axe takes four fifths of its time over contrast, an element at a time, and reads no colour of SVG. Rows and items of
# a list are alike, so that it is given the first of each; tests/components/test_theme.py measures the colours too.
ALIKE = {"exclude": [["svg"], ["tbody tr:nth-child(n+5)"], ["li:nth-child(n+5)"], ["details ~ details"],
                     [".measure ~ .measure"]]}  # fmt: skip
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}
OTHERS = {**RULES, "rules": {"target-size": {"enabled": True}, "color-contrast": {"enabled": False}}}
SPACING = (
    "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}"
    "p{margin-bottom:2em!important}"
)
OPEN = """() => {
  document.querySelectorAll("details").forEach(each => { each.open = true; });
  document.querySelectorAll("[data-toggle]").forEach(each => {
    if (each.offsetParent && each.getAttribute("aria-expanded") === "false") each.click();
  });
}"""
QUESTIONS = (Path(__file__).parent / "audit.js").read_text(encoding="utf-8")


def violations(page: Page, *, contrast: bool = True) -> list[tuple[str, list[Any]]]:
    """What axe finds: the rule, and the first elements that break it."""
    axe = Axe()
    found = axe.run(page, options=OTHERS).response["violations"]
    if contrast:
        found += axe.run(page, context=ALIKE, options=CONTRAST).response["violations"]
    return [(each["id"], [node["target"] for node in each["nodes"]][:4]) for each in found]


def no_violations(page: Page, *, contrast: bool = True) -> None:
    found = violations(page, contrast=contrast)
    assert found == [], f"{found} at {page.url}"


def open_folds(page: Page) -> None:
    """All that is folded, and what a phone keeps behind a button."""
    page.evaluate(OPEN)


def questions(page: Page, *, with_keyboard: bool = False) -> list[str]:
    """The answers of audit.js that are wrong."""
    if with_keyboard:
        page.keyboard.press("Tab")
    wrong: list[str] = page.evaluate(QUESTIONS, with_keyboard)
    return wrong
