"""What goes over the wire for a page, by Chromium's own count."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import CDPSession

STATIC = "/static/"


@dataclass
class Request:
    """`received`, `sent`: bytes of head and body, compressed as they were; 0 received where the cache had it."""

    url: str
    method: str
    sent: int
    headers: dict[str, str] = field(default_factory=dict)
    received: int = 0
    is_done: bool = False
    is_from_cache: bool = False


class Traffic:
    """Listens from its making on."""

    def __init__(self, session: CDPSession) -> None:
        self._by_id: dict[str, Request] = {}
        self._last = time.monotonic()
        heard = {"requestWillBeSent": self._asked, "requestServedFromCache": self._from_memory,
                 "responseReceived": self._answered, "loadingFinished": self._finished, "loadingFailed": self._finished,
                 }  # fmt: skip
        for name, hear in heard.items():
            session.on(f"Network.{name}", hear)
        session.send("Network.enable")

    def requests(self, after: int = 0) -> list[Request]:
        """Those that went over the wire, but for the first `after`."""
        return [each for each in list(self._by_id.values())[after:] if not each.is_from_cache]

    def __len__(self) -> int:
        return len(self._by_id)

    def is_quiet(self, seconds: float) -> bool:
        """Whether all that was asked for has come, that long ago."""
        return all(each.is_done for each in self._by_id.values()) and time.monotonic() - self._last > seconds

    def _asked(self, event: dict[str, Any]) -> None:
        request = event["request"]
        if not request["url"].startswith("http"):
            return
        sent = len(request["url"]) + sum(len(name) + len(each) + 4 for name, each in request["headers"].items())
        posted = len(request.get("postData", "").encode())
        self._by_id[event["requestId"]] = Request(request["url"], request["method"], sent + posted)
        self._last = time.monotonic()

    def _from_memory(self, event: dict[str, Any]) -> None:
        if found := self._by_id.get(event["requestId"]):
            found.is_from_cache = True

    def _answered(self, event: dict[str, Any]) -> None:
        if found := self._by_id.get(event["requestId"]):
            answer = event["response"]
            found.headers = {name.lower(): value for name, value in answer["headers"].items()}
            found.is_from_cache = found.is_from_cache or bool(answer.get("fromDiskCache"))

    def _finished(self, event: dict[str, Any]) -> None:
        if found := self._by_id.get(event["requestId"]):
            found.received, found.is_done = int(event.get("encodedDataLength", 0)), True
            self._last = time.monotonic()


def received(requests: list[Request]) -> int:
    """Bytes of all their answers."""
    return sum(each.received for each in requests)
