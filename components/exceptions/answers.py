"""Which parts of the page follow which parameters, so that an answer writes only what has changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from components.controls import choice as folded
from components.exceptions import controls, heading
from components.exceptions.listing import listing
from components.exceptions.method import method
from components.exceptions.unjudged import unjudged
from components.exceptions.view import ExceptionsView
from components.parts import Page

ADDRESS = "exceptions-address"

SCOPE = ("to", "area", "plan")  # what the headline counts
FILTERS = (*SCOPE, "direction", "only")
LINKS = (*FILTERS, "rows")

# Every part of the page that an answer may write, what makes it, and the parameters that it follows.
PARTS: dict[str, tuple[Callable[[ExceptionsView], Any], tuple[str, ...]]] = {
    "exceptions-strip": (heading.strip, ("to",)),
    "exceptions-opening": (heading.opening, SCOPE),
    "exceptions-corrections": (heading.corrections, LINKS),
    "exceptions-announcement": (heading.announcement, FILTERS),
    "exceptions-choice": (lambda view: folded(controls.choice(view)), FILTERS),
    "exceptions-list": (listing, LINKS),
    "exceptions-unjudged": (unjudged, FILTERS),
    "exceptions-method": (method, ("to",)),
}
# A part named in may_fail that fails says so in its place; the rest of the page stands.
PAGE = Page(
    ADDRESS, PARTS, LINKS, corrections="exceptions-corrections", fields=controls.fields, title=heading.title,
    may_fail={"exceptions-list", "exceptions-unjudged", "exceptions-method"},
)  # fmt: skip
answer, answers, part = PAGE.answer, PAGE.answers, PAGE.part

__all__ = ["ADDRESS", "PAGE", "PARTS", "answer", "answers", "part"]
