"""One line in the log and one count in the figures for each request: what was asked for, never by whom or of what.

The line holds the template of the address, not the address: a query may hold a postcode. It holds no address of a
reader, no user agent and no cookie. It is written when the last byte has gone.
"""

from __future__ import annotations

import logging
import os
import secrets
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import flask
from werkzeug.wsgi import ClosingIterator

from web import metrics
from web.reference import QUIET, REFERENCE
from web.routes import method, route

LOG = logging.getLogger("lpp.request")
ROUTE, HOW, EDITION = "lpp.route", "lpp.how", "lpp.edition"
OTHER = "other"  # of no edition: a script, health
Environment = dict[str, Any]
Start = Callable[..., Any]


def add_names(server: flask.Flask) -> None:
    """Note for the line what only the request knows. To be added first, so that it comes last."""
    server.after_request(_note)


def _note(answer: flask.Response) -> flask.Response:
    environment = flask.request.environ
    environment[ROUTE], environment[EDITION] = route(), flask.g.get("in_use")
    environment[HOW] = _how(answer)
    return answer


def _how(answer: flask.Response) -> str:
    if answer.status_code == 304:
        return "unchanged"
    return "made" if flask.g.get("in_use") else OTHER


class Observed:
    """A WSGI application, with each of its requests timed, counted and logged. `size`: of the kept answers."""

    def __init__(self, app: Callable[..., Iterable[bytes]], size: Callable[[], tuple[int, int]]) -> None:
        self.app, self.size = app, size

    def __call__(self, environment: Environment, start_response: Start) -> Iterable[bytes]:
        if environment.get(QUIET):
            return self.app(environment, start_response)
        environment[REFERENCE] = secrets.token_hex(4)
        began, status = time.perf_counter(), ["500"]

        def start(line: str, *rest: Any) -> Any:
            status[0] = line.split(" ", 1)[0]
            return start_response(line, *rest)

        sent = [0]
        body = self.app(environment, start)
        return ClosingIterator(_counted(body, sent), [
            getattr(body, "close", lambda: None),
            lambda: self._finish(environment, status[0], time.perf_counter() - began, sent[0]),
        ])  # fmt: skip

    def _finish(self, environment: Environment, status: str, seconds: float, sent: int) -> None:
        names = environment.get(ROUTE, "(none)"), method(environment["REQUEST_METHOD"])
        how, edition = environment.get(HOW, OTHER), environment.get(EDITION)
        metrics.count(route=names[0], method=names[1], status=status, how=how, seconds=seconds, sent=sent)
        metrics.note(edition, self.size)
        if LOG.isEnabledFor(logging.INFO):
            LOG.info("request", extra={"fields": {
                "id": environment[REFERENCE], "method": names[1], "route": names[0], "status": int(status),
                "ms": round(seconds * 1000, 1), "bytes": sent, "edition": edition, "answer": how, "worker": os.getpid(),
            }})  # fmt: skip


def _counted(body: Iterable[bytes], sent: list[int]) -> Iterator[bytes]:
    for piece in body:
        sent[0] += len(piece)
        yield piece
