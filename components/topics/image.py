"""The chosen measure of a topic month by month, without its page."""

from __future__ import annotations

from dataclasses import replace

from components.pictures.picture import Picture
from components.topics import months, words
from components.topics.downloads import download_name
from components.topics.view import TopicView
from components.trends import charts
from components.trends.headline import of_one
from components.trends.image import caution, drawings, told


def picture(view: TopicView) -> Picture:
    """Its headline is what the chart says; the page's own is of all its measures."""
    alone = months.first(view)
    series = alone.series[0]
    when = charts.title(alone)
    title = f"{series.name}: {when[:1].lower()}{when[1:]}"
    (drawing,) = drawings(alone)
    subtitle = " ".join(filter(None, [charts.subtitle(alone), words.gaps(view)]))
    return Picture(
        title=title, subtitle=subtitle, headline=of_one(alone, series),
        label=f"{title}. {drawing.said}", drawings=(replace(drawing, name=""),), notes=tuple(told(alone)),
        caution=caution(alone),
        edition=view.edition, path=view.selection.path, query=view.selection.to_query(), name=download_name(view),
    )  # fmt: skip
