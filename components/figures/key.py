"""The key that explains the map's colours."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from string import ascii_lowercase

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
from components.patterns import Pattern, Sketch, joined
from components.text import format_value, plain

LONGEST_LINE = 12  # characters of a label in one line
# Width of a class, room before the City, and the City's words: seven classes leave less of each.
LEVEL = (92.0, 14.0, ("City of London: not policed", "by the Met – no data"))
CHANGE = (78.0, 8.0, ("City of London:", "not policed by the", "Met – no data"))
PHONE = 400  # a width below which the key is drawn for a phone
ON_PHONE = 356  # its width on pages; pictures have their own


def map_key(view: MapView, width: int = 700) -> Sketch:
    """SVG: classes with their number of boroughs, the London value, the City, boroughs without a figure."""
    return _phone_key(view, width) if width < PHONE else _wide_key(view, width)


def _wide_key(view: MapView, width: int) -> Sketch:
    """A label in words under each swatch, its number of boroughs under that."""
    labels = [_wrap(label) for label in class_labels(view)]
    lines = max(len(label) for label in labels)
    values: list[str] = []
    for label, inside in zip(labels, class_counts(view), strict=True):
        values += [*label, *[""] * (lines - len(label)), boroughs_in_words(inside)]
    step, _, city = CHANGE if is_change(view) else LEVEL
    more = [london_mark(view, step, 22, 13, step * len(labels))]
    height = 56.0 + 16 * max(lines, len(city) - 1)
    height += add_missing(view, more, height)
    opened = svg.opening(width, height, label=key_label(view))
    return joined(opened, Sketch([WIDE[is_change(view), lines].rows([values])]), *more, "</svg>")


def _wide_pattern(changes: bool, lines: int) -> Pattern:
    """The swatches and the City with slots for the words under them."""
    step, gap, city = CHANGE if changes else LEVEL
    classes = len(theme.class_colours(changes))
    slots = [[f"{line}_{number}" for line in ("first", "second")[:lines]] + [f"inside_{number}"]
             for number in map(ascii_lowercase.__getitem__, range(classes))]  # fmt: skip
    parts = [swatches(changes, 22, step, 13)]
    for number, names in enumerate(slots):
        *words, inside = (f"{{{name}}}" for name in names)
        parts.append(_column(number * step, words, inside))
    end = step * classes
    parts += [city_box(end + gap, 22, 34, 13), _column(end + gap, city)]
    name = f"key-wide-{'change' if changes else 'level'}-{lines}"
    return Pattern(name, "".join(parts), row=" ".join(each for names in slots for each in names))


def _column(x: float, lines: Sequence[str], last: str | None = None) -> str:
    """Lines of text under a swatch, and a last one in lighter ink."""
    written = [svg.text(x, 52 + 16 * i, words, kind="ax", ink=theme.INK) for i, words in enumerate(lines)]
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


def _phone_key(view: MapView, width: int) -> Sketch:
    """Edges under the swatches, numbers of boroughs inside them."""
    changes = is_change(view)
    values = [*map(str, class_counts(view)), *(_edge_text(view, edge) for edge in view.breaks)]
    more = [london_mark(view, _phone_step(changes, width), 20, 17, width)]
    height = 104.0 + add_missing(view, more, 104.0)
    opened = svg.opening(width, height, label=key_label(view))
    return joined(opened, Sketch([_phone_pattern(changes, width).rows([values])]), *more, "</svg>")


def _phone_step(changes: bool, width: int) -> float:
    return (width - 2) / len(theme.class_colours(changes))


@cache
def _phone_pattern(changes: bool, width: int) -> Pattern:
    """The swatches with slots for the numbers inside them, and for those between neighbours; with words for the two
    directions at the ends."""
    ink, step = theme.class_text(changes), _phone_step(changes, width)
    inside = [f"inside_{letter}" for letter in ascii_lowercase[: len(ink)]]
    edges = [f"edge_{letter}" for letter in ascii_lowercase[: len(ink) - 1]]
    parts = [swatches(changes, 20, step, 17)]
    parts += [svg.text(number * step + step / 2 - 1, 33, f"{{{name}}}", kind="sm mid", ink=ink[number])
              for number, name in enumerate(inside)]  # fmt: skip
    low, high = ("Fell", "Rose") if changes else ("Lower", "Higher")
    parts.append(svg.text(0, 53, low, kind="ax", ink=theme.INK))
    parts += [svg.text((place + 1) * step - 1, 53, f"{{{name}}}", kind="mid ax", ink=theme.INK)
              for place, name in enumerate(edges)]  # fmt: skip
    parts.append(svg.text(width - 2, 53, high, kind="ax end", ink=theme.INK))
    parts.append(svg.text(0, 75, "Numbers in the colours count boroughs.", kind="ax"))
    parts.append(city_box(0.5, 87, 24, 12))
    parts.append(svg.text(32, 98, "City of London: not policed by the Met", kind="ax", ink=theme.INK))
    name = f"key-{width}-{'change' if changes else 'level'}"
    return Pattern(name, "".join(parts), row=" ".join([*inside, *edges]))


def _edge_text(view: MapView, edge: float) -> str:
    return format_value(view, edge) if is_change(view) else plain(edge, edge_decimals(view))


WIDE = {(changes, lines): _wide_pattern(changes, lines) for changes in (False, True) for lines in (1, 2)}
for _changes in (False, True):  # what the browser fills must stand in the script
    _phone_pattern(_changes, ON_PHONE)

__all__ = ["class_counts", "class_labels", "classify", "colour_of", "is_change", "key_label", "map_key"]
