"""Which parts of the page follow which parameters, so that an answer writes only what has changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dash import no_update

from components import parts
from components.controls import choice as folded
from components.parts import ANSWER
from components.patterns import Sketch
from components.satisfaction import boroughs, controls, downloads, heading, map_side
from components.satisfaction.gap import gap
from components.satisfaction.groups import groups
from components.satisfaction.matrix import matrix
from components.satisfaction.method import method, next_steps
from components.satisfaction.printed import changes
from components.satisfaction.trend import side, trend
from components.satisfaction.view import SatisfactionView

ADDRESS = "satisfaction-address"

PERIOD = ("measure", "to")  # what the map and the groups follow
LINKS = ("measure", "to", "area")  # every link carries the whole state

# Every part of the page that an answer may write, what makes it, and the parameters that it follows.
PARTS: dict[str, tuple[Callable[[SatisfactionView], Any], tuple[str, ...]]] = {
    "satisfaction-strip": (heading.strip, ()),
    "satisfaction-opening": (heading.opening, LINKS),
    "satisfaction-corrections": (heading.corrections, LINKS),
    "satisfaction-announcement": (heading.announcement, LINKS),
    "satisfaction-choice": (lambda view: folded(controls.choice(view)), LINKS),
    "satisfaction-to": (controls.period_options, PERIOD),
    "satisfaction-trend": (trend, LINKS),
    "satisfaction-side": (side, LINKS),
    "satisfaction-actions": (downloads.actions, LINKS),
    "satisfaction-map-heading": (map_side.map_heading, PERIOD),
    "satisfaction-keys": (map_side.keys, PERIOD),
    "satisfaction-selected": (map_side.selected_box, LINKS),
    "satisfaction-funnel": (boroughs.funnel, LINKS),
    "satisfaction-boroughs": (boroughs.table, LINKS),
    "satisfaction-printed": (changes, ()),
    "satisfaction-gap": (gap, ()),
    "satisfaction-groups": (groups, ("to",)),
    "satisfaction-matrix": (matrix, ()),
    "satisfaction-method": (method, ("measure", "area")),
    "satisfaction-next": (next_steps, ("area",)),
}
# The map is told class numbers and words instead.
PROPS: dict[tuple[str, str], tuple[Callable[[SatisfactionView], Any], tuple[str, ...]]] = {
    (map_side.NAME, "areas"): (map_side.areas, PERIOD),
    (map_side.NAME, "slugs"): (map_side.slugs, PERIOD),
    (map_side.NAME, "selected"): (map_side.selected_code, ("area",)),
    (map_side.NAME, "label"): (map_side.map_label, PERIOD),
}
# A part of these that fails says so in its place; the rest of the page stands.
MAY_FAIL = {"satisfaction-trend", "satisfaction-side", "satisfaction-keys", "satisfaction-funnel",
            "satisfaction-boroughs", "satisfaction-printed", "satisfaction-gap", "satisfaction-groups",
            "satisfaction-matrix", "satisfaction-method"}  # fmt: skip


def answer(view: SatisfactionView, *, asked: str) -> dict[str, Any]:
    """The values of ANSWER, in its order."""
    chosen = view.selection
    values = (view.edition.edition_id, asked, chosen.to_query(), controls.fields(chosen), heading.title(view))
    return dict(zip(ANSWER, values, strict=True))


def answers(view: SatisfactionView, before: Mapping[str, str] | None) -> list[Any]:
    """The new content of each of PARTS and PROPS; `before`: the parameters on screen, None of another edition's."""
    altered = parts.changed(view, before, LINKS)
    always = ("satisfaction-corrections", *(PARTS if before is None else ()))
    written = parts.rewritten(PARTS, view, altered, always=always, may_fail=MAY_FAIL)
    return written + [
        make(view) if before is None or altered.intersection(follows) else no_update for make, follows in PROPS.values()
    ]


def part(place: str, view: SatisfactionView) -> str | Sketch:
    """The part's markup, or in its place that it did not load."""
    return parts.markup(PARTS, place, view, may_fail=MAY_FAIL)


__all__ = ["ADDRESS", "ANSWER", "PARTS", "PROPS", "answer", "answers", "part"]
