"""What can be taken away: the figures and the link."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.downloads import file_links
from components.elements import marks
from components.pictures.links import embedding, picture_links
from components.topics.view import TopicView

HEIGHT = 860  # px of a frame


def actions(view: TopicView) -> Component:
    """Canonical, so that they give what is on screen whatever the address said."""
    query, path = view.selection.to_query(), view.selection.path
    return html.Div([
        *file_links(path, query, name=download_name(view), words="Download CSV, everything shown",
                    whole="CSV, all areas and periods"),
        *picture_links(path, query, name=download_name(view)),
        html.Button("Copy link", type="button", id="copy-link", disable_n_clicks=True, **marks(data_copy_link="")),
        embedding(path, query, title=f"{view.trends.series[0].name}, month by month", height=HEIGHT),
    ], className="actions")  # fmt: skip


def download_name(view: TopicView) -> str:
    """`hate-crime-faith-hate-crime-camden-12m-2017-06`, with the word demonstration before it where it is that."""
    chosen = view.selection
    named = [view.topic.file_name, chosen.measure, chosen.area or "", chosen.span.value, f"{chosen.asked:%Y-%m}"]
    return "-".join(filter(None, ["demonstration" if view.edition.is_demonstration else "", *named]))
