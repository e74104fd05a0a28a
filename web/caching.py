"""What an answer made from an edition says to caches, and to the scripts of other sites.

An edition never changes, so its id with the release of this code is the answer's tag: a reader who has it is answered
before anything is looked up.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import flask

from data.warehouse import EditionFacts

ROOT = Path(__file__).parents[1]
CODE = ("api", "components", "data", "geo", "pages", "web")
LATEST = "public, no-cache"  # kept, but asked about each time: the next edition shows at once
FIXED = "public, max-age=86400"  # a day: an edition may one day be no longer kept
ALLOWED = {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "ETag, Link, Content-Disposition"}


@cache
def release() -> str:
    """A hash of the code that makes answers, so that no cache outlives a change of it."""
    digest = hashlib.sha256()
    for folder in CODE:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in (".py", ".toml"):
                digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def tag_of(facts: EditionFacts) -> str:
    return f"{facts.edition_id}-{facts.published_on:%Y%m%d}-{release()}"


def answered_before(facts: EditionFacts) -> flask.Response | None:
    """304 where the reader says that it holds what this edition gives at this address."""
    if not flask.request.if_none_match.contains(tag_of(facts)):
        return None
    return kept(flask.Response(status=304), facts, is_fixed=False)


def kept(response: flask.Response, facts: EditionFacts, *, is_fixed: bool) -> flask.Response:
    """With its tag, and for how long it may be kept: `is_fixed` where the address names the edition."""
    response.set_etag(tag_of(facts))
    response.headers["Cache-Control"] = FIXED if is_fixed else LATEST
    response.headers.update(ALLOWED)
    return response
