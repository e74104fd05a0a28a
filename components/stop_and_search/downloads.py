"""The file and the link of what is on screen."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.elements import marks
from components.stop_and_search.view import PATH, StopAndSearchView
from data.selection.stop_and_search import By


def actions(view: StopAndSearchView) -> Component:
    """Canonical, so that they give what is on screen whatever the address said."""
    query = view.selection.to_query()
    return html.Div([
        html.A("Download CSV", href=f"{PATH}.csv{query}", download=f"{download_name(view)}.csv"),
        html.Button("Copy link", type="button", id="copy-link", disable_n_clicks=True, **marks(data_copy_link="")),
    ], className="actions")  # fmt: skip


def download_name(view: StopAndSearchView) -> str:
    """`stop-and-search-2017-18-camden-officer`, with the word demonstration before it where that is what it holds."""
    chosen = view.selection
    named = ["demonstration" if view.edition.is_demonstration else "", "stop-and-search", chosen.year,
             chosen.area or "", chosen.by.value if chosen.by is By.OFFICER else ""]  # fmt: skip
    return "-".join(filter(None, named))
