"""Which parts of a topic's page follow which parameters, so that an answer writes only what has changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from dash import no_update

from components import parts
from components.controls import choice as folded
from components.figures import borough_map
from components.parts import ANSWER
from components.patterns import Sketch
from components.text import map_label
from components.topics import close_up, controls, downloads, heading, months, printed
from components.topics.method import method
from components.topics.tables import tables
from components.topics.view import TopicView

MONTH = ("to", "area")
MEASURE = (*MONTH, "measure")
SHOWN = (*MEASURE, "span", "show")
LINKS = (*SHOWN, "months", "sort", "rows")  # every link carries the whole state
CHARTS = (*MEASURE, "months")

# Every part that an answer may write, what makes it, and the parameters that it follows.
PARTS: dict[str, tuple[Callable[[TopicView], Any], tuple[str, ...]]] = {
    "strip": (heading.strip, MEASURE),
    "opening": (heading.opening, SHOWN),
    "corrections": (heading.corrections, LINKS),
    "announcement": (heading.announcement, SHOWN),
    "choice": (lambda view: folded(controls.choice(view)), SHOWN),
    "tables": (tables, LINKS),
    "close-heading": (close_up.close_heading, LINKS),
    "map-heading": (close_up.map_heading, SHOWN),
    "tiles": (close_up.tiles, LINKS),
    "keys": (close_up.keys, SHOWN),
    "selected": (close_up.selected, LINKS),
    "ranking": (close_up.ranking, LINKS),
    "months-heading": (months.heading, LINKS),
    "chart": (months.chart, CHARTS),
    "events": (months.events, CHARTS),
    "others": (months.others, LINKS),
    "twins": (months.twins, CHARTS),
    "boroughs": (close_up.boroughs, LINKS),
    "printed": (printed.printed, ()),
    "indicators": (printed.indicators, ()),
    "actions": (downloads.actions, LINKS),
    "method": (method, SHOWN),
}
# The map is told class numbers and words instead.
PROPS: dict[str, tuple[Callable[[TopicView], Any], tuple[str, ...]]] = {
    "areas": (lambda view: borough_map.areas(view.map), SHOWN),
    "selected": (lambda view: borough_map.selected_code(view.map), ("area",)),
    "scale": (lambda view: borough_map.scale(view.map), ("show",)),
    "label": (lambda view: map_label(view.map), SHOWN),
}
MUST = {"strip", "opening", "corrections", "announcement", "choice", "actions"}  # without them there is no page


@dataclass(frozen=True)
class TopicPage:
    """A topic's page under a `prefix` of its own: ids are the whole app's, for all callbacks live in one place."""

    prefix: str

    @property
    def address(self) -> str:
        return self.id("address")

    def id(self, place: str) -> str:
        return f"{self.prefix}-{place}"

    @property
    def parts(self) -> parts.Parts[TopicView]:
        return {self.id(place): made for place, made in PARTS.items()}

    @property
    def props(self) -> tuple[tuple[str, str], ...]:
        """The map's own properties, in the callback's order."""
        return tuple((self.id("map"), name) for name in PROPS)

    @property
    def _may_fail(self) -> set[str]:
        return {self.id(place) for place in PARTS if place not in MUST}

    def answer(self, view: TopicView, *, asked: str) -> dict[str, Any]:
        """The values of ANSWER, in its order."""
        chosen = view.selection
        values = (view.edition.edition_id, asked, chosen.to_query(), controls.fields(chosen), heading.title(view))
        return dict(zip(ANSWER, values, strict=True))

    def answers(self, view: TopicView, before: Mapping[str, str] | None) -> list[Any]:
        """The new content of each part and property; `before`: the parameters on screen, None of another edition's."""
        altered = parts.changed(view, before, LINKS)
        always = self.parts if before is None else (self.id("corrections"),)
        written = parts.rewritten(self.parts, view, altered, always=tuple(always), may_fail=self._may_fail)
        return written + [make(view) if altered.intersection(follows) else no_update
                          for make, follows in PROPS.values()]  # fmt: skip

    def part(self, place: str, view: TopicView) -> str | Sketch:
        """The part's markup, or in its place that it did not load."""
        return parts.markup(self.parts, self.id(place), view, may_fail=self._may_fail)
