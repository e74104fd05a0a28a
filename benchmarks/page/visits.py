"""A first visit to the map and a second: bytes, requests, what moved, and when the map was there."""

from __future__ import annotations

import statistics
import urllib.request
from urllib.parse import urlsplit

from playwright.sync_api import Browser
from rich.console import Console

from benchmarks.measuring import Bound, Result
from benchmarks.page.chromium import look, newcomer
from benchmarks.page.traffic import STATIC, Request, received
from benchmarks.readers.served import ROOT

PAGE = "/crime-map"
SLOW_VISITS = 5
KB = 1000
COMPRESSED_ALREADY = ("font/woff2", "image/png", "image/webp")
BUILT = ROOT / "build" / "static"


def visit_lines(console: Console, browser: Browser, base: str) -> list[Result]:
    """What two visits on a fast machine move, and what a reader on a slow one sees."""
    with newcomer(browser) as reader:
        first = look(reader, base + PAGE)
        sent, shift = first.traffic.requests(), first.page.evaluate("() => lppMeasure.paint().shift")
        first.page.close()
        again = look(reader, base + PAGE).traffic.requests()
    for each in sorted(sent, key=lambda each: -each.received):
        console.print(f"  {each.received / KB:7.1f} kB {each.method} {urlsplit(each.url).path}", markup=False)
    wrong = [what for each in sent if (what := wrong_with(each))]
    for what in wrong:
        console.print(f"  {what}", markup=False)
    slow = [_slow(browser, base) for _ in range(SLOW_VISITS)]
    paints, maps, shifts = ([each[name] for each in slow] for name in ("first", "map", "shift"))
    console.print(f"Slow visits: first paint {_span(paints)} ms, the map {_span(maps)} ms.")
    return [
        Bound("First visit: bytes", received(sent) / KB, 750, "kB"),
        Bound("First visit: requests", len(sent), 20, ""),
        Bound("Second visit: bytes", received(again) / KB, 30, "kB", 1),
        Bound("Static files not kept for ever or not compressed before", len(wrong), 0, ""),
        Bound("Layout shift, the most of all visits", max(shift, *shifts), 0.05, "", 3),
        Bound("Slow network and processor: first contentful paint", statistics.median(paints) / 1000, 1.5, "s", 2),
        Bound("Slow network and processor: the map painted", statistics.median(maps) / 1000, 2.0, "s", 2),
    ]


def wrong_with(request: Request) -> str | None:
    """Why what a page loads is not as a static file should be; None where it is, or is no file."""
    path, said = urlsplit(request.url).path, request.headers
    if request.method != "GET" or said.get("content-type", "").startswith("text/html"):
        return None
    if not path.startswith(STATIC):
        return f"{path}: not a static file"
    if "immutable" not in said.get("cache-control", ""):
        return f"{path}: Cache-Control {said.get('cache-control')!r} does not say immutable"
    if said.get("content-type", "") in COMPRESSED_ALREADY:
        return None
    built = BUILT / f"{path.removeprefix(STATIC)}.br"
    if said.get("content-encoding") != "br" or not built.exists():
        return f"{path}: Content-Encoding {said.get('content-encoding')!r}; {'' if built.exists() else 'not '}built"
    return None if built.read_bytes() == _as_sent(request.url) else f"{path}: not what was compressed before"


def _as_sent(url: str) -> bytes:
    with urllib.request.urlopen(urllib.request.Request(url, headers={"Accept-Encoding": "br"}), timeout=30) as answer:
        return bytes(answer.read())


def _slow(browser: Browser, base: str) -> dict[str, float]:
    with newcomer(browser) as reader:
        sight = look(reader, base + PAGE, is_slow=True)
        sight.until("() => lppMeasure.paint().map !== null")
        return dict(sight.page.evaluate("() => lppMeasure.paint()"))


def _span(values: list[float]) -> str:
    return f"{min(values):,.0f} to {max(values):,.0f}"
