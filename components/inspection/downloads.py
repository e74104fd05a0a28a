"""Download and link: canonical, so that they give what is on screen whatever the address said."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.downloads import file_links
from components.elements import marks
from components.inspection.view import PATH, InspectionView


def actions(view: InspectionView) -> Component:
    query = view.selection.to_query()
    return html.Div([
        *file_links(PATH, query, name=download_name(view), whole="CSV, the whole inspection"),
        html.Button("Copy link", type="button", id="copy-link", disable_n_clicks=True, **marks(data_copy_link="")),
    ], className="actions")  # fmt: skip


def download_name(view: InspectionView) -> str:
    """`inspection-2018-19-legitimacy`, with the word demonstration before it where that is what it holds."""
    named = ["demonstration" if view.edition.is_demonstration else "", "inspection", view.year.replace("/", "-"),
             *(value for value in view.selection.to_params().values() if value != "all")]  # fmt: skip
    return "-".join(filter(None, named))
