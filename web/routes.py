"""The name that a request goes by in logs and figures: the template of its address, never what was put into it."""

from __future__ import annotations

import dash
import flask

from components.routes import find_page

ALL_PAGES = ("/", "/<path:path>")  # Dash answers every page by these
NONE = "(none)"
METHODS = ("GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE")


def route() -> str:
    """`/boroughs/<slug>` for a page, `/crime-map.csv` for a file, `(none)` where nothing is."""
    rule = flask.request.url_rule
    if rule is None:
        return NONE
    if rule.rule not in ALL_PAGES:
        return str(rule.rule)
    page, _ = find_page(dash.page_registry.values(), flask.request.path)
    return str(page.get("path_template") or page["path"]) if page else NONE


def method(name: str) -> str:
    """A method of HTTP, or `other` for whatever else was sent."""
    return name if name in METHODS else "other"
