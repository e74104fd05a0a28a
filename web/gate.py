"""What is turned away before anything is looked up: addresses that are too long, and what browsers never ask for."""

from __future__ import annotations

import flask
from werkzeug.exceptions import RequestURITooLarge
from werkzeug.middleware.proxy_fix import ProxyFix

from web import metrics
from web.settings import Settings

LONGEST_ADDRESS = 4000  # characters of path and query; the longest of the pages' own is under 1,000
# Scripts one by one and files one by one: the site has them as one script and one style sheet under /static/.
CLOSED = ("/_dash-component-suites/", "/assets/", "/_reload-hash", "/_favicon.ico")
OPEN = "IS_OPEN"  # in the server's settings, once it is assembled


def add_gate(server: flask.Flask, settings: Settings) -> None:
    server.config[OPEN] = False
    if settings.hosts:
        server.config["TRUSTED_HOSTS"] = [*settings.hosts, "127.0.0.1", "localhost"]
    server.before_request(turn_away)


def turn_away() -> None:
    """Raises RequestURITooLarge or NotFound."""
    request = flask.request
    if len(request.path) + len(request.query_string) > LONGEST_ADDRESS:
        metrics.REFUSED.labels("address").inc()
        raise RequestURITooLarge
    if request.path.startswith(CLOSED) and flask.current_app.config[OPEN]:
        flask.abort(404)


def open_gate(server: flask.Flask, settings: Settings) -> None:
    """From now on the site is as its readers see it, behind as many proxies as are declared."""
    server.config[OPEN] = True
    if settings.proxies:
        fixed = ProxyFix(server.wsgi_app, x_for=settings.proxies, x_proto=settings.proxies)
        setattr(server, "wsgi_app", fixed)  # noqa: B010 - a method, for the type checker
