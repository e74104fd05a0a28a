"""Compression, validators and a memory of answers: the same question to the same edition is answered once.

Every page, file and callback of this site is a function of its address (or of the body it posts) and of the edition in
use. So an answer is kept under both, a browser or a proxy that holds it asks only whether it still stands, and a new
edition makes all of them new.
"""

from __future__ import annotations

import gzip
import os
from functools import cache
from hashlib import sha256
from pathlib import Path

import brotli
import flask

from components.assets import PREFIX
from data.warehouse import NoEdition, warehouse
from web.changes import question
from web.store import Kept, Store

ROOT = Path(__file__).parents[1]
CODE = ("api", "assets", "components", "data", "geo", "pages", "web")
NOT_CODE = {"editions", "raw", "demonstration", "__pycache__"}
KINDS = {".py", ".toml", ".csv", ".css", ".js", ".svg", ".sql"}
MEGABYTE = 1 << 20
MOST_BYTES = int(os.environ.get("WEB_ANSWERS_MB", "16")) * MEGABYTE
LONGEST_BODY = 64 * 1024  # of a request; the largest that the pages send is under 2 KB
SMALLEST = 600  # bytes under which compressing saves nothing
QUALITY = {"br": 4, "gzip": 5}  # fast: most of what is gained at a tenth of the time
# A shared cache may answer for a minute by itself, and while it asks again; a browser asks each time.
SHARED = "public, max-age=0, s-maxage=60, stale-while-revalidate=300"
CALLBACKS = "/_dash-update-component"
# Answered by themselves and never kept: health, static files, and what Dash asks once, of no edition.
OURS = ("/livez", "/readyz", "/healthz", "/metrics", "/assets/", "/_dash-layout", "/_dash-dependencies",
        "/_dash-component-suites/", PREFIX)  # fmt: skip
TEXTS = ("text/", "application/json", "image/svg+xml", "application/problem+json", "application/xml")
WITHOUT = {"content-length", "set-cookie", "date"}


class Answers:
    """The memory of one application: `version` tells its code apart from that of another."""

    def __init__(self, version: str, editions: Path | None, *, most_bytes: int = MOST_BYTES) -> None:
        self.version, self.editions, self.store = version, editions, Store(most_bytes)

    def add_to(self, server: flask.Flask) -> None:
        server.config["MAX_CONTENT_LENGTH"] = LONGEST_BODY
        server.before_request(self.known)
        server.after_request(self.finish)

    def known(self) -> flask.Response | None:
        """The answer where it is known already: that nothing has changed, or what was answered before."""
        asked = self.question()
        flask.g.question = asked
        if asked is None:
            return None
        if flask.request.if_none_match.contains_weak(_tag(asked)):
            return _unchanged(asked)
        kept = self.store.get(asked)
        if kept is None:
            return None
        flask.g.is_kept = True
        return flask.Response(kept.body, headers=list(kept.headers))

    def question(self) -> str | None:
        """What the answer follows from, as a hash; None where it follows from something else too."""
        request = flask.request
        if request.path.startswith(OURS) or request.method not in ("GET", "HEAD", "POST"):
            return None
        if request.method == "POST" and (request.path != CALLBACKS or (request.content_length or 0) > LONGEST_BODY):
            return None
        edition = flask.g.of_edition = self._edition()
        if edition is None:
            return None
        body = question(request.get_data()) if request.method == "POST" else b""
        # The host too: a file may name its own address, and whoever asks under a false one must not give it to others.
        parts = (self.version, edition, request.host_url, request.method == "POST", request.full_path, coding() or "")
        return sha256("\n".join(map(str, parts)).encode() + b"\n" + body).hexdigest()

    def _edition(self) -> str | None:
        """Which edition, and when it was put in use, which every page says."""
        try:
            with warehouse(self.editions).edition() as edition:
                flask.g.in_use = edition.facts.edition_id
                return f"{edition.facts.edition_id} {edition.facts.published_on}"
        except NoEdition:
            return None

    def finish(self, answer: flask.Response) -> flask.Response:
        """Compress, mark and keep an answer that was made just now."""
        if flask.g.get("is_kept") or answer.status_code != 200 or answer.direct_passthrough or answer.is_streamed:
            return answer
        _compress(answer)
        asked = flask.g.get("question")
        # Where the edition changed on the way, nobody can say of which one the answer is.
        if asked is None or self._edition() != flask.g.get("of_edition"):
            return answer
        if flask.request.method != "POST":
            answer.headers["ETag"] = f'W/"{_tag(asked)}"'
            answer.headers.setdefault("Cache-Control", SHARED)
        if flask.request.method != "HEAD":
            headers = tuple((name, value) for name, value in answer.headers if name.lower() not in WITHOUT)
            self.store.put(asked, Kept(answer.get_data(), headers))
        return answer


@cache
def code_version() -> str:
    """A hash of everything that a page is made of, but for the edition."""
    found = sha256()
    for folder in CODE:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in KINDS and NOT_CODE.isdisjoint(path.relative_to(ROOT).parts):
                found.update(path.read_bytes())
    return found.hexdigest()[:16]


def _tag(asked: str) -> str:
    return asked[:20]


def _unchanged(asked: str) -> flask.Response:
    flask.g.is_kept = True
    return flask.Response(status=304, headers={"ETag": f'W/"{_tag(asked)}"', "Cache-Control": SHARED,
                                               "Vary": "Accept-Encoding"})  # fmt: skip


def coding() -> str | None:
    """The content coding that this browser is best served with."""
    accepted = flask.request.accept_encodings
    return next((name for name in QUALITY if accepted[name] > 0), None)


def _compress(answer: flask.Response) -> None:
    """In place, where the kind of content gains by it."""
    if not answer.content_type.startswith(TEXTS) or "Content-Encoding" in answer.headers:
        return
    answer.vary.add("Accept-Encoding")
    chosen, body = coding(), answer.get_data()
    if chosen is None or len(body) < SMALLEST:
        return
    answer.set_data(shrunk(body, chosen))
    answer.headers["Content-Encoding"] = chosen


def shrunk(body: bytes, chosen: str) -> bytes:
    """The body in a content coding, fast."""
    if chosen == "br":
        return bytes(brotli.compress(body, quality=QUALITY["br"]))
    return gzip.compress(body, QUALITY["gzip"], mtime=0)
