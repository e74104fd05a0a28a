"""Which parts of the page follow which parameters, so that an answer writes only what has changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from components.controls import choice as folded
from components.parts import Page
from components.trends import charts, controls, downloads, heading
from components.trends.exceptions_side import exceptions_side
from components.trends.method import method
from components.trends.table import tables
from components.trends.view import TrendsView

ADDRESS = "trends-address"

WORDS = ("series", "by", "show", "to")
ALL = (*WORDS, "months", "compare")

# Every part of the page that an answer may write, what makes it, and the parameters that it follows.
PARTS: dict[str, tuple[Callable[[TrendsView], Any], tuple[str, ...]]] = {
    "trends-strip": (heading.strip, ("series",)),
    "trends-opening": (heading.opening, ALL),
    "trends-corrections": (heading.corrections, ALL),
    "trends-announcement": (heading.announcement, WORDS),
    "trends-chips": (controls.chips, ALL),
    "trends-adder": (controls.adder, ALL),
    "trends-choice": (lambda view: folded(controls.choice(view)), ALL),
    "trends-to": (controls.end_options, ("series", "by")),
    "trends-heading": (charts.chart_heading, ALL),
    "trends-charts": (charts.charts, ALL),
    "trends-events": (charts.event_list, ("series", "to", "months", "by")),
    "trends-exceptions": (exceptions_side, ("to",)),
    "trends-actions": (downloads.actions, ALL),
    "trends-tables": (tables, ALL),
    "trends-method": (method, ("to", "show")),
}
# A part named in may_fail that fails says so in its place; the rest of the page stands.
PAGE = Page(
    ADDRESS, PARTS, ALL, corrections="trends-corrections", fields=controls.fields, title=heading.title,
    may_fail={"trends-charts", "trends-events", "trends-exceptions", "trends-tables", "trends-method", "trends-adder"},
)  # fmt: skip
answer, answers, part = PAGE.answer, PAGE.answers, PAGE.part

__all__ = ["ADDRESS", "PAGE", "PARTS", "answer", "answers", "part"]
