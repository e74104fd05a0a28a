"""Which parts of the page follow which parameters, so that an answer writes only what has changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dash import no_update

from components import parts
from components.controls import choice as folded
from components.patterns import Sketch
from components.priorities import controls, heading, map_side, words
from components.priorities.calls import calls
from components.priorities.listing import listing
from components.priorities.method import method
from components.priorities.printed import printed
from components.priorities.view import PrioritiesView

ADDRESS = "priorities-address"
ANSWER = ("edition", "answered", "shown", "fields", "title")  # what the address learns from an answer

FIGURES = ("to", "priority")
LINKS = (*FIGURES, "area", "sort", "rows")  # every link carries the whole state

# Every part of the page that an answer may write, what makes it, and the parameters that it follows.
PARTS: dict[str, tuple[Callable[[PrioritiesView], Any], tuple[str, ...]]] = {
    "priorities-strip": (heading.strip, ("to",)),
    "priorities-opening": (heading.opening, LINKS),
    "priorities-corrections": (heading.corrections, LINKS),
    "priorities-announcement": (heading.announcement, (*FIGURES, "area")),
    "priorities-choice": (lambda view: folded(controls.choice(view)), FIGURES),
    "priorities-priority": (controls.priority_options, FIGURES),
    "priorities-map-heading": (map_side.map_heading, FIGURES),
    "priorities-keys": (map_side.keys, FIGURES),
    "priorities-selected": (map_side.selected_box, LINKS),
    "priorities-kinds": (map_side.kinds_side, LINKS),
    "priorities-list": (listing, LINKS),
    "priorities-printed": (printed, LINKS),
    "priorities-calls": (calls, LINKS),
    "priorities-method": (method, ("to",)),
}
# The map is told class numbers and words instead.
PROPS: dict[tuple[str, str], tuple[Callable[[PrioritiesView], Any], tuple[str, ...]]] = {
    (map_side.NAME, "areas"): (map_side.areas, FIGURES),
    (map_side.NAME, "selected"): (map_side.selected_code, ("area",)),
    (map_side.NAME, "label"): (words.map_label, FIGURES),
}
# A part of these that fails says so in its place; the rest of the page stands.
MAY_FAIL = {"priorities-keys", "priorities-kinds", "priorities-list", "priorities-printed", "priorities-calls",
            "priorities-method"}  # fmt: skip


def answer(view: PrioritiesView, *, asked: str) -> dict[str, Any]:
    """The values of ANSWER, in its order."""
    chosen = view.selection
    values = (view.edition.edition_id, asked, chosen.to_query(), controls.fields(chosen), heading.title(view))
    return dict(zip(ANSWER, values, strict=True))


def answers(view: PrioritiesView, before: Mapping[str, str] | None) -> list[Any]:
    """The new content of each of PARTS and PROPS; `before`: the parameters on screen, None of another edition's."""
    altered = parts.changed(view, before, LINKS)
    written = parts.rewritten(PARTS, view, altered, always=("priorities-corrections",), may_fail=MAY_FAIL)
    return written + [make(view) if altered.intersection(follows) else no_update for make, follows in PROPS.values()]


def part(place: str, view: PrioritiesView) -> str | Sketch:
    """The part's markup, or in its place that it did not load."""
    return parts.markup(PARTS, place, view, may_fail=MAY_FAIL)
