"""Answers for one reader alone: kept neither here nor in a cache on the way."""

from __future__ import annotations

import flask


def not_kept() -> None:
    """The answer to this request is not given to others: what people type is their own, and what failed may not fail
    again. Nothing to do outside of a request.
    """
    if flask.has_request_context():
        flask.g.question = None
        flask.after_this_request(_private)


def _private(answer: flask.Response) -> flask.Response:
    answer.headers["Cache-Control"] = "no-store"
    return answer
