"""What an answer follows from, as one short text: the same question to the same edition is answered once.

Every page, file and callback of this site is a function of its address (or of the body it posts), of the site's own
address, and of the edition in use. All of that stands in the request before anything has looked at it.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from werkzeug.datastructures import Accept
from werkzeug.http import parse_accept_header

from components.assets import PREFIX
from data.warehouse import EditionFacts, warehouse
from web.changes import question

Environment = dict[str, Any]
LONGEST_BODY = 64 * 1024  # of a request; the largest that the pages send is under 2 KB
QUALITY = {"br": 5, "gzip": 5}  # fast: most of what is gained at a tenth of the time
CALLBACKS = "/_dash-update-component"
# Answered by themselves and never kept: health, static files, and what Dash asks once, of no edition.
OURS = ("/livez", "/readyz", "/healthz", "/metrics", "/assets/", "/_dash-layout", "/_dash-dependencies",
        "/_dash-component-suites/", PREFIX)  # fmt: skip


@dataclass(frozen=True)
class Question:
    """`tag`: what it follows from, as a hash. `edition`: the one in use when it was asked."""

    tag: str
    edition: EditionFacts


def question_of(environment: Environment, *, version: str, editions: Path | None) -> Question | None:
    """None for what follows from something else too, and where there is no edition. `version`: of this code.

    A body that is read here can be read again.
    """
    method, path = environment["REQUEST_METHOD"], environment.get("PATH_INFO", "")
    if method not in ("GET", "HEAD", "POST") or path.startswith(OURS):
        return None
    body = b""
    if method == "POST":
        if path != CALLBACKS or (posted := _body(environment)) is None:
            return None
        body = _told(posted)
    facts = warehouse(editions).facts()
    if facts is None:
        return None
    # The host too: a file may name its own address, and whoever asks under a false one must not give it to others.
    host = environment.get("HTTP_HOST") or f"{environment['SERVER_NAME']}:{environment['SERVER_PORT']}"
    parts = (version, facts.edition_id, str(facts.published_on), environment["wsgi.url_scheme"], host,
             "POST" if method == "POST" else "GET", path, environment.get("QUERY_STRING", ""),
             coding_of(environment.get("HTTP_ACCEPT_ENCODING", "")) or "")  # fmt: skip
    told = "\n".join(parts).encode("utf-8", "surrogateescape") + b"\n" + body
    return Question(blake2b(told, digest_size=16).hexdigest(), facts)


def _body(environment: Environment) -> bytes | None:
    """What was posted; None where nobody says how long it is, or it is longer than any of ours."""
    try:
        length = int(environment.get("CONTENT_LENGTH") or "")
    except ValueError:
        return None
    if not 0 <= length <= LONGEST_BODY:
        return None
    body: bytes = environment["wsgi.input"].read(length)
    environment["wsgi.input"] = io.BytesIO(body)
    return body


@lru_cache(maxsize=2000)  # readers come to the popular views by the same ways
def _told(body: bytes) -> bytes:
    return question(body)


@lru_cache(maxsize=500)
def coding_of(accepted: str) -> str | None:
    """The content coding that a browser which accepts these is best served with."""
    found = parse_accept_header(accepted, Accept)
    return next((name for name in QUALITY if found[name] > 0), None)
