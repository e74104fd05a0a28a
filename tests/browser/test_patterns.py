"""What the browser makes of values and patterns is what the server writes for the same address, element for element."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from components.crime_map import PARTS
from tests.browser.reader import DESKTOP, PHONE, Visit, until

pytestmark = pytest.mark.browser
Go = Callable[..., Visit]
# One change after another, with and without figures, a break, a selected borough, each order, each form.
STEPS = (
    "measure=robbery&span=12m&to=2017-06&show=rate", "measure=robbery&span=12m&to=2017-06&show=rate&area=camden",
    "measure=robbery&span=12m&to=2016-03&show=number&area=camden",
    "measure=robbery&span=quarter&to=2016-03&show=change",
    "measure=homicide&span=month&to=2017-05&show=rate&area=sutton",
    "measure=homicide&span=12m&to=2017-05&show=change",
    "measure=burglary&span=12m&to=2017-06&show=rate&area=westminster&form=tiles",
    "measure=burglary&span=12m&to=2017-06&show=rate&form=tiles&sort=borough&rows=all",
    "measure=violence-with-injury&span=12m&to=2018-06&show=rate&area=kensington-and-chelsea",
    "measure=burglary&span=12m&to=2026-06&show=rate",
)  # fmt: skip
# The same document twice: attributes of an element in one order, and of a select what the reader has chosen left out.
COMPARE = """async ([ids, query]) => {
  const answer = await fetch(`/crime-map?${query}`);
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const told = node => {
    if (node.nodeType === 3) return node.textContent;
    if (node.nodeType !== 1) return '';
    const names = [...node.attributes].map(a => a.name).filter(n => n !== 'selected').sort();
    const kept = names.map(n => n === 'class' ? ['class', node.getAttribute(n).trim()] : [n, node.getAttribute(n)])
      .filter(([n, v]) => !(n === 'class' && v === ''));
    return `<${node.localName} ${JSON.stringify(kept)}>${[...node.childNodes].map(told).join('')}</>`;
  };
  const inside = (where, id) => [...where.getElementById(id).childNodes].map(told).join('');
  const map = where => [...where.querySelectorAll('.map-box .area')].map(
    a => [a.dataset.code, a.getAttribute('class'), a.dataset.tip]);
  const found = {};
  for (const id of ids) {
    const [here, there] = [inside(document, id), inside(fresh, id)];
    if (here !== there) {
      let at = 0;
      while (here[at] === there[at]) at++;
      found[id] = [here.slice(Math.max(0, at - 80), at + 120), there.slice(Math.max(0, at - 80), at + 120)];
    }
  }
  if (JSON.stringify(map(document)) !== JSON.stringify(map(fresh))) found.map = [map(document), map(fresh)];
  return found;
}"""


def go(page: Page, query: str) -> None:
    page.evaluate("query => lpp.address.go('?' + query)", query)
    until(page, "query => lpp.address.canonical() === '?' + query", arg=query)


def test_every_part_is_what_the_server_writes(site: str, visit: Go) -> None:
    """All but what is only said aloud, which a page that has just come does not say."""
    page = visit(f"{site}/crime-map").page
    page.locator(".trend-table summary").click()
    ids = [*(part for part in PARTS if part != "announcement"), "trend-rows"]
    for query in STEPS:
        go(page, query)
        page.wait_for_timeout(50)  # the months are written when the answer has settled
        assert page.evaluate(COMPARE, [ids, query]) == {}, query


@pytest.mark.parametrize("size", [DESKTOP, (800, 900), PHONE], ids=["1280", "800", "390"])
def test_the_band_of_the_period_lies_exactly_behind_the_chart(site: str, visit: Go, size: tuple[int, int]) -> None:
    """On the screen and in print: two drawings of one size in one place."""
    page = visit(f"{site}/crime-map?to=2017-06", size).page
    for media in ("screen", "print"):
        page.emulate_media(media=media)
        boxes = page.evaluate(
            "() => ['.under', '.plot'].map(kind => [...document.querySelectorAll(`.over ${kind} > svg`)]"
            ".map(svg => svg.getBoundingClientRect()).filter(box => box.width)"
            ".map(box => [box.x, box.y, box.width, box.height].map(Math.round)))"
        )
        assert len(boxes[0]) == 1 and boxes[0] == boxes[1], media
