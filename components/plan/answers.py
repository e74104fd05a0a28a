"""Which parts of the page follow which parameters, so that an answer writes only what has changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from components.controls import choice as folded
from components.parts import Page
from components.plan import controls, heading
from components.plan.counts import counts, moves
from components.plan.indicators import indicators
from components.plan.listing import listing
from components.plan.method import method
from components.plan.view import PlanView
from data.selection.plan import FILTERS

ADDRESS = "plan-address"

CHOSEN = (*FILTERS, "q")
LINKS = (*CHOSEN, "rows")

# Every part of the page that an answer may write, what makes it, and the parameters that it follows.
PARTS: dict[str, tuple[Callable[[PlanView], Any], tuple[str, ...]]] = {
    "plan-strip": (heading.strip, ()),
    "plan-opening": (heading.opening, CHOSEN),
    "plan-corrections": (heading.corrections, LINKS),
    "plan-announcement": (heading.announcement, CHOSEN),
    "plan-choice": (lambda view: folded(controls.choice(view)), CHOSEN),
    "plan-counts": (counts, CHOSEN),
    "plan-moves": (moves, CHOSEN),
    "plan-list": (listing, LINKS),
    "plan-indicators": (indicators, ()),
    "plan-method": (method, CHOSEN),
}
# A part named in may_fail that fails says so in its place; the rest of the page stands.
PAGE = Page(
    ADDRESS, PARTS, LINKS, corrections="plan-corrections", fields=controls.fields, title=heading.title,
    may_fail={"plan-counts", "plan-moves", "plan-list", "plan-indicators", "plan-method"},
)  # fmt: skip
answer, answers, part = PAGE.answer, PAGE.answers, PAGE.part

__all__ = ["ADDRESS", "PAGE", "PARTS", "answer", "answers", "part"]
