"""What the sections of the page share: a heading over a rule, a figure at two widths, and words where there is none."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.elements import Markup


def heading(name: str, title: str, sub: str = "") -> list[Component]:
    """A heading that can be linked to: `#stop-at-<name>`."""
    below = [html.P(sub, className="sub")] if sub else []
    return [html.Header([html.H2(title, id=f"stop-at-{name}"), *below])]


def drawn(wide: str, *narrow: str) -> list[Component]:
    """The figure for a wide screen; and drawn anew, in one piece or more, for a narrow one and for paper."""
    return [
        Markup(markup=wide, attributes={"className": "stop-wide"}),
        Markup(markup="".join(narrow), attributes={"className": "stop-narrow"}),
    ]


def nothing(words: str) -> Component:
    return html.P(words, className="stop-empty")
