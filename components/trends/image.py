"""The charts without their page, with all in them that it takes to understand and to trust them."""

from __future__ import annotations

from dataclasses import replace

from components.pictures.picture import Drawing, Picture
from components.text.lead import REPORTING
from components.trends.charts import notes, subtitle, title, too_few
from components.trends.compared import figure_sentence
from components.trends.downloads import download_name
from components.trends.events import Placed, placed
from components.trends.frame import NARROW, WIDE
from components.trends.headline import headline
from components.trends.lead import provisional
from components.trends.panel import panel
from components.trends.view import SeriesView, TrendsView
from components.trends.words import is_cautious, signal_words
from data.selection import Span
from data.selection.trends import PATH

CONTEXT = "Events marked by dotted lines are context: no line says that an event changed a figure."


def picture(view: TrendsView) -> Picture:
    return Picture(
        title=title(view), subtitle=subtitle(view), headline=headline(view),
        label=f"{title(view)}: {'; '.join(series.name for series in view.series)}. {headline(view)}",
        drawings=drawings(view), notes=tuple(told(view)), caution=caution(view), edition=view.edition, path=PATH,
        query=view.selection.to_query(), name=download_name(view),
    )  # fmt: skip


def drawings(view: TrendsView) -> tuple[Drawing, ...]:
    """A panel a series. Only the first bears the names of events."""
    wide, narrow = placed(view, WIDE), placed(view, NARROW)
    return tuple(_panel(view, series, wide, narrow, is_first=place == 0) for place, series in enumerate(view.series))


def _panel(view: TrendsView, series: SeriesView, wide: Placed, narrow: Placed, *, is_first: bool) -> Drawing:
    why_not = too_few(view, series)
    verdict = f"{signal_words(series)}. " if view.selection.by is Span.MONTH else ""
    said = f"{verdict}{why_not or figure_sentence(view, series)}"
    if why_not:
        return Drawing("", (), series.name, said)
    drawn = panel(view, series, WIDE, wide, names_events=is_first)
    phone = panel(view, series, NARROW, narrow, names_events=is_first)
    bare = panel(view, series, NARROW, placed(replace(view, events=()), NARROW), names_events=False)
    below = _numbered(view, narrow) if is_first else ""
    return Drawing(drawn, (phone,), series.name, said, card=bare, narrow_note=below)


def _numbered(view: TrendsView, given: Placed) -> str:
    """What the numbers over the lines stand for; '' where the lines bear names."""
    if not any(len(mark.words) == 1 for mark in given.marks):
        return ""
    return f"{' '.join(f'{place} {event.name}.' for place, event in enumerate(view.events, 1))}"


def caution(view: TrendsView) -> str:
    return REPORTING if is_cautious(view) else ""


def told(view: TrendsView) -> list[str]:
    """What to know about the figures."""
    said = [f"{series.name}: {words}" for series in view.series for words in notes(view, series)
            if words != caution(view)]  # fmt: skip
    context = f"{CONTEXT} {_numbered(view, placed(view, WIDE))}".strip() if view.events else ""
    return [words for words in (*said, provisional(view), context) if words]
