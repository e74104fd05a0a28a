"""A short list of links to the sections of a long page, in their order."""

from __future__ import annotations

from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component

from components.elements import marks

TITLE = "On this page"


def contents(sections: Iterable[tuple[str, str]]) -> Component:
    """`sections`: (id of the section or its heading, words). Plain anchors, so that they work without JavaScript."""
    items = [html.Li(html.A(words, href=f"#{anchor}")) for anchor, words in sections]
    title = html.P(TITLE, **marks(aria_hidden="true"))
    return html.Nav([title, html.Ul(items)], className="on-page", **marks(aria_label=TITLE))
