"""Other sites may show what lies under /embed/ in a frame, and nothing else."""

from __future__ import annotations

import flask

UNDER = "/embed/"
# A figure, its style and its font: no script, no form, no frame inside. Whoever likes may show it.
POLICY = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors *"
)


def add_framing(server: flask.Flask) -> None:
    """To be added before whatever else writes headers, for what is added first comes last when an answer goes out."""
    server.after_request(for_frames)


def for_frames(answer: flask.Response) -> flask.Response:
    if flask.request.path.startswith(UNDER) and answer.status_code in (200, 304):
        answer.headers["Content-Security-Policy"] = POLICY
        answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        answer.headers.pop("X-Frame-Options", None)
    return answer
