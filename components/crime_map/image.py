"""The map without its page, with all in it that it takes to understand and to trust it."""

from __future__ import annotations

from components.figures import svg
from components.figures.key import map_key
from components.figures.painted_map import painted_map
from components.figures.tiles import tiles
from components.map_view import MapView
from components.patterns import fill
from components.pictures.picture import Drawing, Picture
from components.pictures.writing import size_of
from components.text import (
    DEMONSTRATION,
    MAP_PATH,
    REPORTING,
    VISITOR_NOTE,
    another_year,
    figure_title,
    headline,
    map_label,
    period_sentence,
    provisional_words,
    residents_words,
    selected_sentence,
    table_note,
)
from data.catalogue import Polarity
from data.selection import Show

WIDTH, NARROW = 704, 358
CARD = 430
KEY_GAP = 18.0
BOUNDARIES = (
    "Contains public sector information licensed under the Open Government Licence v3.0. Contains National "
    "Statistics and Ordnance Survey data © Crown copyright and database right."
)


def picture(view: MapView, *, base_svg: str, name: str) -> Picture:
    """`base_svg`: the text of assets/map/boroughs.svg; `name`: of a download."""
    return Picture(
        title=figure_title(view), subtitle=period_sentence(view), headline=headline(view),
        label=f"{figure_title(view)}. {period_sentence(view)}", drawings=(_drawing(view, base_svg),),
        said=tuple(dict.fromkeys([selected_sentence(view, whole=True), selected_sentence(view)])),
        notes=tuple(_notes(view)),
        caution=REPORTING if view.measure.polarity is Polarity.REPORTING else "", edition=view.edition,
        licence=f"{view.dataset.licence}. {BOUNDARIES}", path=MAP_PATH, query=view.selection.to_query(), name=name,
    )  # fmt: skip


def _drawing(view: MapView, base_svg: str) -> Drawing:
    """The map over its key; tiles over theirs; and for a card the map without names, which would be too small."""
    painted, tall = painted_map(view, base_svg, x=0, y=0, width=WIDTH)
    wide = _stacked(WIDTH, painted, tall, fill(map_key(view, WIDTH)), label=map_label(view))
    small, height = painted_map(view, base_svg, x=0, y=0, width=CARD, names=False)
    card = _stacked(CARD, small, height, fill(map_key(view, NARROW)), label=map_label(view))
    return Drawing(wide, (fill(tiles(view, width=NARROW)), fill(map_key(view, NARROW))), card=card)


def _stacked(width: float, upper: str, tall: float, lower: str, *, label: str) -> str:
    """One drawing, `tall` px high, over another."""
    place = tall + KEY_GAP
    below = svg.element("g", lower, transform=f"translate(0,{svg.number(place)})")
    return svg.drawing(width, place + size_of(lower)[1], upper, below, label=label)


def _notes(view: MapView) -> list[str]:
    is_rate = view.selection.show is Show.RATE
    elsewhere = {DEMONSTRATION, provisional_words(view), another_year(view), *(() if is_rate else (VISITOR_NOTE,))}
    notes = [note for note in table_note(view) if note not in elsewhere]
    if is_rate:
        notes.append(residents_words(view))
    return notes
