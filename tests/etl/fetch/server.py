"""A publisher on 127.0.0.1: it says what the real ones say, and misbehaves when told to."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Headers = dict[str, str]


@dataclass
class Answer:
    """`cut_after`: how many bytes of the body are sent before the connection is cut."""

    status: int = 200
    headers: Headers = field(default_factory=dict)
    body: bytes | Iterable[bytes] = b""
    cut_after: int | None = None


@dataclass(frozen=True)
class Seen:
    path: str
    headers: Headers


Route = Answer | Callable[[Seen], Answer]


class Site:
    """Routes by path. Where a path has several answers they are given in turn, and the last one stays."""

    def __init__(self) -> None:
        self.routes: dict[str, list[Route]] = {}
        self.seen: list[Seen] = []
        self.sent = 0
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                site.serve(self)

            def log_message(self, format: str, *args: Any) -> None: ...

        self.server = _Quiet(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    def answer(self, path: str, *answers: Route) -> str:
        self.routes[path] = list(answers)
        return self.url + path

    def json(self, path: str, value: object) -> str:
        return self.answer(path, Answer(headers={"Content-Type": "application/json"}, body=json.dumps(value).encode()))

    def file(self, path: str, content: bytes, *, type: str = "text/csv", etag: str = '"1"', cut: int = 0) -> str:
        """A file as a storage serves it: ETag, ranges, "not modified". `cut`: the first answer breaks off there."""
        serve = stored(content, type=type, etag=etag)
        first = Answer(headers={"Content-Type": type, "ETag": etag}, body=content, cut_after=cut)
        return self.answer(path, *([first] if cut else []), serve)

    def datastore(self, dataset: str, resources: dict[str, dict[str, Any]]) -> None:
        """The Datastore's own shape: resources as an object keyed by id, behind its redirect to version 2."""
        answer = {"id": dataset, "slug": dataset, "title": "A dataset", "resources": resources}
        self.json(f"/api/v2/dataset/{dataset}", answer)
        self.answer(f"/api/dataset/{dataset}", Answer(307, {"Location": f"/api/v2/dataset/{dataset}"}))

    def ckan(self, dataset: str, resources: list[dict[str, Any]]) -> None:
        """CKAN's shape: a list under `result`."""
        result = {"id": dataset, "name": dataset, "num_resources": len(resources), "resources": resources}
        self.json(f"/api/3/action/package_show?id={dataset}", {"help": "", "success": True, "result": result})

    def asked(self, path: str) -> list[Seen]:
        return [seen for seen in self.seen if seen.path == path]

    def serve(self, handler: BaseHTTPRequestHandler) -> None:
        seen = Seen(handler.path, {key.lower(): value for key, value in handler.headers.items()})
        self.seen.append(seen)
        routes = self.routes.get(handler.path, [Answer(404, body=b"not here")])
        route = routes.pop(0) if len(routes) > 1 else routes[0]
        answer = route(seen) if callable(route) else route
        try:
            self._send(handler, answer)
        except OSError:
            handler.close_connection = True  # the client went away

    def _send(self, handler: BaseHTTPRequestHandler, answer: Answer) -> None:
        handler.send_response(answer.status)
        headers = dict(answer.headers)
        if isinstance(answer.body, bytes):
            headers.setdefault("Content-Length", str(len(answer.body)))
        else:
            headers.setdefault("Connection", "close")
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.end_headers()
        body = [answer.body[: answer.cut_after]] if isinstance(answer.body, bytes) else answer.body
        for chunk in body:
            handler.wfile.write(chunk)
            self.sent += len(chunk)
        if answer.cut_after is not None or not isinstance(answer.body, bytes):
            handler.wfile.flush()
            handler.close_connection = True


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away is part of what is tested."""


def stored(content: bytes, *, type: str = "text/csv", etag: str = '"1"') -> Route:
    def serve(seen: Seen) -> Answer:
        headers = {"Content-Type": type, "ETag": etag, "Accept-Ranges": "bytes"}
        if seen.headers.get("if-none-match") == etag:
            return Answer(304, {"ETag": etag})
        start = _range(seen, etag)
        if start is None:
            return Answer(200, headers, content)
        if start >= len(content):
            return Answer(416, {"Content-Range": f"bytes */{len(content)}"})
        headers["Content-Range"] = f"bytes {start}-{len(content) - 1}/{len(content)}"
        return Answer(206, headers, content[start:])

    return serve


def _range(seen: Seen, etag: str) -> int | None:
    asked = seen.headers.get("range")
    if asked is None or seen.headers.get("if-range", etag) != etag:
        return None
    return int(asked.removeprefix("bytes=").rstrip("-"))
