"""The chart without its page, with all in it that it takes to understand and to trust it."""

from __future__ import annotations

from components.pictures.picture import Drawing, Picture
from components.satisfaction.downloads import download_name
from components.satisfaction.trend import basis, figure_title, label, subtitle, why_none
from components.satisfaction.trend_plot import NARROW, WIDE, plot
from components.satisfaction.view import Answer, SatisfactionView
from components.satisfaction.words import headline
from data.selection.satisfaction import PATH


def picture(view: SatisfactionView) -> Picture:
    """Without answers, words alone."""
    known = [row for row in view.series if row.proportion is not None]
    return Picture(
        title=figure_title(view), subtitle=subtitle(view), headline=headline(view),
        label=label(view) if known else figure_title(view), drawings=(_drawing(view, known),) if known else (),
        said=() if known else (why_none(view),), notes=(basis(view),) if known else (), edition=view.edition,
        path=PATH, query=view.selection.to_query(), name=download_name(view),
    )  # fmt: skip


def _drawing(view: SatisfactionView, known: list[Answer]) -> Drawing:
    breaks = [broken.month for broken in view.measure.breaks]
    wide, narrow = (plot(known, size, breaks=breaks, chosen=view.selection.month, label=label(view))
                    for size in (WIDE, NARROW))  # fmt: skip
    return Drawing(wide, (narrow,))
