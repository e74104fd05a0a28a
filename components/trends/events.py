"""Events over the panels: dotted lines at their true dates, their names in rows so that none covers another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from components import theme
from components.figures import svg
from components.trends.frame import ROW, Frame, Size
from components.trends.view import EventMark, TrendsView
from data.selection import month_name

MOST_ROWS = 8  # of names; beyond that events are numbered, and named in the list under the charts
NUMBER_ROW = 15
LETTER = 6.4  # px, a generous width of a letter at 13 px
AIR = 12.0
CLOSE = 3.0  # px within which a break's line would turn an event's dots into a solid line
DOTTED = "1.5 2.5"


@dataclass(frozen=True)
class Mark:
    """An event's place: the x of its line, the row of its label from the plot upwards; its name and date, or number."""

    x: float
    row: int
    words: tuple[str, ...]


@dataclass(frozen=True)
class Placed:
    """The events of a chart, placed. `height`: what their labels take above the plot."""

    marks: tuple[Mark, ...]
    row_height: int
    left: float

    @property
    def height(self) -> float:
        return (1 + max(mark.row for mark in self.marks)) * self.row_height + 2.0 if self.marks else 0.0


def when(event: EventMark) -> str:
    """`23 Jun 2016`, or `Feb 2016` where the day is not known."""
    short = month_name(event.date, short=True)
    return short if event.is_month else f"{event.date.day} {short}"


def placed(view: TrendsView, size: Size) -> Placed:
    """Names where there is room, numbers on a phone or where there are too many."""
    place = Frame(size, 0.0, view.months, view.selection.by, (0.0, 1.0))
    xs = [place.day(event.date) for event in view.events]
    named = [(event.name, when(event)) for event in view.events]
    rows = label_rows(xs, [width(words) for words in named], float(size.left))
    if not size.is_phone and max(rows, default=0) < MOST_ROWS:
        marks = (Mark(*each) for each in zip(xs, rows, named, strict=True))
        return Placed(tuple(marks), ROW, float(size.left))
    numbers = [(str(place),) for place in range(1, len(xs) + 1)]
    rows = label_rows(xs, [width(words) for words in numbers], 0.0)
    return Placed(tuple(Mark(*each) for each in zip(xs, rows, numbers, strict=True)), NUMBER_ROW, 0.0)


def width(words: Sequence[str]) -> float:
    return len(" ".join(words)) * LETTER + AIR


def label_rows(xs: Sequence[float], widths: Sequence[float], left: float) -> list[int]:
    """The row of each label, by date, so that no line runs through a name and no name covers another.

    A label ends at its own line and stands above those of all earlier lines that it reaches over. One without room to
    its left begins at its line instead, and stands above those of all later lines and names that it reaches over.
    """
    rows = [0] * len(xs)
    to_left = [n for n, x in enumerate(xs) if x - widths[n] >= left]
    for place in to_left:
        under = [rows[n] for n in to_left if n < place and xs[n] > xs[place] - widths[place]]
        rows[place] = 1 + max(under) if under else 0
    for place in sorted(set(range(len(xs))) - set(to_left), reverse=True):
        ends = xs[place] + widths[place]
        under = [rows[n] for n in range(place + 1, len(xs)) if _begins(xs[n], widths[n], left) < ends]
        rows[place] = 1 + max(under) if under else 0
    return rows


def _begins(x: float, wide: float, left: float) -> float:
    return x - wide if x - wide >= left else x


def event_lines(given: Placed, place: Frame, *, names: bool, breaks: Sequence[float]) -> list[str]:
    """Through the whole height of a panel; in the first one up to each name. A break at the same place has its own."""
    parts = []
    for mark in given.marks:
        over = 10.0 + (mark.row * given.row_height if names else 0.0)
        look = {"stroke": theme.INK, "stroke_dasharray": DOTTED, "class_": "event"}
        if all(abs(mark.x - x) > CLOSE for x in breaks):
            parts.append(svg.line(mark.x, place.top - over, mark.x, place.bottom, **look))
    return parts


def event_names(given: Placed) -> list[str]:
    """Each name with its date; a number stands over its line."""
    parts = []
    for mark in given.marks:
        y = given.height - mark.row * given.row_height - 4.0
        is_end = mark.x - width(mark.words) >= given.left
        side = "mid" if len(mark.words) == 1 else "end" if is_end else ""
        x = mark.x + (0.0 if side == "mid" else 4.0 if is_end else -4.0)
        name, *dates = map(escape, mark.words)
        date = "".join(svg.element("tspan", each, fill=theme.INK_3) for each in dates)
        parts.append(svg.element("text", f"{name} " if date else name, date, x=x, y=y, class_=f"ax {side} name halo"))
    return parts
