"""What stands under the tables: downloads, the link, and how the range is worked out."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.downloads import file_links
from components.elements import marks
from components.overview import words
from components.overview.method import expected_range
from components.overview.tables import DATA_AND_METHODS
from components.overview.view import OverviewView
from components.pictures.links import embedding, picture_links
from data.selection.overview import Signals

FILES = "/overview"  # the path of the page is that of the site
HEIGHT = 1500  # px of a frame


def download_name(view: OverviewView) -> str:
    """`overview-london-2017-06`, with the word demonstration before it where that is what it holds."""
    name = f"overview-{view.selection.area_slug}-{view.selection.month:%Y-%m}"
    return f"demonstration-{name}" if view.edition.is_demonstration else name


def actions(view: OverviewView) -> Component:
    """The files have every measure, whatever the filter lists; the picture has those that it lists."""
    query, name = view.selection.change(show=Signals.ALL).to_query(), download_name(view)
    listed = view.selection.to_query()
    return html.Div([
        *file_links(FILES, query, name=name, words="Download CSV, all measures", whole="CSV, all areas"),
        *picture_links(FILES, listed, name=name),
        html.Button("Copy link", type="button", id="copy-link", disable_n_clicks=True, **marks(data_copy_link="")),
        html.A("What changed since the last edition", href=f"{DATA_AND_METHODS}#revisions"),
        embedding(FILES, listed, title=words.picture_title(view), height=HEIGHT),
    ], className="actions")  # fmt: skip


def method(view: OverviewView) -> list[Component]:
    """Headings and paragraphs in two columns of about equal length."""
    entries = [html.Div([html.H3(heading), html.P(said)]) for heading, said in expected_range(view)]
    half = (len(entries) + 1) // 2
    return [html.Div(entries[:half]), html.Div(entries[half:])]
