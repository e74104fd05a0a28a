"""The field to search from: in the header of every page, and on the page of results."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.elements import Native, marks

PATH = "/search"
LONGEST = 80
LABEL = "Search measures, places and pages"


def header_form() -> Component:
    """In the header; the key / leads to it (assets/search.js)."""
    return html.Form([
        html.Label(LABEL, htmlFor="site-q", className="vh"), _field("site-q", "", placeholder="Search"),
        html.Button("Search", type="submit", disable_n_clicks=True),
    ], className="site-search", action=PATH, method="get", role="search", **marks(aria_label="Site"))  # fmt: skip


def page_form(asked: str) -> Component:
    return html.Form([
        html.Div([html.Label(LABEL, htmlFor="search-q"), _field("search-q", asked)], className="field"),
        html.Button("Search", type="submit", className="btn", disable_n_clicks=True),
    ], className="find", action=PATH, method="get", role="search", **marks(aria_label="Search this site"))  # fmt: skip


def _field(name: str, value: str, **more: str) -> Native:
    return Native(tag="input", id=name, attributes={
        "type": "search", "name": "q", "defaultValue": value, "maxLength": str(LONGEST), "autoComplete": "off",
        "spellCheck": "false", **more,
    })  # fmt: skip
