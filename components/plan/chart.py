"""Milestones by quarter due and status: a bar a pair, filled where a status is known and hollow where none is."""

from __future__ import annotations

from components import theme
from components.figures import svg
from components.plan.view import DELAY, DELIVERED, IN_NO_REPORT, NOT_READABLE, ON_TRACK, STATUSES, PlanView
from components.plan.words import WORDS, headline, quarter_words
from components.text.numbers import count, counted

ROW, TOP, BAR = 34, 40, 18
NUMBER = 40  # room for the number behind a bar, and between columns
UNKNOWN = (NOT_READABLE, IN_NO_REPORT)
SHORT = {IN_NO_REPORT: "No report", NOT_READABLE: "Not read"}
HEADS = {DELIVERED: 74, ON_TRACK: 70, DELAY: 86, NOT_READABLE: 96, IN_NO_REPORT: 92}  # px that a head takes
NARROW_HEADS = {DELIVERED: 60}
NARROW = 500


def chart(view: PlanView, *, width: int) -> str:
    """SVG with a row a quarter and a column a status; all bars are on one scale that starts at nothing."""
    is_narrow = width <= NARROW
    columns, unit = _columns(view, width, is_narrow=is_narrow)
    rows = [*enumerate(view.quarters)]
    drawn = [_head(SHORT.get(status, WORDS[status]) if is_narrow else WORDS[status], x, is_narrow=is_narrow)
             for status, x in columns.items()]  # fmt: skip
    drawn += [svg.text(0, TOP + ROW * place + 22, quarter_words(quarter)) for place, quarter in rows]
    drawn += [svg.line(0, TOP + ROW * place, width, TOP + ROW * place, class_="grid") for place, _ in rows]
    drawn += [
        _bar(view.counts.get((quarter, status), 0), unit, x, TOP + ROW * place, status)
        for place, quarter in rows for status, x in columns.items()
    ]  # fmt: skip
    return svg.drawing(width, TOP + ROW * len(rows) + 2, *drawn, label=label(view))


def _columns(view: PlanView, width: int, *, is_narrow: bool) -> tuple[dict[str, float], float]:
    """Where each status's column starts, and the width of one milestone: as wide as the columns' needs let it be."""
    most = {status: max((number for (_, each), number in view.counts.items() if each == status), default=0)
            for status in STATUSES}  # fmt: skip
    left, spare = (74, 26) if is_narrow else (84, NUMBER)
    least = {status: float(NARROW_HEADS.get(status, 52) if is_narrow else HEADS[status]) for status in STATUSES}
    unit = _unit(most, least, spare, width - left)
    columns, x = {}, float(left)
    for status in STATUSES:
        columns[status] = x
        x += max(least[status], most[status] * unit + spare)
    return columns, unit


def _unit(most: dict[str, int], least: dict[str, float], spare: int, room: float) -> float:
    """The widest milestone with which all columns fit in the room: columns that their heads keep wide take no part."""
    wide = {status for status in STATUSES if most[status]}
    while wide:
        kept = sum(least[status] for status in STATUSES if status not in wide)
        unit = (room - kept - spare * len(wide)) / sum(most[status] for status in wide)
        narrow = {status for status in wide if most[status] * unit + spare < least[status]}
        if not narrow:
            return unit
        wide -= narrow
    return 1.0


def _head(words: str, x: float, *, is_narrow: bool) -> str:
    """The head of a column; of two words the second goes below the first where there is little room."""
    first, _, second = words.partition(" ")
    if not is_narrow or not second:
        return svg.text(x, TOP - 12, words, kind="sm b" if is_narrow else "b")
    return svg.text(x, TOP - 26, first, kind="sm b") + svg.text(x, TOP - 12, second, kind="sm b")


def _bar(number: int, unit: float, x: float, y: float, status: str) -> str:
    if not number:
        return svg.text(x, y + 22, "0", kind="ax")
    length, is_known = number * unit, status not in UNKNOWN
    bar = svg.rect(
        x, y + (ROW - BAR) / 2, length, BAR, fill=theme.ACCENT if is_known else theme.PAGE,
        stroke=None if is_known else theme.LINE_DATA, stroke_dasharray="3 2" if status == NOT_READABLE else None,
    )  # fmt: skip
    return bar + svg.text(x + length + 6, y + 22, count(number), kind="b")


def label(view: PlanView) -> str:
    """The figure in one sentence."""
    every = counted(len(view.milestones), "milestone")
    return f"{every} by quarter due and status. {headline(view)}"
