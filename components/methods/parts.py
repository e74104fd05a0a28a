"""What every section of the page is made of: a headed block, a table in its own scrolling box, a download."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.elements import marks
from components.methods.view import PATH


def section(anchor: str, heading: str, sub: str, *parts: Any) -> Component:
    top = html.Header([html.H2(heading, id=f"{anchor}-heading"), html.P(sub, className="sub")])
    return html.Section([top, *parts], id=anchor, className="block",
                        **marks(aria_labelledby=f"{anchor}-heading"))  # fmt: skip


def table(name: str, caption: str, heads: Sequence[str], rows: Sequence[Sequence[Any]]) -> Component:
    """A table whose first column names the row. A head that begins with `#` is of a column of figures.

    The box scrolls sideways by itself where the table is wider than the screen, by touch and by keyboard.
    """
    numeric = [head.startswith("#") for head in heads]
    top = [html.Th(head.lstrip("#"), scope="col", className="r" if right else None)
           for head, right in zip(heads, numeric, strict=True)]  # fmt: skip
    body = [html.Tr([_cell(value, place, numeric[place]) for place, value in enumerate(row)]) for row in rows]
    caption_id = f"{name}-caption"
    parts = [html.Caption(caption, id=caption_id), html.Thead(html.Tr(top)), html.Tbody(body)]
    return html.Div(html.Table(parts, className="data"), className="tbl-wrap scrolls", tabIndex=0, role="region",
                    **marks(aria_labelledby=caption_id))  # fmt: skip


def _cell(value: Any, place: int, is_figure: bool) -> Component:
    if place == 0:
        return html.Th(value, scope="row")
    return html.Td(value, className="r" if is_figure else None)


def download(words: str, name: str, query: str = "") -> Component:
    return html.P(html.A(words, href=f"{PATH}/{name}.csv{query}", download=""), className="actions")


def note(*words: Any) -> Component:
    return html.P(list(words), className="note")


def facts(pairs: Sequence[tuple[str, Any]]) -> Component:
    """Names with what is said of each; those with nothing to say are left out."""
    found = [html.Div([html.Dt(name), html.Dd(value)]) for name, value in pairs if value]
    return html.Dl(found, className="facts")
