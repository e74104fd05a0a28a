"""Real tables with the figures of the map and of the trend."""

from __future__ import annotations

from typing import Any

from dash import html

from components.columns import Column, columns, shown_rows, sort_by, sorting
from components.fields import sort_head
from components.figures.series import Point, place_name, points
from components.map_view import MapView
from components.text import (
    DOES_NOT_APPLY,
    NOT_AVAILABLE,
    NOT_CALCULATED,
    NOT_COMPARABLE,
    NOT_LISTED,
    Figures,
    address,
    count,
    london,
    selected,
    table_caption,
)
from data.selection import month_name

MUTED = (NOT_LISTED, NOT_AVAILABLE, NOT_CALCULATED, NOT_COMPARABLE)


def borough_table(view: MapView) -> html.Table:
    """The map's figures: London first, then boroughs in the order that the address asks for."""
    rank = html.Th("Rank", scope="col", className="rank only-d")
    heads = [rank, *(_head(view, column) for column in columns(view))]
    rows = [_london_row(view), *(_row(view, row) for row in shown_rows(view))]
    return _table(table_caption(view), heads, rows)


def trend_table(view: MapView) -> html.Table:
    """The monthly series, newest first."""
    caption = f"Recorded {view.measure.noun.rstrip(',')} each month, {place_name(view)}"
    heads = [
        html.Th("Month", scope="col"),
        html.Th("Offences", scope="col", className="r"),
        html.Th("Status", scope="col"),
    ]
    return _table(caption, heads, [_month_row(point) for point in reversed(points(view))])


def _table(caption: str, heads: list[html.Th], rows: list[html.Tr]) -> html.Table:
    parts = [html.Caption(caption, className="vh"), html.Thead(html.Tr(heads)), html.Tbody(rows)]
    return html.Table(parts, className="data")


def _link(children: Any, href: str, **attributes: Any) -> html.A:
    """A link that changes the address without loading the page anew, where there is JavaScript."""
    marked: dict[str, Any] = {"data-address": "", **attributes}
    return html.A(children, href=href, **marked)


def _head(view: MapView, column: Column) -> html.Th:
    """A column's head is a link that sorts by it; the same again turns the order round."""
    key, largest_first = sorting(view)
    order = "descending" if largest_first else "ascending"
    is_on = column.key == key
    inside, unit = sort_head(column.label, column.unit)
    link = _link(
        inside,
        address(view.selection, sort=sort_by(view, column)),
        className="sort",
        **({"data-on": order} if is_on else {}),
    )
    sorted_so: dict[str, Any] = {"aria-sort": order} if is_on else {}
    return html.Th([link, *unit], scope="col", className=column.style_class or None, **sorted_so)


def _london_row(view: MapView) -> html.Tr:
    row = london(view)
    name = html.Th(row.area_name, scope="row")
    cells = [_cell(column, row) for column in columns(view)[1:]]
    return html.Tr([html.Td("", className="rank only-d"), name, *cells], className="total")


def _row(view: MapView, row: Figures) -> html.Tr:
    is_selected = row == selected(view)
    link = _link(row.area_name, address(view.selection, area=row.slug))
    mark = [html.Span(", selected", className="vh")] if is_selected else []
    rank = html.Td(DOES_NOT_APPLY if row.rank is None else str(row.rank), className="rank only-d")
    cells = [_cell(column, row) for column in columns(view)[1:]]
    code: dict[str, Any] = {"data-code": row.area_code}
    name = html.Th([link, *mark], scope="row")
    return html.Tr([rank, name, *cells], className="sel" if is_selected else None, **code)


def _cell(column: Column, row: Figures) -> html.Td:
    words = column.words(row)
    return html.Td(words, className=f"{column.style_class} mute" if words in MUTED else column.style_class)


def _month_row(point: Point) -> html.Tr:
    status = "Provisional" if point.is_provisional else "Published"  # never final: past months are restated
    known = point.value is not None
    return html.Tr(
        [
            html.Th(month_name(point.month), scope="row"),
            html.Td(count(point.value) if known else NOT_LISTED, className="r" if known else "r mute"),
            html.Td(status if known else NOT_AVAILABLE),
        ]
    )
