"""Which parts of the page follow which parameters, so that an answer writes only what has changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from components.controls import choice as folded
from components.parts import Page
from components.wards import controls, heading
from components.wards.data import data_side, method
from components.wards.map import map_side
from components.wards.sums import sums_side
from components.wards.view import WardsView

ADDRESS = "wards-address"

PERIOD = ("measure", "span", "to")
FIGURES = (*PERIOD, "show")
LINKS = (*FIGURES, "sort", "ward")

# Every part of the page that an answer may write, what makes it, and the parameters that it follows.
PARTS: dict[str, tuple[Callable[[WardsView], Any], tuple[str, ...]]] = {
    "wards-strip": (heading.strip, ("to",)),
    "wards-opening": (heading.opening, FIGURES),
    "wards-corrections": (heading.corrections, LINKS),
    "wards-announcement": (heading.announcement, (*FIGURES, "ward")),
    "wards-choice": (lambda view: folded(controls.choice(view)), FIGURES),
    "wards-span": (controls.span_options, ("measure", "span")),
    "wards-to": (controls.end_options, PERIOD),
    "wards-map": (map_side, LINKS),
    "wards-sums": (sums_side, PERIOD),
    "wards-data": (data_side, LINKS),
    "wards-method": (method, PERIOD),
}
# A part named in may_fail that fails says so in its place; the rest of the page stands.
MAY_FAIL = {"wards-map", "wards-sums", "wards-data", "wards-method"}
PAGE = Page(ADDRESS, PARTS, LINKS, corrections="wards-corrections", fields=controls.fields, title=heading.title,
            may_fail=MAY_FAIL)  # fmt: skip
answer, answers, part = PAGE.answer, PAGE.answers, PAGE.part

__all__ = ["ADDRESS", "PAGE", "PARTS", "answer", "answers", "part"]
