"""What can be taken away: the figures, the picture, the link."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.downloads import file_links
from components.elements import marks
from components.pictures.links import embedding, picture_links
from components.satisfaction.trend import figure_title
from components.satisfaction.view import SatisfactionView
from data.selection.satisfaction import PATH

NAME = "satisfaction"
HEIGHT = 760  # px of a frame


def actions(view: SatisfactionView) -> list[Component]:
    """Canonical links, so that they give what is on screen whatever the address said."""
    query, name = view.selection.to_query(), download_name(view)
    picture = picture_links(PATH, query, name=name)
    return [
        *file_links(PATH, query, name=name, whole="CSV, all areas and periods"),
        *(picture if view.series else []),
        html.Button("Copy link", type="button", disable_n_clicks=True, **marks(data_copy_link="")),
        *([embedding(PATH, query, title=figure_title(view), height=HEIGHT)] if view.series else []),
    ]


def download_name(view: SatisfactionView) -> str:
    """`satisfaction-trust-in-the-met-camden-2023-12`, with the word demonstration before it where it is that."""
    chosen = view.selection
    named = [NAME, chosen.measure, chosen.area or "", f"{chosen.month:%Y-%m}"]
    return "-".join(filter(None, ["demonstration" if view.edition.is_demonstration else "", *named]))
