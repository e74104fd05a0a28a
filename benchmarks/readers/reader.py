"""One reader: a browser with a cache, who reads for some seconds and then does the next thing."""

from __future__ import annotations

import asyncio
import json
import random
import re
import time
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import brotli

from benchmarks.readers.connection import Answer, Connection, Lost
from benchmarks.readers.mix import ADDRESSES, Step, Wanderer
from benchmarks.readers.site import Site, change

BROWSER = {"Accept-Encoding": "gzip, deflate, br", "User-Agent": "load-test", "Connection": "keep-alive"}
CALLBACKS = "/_dash-update-component"
ARRIVE_WITHIN = 8.0  # seconds; nobody's 500 readers come in the same instant
SAID = {name: re.compile(rf'"{name}":\s*("[^"]*")'.encode()) for name in ("shown", "edition")}


@dataclass
class Log:
    """Everything that was asked: (kind, seconds, when it ended since the start); and what went wrong, in words.

    `told`: answers of another edition than their page that write all of it anew; `mixed`: those that leave a part.
    """

    started: float = field(default_factory=time.monotonic)
    asked: list[tuple[str, float, float]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    bytes: int = 0
    told: int = 0
    mixed: int = 0

    def take(self, kind: str, path: str, answer: Answer) -> None:
        self.asked.append((kind, answer.seconds, time.monotonic() - self.started))
        self.bytes += len(answer.body)
        if answer.status not in (200, 304):
            self.errors.append(f"{kind} {path}: {answer.status}")


def plain(answer: Answer) -> bytes:
    """The body without its compression."""
    return brotli.decompress(answer.body) if answer.headers.get("content-encoding") == "br" else answer.body


def writes_all(asked: dict[str, object], answered: dict[str, dict[str, dict[str, object]]]) -> bool:
    """Whether an answer to what a page asks leaves nothing on it as it was."""
    places = [place.rpartition(".") for place in str(asked["output"]).strip(".").split("...")]
    return all(name in answered["response"].get(place, {}) for place, _, name in places)


class Reader:
    """Asks over one connection, one thing after another; a real browser would use several."""

    def __init__(self, wanderer: Wanderer, connection: Connection, log: Log) -> None:
        self.wanderer, self.connection, self.log = wanderer, connection, log
        self.tags: dict[str, str] = {}
        self.has_static = False
        self.said = {"shown": "", "edition": ""}
        self.held: dict[str, dict[str, str]] = {}  # what each document that the browser holds says

    async def read(self, *, delay: float, until: float) -> None:
        """Come after `delay` seconds and go on until the monotonic clock shows `until`."""
        await asyncio.sleep(delay)
        step = self.wanderer.first()
        while time.monotonic() < until:
            try:
                await self._take(step)
            except Lost as error:
                self.log.errors.append(str(error))
            await asyncio.sleep(min(self.wanderer.wait(), max(0.0, until - time.monotonic())))
            step = self.wanderer.next()
        self.connection.close()

    async def _take(self, step: Step) -> None:
        if step.what == "change":
            await self._change(step)
        elif step.what == "file":
            await self._get("file", step.path + step.search)
        else:
            await self._page(step)

    async def _page(self, step: Step) -> None:
        """The document, which holds all that the app needs to start, and what the browser has not got yet."""
        asked = step.path + step.search
        answer = await self._get("page", asked)
        if answer.status == 200:
            self._remember(answer)
            self.held[asked] = dict(self.said)
        self.said = dict(self.held.get(asked, self.said))
        if not self.has_static:
            self.has_static = True
            for path in self.wanderer.site.static:
                await self._get("static", path)

    async def _change(self, step: Step) -> None:
        address = ADDRESSES[step.path]
        asked = self.wanderer.site.changes[address]
        body = change(asked, address, search=step.search, **self.said)
        before, answer = self.said["edition"], await self._post("change", body)
        self._remember(answer)
        if answer.status == 200 and before != self.said["edition"]:
            is_whole = writes_all(asked, json.loads(plain(answer)))
            self.log.told, self.log.mixed = self.log.told + is_whole, self.log.mixed + (not is_whole)

    def _remember(self, answer: Answer) -> None:
        """What the page says that it shows, which the browser sends with the next change."""
        text = plain(answer)
        for name, found in ((name, SAID[name].search(text)) for name in SAID):
            if found is not None:
                self.said[name] = str(json.loads(found[1]))

    async def _get(self, kind: str, path: str) -> Answer:
        known = {"If-None-Match": self.tags[path]} if path in self.tags else {}
        answer = await self.connection.ask("GET", path, {**BROWSER, **known})
        self.log.take("not modified" if answer.status == 304 else kind, path, answer)
        if tag := answer.headers.get("etag"):
            self.tags[path] = tag
        return answer

    async def _post(self, kind: str, body: bytes) -> Answer:
        answer = await self.connection.ask("POST", CALLBACKS, {**BROWSER, "Content-Type": "application/json"}, body)
        self.log.take(kind, CALLBACKS, answer)
        return answer


async def everyone(base: str, site: Site, *, readers: int, seconds: float, seed: int) -> Log:
    """So many readers for so long, who come one after another at first."""
    place, chance, log = urlsplit(base), random.Random(seed), Log()
    until = time.monotonic() + seconds
    host, port = place.hostname or "127.0.0.1", place.port or 80
    come = [Reader(Wanderer(site, seed * 10_000 + n), Connection(host, port), log) for n in range(readers)]
    await asyncio.gather(*(r.read(delay=chance.uniform(0, ARRIVE_WITHIN), until=until) for r in come))
    return log
