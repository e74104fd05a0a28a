"""The file and the link of what is on screen."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.downloads import file_links
from components.elements import marks
from components.pictures.links import embedding, picture_links
from components.stop_and_search.rates import NAME
from components.stop_and_search.view import PATH, StopAndSearchView
from data.selection.stop_and_search import By

HEIGHT = 1240  # px of a frame


def actions(view: StopAndSearchView) -> Component:
    """Canonical, so that they give what is on screen whatever the address said."""
    query = view.selection.to_query()
    return html.Div([
        *file_links(PATH, query, name=download_name(view), whole="CSV, all areas and years"),
        *(picture_links(PATH, query, name=download_name(view)) if view.groups else []),
        html.Button("Copy link", type="button", id="copy-link", disable_n_clicks=True, **marks(data_copy_link="")),
        *([embedding(PATH, query, title=NAME, height=HEIGHT)] if view.groups else []),
    ], className="actions")  # fmt: skip


def download_name(view: StopAndSearchView) -> str:
    """`stop-and-search-2017-18-camden-officer`, with the word demonstration before it where that is what it holds."""
    chosen = view.selection
    named = ["demonstration" if view.edition.is_demonstration else "", "stop-and-search", chosen.year,
             chosen.area or "", chosen.by.value if chosen.by is By.OFFICER else ""]  # fmt: skip
    return "-".join(filter(None, named))
