"""What stands before the application: answers that are known already never reach it.

Flask and Dash take three times as long to be asked than to find such an answer takes. This is where answers are found,
and where those that `web.answers` has marked are put away, as they go over the wire.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from werkzeug.routing import Map

from web.answers import KEEP, QUESTION, SHARED, Answers
from web.headers import SECURE_FOR
from web.observed import EDITION, HOW, ROUTE
from web.questions import Environment, Question
from web.routes import route_of
from web.store import Kept

Start = Callable[..., Any]
WITHOUT = {"content-length", "set-cookie", "date"}
OF_UNCHANGED = {"Cache-Control", "Access-Control-Allow-Origin", "Access-Control-Expose-Headers"}


class Front:
    """A WSGI application with a memory of its answers."""

    def __init__(self, app: Callable[..., Iterable[bytes]], answers: Answers, urls: Map) -> None:
        self.app, self.answers = app, answers
        self.route = lru_cache(maxsize=1000)(lambda method, path: route_of(urls, method, path))

    def __call__(self, environment: Environment, start_response: Start) -> Iterable[bytes]:
        asked = environment[QUESTION] = self.answers.question(environment)
        if asked is None:
            return self.app(environment, start_response)
        if environment["REQUEST_METHOD"] != "POST" and f'"{asked.tag}"' in environment.get("HTTP_IF_NONE_MATCH", ""):
            return self._unchanged(asked, environment, start_response)
        kept = self.answers.known(asked)
        if kept is not None:
            return self._again(kept, asked, environment, start_response)
        return self._made(asked, environment, start_response)

    def _unchanged(self, asked: Question, environment: Environment, start_response: Start) -> Iterable[bytes]:
        """With what may differ from the answer that the browser holds, and nothing else: each header takes the place of
        the one held, and what may frame an answer or show it elsewhere is the answer's own.
        """
        self._note(environment, asked, how="unchanged")
        secure = {"Strict-Transport-Security": SECURE_FOR} if environment["wsgi.url_scheme"] == "https" else {}
        kept = self.answers.known(asked)
        own = {name: value for name, value in kept.headers if name in OF_UNCHANGED} if kept else {}
        told = {"ETag": f'W/"{asked.tag}"', "Cache-Control": SHARED, "Vary": "Accept-Encoding", **own, **secure}
        start_response("304 NOT MODIFIED", list(told.items()))
        return []

    def _again(self, kept: Kept, asked: Question, environment: Environment, start_response: Start) -> Iterable[bytes]:
        self._note(environment, asked, how="kept")
        start_response("200 OK", [*kept.headers, ("Content-Length", str(len(kept.body)))])
        return [] if environment["REQUEST_METHOD"] == "HEAD" else [kept.body]

    def _made(self, asked: Question, environment: Environment, start_response: Start) -> Iterable[bytes]:
        told: list[tuple[str, str]] = []

        def start(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            told[:] = headers
            return start_response(status, headers, *rest)

        body = self.app(environment, start)
        if not environment.get(KEEP):
            return body
        try:
            whole = b"".join(body)
        finally:
            getattr(body, "close", lambda: None)()
        headers = tuple((name, value) for name, value in told if name.lower() not in WITHOUT)
        self.answers.keep(asked, Kept(whole, headers))
        return [whole]

    def _note(self, environment: Environment, asked: Question, *, how: str) -> None:
        """For the log, which knows nothing else of a request that never reaches the application."""
        environment[HOW], environment[EDITION] = how, asked.edition.edition_id
        environment[ROUTE] = self.route(environment["REQUEST_METHOD"], environment["PATH_INFO"])
