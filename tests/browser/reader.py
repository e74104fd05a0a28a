"""A reader: a page in a browser, and what it asked of the network and said on the console."""

from __future__ import annotations

import socket
import time
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Page

DESKTOP, PHONE = (1280, 900), (390, 844)


@dataclass
class Visit:
    """`answers` holds those of 400 and above."""

    page: Page
    hosts: set[str] = field(default_factory=set)
    errors: list[str] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)

    def listen(self) -> None:
        self.page.on("request", lambda r: self.hosts.add(urlsplit(r.url).netloc) if r.url.startswith("http") else None)
        self.page.on("console", lambda m: self.errors.append(m.text) if m.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda e: self.errors.append(str(e)))
        self.page.on("response", lambda r: self.answers.append(f"{r.status} {r.url}") if r.status >= 400 else None)


def until(page: Page, condition: str, arg: object = None, seconds: float = 10.0) -> None:
    """Ask again and again: page.wait_for_function needs eval, which the pages' security policy forbids."""
    end = time.monotonic() + seconds
    while not page.evaluate(condition, arg):
        if time.monotonic() > end:
            raise AssertionError(f"not within {seconds} s: {condition} with {arg!r} at {page.url}")
        page.wait_for_timeout(20)


def ready(page: Page) -> None:
    """Until the app's own page has taken the place of the first response."""
    page.wait_for_selector("#page main", state="attached")
    until(page, "() => !document.getElementById('first-sight')")
    if page.locator("#controls").count():
        until(page, "() => window.lpp.address.canonical() !== null")


def wait_for_port(address: str, seconds: float = 30.0) -> None:
    """Until something listens, without asking it anything."""
    host, port = urlsplit(address).netloc.split(":")
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex((host, int(port))) == 0:
                return
        time.sleep(0.02)
    raise TimeoutError(f"nothing listens at {address}")
