"""What an answer made from an edition that may be named says to caches, and to the scripts of other sites.

What is short is given its tag and kept by web.answers; what is sent piece by piece is told apart here.
"""

from __future__ import annotations

import flask

from data.warehouse import EditionFacts
from web.answers import SHARED, code_version

LATEST = SHARED
FIXED = "public, max-age=86400"  # a day: an edition may one day be no longer kept
ALLOWED = {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "ETag, Link, Content-Disposition"}


def answered_before(facts: EditionFacts) -> flask.Response | None:
    """304 where the reader says that it holds what this edition gives, piece by piece, at this address."""
    if not flask.request.if_none_match.contains_weak(_tag_of(facts)):
        return None
    return _tagged(flask.Response(status=304), facts)


def kept(response: flask.Response, facts: EditionFacts, *, is_fixed: bool) -> flask.Response:
    """With how long it may be kept (`is_fixed` where the address names the edition) and whether others may read it."""
    response.headers["Cache-Control"] = FIXED if is_fixed else LATEST
    response.headers.update(ALLOWED)
    return _tagged(response, facts) if response.is_streamed else response


def _tagged(response: flask.Response, facts: EditionFacts) -> flask.Response:
    """An edition never changes, so its id with the version of this code is a tag."""
    response.set_etag(_tag_of(facts), weak=True)
    response.headers.update(ALLOWED)
    return response


def _tag_of(facts: EditionFacts) -> str:
    return f"{facts.edition_id}-{facts.published_on:%Y%m%d}-{code_version()}"
