"""Which parts of the page follow which parameters, so that an answer writes only what has changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from components import parts
from components.controls import choice as folded
from components.wards import controls, heading
from components.wards.data import data_side, method
from components.wards.map import map_side
from components.wards.sums import sums_side
from components.wards.view import WardsView

ADDRESS = "wards-address"
ANSWER = ("edition", "answered", "shown", "fields", "title")  # what the address learns from an answer

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
# A part of these that fails says so in its place; the rest of the page stands.
MAY_FAIL = {"wards-map", "wards-sums", "wards-data", "wards-method"}


def answer(view: WardsView, *, asked: str) -> dict[str, Any]:
    """The values of ANSWER, in its order."""
    chosen = view.selection
    values = (view.edition.edition_id, asked, chosen.to_query(), controls.fields(chosen), heading.title(view))
    return dict(zip(ANSWER, values, strict=True))


def answers(view: WardsView, before: Mapping[str, str] | None) -> list[Any]:
    """The new content of each of PARTS; `before`: the parameters of what is on screen, None of another edition's."""
    altered = parts.changed(view, before, LINKS)
    return parts.rewritten(PARTS, view, altered, always=("wards-corrections",), may_fail=MAY_FAIL)


def part(place: str, view: WardsView) -> str:
    """The part's markup, or in its place that it did not load."""
    return parts.markup(PARTS, place, view, may_fail=MAY_FAIL)
