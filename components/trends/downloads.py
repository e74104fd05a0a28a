"""What can be taken away: the figures, the picture, the link."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.downloads import file_links
from components.elements import marks
from components.pictures.links import embedding, picture_links
from components.trends.charts import title
from components.trends.view import TrendsView
from data.selection.trends import LONDON, PATH

HEIGHT = (290, 310)  # px of a frame: of what stands round the charts, and of each


def actions(view: TrendsView) -> list[Component]:
    """Canonical links, so that they give what is on screen whatever the address said."""
    query, name = view.selection.to_query(), download_name(view)
    return [
        *file_links(PATH, query, name=name, whole="CSV, all areas and periods"),
        *picture_links(PATH, query, name=name),
        html.Button("Copy link", type="button", disable_n_clicks=True, **marks(data_copy_link="")),
        embedding(PATH, query, title=title(view), height=HEIGHT[0] + HEIGHT[1] * len(view.series)),
    ]


def download_name(view: TrendsView) -> str:
    """`trends-knife-crime-camden-month-number-2017-06`, with the word demonstration before it where it is that."""
    chosen, first = view.selection, view.selection.series[0]
    place = [] if first.area == LONDON else [first.area]
    more = [f"and-{len(chosen.series) - 1}-more"] if len(chosen.series) > 1 else []
    parts = ["trends", first.measure, *place, *more, chosen.by.value, chosen.show.value, f"{chosen.month:%Y-%m}"]
    return "-".join(["demonstration", *parts] if view.edition.is_demonstration else parts)
