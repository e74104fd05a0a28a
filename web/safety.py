"""Everything that stands before and round the pages, put on in the one order in which it works."""

from __future__ import annotations

from collections.abc import Callable

import dash
import flask

from web.answers import Answers
from web.forged import add_check
from web.front import Front
from web.gate import add_gate, open_gate
from web.headers import add_headers
from web.limits import Limits
from web.metrics import add_metrics
from web.observed import Observed, add_names
from web.problems import Surroundings, add_problems
from web.settings import Settings


def make_safe(
    app: dash.Dash, answers: Answers, settings: Settings, surroundings: Callable[[], Surroundings]
) -> None:
    """Before a request: its address, what is kept, how much was asked for, whether the body is one of ours.

    What is added first comes last when an answer goes out: its names for the log, then its headers.
    """
    server: flask.Flask = app.server
    add_names(server)
    add_headers(server)
    add_problems(server, surroundings)
    add_metrics(server, answers.editions, settings)
    add_gate(server, settings)
    answers.add_to(server)
    Limits(settings).add_to(server)
    add_check(server, app)


def open_up(server: flask.Flask, answers: Answers, settings: Settings) -> None:
    """When the app is assembled: what only its own first requests may see is closed, and others are observed."""
    front = Front(server.wsgi_app, answers, server.url_map)
    observed = Observed(front, lambda: (len(answers.store), answers.store.size))
    setattr(server, "wsgi_app", observed)  # noqa: B010 - a method, for the type checker
    open_gate(server, settings)
