"""The table behind the map, its downloads and notes, and how it is measured."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components import text
from components.downloads import file_links
from components.elements import marks
from components.map_view import MapView
from components.patterns import Sketch, joined
from components.pictures.links import embedding, picture_links
from components.render import to_html
from components.tables import borough_table
from data.selection import Selection

SHOWN_ROWS = 10
HEIGHT = 960  # px of a frame


def data_side(view: MapView) -> Sketch:
    heading = [html.H2("Data behind this map"), html.P(text.table_subtitle(view), className="sub")]
    notes = [html.P(note, className="note") for note in text.table_note(view)]
    below = [
        html.Div([_rows_link(view.selection), actions(view)], className="below"),
        embedding(text.MAP_PATH, view.selection.to_query(), title=text.figure_title(view), height=HEIGHT),
        html.Div(notes, className="notes"),
    ]
    table = joined('<div class="tbl-wrap">', borough_table(view), "</div>")
    return joined(to_html(html.Header(heading)), table, to_html(below))


def _rows_link(selection: Selection) -> Component:
    words = f"Show the first {SHOWN_ROWS} boroughs" if selection.all_rows else "Show all 32 boroughs"
    target = text.address(selection, all_rows=not selection.all_rows)
    return html.A(words, href=target, id="rows-link", className="btn quiet", **marks(data_address=""))


def actions(view: MapView) -> Component:
    """Downloads and the link: canonical, so that they give what is on screen whatever the address said."""
    query, name = view.selection.to_query(), download_name(view)
    return html.Div([
        *file_links(text.MAP_PATH, query, name=name, whole="CSV, all areas and periods"),
        *picture_links(text.MAP_PATH, query, name=name),
        html.Button("Copy link", type="button", id="copy-link", disable_n_clicks=True, **marks(data_copy_link="")),
    ], className="actions")  # fmt: skip


def download_name(view: MapView) -> str:
    """`burglary-rate-12m-2017-06`, with the word demonstration before it where that is what it holds."""
    chosen = view.selection
    parts = [chosen.measure, chosen.show.value, chosen.span.value, f"{chosen.month:%Y-%m}"]
    parts += [chosen.area] if chosen.area else []
    return "-".join(["demonstration", *parts] if view.edition.is_demonstration else parts)


def method(view: MapView) -> list[Component]:
    """Headings and paragraphs in two columns of about equal length."""
    entries = [html.Div([html.H3(heading), html.P(words)]) for heading, words in text.how_measured(view)]
    half = (len(entries) + 1) // 2
    return [html.Div(entries[:half]), html.Div(entries[half:])]
