"""Which parts of the page follow which parameters, so that an answer writes only what has changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dash import no_update

from components import parts
from components.controls import choice as folded
from components.parts import Page
from components.stop_and_search import borough_map, boroughs, controls, heading
from components.stop_and_search.caveats import caveats
from components.stop_and_search.context import context
from components.stop_and_search.downloads import actions
from components.stop_and_search.found import found
from components.stop_and_search.method import method
from components.stop_and_search.months import months
from components.stop_and_search.outcomes import outcomes
from components.stop_and_search.people import people
from components.stop_and_search.rates import rates
from components.stop_and_search.reasons import reasons
from components.stop_and_search.view import StopAndSearchView

ADDRESS = "stop-address"

WHOLE = ("year", "by")  # London, by ethnic group
FIGURES = ("year", "by", "area")
EVERY = (*FIGURES, "offence", "sort")  # every link carries the whole state

# Every part of the page that an answer may write, what makes it, and the parameters that it follows.
PARTS: dict[str, tuple[Callable[[StopAndSearchView], Any], tuple[str, ...]]] = {
    "stop-strip": (heading.strip, ("year",)),
    "stop-opening": (heading.opening, FIGURES),
    "stop-corrections": (heading.corrections, EVERY),
    "stop-announcement": (heading.announcement, FIGURES),
    "stop-choice": (lambda view: folded(controls.choice(view)), FIGURES),
    "stop-explained": (controls.explained, ("year",)),
    "stop-rates": (rates, FIGURES),
    "stop-reasons": (reasons, WHOLE),
    "stop-caveats": (caveats, FIGURES),
    "stop-found": (found, WHOLE),
    "stop-outcomes": (outcomes, WHOLE),
    "stop-people": (people, ("year", "area")),
    "stop-months": (months, ("year", "area")),
    "stop-boroughs": (boroughs.boroughs_heading, ("year",)),
    "stop-keys": (borough_map.keys, ("year",)),
    "stop-selected": (boroughs.selected, EVERY),
    "stop-beside": (boroughs.beside, EVERY),
    "stop-listing": (boroughs.listing, EVERY),
    "stop-published": (context, ("year",)),
    "stop-actions": (actions, EVERY),
    "stop-method": (method, FIGURES),
}
# The map is told class numbers and words instead.
PROPS: dict[tuple[str, str], tuple[Callable[[StopAndSearchView], Any], tuple[str, ...]]] = {
    (borough_map.NAME, "areas"): (borough_map.areas, ("year",)),
    (borough_map.NAME, "selected"): (borough_map.selected_code, ("area",)),
    (borough_map.NAME, "label"): (borough_map.map_label, ("year",)),
}
# A part that fails says so in its place; the rest of the page stands.
MAY_FAIL = {place for place in PARTS if place not in ("stop-strip", "stop-opening", "stop-corrections",
                                                       "stop-announcement", "stop-choice", "stop-actions")}  # fmt: skip
PAGE = Page(ADDRESS, PARTS, EVERY, corrections="stop-corrections", fields=controls.fields, title=heading.title,
            may_fail=MAY_FAIL)  # fmt: skip
answer, part = PAGE.answer, PAGE.part


def answers(view: StopAndSearchView, before: Mapping[str, str] | None) -> list[Any]:
    """The new content of each of PARTS and PROPS; `before`: the parameters on screen, None of another edition's."""
    altered = parts.changed(view, before, EVERY)
    props = [make(view) if altered.intersection(follows) else no_update for make, follows in PROPS.values()]
    return [*PAGE.answers(view, before), *props]
