"""The audit that every page must pass fails on a page with a fault: pages made by hand, one fault each."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.audit import questions, violations
from tests.browser.reader import PHONE

pytestmark = pytest.mark.browser
Asked = Callable[[str], Page]
SOUND = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>A page</title>
<style>body{color:#17212B;background:#fff;font:16px/1.5 sans-serif;margin:0} a,button{display:inline-block;padding:8px}
:focus{outline:3px solid #12507B} .few{color:#aaa} .tiny{padding:0;font-size:8px;line-height:8px}
.lost:focus{outline:none} .wide{width:2000px} .cut{width:40px;height:12px;overflow:hidden;white-space:nowrap}
</style></head><body><header><nav aria-label="Pages"><a href="/">Home</a></nav></header>
<main><h1>Recorded offences</h1><p>Burglary fell.</p>HERE</main><footer><p>The end</p></footer></body></html>"""
TABLE = '<table><caption>Offences</caption><thead><tr><th scope="col">Area</th></tr></thead><tbody>ROW</tbody></table>'
ROW = '<tr><th scope="row">Camden</th></tr>'
PIXEL = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
# What stands in the page, and the rule of axe that it breaks.
BY_AXE = {
    "an image without words": (f'<img src="{PIXEL}" width="90" height="90">', "image-alt"),
    "too little contrast": ('<p class="few">Provisional</p>', "color-contrast"),
    "targets that are too small": ('<p><button class="tiny">a</button><button class="tiny">b</button></p>',
                                   "target-size"),
    "a button without a name": ("<button></button>", "button-name"),
    "a field without a label": ('<input type="text">', "label"),
    "a list that holds no items": ("<ul><div>Camden</div></ul>", "list"),
    "a role that there is not": ('<div role="figurine">x</div>', "aria-roles"),
}  # fmt: skip
# What stands in the page, and how the sentence begins that says so.
BY_QUESTIONS = {
    "focus that is not seen": ('<a class="lost" href="/a">Trends</a>', "focus is not seen"),
    "a second main heading": ("<h1>Again</h1>", "not one main h1"),
    "a level that is skipped": ("<h4>Deep</h4>", "a level of headings is skipped"),
    "two elements of one name": ('<p id="a">x</p><p id="a">y</p>', "two elements are called a"),
    "a label of nothing": ('<section aria-labelledby="none">x</section>', "aria-labelledby names nothing"),
    "a drawing that is not named": ('<svg width="9" height="9"><text>9</text></svg>', "a drawing neither named"),
    "a stop that is hidden": ('<div aria-hidden="true"><a href="/a">x</a></div>', "a stop that is hidden"),
    "a figure without a table": ('<svg role="img" aria-label="Map" width="400" height="90"></svg><a href="/a">On</a>',
                                 "no way from a figure to its table"),
    "a table without a caption": (TABLE.replace("<caption>Offences</caption>", "").replace("ROW", ROW),
                                  "a table without a caption"),
    "a row without a head": (TABLE.replace("ROW", "<tr><td>Camden</td></tr>"), "a table whose rows have no heads"),
    "two ways of one name": ('<p><a href="/a">More</a> <a href="/b">More</a></p>', "two links of one name"),
    "an order of its own": ('<a href="/a" tabindex="3">x</a>', "an order of its own"),
    "a page that is too wide": ('<p class="wide">x</p>', "the page is 2"),
    "text that is cut": ('<p class="cut">Metropolitan Police Service</p>', "text is cut"),
    "a box that only a mouse scrolls": ('<div class="cut" style="overflow:auto">Metropolitan Police Service</div>',
                                        "a box that scrolls is no stop"),
}  # fmt: skip


@pytest.fixture(scope="module")
def asked(browser: Browser) -> Iterator[Asked]:
    """A page with something in its main part."""
    page = browser.new_page(viewport={"width": PHONE[0], "height": PHONE[1]})

    def show(content: str) -> Page:
        page.set_content(SOUND.replace("HERE", content))
        return page

    yield show
    page.close()


def test_a_sound_page_has_no_fault(asked: Asked) -> None:
    page = asked(f'<a href="/trends">Trends</a>{TABLE.replace("ROW", ROW)}<img src="{PIXEL}" alt="A map">')
    assert violations(page) == []
    assert questions(page, with_keyboard=True) == []


@pytest.mark.parametrize("fault", BY_AXE)
def test_axe_is_asked_for_it(asked: Asked, fault: str) -> None:
    content, rule = BY_AXE[fault]
    assert rule in [name for name, _ in violations(asked(content))]


@pytest.mark.parametrize("fault", BY_QUESTIONS)
def test_it_is_one_of_the_questions(asked: Asked, fault: str) -> None:
    content, begins = BY_QUESTIONS[fault]
    found = questions(asked(content), with_keyboard=True)
    assert [said for said in found if said.startswith(begins)], found


def test_a_page_in_no_language_is_found(asked: Asked) -> None:
    page = asked("")
    page.evaluate("document.documentElement.removeAttribute('lang')")
    assert "the language is not said" in questions(page)
    assert "html-has-lang" in [name for name, _ in violations(page, contrast=False)]
