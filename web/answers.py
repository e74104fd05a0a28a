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

from data.warehouse import warehouse
from web.questions import LONGEST_BODY, QUALITY, Environment, Question, coding_of, question_of
from web.shared import Shared
from web.store import Kept, Store

ROOT = Path(__file__).parents[1]
CODE = ("api", "assets", "components", "data", "geo", "pages", "web")
NOT_CODE = {"editions", "raw", "demonstration", "__pycache__"}
KINDS = {".py", ".toml", ".csv", ".css", ".js", ".svg", ".sql"}
MEGABYTE = 1 << 20
MOST_BYTES = int(os.environ.get("WEB_ANSWERS_MB", "16")) * MEGABYTE
LARGEST_SHARED = 256 * 1024  # bytes
SMALLEST = 600  # bytes under which compressing saves nothing
# A shared cache may answer for a minute by itself, and while it asks again; a browser asks each time.
SHARED = "public, max-age=0, s-maxage=60, stale-while-revalidate=300"
TEXTS = ("text/", "application/json", "image/svg+xml", "application/problem+json", "application/xml")
QUESTION, KEEP = "lpp.question", "lpp.keep"  # in the request's environment: what it asks; whether to keep the answer


class Answers:
    """The memory of one application: `version` tells its code apart from that of another. web.front finds answers in
    it before the application is asked, and puts there those that are marked here."""

    def __init__(self, version: str, editions: Path | None, *, most_bytes: int = MOST_BYTES) -> None:
        self.version, self.editions, self.store = version, editions, Store(most_bytes)
        self.shared = Shared.from_environment()

    def add_to(self, server: flask.Flask) -> None:
        server.config["MAX_CONTENT_LENGTH"] = LONGEST_BODY
        server.before_request(self.note)
        server.after_request(self.finish)

    def question(self, environment: Environment) -> Question | None:
        return question_of(environment, version=self.version, editions=self.editions)

    def known(self, asked: Question) -> Kept | None:
        """The answer where this worker has it, or another has made it."""
        kept = self.store.get(asked.tag)
        if kept is None and self.shared and (kept := self.shared.get(asked.tag)):
            self.store.put(asked.tag, kept)
        return kept

    def keep(self, asked: Question, kept: Kept) -> None:
        self.store.put(asked.tag, kept)
        if self.shared and kept.size <= LARGEST_SHARED:
            self.shared.put(asked.tag, kept)

    def note(self) -> None:
        """What this request asks. A page sets `flask.g.question` to None where its answer follows from more."""
        asked: Question | None = flask.request.environ.get(QUESTION)
        flask.g.question = asked
        flask.g.in_use = asked.edition.edition_id if asked else None

    def finish(self, answer: flask.Response) -> flask.Response:
        """Compress and mark an answer that was made just now."""
        if answer.status_code != 200 or answer.direct_passthrough or answer.is_streamed:
            return answer
        _compress(answer)
        asked: Question | None = flask.g.get("question")
        # Where the edition changed on the way, nobody can say of which one the answer is.
        if asked is None or warehouse(self.editions).facts() != asked.edition:
            return answer
        if flask.request.method != "POST":
            answer.headers["ETag"] = f'W/"{asked.tag}"'
            answer.headers.setdefault("Cache-Control", SHARED)
        if flask.request.method != "HEAD":
            flask.request.environ[KEEP] = True
        return answer


@cache
def code_version() -> str:
    """A hash of everything that a page is made of, but for the edition."""
    found = sha256((ROOT / "app.py").read_bytes())
    for folder in CODE:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in KINDS and NOT_CODE.isdisjoint(path.relative_to(ROOT).parts):
                found.update(path.read_bytes())
    return found.hexdigest()[:16]


def coding() -> str | None:
    """The content coding that this browser is best served with."""
    return coding_of(flask.request.headers.get("Accept-Encoding", ""))


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
