"""The map as one file to download, with all in it that it takes to understand and to trust it."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from html import escape
from pathlib import Path
from textwrap import wrap
from xml.etree import ElementTree

from components import theme
from components.figures import svg
from components.figures.key import map_key
from components.figures.painted_map import painted_map
from components.map_view import MapView
from components.text import (
    DEMONSTRATION,
    REPORTING,
    VISITOR_NOTE,
    address,
    figure_title,
    period_sentence,
    provisional_words,
    residents_words,
    selected_sentence,
    table_note,
)
from data.catalogue import Polarity
from data.selection import Show, month_name

WIDTH, MARGIN, MAP_WIDTH, KEY_WIDTH = 1200, 60, 980, 700
LEFT = (WIDTH - MAP_WIDTH) / 2
BANNER = "#FBF4EA"
FONT_FILE = Path(__file__).parents[2] / "assets" / "fonts" / "source-sans-3-latin-variable.woff2"
BOUNDARIES = (
    "Contains public sector information licensed under the Open Government Licence v3.0. Contains National "
    "Statistics and Ordnance Survey data © Crown copyright and database right."
)
STYLE = f"""
text{{font-family:{theme.FONT};font-size:13.5px;fill:{theme.INK}}}
text{{font-variant-numeric:lining-nums tabular-nums}}
.ax{{fill:{theme.INK_3};font-size:13px}} .sm{{font-size:12.5px}} .b{{font-weight:600}}
.mid{{text-anchor:middle}} .end{{text-anchor:end}}
.title{{font-size:32px;font-weight:600}} .sub{{font-size:20px;fill:{theme.INK_2}}} .said{{font-size:19px}}
.note{{font-size:16px;fill:{theme.INK_3}}} .warn{{font-size:19px;font-weight:600}}
.label{{font-size:11.5px;paint-order:stroke;stroke-width:2.4;stroke-linejoin:round}}
.mark{{font-size:54px;font-weight:600;fill-opacity:.1;text-anchor:middle}}
.mark{{stroke:#fff;stroke-opacity:.22;stroke-width:1.5}}
"""


def map_image(view: MapView, *, base_svg: str, font_css: str = "", site: str = "") -> str:
    """A self-contained SVG, 1,200 px wide.

    `base_svg` is the text of assets/map/boroughs.svg, `font_css` what `font_face` gives for the site's
    typeface (without it the reader's own fonts are used), and `site` what stands before the path in the
    address printed below, such as `https://example.org`.
    """
    parts: list[str] = []
    y = _heading(view, parts)
    drawing, height = painted_map(view, base_svg, x=LEFT, y=y, width=MAP_WIDTH)
    parts.append(drawing)
    y = _key(view, parts, y + height + 20)
    y = _footer(view, parts, y, site)
    if view.edition.is_demonstration:
        parts.append(_watermark(y))
    style = f"<style>{escape(font_css + STYLE, quote=False)}</style>"
    ground = svg.rect(0, 0, WIDTH, y, fill=theme.PAGE)
    return svg.drawing(
        WIDTH, y, style, ground, *parts, label=f"{figure_title(view)}. {period_sentence(view)}"
    )


def font_face(font: bytes) -> str:
    """A style rule that holds a WOFF2 file itself, since a picture on a reader's disk can fetch none."""
    source = f"url(data:font/woff2;base64,{b64encode(font).decode('ascii')}) format('woff2')"
    return f"@font-face{{font-family:'Source Sans 3';font-weight:200 900;src:{source}}}"


@cache
def site_font() -> str:
    """The site's own typeface as such a rule."""
    return font_face(FONT_FILE.read_bytes())


def _lines(parts: list[str], y: float, words: str, kind: str, *, most: int, step: float) -> float:
    """Add text in lines of at most `most` characters; returns where the next line would stand."""
    for content in wrap(words, most):
        parts.append(svg.text(MARGIN, y, content, kind=kind))
        y += step
    return y


def _heading(view: MapView, parts: list[str]) -> float:
    y = _lines(parts, 64, figure_title(view), "title", most=72, step=40)
    y = _lines(parts, y - 6, period_sentence(view), "sub", most=110, step=28)
    if not view.edition.is_demonstration:
        return y
    parts.append(svg.rect(MARGIN, y - 8, WIDTH - 2 * MARGIN, 44, fill=BANNER))
    parts.append(svg.rect(MARGIN, y - 8, 6, 44, fill=theme.HIGHER))
    parts.append(svg.text(MARGIN + 22, y + 20, DEMONSTRATION, kind="warn"))
    return y + 60


def _key(view: MapView, parts: list[str], y: float) -> float:
    """The page's key, larger; returns the y below it."""
    drawn, scale = map_key(view, KEY_WIDTH), MAP_WIDTH / KEY_WIDTH
    height = float(ElementTree.fromstring(drawn).get("height") or 0)
    place = f"translate({svg.number(LEFT)},{svg.number(y)}) scale({scale:g})"
    parts.append(svg.element("g", drawn, transform=place))
    return y + height * scale + 34


def _footer(view: MapView, parts: list[str], y: float, site: str) -> float:
    """What London's and the selected borough's figures are, what to know about them, and their source."""
    said = [selected_sentence(view, whole=True), selected_sentence(view)]
    for sentence in dict.fromkeys(said):
        y = _lines(parts, y, sentence, "said", most=118, step=28)
    parts.append(svg.line(MARGIN, y - 8, WIDTH - MARGIN, y - 8, stroke=theme.RULE))
    y += 20
    for note in _notes(view, site):
        y = _lines(parts, y, note, "note", most=145, step=24)
    return y + 12


def _notes(view: MapView, site: str) -> list[str]:
    edition = view.edition
    refreshed = f"{edition.published_on.day} {month_name(edition.published_on)}"
    is_rate = view.selection.show is Show.RATE
    elsewhere = {DEMONSTRATION, provisional_words(view), *(() if is_rate else (VISITOR_NOTE,))}
    notes = [note for note in table_note(view) if note not in elsewhere]
    if is_rate:
        notes.append(residents_words(view))
    if view.measure.polarity is Polarity.REPORTING:
        notes.append(REPORTING)
    source = f"Source: {edition.source}. Edition {edition.edition_id}, refreshed {refreshed}."
    return [*notes, f"{source} {view.dataset.licence}.", BOUNDARIES, f"{site}{address(view.selection)}"]


def _watermark(height: float) -> str:
    """The words across the picture, so that a part cut out of it still carries them."""
    marks = [
        svg.text(x, y, "Demonstration data", kind="mark", transform=f"rotate(-28 {x} {y})")
        for y in range(330, int(height) - 150, 260)
        for x in (330, 870)
    ]
    return svg.element("g", *marks, aria_hidden="true")
