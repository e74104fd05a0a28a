"""The charts as one file to download, with all in it that it takes to understand and to trust them."""

from __future__ import annotations

from html import escape
from textwrap import wrap
from xml.etree import ElementTree

from components import theme
from components.figures import svg
from components.figures.export import BANNER, MARGIN, STYLE, WIDTH
from components.shell import day
from components.text.notes import DEMONSTRATION
from components.trends.charts import notes, subtitle, title, too_few
from components.trends.compared import figure_sentence
from components.trends.events import Placed, placed
from components.trends.frame import Size
from components.trends.lead import provisional
from components.trends.panel import panel
from components.trends.view import SeriesView, TrendsView
from components.trends.words import signal_words
from data.selection import Span
from data.selection.trends import PATH

PANEL = Size(1080, 60, 946, 210)
MORE_STYLE = (".name{font-size:18px;font-weight:600} .halo{paint-order:stroke;stroke:#fff;stroke-width:4px} "
              ".ax.name{font-size:13px;font-weight:400;fill:#17212B}")  # fmt: skip
LICENCE = "Contains public sector information licensed under the Open Government Licence v3.0."


class _Sheet:
    """Lines of text and panels, one under another."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.y = 64.0

    def text(self, words: str, kind: str, *, most: int, step: float) -> None:
        for content in wrap(words, most):
            self.parts.append(svg.text(MARGIN, self.y, content, kind=kind))
            self.y += step


def image(view: TrendsView, *, font_css: str = "") -> str:
    """A self-contained SVG, 1,200 px wide; `font_css` holds the site's typeface."""
    sheet = _Sheet()
    sheet.text(title(view), "title", most=70, step=40)
    sheet.text(subtitle(view), "sub", most=120, step=27)
    if view.edition.is_demonstration:
        _warning(sheet)
    events = placed(view, PANEL)
    for place, series in enumerate(view.series):
        _panel(view, series, sheet, events, is_first=place == 0)
    _foot(view, sheet)
    if view.edition.is_demonstration:
        sheet.parts.append(_watermark(sheet.y))
    style = f"<style>{escape(font_css + STYLE + MORE_STYLE, quote=False)}</style>"
    ground = svg.rect(0, 0, WIDTH, sheet.y, fill=theme.PAGE)
    return svg.drawing(WIDTH, sheet.y, style, ground, *sheet.parts, label=title(view))


def _warning(sheet: _Sheet) -> None:
    sheet.parts.append(svg.rect(MARGIN, sheet.y - 8, WIDTH - 2 * MARGIN, 44, fill=BANNER))
    sheet.parts.append(svg.rect(MARGIN, sheet.y - 8, 6, 44, fill=theme.HIGHER))
    sheet.parts.append(svg.text(MARGIN + 22, sheet.y + 20, DEMONSTRATION, kind="warn"))
    sheet.y += 60


def _panel(view: TrendsView, series: SeriesView, sheet: _Sheet, events: Placed, *, is_first: bool) -> None:
    sheet.y += 22
    sheet.text(series.name, "name", most=90, step=24)
    verdict = f"{signal_words(series)}. " if view.selection.by is Span.MONTH else ""
    sheet.text(f"{verdict}{too_few(view, series) or figure_sentence(view, series)}", "note", most=140, step=24)
    if too_few(view, series):
        return
    drawing = panel(view, series, PANEL, events, names_events=is_first)
    height = float(ElementTree.fromstring(drawing).get("height") or 0)
    at = f"translate({MARGIN},{svg.number(sheet.y - 10)})"
    sheet.parts.append(svg.element("g", drawing, transform=at))
    sheet.y += height + 10


def _foot(view: TrendsView, sheet: _Sheet) -> None:
    """What to know about the figures, whose they are, and where they stand."""
    sheet.parts.append(svg.line(MARGIN, sheet.y, WIDTH - MARGIN, sheet.y, stroke=theme.RULE))
    sheet.y += 28
    said = [f"{series.name}: {words}" for series in view.series for words in notes(view, series)]
    context = "Events marked by dotted lines are context: no line says that an event changed a figure."
    edition = view.edition
    source = f"Source: {edition.source}. Edition {edition.edition_id}, refreshed {day(edition.published_on)}."
    for words in filter(None, [*said, provisional(view), context if view.events else "", source, LICENCE,
                               f"{PATH}{view.selection.to_query()}"]):  # fmt: skip
        sheet.text(words, "note", most=145, step=24)
    sheet.y += 16


def _watermark(height: float) -> str:
    """The words across the picture, so that a part cut out of it still carries them."""
    marks = [
        svg.text(x, y, "Demonstration data", kind="mark", transform=f"rotate(-28 {x} {y})")
        for y in range(330, int(height) - 150, 260) for x in (330, 870)
    ]  # fmt: skip
    return svg.element("g", *marks, aria_hidden="true")
