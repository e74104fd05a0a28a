"""What is counted of a page's traffic, and which of its files are as they should be; without a browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from benchmarks.page import visits
from benchmarks.page.traffic import Request, Traffic, received
from benchmarks.page.visits import wrong_with

FOR_EVER = {"cache-control": "public, max-age=31536000, immutable"}
Hear = Callable[[dict[str, Any]], None]


class Session:
    """Stands for Chromium: says what a test has it say."""

    def __init__(self) -> None:
        self.heard: dict[str, Hear] = {}

    def on(self, name: str, hear: Hear) -> None:
        self.heard[name] = hear

    def send(self, command: str) -> None:
        assert command == "Network.enable"

    def says(self, name: str, id: str, **more: Any) -> None:
        self.heard[f"Network.{name}"]({"requestId": id, **more})

    def asks(self, id: str, url: str, **more: Any) -> None:
        self.says("requestWillBeSent", id, request={"url": url, "method": "GET", "headers": {"A": "bc"}, **more})


def test_what_came_from_the_cache_is_no_traffic() -> None:
    session = Session()
    traffic = Traffic(session)  # type: ignore[arg-type]
    for id in ("page", "script", "style"):
        session.asks(id, f"http://a/{id}")
    session.asks("icon", "data:image/png;base64,AA")
    session.says("requestServedFromCache", "script")
    session.says("responseReceived", "style", response={"headers": {}, "fromDiskCache": True})
    session.says("responseReceived", "page", response={"headers": {"Content-Type": "text/html"}})
    session.says("loadingFinished", "page", encodedDataLength=1234)
    assert [each.url for each in traffic.requests()] == ["http://a/page"] and received(traffic.requests()) == 1234
    assert traffic.requests()[0].headers == {"content-type": "text/html"} and not traffic.is_quiet(0)
    session.says("loadingFinished", "script")
    session.says("loadingFailed", "style")
    assert traffic.is_quiet(-1) and not traffic.is_quiet(60) and len(traffic) == 3
    session.asks("change", "http://a/", postData="né", method="POST")
    assert [each.sent for each in traffic.requests(after=3)] == [len("http://a/") + len("A: bc\r\n") + 3]


@pytest.mark.parametrize(("path", "headers", "wrong"), [
    ("/crime-map", {"content-type": "text/html; charset=utf-8"}, None),
    ("/logo.svg", FOR_EVER, "not a static file"),
    ("/static/a.js", {"content-encoding": "br"}, "does not say immutable"),
    ("/static/a.js", {**FOR_EVER, "content-type": "text/javascript"}, "Content-Encoding None"),
    ("/static/b.js", {**FOR_EVER, "content-encoding": "br"}, "not built"),
    ("/static/a.js", {**FOR_EVER, "content-encoding": "br"}, None),
    ("/static/a.woff2", {**FOR_EVER, "content-type": "font/woff2"}, None),
])  # fmt: skip
def test_a_static_file_is_kept_for_ever_and_was_compressed_before(
    path: str, headers: dict[str, str], wrong: str | None, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.js.br").write_bytes(b"small")
    monkeypatch.setattr(visits, "BUILT", tmp_path)
    monkeypatch.setattr(visits, "_as_sent", lambda url: b"small")
    found = wrong_with(Request(f"http://a{path}", "GET", 0, headers))
    assert found is None if wrong is None else found is not None and wrong in found
    monkeypatch.setattr(visits, "_as_sent", lambda url: b"made now")
    if path == "/static/a.js" and wrong is None:
        assert (
            wrong_with(Request(f"http://a{path}", "GET", 0, headers)) == "/static/a.js: not what was compressed before"
        )
