"""Which parts of the page follow which parameters, so that an answer writes only what has changed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from components.overview import controls, data, heading
from components.overview.report import report
from components.overview.sections import section
from components.overview.view import OverviewView
from components.parts import Page
from data.selection.overview import Signals

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
    "overview-actions": (data.actions, ALL),
    "overview-method": (data.method, FIGURES),
}
# A part named in may_fail that fails says so in its place; the rest of the page stands.
PAGE = Page(
    "overview-address", PARTS, ALL, corrections="overview-corrections", fields=controls.fields, title=heading.title,
    may_fail={"overview-sections", "overview-report", "overview-method"},
)  # fmt: skip
answer, answers, part = PAGE.answer, PAGE.answers, PAGE.part

__all__ = ["PAGE", "PARTS", "answer", "answers", "part"]
