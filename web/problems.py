"""What a request that is not answered is told: a page for people, problem details (RFC 9457) for programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from http import HTTPStatus
from typing import NamedTuple

import flask
from werkzeug.exceptions import HTTPException, NotFound

from components import shell
from components.assets import url
from components.render import to_html
from components.routes import NoPage
from web.reference import reference

MEDIA_TYPE = "application/problem+json"
TOLD = ("Allow", "Retry-After")  # headers of an error that say what would be right


class Said(NamedTuple):
    heading: str
    words: str


SAID = {
    400: Said("This request could not be read", "Something in it is not as this site expects."),
    404: Said("There is nothing at this address", "The address may be mistyped, or the file may have moved."),
    405: Said("This address does not take that kind of request", "It can be read, and nothing can be sent to it."),
    413: Said("This request is too large", "The site takes requests of up to 64 KB; its own are under 2 KB."),
    414: Said("This address is too long", "The site takes addresses of up to 4,000 characters."),
    415: Said("This request could not be read", "What it sends must be JSON."),
    429: Said("Too many requests have come from this network",
              "Figures that somebody has asked for already are not counted. Please wait a little and try again."),
    500: Said("These figures did not load", "The rest of the site is not affected. Trying again may help."),
}  # fmt: skip


class Surroundings(NamedTuple):
    """What stands round a page: its links, the first page's path and the address of the style sheet."""

    links: tuple[shell.Link, ...]
    home: str
    style: str


def add_problems(server: flask.Flask, surroundings: Callable[[], Surroundings]) -> None:
    """Answer every error of SAID so. `surroundings` is asked when it is needed: the pages come later."""

    def answer(error: HTTPException) -> flask.Response:
        code = error.code or 500
        response = _for_programs(code, error) if is_for_programs() else _page(code, error, surroundings())
        for name, value in error.get_headers():
            if name in TOLD:
                response.headers[name] = value
        response.headers["Cache-Control"] = "no-store"
        response.vary.add("Accept")
        return response

    for code in SAID:
        server.register_error_handler(code, answer)
    server.register_error_handler(NoPage, lambda _: answer(NotFound()))


def is_for_programs() -> bool:
    """Who asks: a browser says that it takes HTML; callbacks and the interface for programs are none."""
    request = flask.request
    return request.path.startswith(("/api/", "/_")) or not request.accept_mimetypes.quality("text/html") or (
        "text/html" not in request.headers.get("Accept", "")
    )


def words_of(code: int, error: HTTPException) -> str:
    """What our own code says of this error, or what is always said."""
    own = error.description if error.description != type(error).description else None
    wait = error.get_headers() if code == 429 else ()
    seconds = next((value for name, value in wait if name == "Retry-After"), "")
    said = own or SAID[code].words
    said = f"{said} Try again in {seconds} seconds." if seconds else said
    return f"{said} Reference for whoever runs this site: {reference()}." if code == 500 else said


def _for_programs(code: int, error: HTTPException) -> flask.Response:
    body = {
        "type": "about:blank", "title": HTTPStatus(code).phrase, "status": code, "detail": words_of(code, error),
        "instance": flask.request.path, "errors": [],
    }  # fmt: skip
    return flask.Response(json.dumps(body) + "\n", code, content_type=MEDIA_TYPE)


def _page(code: int, error: HTTPException, around: Surroundings) -> flask.Response:
    content = shell.message_page(SAID[code].heading, words_of(code, error))
    document = f"""<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{SAID[code].heading} – {shell.PRODUCT}</title>
<link rel="icon" type="image/svg+xml" href="{url("favicon.svg")}">
<link rel="stylesheet" href="{around.style}">
</head>
<body>
<a class="skip" href="#main">Skip to main content</a>
{to_html(shell.header(around.links, here="", home=around.home))}
{to_html(content)}
{to_html(shell.footer(shell.in_footer(around.links)))}
</body>
</html>"""
    return flask.Response(document, code, content_type="text/html; charset=utf-8")
