"""One measure close up: its map, key and ranking, and the boroughs' table. Made of the crime map's own figures."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from components import text
from components.crime_map import figures
from components.elements import marks
from components.tables import borough_table
from components.topics import words
from components.topics.view import TopicView, address
from data.selection import Span, Window, add_months

FIRST_ROWS = 10


def close_heading(view: TopicView) -> list[Component]:
    said = words.breaks(view) if view.split is None and view.map.broken is None else []
    notes = [html.P(sentence, className="note") for sentence in said]
    return [html.H2(words.close_title(view)), html.P(words.close_subtitle(view), className="sub"), *ways(view), *notes]


def ways(view: TopicView) -> list[Component]:
    """From a period that a break cuts in two to those on either side of it, and to its last month alone."""
    if view.split is None:
        return []
    chosen, own = view.selection, view.map.coverage
    before, after = add_months(view.split.month, -1), add_months(view.split.month, chosen.span.months - 1)
    spans = [(end, chosen.span) for end in (before, after) if end in own.ends(chosen.span)]
    links = [
        html.A(Window(end, span).label, href=address(chosen, asked=end, month=end, span=span), **marks(data_address=""))
        for end, span in (*spans, (chosen.month, Span.MONTH))
    ]
    shown: list[Any] = ["Periods that hold no break: "]
    for place, link in enumerate(links):
        shown += [" · " if place else "", link]
    return [html.P(shown, className="sub")]


def map_heading(view: TopicView) -> list[Component]:
    return figures.figure_heading(view.map)


def tiles(view: TopicView) -> list[Component]:
    return figures.tile_drawings(view.map)


def keys(view: TopicView) -> list[Component]:
    return figures.keys(view.map)


def selected(view: TopicView) -> list[Component]:
    return figures.selected_box(view.map)


def ranking(view: TopicView) -> list[Component]:
    return figures.ranking_side(view.map)


def boroughs(view: TopicView) -> list[Component]:
    """The map's figures as a table."""
    notes = [html.P(note, className="note") for note in text.table_note(view.map)]
    return [
        html.Header([html.H2("Data behind this map"), html.P(text.table_subtitle(view.map), className="sub")]),
        html.Div(borough_table(view.map), className="tbl-wrap"),
        html.Div(_rows_link(view), className="below"),
        html.Div(notes, className="notes"),
    ]


def _rows_link(view: TopicView) -> Component:
    all_rows = view.selection.all_rows
    said = f"Show the first {FIRST_ROWS} boroughs" if all_rows else "Show all 32 boroughs"
    target = address(view.selection, all_rows=not all_rows)
    return html.A(said, href=target, id="topic-rows", className="btn quiet", **marks(data_address=""))
