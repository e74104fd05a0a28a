"""The map's classes: which one a value belongs to, and what each is called."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from components import theme
from components.map_view import MapView
from components.text import boroughs, decimals, decimals_needed, is_missing, plain
from data.selection import Show

LITTLE = "Changed by less than {}%"


def classify(values: Iterable[float | None], breaks: Sequence[float]) -> list[int | None]:
    """The class of each value, 1 for the lowest; None for a value that is missing.

    A value on a break belongs to the class farther from zero: 1.00 to '1.00 to 1.49',
    −30% to 'Fell 30% or more'.
    """
    return [
        None if value is None or is_missing(value) else _class_of(float(value), breaks) for value in values
    ]


def _class_of(value: float, breaks: Sequence[float]) -> int:
    return 1 + bisect_right(breaks, value) - (value < 0 and value in breaks)


def is_change(view: MapView) -> bool:
    return view.selection.show is Show.CHANGE


def colour_of(view: MapView, value: float | None) -> str:
    """The fill of a value's class; theme.NO_VALUE where there is none."""
    number = classify([value], view.breaks)[0]
    return theme.NO_VALUE if number is None else theme.class_colours(is_change(view))[number - 1]


def class_counts(view: MapView) -> list[int]:
    """How many boroughs stand in each class."""
    classes = classify((row.value for row in boroughs(view)), view.breaks)
    return [classes.count(number) for number in range(1, len(view.breaks) + 2)]


def class_labels(view: MapView) -> list[str]:
    """`Under 0.75`, `0.75 to 0.99`, …, `2.00 or more`; for a change `Fell 30% or more`, …."""
    return change_labels(view.breaks) if is_change(view) else _level_labels(view)


def _level_labels(view: MapView) -> list[str]:
    places, edges = edge_decimals(view), view.breaks
    step = 10.0**-places
    between = [f"{plain(a, places)} to {plain(b - step, places)}" if b - a > 1.5 * step else plain(a, places)
               for a, b in pairwise(edges)]  # fmt: skip
    return [f"Under {plain(edges[0], places)}", *between, f"{plain(edges[-1], places)} or more"]


def edge_decimals(view: MapView) -> int:
    """Decimals of the key's edges: those of the figures on the map, more where an edge needs them."""
    own = decimals(view) if view.selection.show is Show.RATE else 0
    return max([own, *(decimals_needed(edge) for edge in view.breaks)])


def change_labels(edges: Sequence[float]) -> list[str]:
    falls, rises = [-edge for edge in edges if edge < 0], [edge for edge in edges if edge > 0]
    down = [
        f"Fell {a:g}% or more" if i == 0 else f"Fell {a:g} to {falls[i - 1] - 1:g}%"
        for i, a in enumerate(falls)
    ]
    up = [f"Rose {a:g} to {rises[i + 1] - 1:g}%" if i + 1 < len(rises) else f"Rose {a:g}% or more"
          for i, a in enumerate(rises)]  # fmt: skip
    middle = LITTLE.format(f"{rises[0]:g}") if falls and rises and falls[-1] == rises[0] else "Little change"
    return [*down, middle, *up]
