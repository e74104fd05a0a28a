"""What the key of a wide screen and that of a phone share."""

from __future__ import annotations

from components import theme
from components.figures import svg
from components.figures.classes import class_counts, class_labels, classify, is_change
from components.map_view import MapView
from components.text import format_value, london, why_missing, without_value
from data.selection import Show


def key_label(view: MapView) -> str:
    """The key in words."""
    pairs = zip(class_labels(view), class_counts(view), strict=True)
    unit = {Show.RATE: ", offences per 1,000 residents", Show.NUMBER: ", recorded offences", Show.CHANGE: ""}
    words = "; ".join(f"{label}, {boroughs_in_words(number)}" for label, number in pairs)
    marked = f"; London {format_value(view, london(view).value)}" if _marks_london(view) else ""
    missing = (
        f"; {_missing_words(view)}, {boroughs_in_words(len(without_value(view)))}"
        if without_value(view)
        else ""
    )
    return f"Map key{unit[view.selection.show]}: {words}{marked}{missing}"


def boroughs_in_words(number: int) -> str:
    return "1 borough" if number == 1 else f"{number} boroughs"


def _missing_words(view: MapView) -> str:
    """What the boroughs without a figure have in common."""
    reasons = {why_missing(view, row) for row in without_value(view)}
    return reasons.pop() if len(reasons) == 1 else "No figure"


def _marks_london(view: MapView) -> bool:
    """London is a total where the map shows counts, and so no place on their scale."""
    return view.selection.show is not Show.NUMBER and london(view).value is not None


def swatches(changes: bool, y: float, step: float, height: float) -> str:
    """The row of class colours; the lightest has an outline, since it nears the page's white."""
    fills = theme.class_colours(changes)
    pale = theme.DIVERGING[3] if changes else theme.SEQUENTIAL[0]
    boxes = []
    for number, fill in enumerate(fills):
        edge = {"stroke": theme.LINE_DATA, "stroke_width": "0.9"} if fill == pale else {}
        boxes.append(svg.rect(number * step, y, step - 2, height, fill=fill, **edge))
    return "".join(boxes)


def _london_x(view: MapView, step: float) -> float:
    """Where London stands on the key: within its class by value, in an open one by the width of the next."""
    value, edges = london(view).value or 0.0, view.breaks
    number = classify([value], edges)[0] or 1
    first = edges[0] - (edges[1] - edges[0]) if is_change(view) else 0.0
    ends = [first, *edges, edges[-1] + (edges[-1] - edges[-2])]
    low, high = ends[number - 1], ends[number]
    part = min(max((value - low) / (high - low), 0.02), 0.98) if high > low else 0.5
    return (number - 1 + part) * step


def london_mark(view: MapView, step: float, y: float, height: float, limit: float) -> str:
    if not _marks_london(view):
        return ""
    x, label = _london_x(view, step), f"London {format_value(view, london(view).value)}"
    half = 3.7 * len(label)  # half the label's width at 13.5 px, generously
    middle = min(max(x, half), limit - half)
    return svg.line(x, y - 8, x, y + height + 3, stroke=theme.INK, stroke_width="1.6") + svg.text(
        middle, y - 12, label, kind="mid b"
    )


def city_box(x: float, y: float, width: float, height: float) -> str:
    """Its pattern has its own name: two keys may stand in one page."""
    name = f"key-hatch-{int(x)}-{int(y)}"
    return svg.hatch(name, theme.INK_3) + svg.rect(
        x, y, width, height, fill=f"url(#{name})", stroke=theme.INK_3, stroke_width=".8"
    )


def add_missing(view: MapView, parts: list[str], y: float) -> float:
    """Add the entry for boroughs without a figure, where there are any; returns the height it takes."""
    missing = without_value(view)
    if not missing:
        return 0.0
    words = f"{_missing_words(view)}: {boroughs_in_words(len(missing))}"
    parts.append(svg.rect(0.5, y + 4, 24, 12, fill=theme.NO_VALUE, stroke=theme.LINE_DATA, stroke_width=".9"))
    parts.append(svg.text(32, y + 15, words, kind="ax", ink=theme.INK))
    return 20.0
