"""Which parts of the page follow which parameters, so that an answer writes only what has changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from components.controls import choice as folded
from components.parts import Page
from components.workforce import controls, heading, makeup, strength, wards
from components.workforce.counted import counted
from components.workforce.listing import actions
from components.workforce.method import method
from components.workforce.view import WorkforceView

ADDRESS = "workforce-address"
SHOWN = ("to", "group")
LINKS = (*SHOWN, "by", "rows")

# Every part of the page that an answer may write, what makes it, and the parameters that it follows.
PARTS: dict[str, tuple[Callable[[WorkforceView], Any], tuple[str, ...]]] = {
    "workforce-strip": (heading.strip, ("to",)),
    "workforce-opening": (heading.opening, SHOWN),
    "workforce-corrections": (heading.corrections, LINKS),
    "workforce-announcement": (heading.announcement, SHOWN),
    "workforce-choice": (lambda view: folded(controls.choice(view)), LINKS),
    "workforce-figure": (strength.figure, SHOWN),
    "workforce-table": (strength.table, LINKS),
    "workforce-counted": (counted, ("to",)),
    "workforce-make-up": (makeup.make_up, ("to",)),
    "workforce-wards": (wards.wards, ("to",)),
    "workforce-specials": (wards.specials, ("to",)),
    "workforce-complaints": (wards.complaints, ("to",)),
    "workforce-actions": (actions, LINKS),
    "workforce-method": (method, ("to",)),
}
# A part named in may_fail that fails says so in its place; the rest of the page stands.
PAGE = Page(
    ADDRESS, PARTS, LINKS, corrections="workforce-corrections", fields=controls.fields, title=heading.title,
    may_fail={name for name in PARTS if name not in ("workforce-strip", "workforce-opening", "workforce-corrections",
              "workforce-announcement", "workforce-choice")},
)  # fmt: skip
answer, answers, part = PAGE.answer, PAGE.answers, PAGE.part

__all__ = ["ADDRESS", "PAGE", "PARTS", "answer", "answers", "part"]
