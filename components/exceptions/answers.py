"""Which parts of the page follow which parameters, so that an answer writes only what has changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from components import parts
from components.controls import choice as folded
from components.exceptions import controls, heading
from components.exceptions.listing import listing
from components.exceptions.method import method
from components.exceptions.unjudged import unjudged
from components.exceptions.view import ExceptionsView

ADDRESS = "exceptions-address"
ANSWER = ("edition", "answered", "shown", "fields", "title")  # what the address learns from an answer

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
# A part of these that fails says so in its place; the rest of the page stands.
MAY_FAIL = {"exceptions-list", "exceptions-unjudged", "exceptions-method"}


def answer(view: ExceptionsView, *, asked: str) -> dict[str, Any]:
    """The values of ANSWER, in its order."""
    chosen = view.selection
    values = (view.edition.edition_id, asked, chosen.to_query(), controls.fields(chosen), heading.title(view))
    return dict(zip(ANSWER, values, strict=True))


def answers(view: ExceptionsView, before: Mapping[str, str] | None) -> list[Any]:
    """The new content of each of PARTS; `before`: the parameters of what is on screen, None of another edition's."""
    altered = parts.changed(view, before, LINKS)
    return parts.rewritten(PARTS, view, altered, always=("exceptions-corrections",), may_fail=MAY_FAIL)


def part(place: str, view: ExceptionsView) -> str:
    """The part's markup, or in its place that it did not load."""
    return parts.markup(PARTS, place, view, may_fail=MAY_FAIL)
