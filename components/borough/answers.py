"""Which parts of a profile follow which parameters, so that an answer writes only what has changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

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
from components.parts import Page

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
# A part named in may_fail that fails says so in its place; the rest of the page stands.
MAY_FAIL = {f"borough-{name}" for name in ("priorities", "harm", "crimes", "hate", "similar", "funnel", "searches",
                                           "surveys", "printed", "method")}
PAGE = Page("borough-address", PARTS, ALL, corrections="borough-corrections", fields=controls.fields,
            title=heading.title, may_fail=MAY_FAIL)  # fmt: skip
answer, answers, part = PAGE.answer, PAGE.answers, PAGE.part

__all__ = ["PAGE", "PARTS", "answer", "answers", "part"]
