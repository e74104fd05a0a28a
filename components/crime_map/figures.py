"""Map, tiles, key, the line under them, and the ranking beside them."""

from __future__ import annotations

from components import text
from components.borough.address import profile_address
from components.figures.key import map_key
from components.figures.ranking import rankings
from components.figures.tiles import SENT, tiles
from components.map_view import MapView
from components.patterns import Sketch, joined
from components.tags import tag
from data.selection import Form, Show

# Widths in px that figures are drawn at: drawn anew for a phone, never shrunk.
MAP, RANKING, PHONE = 700, 444, 356
DOT = (
    '<svg width="11" height="12" viewBox="0 0 11 12" aria-hidden="true">'
    '<circle cx="5.5" cy="6" r="4.6" fill="{colour}" stroke="#17212B"/></svg>'
)
CHANGE_SAMPLE = DOT.format(colour="#F0D3A8")
ALONE_SAMPLE = DOT.format(colour="#9CCEDB")  # across a break: no figure before
SAMPLE = (
    '<svg width="30" height="12" viewBox="0 0 30 12" aria-hidden="true">'
    '<line x1="3" y1="6" x2="22" y2="6" stroke="#7A8690" stroke-width="1.4"/>'
    '<circle cx="3" cy="6" r="2.1" fill="#7A8690"/><circle cx="23" cy="6" r="4.6" fill="#9CCEDB" '
    'stroke="#17212B"/></svg>'
)


def figure_heading(view: MapView) -> Sketch:
    title = tag("h2", text.figure_title(view), class_="fig-title")
    return joined(title, tag("p", text.figure_subtitle(view), class_="fig-sub"))


def form_class(view: MapView) -> str:
    """Which of map and tiles stands there; for `auto` the stylesheet decides by width."""
    return f"figure-box as-{view.selection.form.value}"


def tile_drawings(view: MapView) -> Sketch:
    """The tiles that this form of the map can need: a phone's by itself, both widths when chosen."""
    form = view.selection.form
    phone = [_inside(tiles(view, width=SENT[1]), "at-phone")] if form is not Form.MAP else []
    desktop = [_inside(tiles(view, width=SENT[0]), "at-desktop")] if form is Form.TILES else []
    return joined(*phone, *desktop)


def keys(view: MapView) -> Sketch:
    return joined(_inside(map_key(view, MAP), "only-d"), _inside(map_key(view, PHONE), "only-m"))


def selected_box(view: MapView) -> Sketch:
    """The selected borough's figures in a sentence, the way to its profile, and the way back to all of London."""
    name, _, words = text.selected_sentence(view).partition(":")
    sentence = tag("p", tag("strong", name), tag("span", words, class_="prose-num"))
    slug = view.selection.area
    if slug is None:
        return sentence
    profile = tag("a", f"Profile of {name}", href=profile_address(slug))
    back = tag("a", "Show all of London", href=text.address(view.selection, area=None), data_address="")
    return joined(sentence, tag("span", profile, back, class_="ways"))


def ranking_side(view: MapView) -> Sketch:
    level = SAMPLE if view.broken is None else ALONE_SAMPLE
    sample = CHANGE_SAMPLE if view.selection.show is Show.CHANGE else level
    title = tag("h2", text.ranking_title(view), class_="fig-title")
    below = tag("div", tag("div", Sketch([sample]), class_="sample"), text.ranking_subtitle(view), class_="fig-sub")
    wide, narrow = rankings(view, RANKING, PHONE)
    return joined(
        tag("div", title, below, class_="figs"),
        _inside(wide, "only-d", id="ranking"), _inside(narrow, "only-m", id="ranking-phone"),
    )  # fmt: skip


def _inside(drawn: str | Sketch, where: str, *, id: str = "") -> Sketch:
    """In a box that only a desk or only a phone shows."""
    named = f' id="{id}"' if id else ""
    return joined(f'<div{named} class="{where}">', drawn, "</div>")
