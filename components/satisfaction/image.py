"""The chart as one file to download, with all in it that it takes to understand and to trust it."""

from __future__ import annotations

from html import escape
from textwrap import wrap
from xml.etree import ElementTree

from components import theme
from components.figures import svg
from components.figures.export import BANNER, MARGIN, STYLE, WIDTH
from components.satisfaction.trend import basis, figure_title, label, subtitle
from components.satisfaction.trend_plot import Size, plot
from components.satisfaction.view import SatisfactionView
from components.shell import day
from components.text.notes import DEMONSTRATION
from data.selection.satisfaction import PATH

CHART = Size(1080, 52, 930, 360)
LICENCE = "Contains public sector information licensed under the Open Government Licence v3.0."
MORE_STYLE = ".now{font-size:19px} .halo{paint-order:stroke;stroke:#fff;stroke-width:4px}"


def image(view: SatisfactionView, *, font_css: str = "") -> str:
    """A self-contained SVG, 1,200 px wide; `font_css` holds the site's typeface. Without answers, words alone."""
    parts: list[str] = []
    y = _lines(parts, 64, figure_title(view), "title", most=70, step=40)
    y = _lines(parts, y - 6, subtitle(view), "sub", most=116, step=27)
    if view.edition.is_demonstration:
        y = _warning(parts, y)
    if any(row.proportion is not None for row in view.series):
        y = _chart(view, parts, y)
    y = _foot(view, parts, y)
    if view.edition.is_demonstration:
        parts.append(_watermark(y))
    style = f"<style>{escape(font_css + STYLE + MORE_STYLE, quote=False)}</style>"
    ground = svg.rect(0, 0, WIDTH, y, fill=theme.PAGE)
    return svg.drawing(WIDTH, y, style, ground, *parts, label=figure_title(view))


def _lines(parts: list[str], y: float, words: str, kind: str, *, most: int, step: float) -> float:
    for content in wrap(words, most):
        parts.append(svg.text(MARGIN, y, content, kind=kind))
        y += step
    return y


def _warning(parts: list[str], y: float) -> float:
    parts.append(svg.rect(MARGIN, y - 8, WIDTH - 2 * MARGIN, 44, fill=BANNER))
    parts.append(svg.rect(MARGIN, y - 8, 6, 44, fill=theme.HIGHER))
    parts.append(svg.text(MARGIN + 22, y + 20, DEMONSTRATION, kind="warn"))
    return y + 60


def _chart(view: SatisfactionView, parts: list[str], y: float) -> float:
    breaks = [broken.month for broken in view.measure.breaks]
    drawn = plot(view.series, CHART, breaks=breaks, chosen=view.selection.month, label=label(view))
    height = float(ElementTree.fromstring(drawn).get("height") or 0)
    parts.append(svg.element("g", drawn, transform=f"translate({MARGIN},{svg.number(y)})"))
    return y + height + 34


def _foot(view: SatisfactionView, parts: list[str], y: float) -> float:
    """How many were asked, whose figures they are, and where they stand."""
    parts.append(svg.line(MARGIN, y, WIDTH - MARGIN, y, stroke=theme.RULE))
    y += 28
    edition = view.edition
    source = f"Source: {edition.source}. Edition {edition.edition_id}, refreshed {day(edition.published_on)}."
    asked = basis(view) if any(row.proportion is not None for row in view.series) else ""
    for words in filter(None, [asked, source, LICENCE, f"{PATH}{view.selection.to_query()}"]):
        y = _lines(parts, y, words, "note", most=145, step=24)
    return y + 16


def _watermark(height: float) -> str:
    """The words across the picture, so that a part cut out of it still carries them."""
    marks = [
        svg.text(x, y, "Demonstration data", kind="mark", transform=f"rotate(-28 {x} {y})")
        for y in range(330, int(height) - 100, 260) for x in (330, 870)
    ]  # fmt: skip
    return svg.element("g", *marks, aria_hidden="true")
