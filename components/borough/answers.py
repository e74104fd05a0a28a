"""Which parts of a profile follow which parameters, so that an answer writes only what has changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from components import parts
from components.borough import (
    controls,
    funnel,
    heading,
    method,
    printed,
    priorities,
    searches,
    sections,
    strips,
    surveys,
)
from components.borough.view import ProfileView

ANSWER = ("edition", "answered", "shown", "fields", "title")  # what the address learns from an answer

PERIOD = ("to",)
ALL = (*PERIOD, "measure")

# Every part of the page that an answer may write, what makes it, and the parameters that it follows.
PARTS: dict[str, tuple[Callable[[ProfileView], Any], tuple[str, ...]]] = {
    "borough-strip": (heading.strip, PERIOD),
    "borough-opening": (heading.opening, PERIOD),
    "borough-corrections": (heading.corrections, ALL),
    "borough-announcement": (heading.announcement, PERIOD),
    "borough-change": (controls.borough_form, PERIOD),
    "borough-priorities": (priorities.priorities, PERIOD),
    "borough-harm": (sections.harm, PERIOD),
    "borough-crimes": (sections.crimes, PERIOD),
    "borough-hate": (sections.hate, PERIOD),
    "borough-similar": (strips.similar, PERIOD),
    "borough-funnel": (funnel.funnel, ALL),
    "borough-searches": (searches.searches, PERIOD),
    "borough-surveys": (surveys.surveys, PERIOD),
    "borough-printed": (printed.printed, ()),
    "borough-actions": (method.actions, PERIOD),
    "borough-method": (method.method, PERIOD),
}
# A part of these that fails says so in its place; the rest of the page stands.
MAY_FAIL = {f"borough-{name}" for name in ("priorities", "harm", "crimes", "hate", "similar", "funnel", "searches",
                                           "surveys", "printed", "method")}  # fmt: skip


def answer(view: ProfileView, *, asked: str) -> dict[str, Any]:
    """The values of ANSWER, in its order."""
    chosen = view.selection
    values = (view.edition.edition_id, asked, chosen.to_query(), controls.fields(chosen), heading.title(view))
    return dict(zip(ANSWER, values, strict=True))


def answers(view: ProfileView, before: Mapping[str, str] | None) -> list[Any]:
    """The new content of each of PARTS; `before` holds the parameters on screen, None where of another edition."""
    altered = parts.changed(view, before, ALL)
    return parts.rewritten(PARTS, view, altered, always=("borough-corrections",), may_fail=MAY_FAIL)


def part(place: str, view: ProfileView) -> str:
    """The part's markup, or in its place that it did not load."""
    return parts.markup(PARTS, place, view, may_fail=MAY_FAIL)
