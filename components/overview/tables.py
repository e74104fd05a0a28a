"""What the overview's tables are made of. Roles are written out, since rows become blocks on phones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from dash import html
from dash.development.base_component import Component

from components.elements import Markup, marks
from components.overview.view import OverviewView

TRENDS = "/trends"
DATA_AND_METHODS = "/data-and-methods"
SPARK = (168, 34)  # px
# The columns of each kind of table, by the classes that give them their widths.
MEASURED = ("c-name", "c-now", "c-prev", "c-chg", "c-pc", "c-sp", "c-sg")
COLUMNS = {
    "counted": MEASURED, "survey": MEASURED, "published": ("c-name", "c-fig", "c-when", "c-doc", "c-why"),
    "reported": ("c-label", *["c-number"] * 8),
}  # fmt: skip


def table(caption: str, columns: str, head: Sequence[Component], rows: Sequence[Component]) -> Component:
    """`columns`: a name from COLUMNS, which is the table's class too."""
    inside = [
        html.Caption(caption, className="vh"), html.Colgroup([html.Col(className=name) for name in COLUMNS[columns]]),
        html.Thead(list(head), role="rowgroup"), html.Tbody(list(rows), role="rowgroup"),
    ]  # fmt: skip
    stacks = "" if columns == "reported" else " stacks"  # that one is wide, and scrolls in its own box
    return html.Table(inside, className=f"score {columns}{stacks}", role="table")


def head(label: Any, unit: str = "", kind: str = "", **attributes: Any) -> Component:
    """A column's head with its unit under it."""
    words = [label, html.Span(unit, className="unit")] if unit else [label]
    return html.Th(words, className=kind or None, role="columnheader", **{"scope": "col", **attributes})


def row(cells: Sequence[Component], kind: str = "") -> Component:
    return html.Tr(list(cells), className=kind or None, role="row")


def cell(content: Any, kind: str, **attributes: Any) -> Component:
    return html.Td(content, className=kind, role="cell", **attributes)


def name_cell(name: Any, *below: Any) -> Component:
    """The row's own head: the measure, and what must be known of its figures, a line each."""
    lines = [html.Span(words, className="sn") for words in below if words]
    return html.Th([name, *lines], scope="row", className="m", role="rowheader")


def small(words: Any, kind: str = "") -> Component:
    """A second line in a cell."""
    return html.Span(words, className=f"sn {kind}".strip())


def hidden(words: str) -> Component:
    """Said to screen readers, where a column's head says it to the eye."""
    return html.Span(words, className="vh")


def picture(svg: str) -> Component:
    return Markup(tag="td", attributes={"className": "sp", "role": "cell"}, markup=svg)


def trends_link(view: OverviewView, measure_id: str, name: str) -> Component:
    """The measure's own series, for the area and the period on screen."""
    chosen = view.selection
    series = quote(f"{measure_id}:{chosen.area_slug}", safe=":")
    return html.A(name, href=f"{TRENDS}?series={series}&to={chosen.month:%Y-%m}")


def address_link(words: Any, view: OverviewView, path: str, **values: object) -> Component:
    """A link to this page with some of its state changed."""
    return html.A(words, href=f"{path}{view.selection.change(**values).to_query()}", **marks(data_address=""))
