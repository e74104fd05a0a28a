"""The key that explains the map's colours."""

from __future__ import annotations

from collections.abc import Sequence

from components import theme
from components.figures import svg
from components.figures.classes import (
    class_counts,
    class_labels,
    classify,
    colour_of,
    edge_decimals,
    is_change,
)
from components.figures.key_parts import (
    add_missing,
    boroughs_in_words,
    city_box,
    key_label,
    london_mark,
    swatches,
)
from components.map_view import MapView
from components.text import format_value, plain

LONGEST_LINE = 12  # characters of a label in one line
# Width of a class, room before the City, and the City's words: seven classes leave less of each.
LEVEL = (92.0, 14.0, ("City of London: not policed", "by the Met – no data"))
CHANGE = (78.0, 8.0, ("City of London:", "not policed by the", "Met – no data"))
PHONE = 400  # a width below which the key is drawn for a phone


def map_key(view: MapView, width: int = 700) -> str:
    """SVG: classes with their number of boroughs, the London value, the City, boroughs without a figure."""
    return _phone_key(view, width) if width < PHONE else _wide_key(view, width)


def _wide_key(view: MapView, width: int) -> str:
    """A label in words under each swatch, its number of boroughs under that."""
    step, gap, city = CHANGE if is_change(view) else LEVEL
    labels = [_wrap(label) for label in class_labels(view)]
    end = step * len(labels)
    lines = max(len(label) for label in labels)
    parts = [swatches(view, 22, step, 13), london_mark(view, step, 22, 13, end)]
    for number, (label, inside) in enumerate(zip(labels, class_counts(view), strict=True)):
        blank = [""] * (lines - len(label))
        parts.append(_column(number * step, [*label, *blank], boroughs_in_words(inside)))
    parts += [city_box(end + gap, 22, 34, 13), _column(end + gap, city)]
    height = 56.0 + 16 * max(lines, len(city) - 1)
    return svg.drawing(width, height + add_missing(view, parts, height), *parts, label=key_label(view))


def _column(x: float, lines: Sequence[str], last: str | None = None) -> str:
    """Lines of text under a swatch, and a last one in lighter ink."""
    written = [
        svg.text(x, 52 + 16 * i, words, kind="ax", ink=theme.INK) for i, words in enumerate(lines) if words
    ]
    if last is not None:
        written.append(svg.text(x, 52 + 16 * len(lines), last, kind="ax sm"))
    return "".join(written)


def _wrap(label: str) -> list[str]:
    """Two lines of about the same length, where one would run into the next label."""
    if len(label) <= LONGEST_LINE:
        return [label]
    words = label.split(" ")
    halves = [[" ".join(words[:i]), " ".join(words[i:])] for i in range(1, len(words))]
    return min(halves, key=lambda half: max(map(len, half)))


def _phone_key(view: MapView, width: int) -> str:
    """Edges under the swatches, numbers of boroughs inside them."""
    colours, ink = theme.class_colours(is_change(view)), theme.class_text(is_change(view))
    step = (width - 2) / len(colours)
    parts = [swatches(view, 20, step, 17), london_mark(view, step, 20, 17, width)]
    for number, boroughs_in in enumerate(class_counts(view)):
        parts.append(svg.text(number * step + step / 2 - 1, 33, str(boroughs_in), kind="sm mid",
                              ink=ink[number]))  # fmt: skip
    parts.extend(_edges(view, step, width))
    parts.append(svg.text(0, 75, "Numbers in the colours count boroughs.", kind="ax"))
    parts.append(city_box(0.5, 87, 24, 12))
    parts.append(svg.text(32, 98, "City of London: not policed by the Met", kind="ax", ink=theme.INK))  # fmt: skip
    height = 104.0
    return svg.drawing(width, height + add_missing(view, parts, height), *parts, label=key_label(view))


def _edges(view: MapView, step: float, width: int) -> list[str]:
    """The numbers between neighbouring swatches, with words for the two directions at the ends."""
    low, high = ("Fell", "Rose") if is_change(view) else ("Lower", "Higher")
    between = [svg.text((place + 1) * step - 1, 53, _edge_text(view, edge), kind="mid ax", ink=theme.INK)
               for place, edge in enumerate(view.breaks)]  # fmt: skip
    return [svg.text(0, 53, low, kind="ax", ink=theme.INK), *between,
            svg.text(width - 2, 53, high, kind="ax end", ink=theme.INK)]  # fmt: skip


def _edge_text(view: MapView, edge: float) -> str:
    return format_value(view, edge) if is_change(view) else plain(edge, edge_decimals(view))


__all__ = ["class_counts", "class_labels", "classify", "colour_of", "is_change", "key_label", "map_key"]
