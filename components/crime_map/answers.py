"""Which parts of the page follow which parameters, so that an answer writes only what has changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dash import no_update

from components import controls, parts, text
from components.crime_map import data, figures, heading, trend
from components.figures import borough_map
from components.map_view import MapView
from components.patterns import Sketch

ANSWER = ("edition", "answered", "shown", "fields", "title")  # what the address learns from an answer

FIGURES = ("measure", "span", "to", "show")
WORDS = (*FIGURES, "area")  # the borough changes what is said
LINKS = (*WORDS, "form", "sort", "rows")  # every link carries the whole state
ROWS = tuple(name for name in LINKS if name != "area")  # but those that select another borough: assets/choose.js

# Every part of the page that an answer may write, what makes it, and the parameters that it follows.
PARTS: dict[str, tuple[Callable[[MapView], Any], tuple[str, ...]]] = {
    "strip": (heading.strip, ("measure",)),
    "opening": (heading.opening, WORDS),
    "corrections": (heading.corrections, LINKS),
    "announcement": (heading.announcement, WORDS),
    "choice": (lambda view: controls.choice(text.control_summary(view)), (*FIGURES, "form")),
    "span": (controls.span_options, ("measure",)),
    "to": (controls.end_options, ("measure", "span")),
    "figure-heading": (figures.figure_heading, WORDS),
    "tiles": (figures.tile_drawings, ROWS),
    "keys": (figures.keys, FIGURES),
    "selected": (figures.selected_box, LINKS),
    "ranking-side": (figures.ranking_side, ROWS),
    "trend-heading": (trend.trend_heading, ("measure", "area")),
    "trend-period": (trend.trend_period, ("measure", "area", "span", "to")),
    "trend-chart": (trend.trend_chart, ("measure", "area")),
    "data-side": (data.data_side, LINKS),
    "method": (data.method, ("measure",)),
}
# What the parts that can be given again are made of: those that do not follow the borough mark it all the same, and the
# lengths of a period that the measure has mark the one that is chosen.
DRAWN_FROM = {
    place: LINKS if follows is ROWS else follows for place, (_, follows) in PARTS.items() if place != "corrections"
} | {"span": ("measure", "span")}
# The map is told class numbers and words instead.
PROPS: dict[tuple[str, str], tuple[Callable[[MapView], Any], tuple[str, ...]]] = {
    ("figure-box", "className"): (figures.form_class, ("form",)),
    ("map", "areas"): (borough_map.areas, FIGURES),
    ("map", "selected"): (borough_map.selected_code, ("area",)),
    ("map", "scale"): (borough_map.scale, ("show",)),
    ("map", "label"): (text.map_label, WORDS),
}
# A part of these that fails says so in its place; the rest of the page stands.
MAY_FAIL = {"keys", "ranking-side", "trend-heading", "trend-period", "trend-chart", "data-side", "method", "tiles"}


def answer(view: MapView, *, asked: str) -> dict[str, Any]:
    """The values of ANSWER, in its order."""
    chosen = view.selection
    values = (view.edition.edition_id, asked, chosen.to_query(), controls.fields(chosen), heading.title(view))
    return dict(zip(ANSWER, values, strict=True))


def answers(view: MapView, before: Mapping[str, str] | None) -> list[Any]:
    """The new content of each of PARTS and PROPS.

    `before` holds the parameters of what is on screen, None where that is of another edition. A part whose parameters
    have not changed is left as it is; what corrects an address is always written.
    """
    altered = parts.changed(view, before, LINKS)
    written = parts.rewritten(PARTS, view, altered, always=("corrections",), may_fail=MAY_FAIL, drawn_from=DRAWN_FROM)
    return written + [make(view) if altered.intersection(follows) else no_update for make, follows in PROPS.values()]


def part(place: str, view: MapView) -> str | Sketch:
    """The part's markup, or in its place that it did not load."""
    return parts.markup(PARTS, place, view, may_fail=MAY_FAIL)
