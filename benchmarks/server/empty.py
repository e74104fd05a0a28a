"""The bare baseline: an application with one empty route, which takes what is asked in either way."""

from __future__ import annotations

import flask

server = flask.Flask(__name__)


@server.route("/", methods=["GET", "POST"])
def nothing() -> str:
    return ""
