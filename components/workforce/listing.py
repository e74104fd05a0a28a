"""Downloads of the page on people."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.downloads import file_links
from components.elements import marks
from components.pictures.links import embedding, picture_links
from components.workforce.view import WorkforceView
from components.workforce.words import chart_title
from data.selection.workforce import PATH

NAME = "people"
HEIGHT = 840  # px of a frame


def actions(view: WorkforceView) -> Component:
    """Download and link: canonical, so that they give what is on screen whatever the address said."""
    query = view.selection.to_query() if view.coverage else ""
    return html.Div([
        *file_links(PATH, query, name=download_name(view), words="Download CSV of every figure"),
        *(picture_links(PATH, query, name=download_name(view)) if view.months else []),
        html.Button("Copy link", type="button", id="copy-link", disable_n_clicks=True, **marks(data_copy_link="")),
        *([embedding(PATH, query, title=chart_title(view), height=HEIGHT)] if view.months else []),
    ], className="actions")  # fmt: skip


def download_name(view: WorkforceView) -> str:
    """`people-2026-07`, with the word demonstration before it where that is what it holds."""
    named = [NAME, f"{view.edition.last_month:%Y-%m}" if view.coverage else ""]
    return "-".join(filter(None, ["demonstration" if view.edition.is_demonstration else "", *named]))
