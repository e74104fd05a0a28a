"""What the briefing's tables are made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.elements import Markup, marks


def table(caption: str, kind: str, heads: Sequence[Component], rows: Sequence[Component]) -> Component:
    """In a box that scrolls where the screen is too narrow, and can be reached by keyboard."""
    inside = [html.Caption(caption, className="vh"), html.Thead(html.Tr(list(heads))), html.Tbody(list(rows))]
    return html.Div(html.Table(inside, className=f"sheet-table {kind}"), className="tbl-wrap", tabIndex="0",
                    role="region", **marks(aria_label=caption))  # fmt: skip


def head(label: str, unit: str = "", kind: str = "") -> Component:
    words: list[Any] = [label, html.Span(unit, className="unit")] if unit else [label]
    return html.Th(words, scope="col", className=kind or None)


def name(words: Any, *below: Component | None) -> Component:
    return html.Th([words, *(each for each in below if each is not None)], scope="row")


def cell(content: Any, kind: str = "", **attributes: Any) -> Component:
    return html.Td(content, className=kind or None, **attributes)


def small(words: Any, kind: str = "") -> Component:
    """A second line in a cell."""
    return html.Span(words, className=f"sm {kind}".strip())


def picture(svg: str) -> Component:
    return Markup(tag="td", attributes={"className": "sp"}, markup=svg)
