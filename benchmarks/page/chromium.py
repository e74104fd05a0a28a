"""A page in Chromium, measured: fast, or slowed down to a phone on a slow network."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from benchmarks.page.traffic import Traffic

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
WINDOW = {"width": 1280, "height": 900}
MEASURE = Path(__file__).with_name("measure.js").read_text(encoding="utf-8")
SLOW_CPU = 4
# 1.6 Mbit/s down and 0.75 up, 150 ms to the server and back: what Chromium's own tools call slow 4G.
SLOW_NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8,
                "uploadThroughput": 750_000 / 8}  # fmt: skip
LONGEST = 30.0


@dataclass
class Sight:
    """A page and what went over the wire for it."""

    page: Page
    traffic: Traffic

    def until(self, condition: str, seconds: float = LONGEST) -> Any:
        """What an expression gives once it gives something. Raises TimeoutError that quotes it."""
        end = time.monotonic() + seconds
        while not (found := self.page.evaluate(condition)):
            if time.monotonic() > end:
                raise TimeoutError(f"not within {seconds:.0f} s: {condition} at {self.page.url}")
            self.page.wait_for_timeout(20)
        return found

    def until_quiet(self, seconds: float = 1.0) -> None:
        """Until nothing has been asked for or has come for so long. Raises TimeoutError."""
        end = time.monotonic() + LONGEST
        while not self.traffic.is_quiet(seconds):
            if time.monotonic() > end:
                raise TimeoutError(f"still loading after {LONGEST:.0f} s: {self.page.url}")
            self.page.wait_for_timeout(50)


def path() -> str | None:
    """Where Chromium is, as scripts/chromium.sh has found it or where it usually is."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


@contextmanager
def browsing(executable: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def newcomer(browser: Browser) -> Iterator[BrowserContext]:
    """A reader who has never been here: an empty cache."""
    context = browser.new_context(viewport=WINDOW)  # type: ignore[arg-type]
    context.add_init_script(MEASURE)
    yield context
    context.close()


def look(context: BrowserContext, url: str, *, is_slow: bool = False) -> Sight:
    """Open an address in a new page, until all has come and the app has started."""
    page = context.new_page()
    session = context.new_cdp_session(page)
    sight = Sight(page, Traffic(session))
    if is_slow:
        session.send("Network.emulateNetworkConditions", SLOW_NETWORK)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOW_CPU})
    page.goto(url)
    sight.until("() => !document.getElementById('first-sight') && window.lpp.address.canonical() !== null")
    sight.until_quiet()
    return sight
