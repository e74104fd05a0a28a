"""Which parts of the page follow which parameters, so that an answer writes only what has changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from components import parts
from components.overview import controls, data, heading
from components.overview.report import report
from components.overview.sections import section
from components.overview.view import OverviewView
from data.selection.overview import Signals

ANSWER = ("edition", "answered", "shown", "fields", "title")  # what the address learns from an answer

FIGURES = ("to", "area")
ALL = (*FIGURES, "show")


def _sections(view: OverviewView) -> list[Any]:
    return [section(view, each) for each in view.sections]


# Every part of the page that an answer may write, what makes it, and the parameters that it follows. The ids are this
# page's own: the callbacks of all pages live in one place.
PARTS: dict[str, tuple[Callable[[OverviewView], Any], tuple[str, ...]]] = {
    "overview-strip": (heading.strip, FIGURES),
    "overview-opening": (heading.opening, FIGURES),
    "overview-corrections": (heading.corrections, ALL),
    "overview-announcement": (heading.announcement, ALL),
    **{f"overview-number-{kind.value}": (partial(controls.number, kind=kind), FIGURES) for kind in Signals},
    "overview-key": (heading.key, FIGURES),
    "overview-sections": (_sections, ALL),
    "overview-report": (report, ALL),
    "overview-actions": (data.actions, FIGURES),
    "overview-method": (data.method, FIGURES),
}
# A part of these that fails says so in its place; the rest of the page stands.
MAY_FAIL = {"overview-sections", "overview-report", "overview-method"}


def answer(view: OverviewView, *, asked: str) -> dict[str, Any]:
    """The values of ANSWER, in its order."""
    chosen = view.selection
    values = (view.edition.edition_id, asked, chosen.to_query(), controls.fields(chosen), heading.title(view))
    return dict(zip(ANSWER, values, strict=True))


def answers(view: OverviewView, before: Mapping[str, str] | None) -> list[Any]:
    """The new content of each of PARTS; `before` holds the parameters on screen, None where of another edition."""
    altered = parts.changed(view, before, ALL)
    return parts.rewritten(PARTS, view, altered, always=("overview-corrections",), may_fail=MAY_FAIL)


def part(place: str, view: OverviewView) -> str:
    """The part's markup, or in its place that it did not load."""
    return parts.markup(PARTS, place, view, may_fail=MAY_FAIL)
