"""Milestones by quarter due and status: a bar a pair, filled where a status is known and hollow where none is."""

from __future__ import annotations

from components import theme
from components.figures import svg
from components.plan.view import IN_NO_REPORT, NOT_READABLE, STATUSES, PlanView
from components.plan.words import WORDS, headline, quarter_words
from components.text.numbers import count, counted

ROW, TOP, BAR = 34, 40, 18
NUMBER = 24  # room for the number behind a bar
GAP = 14
UNKNOWN = (NOT_READABLE, IN_NO_REPORT)
SHORT = {IN_NO_REPORT: "No report", NOT_READABLE: "Not read"}


def chart(view: PlanView, *, width: int) -> str:
    """SVG with a row a quarter and a column a status; all bars are on one scale that starts at nothing."""
    left = 84 if width > 500 else 74
    column = (width - left) / len(STATUSES)
    rows = [*enumerate(view.quarters)]
    most = max(view.counts.values(), default=1)
    bottom = TOP + ROW * len(rows)
    drawn = [_heads(left, column, is_narrow=width <= 500)]
    drawn += [svg.text(0, TOP + ROW * place + 22, quarter_words(quarter), kind="") for place, quarter in rows]
    drawn += [svg.line(0, TOP + ROW * place, width, TOP + ROW * place, class_="grid") for place, _ in rows]
    drawn += [
        _bar(view.counts.get((quarter, status), 0), most, left + column * number, TOP + ROW * place, column, status)
        for place, quarter in rows for number, status in enumerate(STATUSES)
    ]  # fmt: skip
    return svg.drawing(width, bottom + 2, *drawn, label=label(view))


def _heads(left: float, column: float, *, is_narrow: bool) -> str:
    names = {**WORDS, **(SHORT if is_narrow else {})}
    kind = "sm b" if is_narrow else "b"
    return "".join(_head(names[status], left + column * place, kind, is_narrow=is_narrow)
                   for place, status in enumerate(STATUSES))  # fmt: skip


def _head(words: str, x: float, kind: str, *, is_narrow: bool) -> str:
    """The head of a column; of two words the second goes below the first where there is little room."""
    first, _, second = words.partition(" ")
    if not is_narrow or not second:
        return svg.text(x, TOP - 12, words, kind=kind)
    return svg.text(x, TOP - 24, first, kind=kind) + svg.text(x, TOP - 10, second, kind=kind)


def _bar(number: int, most: int, x: float, y: float, column: float, status: str) -> str:
    if not number:
        return svg.text(x, y + 22, "0", kind="ax")
    length = max((column - NUMBER - GAP) * number / most, 2)
    is_known = status not in UNKNOWN
    bar = svg.rect(
        x, y + (ROW - BAR) / 2, length, BAR, fill=theme.ACCENT if is_known else theme.PAGE,
        stroke=None if is_known else theme.LINE_DATA, stroke_dasharray="3 2" if status == NOT_READABLE else None,
    )  # fmt: skip
    return bar + svg.text(x + length + 6, y + 22, count(number), kind="b")


def label(view: PlanView) -> str:
    """The figure in one sentence."""
    every = counted(len(view.milestones), "milestone")
    return f"{every} by quarter due and status. {headline(view)}"
