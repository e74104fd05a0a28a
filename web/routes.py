"""The name that a request goes by in logs and figures: the template of its address, never what was put into it."""

from __future__ import annotations

import dash
import flask
from werkzeug.exceptions import HTTPException
from werkzeug.routing import Map, Rule

from components.routes import find_page

ALL_PAGES = ("/", "/<path:path>")  # Dash answers every page by these
NONE = "(none)"
METHODS = ("GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE")


def route() -> str:
    """`/boroughs/<slug>` for a page, `/crime-map.csv` for a file, `(none)` where nothing is."""
    rule = flask.request.url_rule
    return NONE if rule is None else _name(rule, flask.request.path)


def route_of(urls: Map, method: str, path: str) -> str:
    """The same for a request that has not reached the application."""
    try:
        rule, _ = urls.bind("").match(path, method="GET" if method == "HEAD" else method, return_rule=True)
    except HTTPException:
        return NONE
    return _name(rule, path)


def _name(rule: Rule, path: str) -> str:
    if rule.rule not in ALL_PAGES:
        return str(rule.rule)
    page, _ = find_page(dash.page_registry.values(), path)
    return str(page.get("path_template") or page["path"]) if page else NONE


def method(name: str) -> str:
    """A method of HTTP, or `other` for whatever else was sent."""
    return name if name in METHODS else "other"
