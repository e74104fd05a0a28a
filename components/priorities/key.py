"""The key of the map: classes of change with their number of boroughs."""

from __future__ import annotations

from components import theme
from components.figures import svg
from components.figures.classes import change_labels, classify
from components.figures.key_parts import boroughs_in_words, city_box
from components.priorities.view import PrioritiesView

STEP, PHONE_ROW = 78.0, 24.0


def counted(view: PrioritiesView) -> list[tuple[str, int]]:
    """Each class in words, lowest first, and how many boroughs stand in it."""
    classes = classify((row.pct for row in view.mapped), view.breaks)
    return [(label, classes.count(number)) for number, label in enumerate(change_labels(view.breaks), 1)]


def missing(view: PrioritiesView) -> list[tuple[str, int]]:
    """Why boroughs have no colour, and how many."""
    blank = [row for row in view.mapped if row.pct is None]
    not_chosen = sum(not row.is_chosen for row in blank)
    kinds = [("No figure to compare", len(blank) - not_chosen), ("Not their priority", not_chosen)]
    return [(words, number) for words, number in kinds if number]


def key_label(view: PrioritiesView) -> str:
    told = "; ".join(f"{label}, {boroughs_in_words(number)}" for label, number in [*counted(view), *missing(view)])
    return f"Map key: {told}"


def wide_key(view: PrioritiesView, width: int = 700) -> str:
    """A row of colours, a label in two lines under each."""
    parts = []
    for place, (fill, (label, number)) in enumerate(zip(theme.DIVERGING, counted(view), strict=True)):
        x = place * STEP
        first, second = _halves(label)
        parts += [_swatch(x, 2, STEP - 2, fill), svg.text(x, 32, first, kind="ax", ink=theme.INK),
                  svg.text(x, 48, second, kind="ax", ink=theme.INK),
                  svg.text(x, 64, boroughs_in_words(number), kind="ax sm")]  # fmt: skip
    end = STEP * len(theme.DIVERGING) + 8
    parts.append(city_box(end, 2, 34, 13))
    parts += [svg.text(end, 32 + 16 * line, words, kind="ax", ink=theme.INK)
              for line, words in enumerate(("City of London:", "not policed by the", "Met – no data"))]  # fmt: skip
    parts += _missing_rows(view, 78)
    return svg.drawing(width, 74 + 20 * len(missing(view)), *parts, label=key_label(view))


def phone_key(view: PrioritiesView, width: int = 356) -> str:
    """A line for each class: colour, words, number of boroughs."""
    parts = []
    for place, (fill, (label, number)) in enumerate(zip(theme.DIVERGING, counted(view), strict=True)):
        y = place * PHONE_ROW
        parts += [_swatch(0.5, y + 4, 34, fill), svg.text(46, y + 15, label, kind="ax", ink=theme.INK),
                  svg.text(width - 2, y + 15, boroughs_in_words(number), kind="ax end")]  # fmt: skip
    y = PHONE_ROW * len(theme.DIVERGING)
    parts += [
        city_box(0.5, y + 4, 34, 13),
        svg.text(46, y + 15, "City of London: not policed by the Met – no data", kind="ax", ink=theme.INK),
    ]
    parts += _missing_rows(view, y + PHONE_ROW)
    return svg.drawing(width, y + PHONE_ROW + 20 * len(missing(view)), *parts, label=key_label(view))


def _swatch(x: float, y: float, width: float, fill: str) -> str:
    edge = {"stroke": theme.LINE_DATA, "stroke_width": "0.9"} if fill == theme.DIVERGING[3] else {}
    return svg.rect(x, y, width, 13, fill=fill, **edge)


def _missing_rows(view: PrioritiesView, y: float) -> list[str]:
    return [
        svg.rect(0.5, y + 20 * place, 34, 13, fill=theme.NO_VALUE, stroke=theme.LINE_DATA, stroke_width=".9")
        + svg.text(46, y + 11 + 20 * place, f"{words}: {boroughs_in_words(number)}", kind="ax", ink=theme.INK)
        for place, (words, number) in enumerate(missing(view))
    ]  # fmt: skip


def _halves(label: str) -> tuple[str, str]:
    """`Rose 5` / `to 14%`: two lines of about the same length."""
    words = label.split(" ")
    return min(((" ".join(words[:i]), " ".join(words[i:])) for i in range(1, len(words))),
               key=lambda half: max(map(len, half)))  # fmt: skip
