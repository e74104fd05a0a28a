"""Searches and residents by ethnic group without the page: the figure, and what it takes to read it rightly."""

from __future__ import annotations

from components.pictures.picture import Drawing, Picture
from components.stop_and_search import rates_plot as plot
from components.stop_and_search import words
from components.stop_and_search.downloads import download_name
from components.stop_and_search.headline import headline
from components.stop_and_search.rates import NAME, notes, subtitle, why_none
from components.stop_and_search.view import PATH, StopAndSearchView

NO_CAUSE = "A ratio does not show a cause."


def picture(view: StopAndSearchView) -> Picture:
    """Where the table is withheld or there is none, words alone."""
    title = f"{NAME}, {view.area_name}"
    cautions = tuple(note for note in notes(view) if note) if view.groups else ()
    return Picture(
        title=f"{title}, {words.when(view)}" if view.period else title, subtitle=subtitle(view) if view.groups else "",
        headline=headline(view), label=plot.label(view) if view.groups else title, drawings=_drawings(view),
        said=(headline(view),) if view.groups else (why_none(view),),
        notes=cautions, caution=NO_CAUSE if view.groups else "", edition=view.edition, path=PATH,
        query=view.selection.to_query(), name=download_name(view),
    )  # fmt: skip


def _drawings(view: StopAndSearchView) -> tuple[Drawing, ...]:
    if not view.groups:
        return ()
    ratios = [plot.narrow_ratios(view)] if view.residents_basis is not None else []
    narrow = (plot.narrow_rates(view), *ratios)
    return (Drawing(plot.wide(view), narrow),)
