"""Which parts of the page follow which parameters, so that an answer writes only what has changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from components.controls import choice as folded
from components.inspection import controls, heading
from components.inspection.asked import asked
from components.inspection.compared import compared
from components.inspection.counted import counted
from components.inspection.downloads import actions
from components.inspection.earlier import earlier
from components.inspection.grades import judgments
from components.inspection.method import method
from components.inspection.view import InspectionView
from components.parts import Page

ADDRESS = "inspection-address"
PILLAR, ALL = ("pillar",), ("pillar", "asks")

# Every part of the page that an answer may write, what makes it, and the parameters that it follows.
PARTS: dict[str, tuple[Callable[[InspectionView], Any], tuple[str, ...]]] = {
    "inspection-strip": (heading.strip, ()),
    "inspection-opening": (heading.opening, PILLAR),
    "inspection-corrections": (heading.corrections, ALL),
    "inspection-announcement": (heading.announcement, ALL),
    "inspection-choice": (lambda view: folded(controls.choice(view)), ALL),
    "inspection-judgments": (judgments, PILLAR),
    "inspection-asked": (asked, ALL),
    "inspection-compared": (compared, PILLAR),
    "inspection-counted": (counted, PILLAR),
    "inspection-before": (earlier, PILLAR),
    "inspection-actions": (actions, ALL),
    "inspection-method": (method, PILLAR),
}
PAGE = Page(
    ADDRESS, PARTS, ALL, corrections="inspection-corrections", fields=controls.fields, title=heading.title,
    may_fail={"inspection-judgments", "inspection-asked", "inspection-compared", "inspection-counted",
              "inspection-before", "inspection-method"},
)  # fmt: skip
answer, answers, part = PAGE.answer, PAGE.answers, PAGE.part

__all__ = ["ADDRESS", "PAGE", "PARTS", "answer", "answers", "part"]
