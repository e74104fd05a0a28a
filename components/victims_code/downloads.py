"""Download and link: canonical, so that they give what is on screen whatever the address said."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.downloads import file_links
from components.elements import marks
from components.victims_code.view import PATH, VictimsCodeView


def actions(view: VictimsCodeView) -> Component:
    query = view.selection.to_query()
    return html.Div([
        *file_links(PATH, query, name=download_name(view), whole="CSV, every requirement and area"),
        html.Button("Copy link", type="button", id="copy-link", disable_n_clicks=True, **marks(data_copy_link="")),
    ], className="actions")  # fmt: skip


def download_name(view: VictimsCodeView) -> str:
    """`victims-code-arrested-camden-2017-06`, with the word demonstration before it where that is what it holds."""
    named = ["demonstration" if view.edition.is_demonstration else "", "victims-code",
             *view.selection.to_params().values()]  # fmt: skip
    return "-".join(filter(None, named))
