"""Changes of the page's own controls: how long until each is on the screen, and what it moves.

No change is made twice, so that neither the browser nor the site has the answer ready: the fast changes and the slow
ones take other measures, boroughs and months.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from playwright.sync_api import Browser, Page
from rich.console import Console

from benchmarks.measuring import Bound, Result, percentile
from benchmarks.page.chromium import Sight, look, newcomer
from benchmarks.page.traffic import received
from benchmarks.page.visits import KB, PAGE

EACH = 6  # of measures, boroughs and periods
QUIET = {False: 400, True: 900}  # ms without a new paint after which a change is over
BARS = {False: 90, True: 400}


@dataclass(frozen=True)
class Change:
    """`milliseconds`: from the event to the paint of the last that it changed. Bytes of heads and bodies."""

    kind: str
    milliseconds: float
    received: int
    sent: int
    requests: int


def change_lines(console: Console, browser: Browser, base: str) -> list[Result]:
    """The median time, fast and slow; the bytes of each change."""
    fast, slow = (changes(browser, base, is_slow=is_slow) for is_slow in (False, True))
    for name, found in (("Fast", fast), ("Slow", slow)):
        kinds = "; ".join(f"{kind} {_median(found, kind):,.0f}" for kind in ("measure", "borough", "period"))
        times = sorted(each.milliseconds for each in found)
        console.print(f"{name}: {len(found)} changes, median by kind in ms: {kinds}; "
                      f"p95 {percentile(times, 0.95):,.0f} ms, longest {times[-1]:,.0f} ms.")  # fmt: skip
    sizes = sorted(each.received / KB for each in [*fast, *slow])
    heavy = statistics.median(each.received for each in [*fast, *slow] if each.kind == "measure") / KB
    sent = statistics.median(each.sent for each in fast) / KB
    console.print(f"A change asks {statistics.mean(each.requests for each in fast):.1f} times and sends {sent:.1f} kB. "
                  f"It receives {percentile(sizes, 0.5):.1f} kB (p95 {percentile(sizes, 0.95):.1f} kB); one of the "
                  f"measure, which writes the whole page anew, {heavy:.1f} kB.")  # fmt: skip
    return [
        *(Bound(f"A change on the screen, median of {len(found)}, {name}", _median(found), BARS[is_slow], "ms")
          for name, found, is_slow in (("fast", fast, False), ("slow", slow, True))),
        Bound("Bytes received for a change, median", percentile(sizes, 0.5), 5, "kB", 1),
    ]  # fmt: skip


def changes(browser: Browser, base: str, *, is_slow: bool) -> list[Change]:
    """One after another on one page, of each kind in turn."""
    with newcomer(browser) as reader:
        sight = look(reader, base + PAGE, is_slow=is_slow)
        return [_timed(sight, kind, make, QUIET[is_slow]) for kind, make in _plan(sight.page, skip=EACH * is_slow)]


def _plan(page: Page, *, skip: int) -> Iterator[tuple[str, Callable[[], object]]]:
    """Measures and months in the order of their lists, boroughs in that of the ranking, but for the first `skip`."""
    measures = _others(page, "#measure")[2 * skip : 2 * (skip + EACH) : 2]  # neighbours are often parts of one another
    months = _others(page, "#to")[skip : skip + EACH]
    links = page.locator("#ranking-side a[data-address][href*='area=']")
    slugs = links.evaluate_all(
        "links => links.map(a => new URL(a.getAttribute('href'), location.href).searchParams.get('area'))"
    )
    boroughs = list(dict.fromkeys(slugs))[skip : skip + EACH]
    if min(map(len, (measures, months, boroughs))) < EACH:
        raise LookupError(f"too few choices: {measures}, {months}, {boroughs}")
    for measure, borough, month in zip(measures, boroughs, months, strict=True):
        yield "measure", partial(page.select_option, "#measure", measure)
        yield "borough", page.locator(f"#ranking-side a[href*='area={borough}']").first.click
        yield "period", partial(page.select_option, "#to", month)


def _others(page: Page, control: str) -> list[str]:
    """The values of a list that can be chosen, but for the one that is."""
    options = "box => [...box.options].filter(o => !o.selected && !o.disabled).map(o => o.value)"
    return [str(value) for value in page.locator(control).evaluate(options)]


def _timed(sight: Sight, kind: str, make: Callable[[], object], quiet: int) -> Change:
    """Raises RuntimeError where the page says the same as before."""
    before = len(sight.traffic)
    sight.page.evaluate("() => lppMeasure.arm()")
    make()
    found = sight.until(f"() => lppMeasure.taken({quiet})")
    sight.until_quiet(0.2)
    if not found["differs"]:
        raise RuntimeError(f"the page says the same after another {kind}: {sight.page.url}")
    asked = sight.traffic.requests(after=before)
    return Change(kind, found["milliseconds"], received(asked), sum(each.sent for each in asked), len(asked))


def _median(found: list[Change], kind: str | None = None) -> float:
    return statistics.median(each.milliseconds for each in found if kind in (None, each.kind))
