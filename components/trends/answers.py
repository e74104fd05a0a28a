"""Which parts of the page follow which parameters, so that an answer writes only what has changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from components import parts
from components.controls import choice as folded
from components.trends import charts, controls, downloads, heading
from components.trends.exceptions_side import exceptions_side
from components.trends.method import method
from components.trends.table import tables
from components.trends.view import TrendsView

ADDRESS = "trends-address"
ANSWER = ("edition", "answered", "shown", "fields", "title")  # what the address learns from an answer

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
# A part of these that fails says so in its place; the rest of the page stands.
MAY_FAIL = {"trends-charts", "trends-events", "trends-exceptions", "trends-tables", "trends-method", "trends-adder"}


def answer(view: TrendsView, *, asked: str) -> dict[str, Any]:
    """The values of ANSWER, in its order."""
    chosen = view.selection
    values = (view.edition.edition_id, asked, chosen.to_query(), controls.fields(chosen), heading.title(view))
    return dict(zip(ANSWER, values, strict=True))


def answers(view: TrendsView, before: Mapping[str, str] | None) -> list[Any]:
    """The new content of each of PARTS; `before`: the parameters of what is on screen, None of another edition's."""
    altered = parts.changed(view, before, ALL)
    return parts.rewritten(PARTS, view, altered, always=("trends-corrections",), may_fail=MAY_FAIL)


def part(place: str, view: TrendsView) -> str:
    """The part's markup, or in its place that it did not load."""
    return parts.markup(PARTS, place, view, may_fail=MAY_FAIL)
