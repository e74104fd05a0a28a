"""Which parts of the page follow which parameters, so that an answer writes only what has changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dash import no_update

from components import parts
from components.controls import choice as folded
from components.finance import controls, fund_side, fund_words, heading, tables
from components.finance.method import method
from components.finance.view import FinanceView
from components.patterns import Sketch

ADDRESS = "finance-address"
ANSWER = ("edition", "answered", "shown", "fields", "title")  # what the address learns from an answer
LINKS = ("table", "show", "area", "sort", "rows")  # every link carries the whole state

# Every part of the page that an answer may write, what makes it, and the parameters that it follows.
PARTS: dict[str, tuple[Callable[[FinanceView], Any], tuple[str, ...]]] = {
    "finance-strip": (heading.strip, ()),
    "finance-opening": (heading.opening, ("table",)),
    "finance-corrections": (heading.corrections, LINKS),
    "finance-announcement": (heading.announcement, ("table", "show", "area")),
    "finance-choice": (lambda view: folded(controls.choice(view)), ("table", "show")),
    "finance-glance": (tables.glance, LINKS),
    "finance-table": (tables.open_table, LINKS),
    "finance-map-heading": (fund_side.map_heading, ("show",)),
    "finance-key": (fund_side.key, ("show",)),
    "finance-selected": (fund_side.selected_box, LINKS),
    "finance-fund": (fund_side.side, LINKS),
    "finance-commissioning": (tables.commissioning, ()),
    "finance-in-text": (tables.in_text, ()),
    "finance-method": (method, ()),
}
# The map is told class numbers and words instead.
PROPS: dict[tuple[str, str], tuple[Callable[[FinanceView], Any], tuple[str, ...]]] = {
    (fund_side.NAME, "areas"): (fund_side.areas, ("show",)),
    (fund_side.NAME, "selected"): (fund_side.selected_code, ("area",)),
    (fund_side.NAME, "label"): (fund_words.map_label, ("show",)),
}
# A part of these that fails says so in its place; the rest of the page stands.
MAY_FAIL = {
    "finance-glance",
    "finance-table",
    "finance-key",
    "finance-fund",
    "finance-commissioning",
    "finance-in-text",
    "finance-method",
}


def answer(view: FinanceView, *, asked: str) -> dict[str, Any]:
    """The values of ANSWER, in its order."""
    chosen = view.selection
    values = (view.edition.edition_id, asked, chosen.to_query(), controls.fields(chosen), heading.title(view))
    return dict(zip(ANSWER, values, strict=True))


def answers(view: FinanceView, before: Mapping[str, str] | None) -> list[Any]:
    """The new content of each of PARTS and PROPS; `before`: the parameters on screen, None of another edition's."""
    altered = parts.changed(view, before, LINKS)
    always = PARTS if before is None else ("finance-corrections",)
    written = parts.rewritten(PARTS, view, altered, always=always, may_fail=MAY_FAIL)
    return written + [
        make(view) if before is None or altered.intersection(follows) else no_update for make, follows in PROPS.values()
    ]


def part(place: str, view: FinanceView) -> str | Sketch:
    """The part's markup, or in its place that it did not load."""
    return parts.markup(PARTS, place, view, may_fail=MAY_FAIL)
