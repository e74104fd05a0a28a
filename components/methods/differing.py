"""Cells of a published table that the records do not give again, named with both figures. Nothing is tuned to fit."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.methods.parts import note, section, table
from components.methods.view import MethodsView, Row
from components.text.numbers import count, percent_change
from data.selection import Span, Window

HEADING = "Published figures that do not come out again"
PRIORITIES = "/local-priorities"
HEADS = ("Borough", "Priority", "Quarter", "#As published", "#As recorded now", "#Difference in points")


def differing(view: MethodsView) -> Component:
    sub = "A published change that the records now differ from is shown as it was published, beside what they say now."
    way = ["The whole table, live: ", html.A("local priorities", href=PRIORITIES), "."]
    if not view.differing:
        return section("differing", HEADING, sub, note("This edition gives no such cell. ", *way))
    caption = f"{count(len(view.differing))} changes in boroughs’ local priorities, on the same quarter a year before"
    return section("differing", HEADING, sub, table("differing", caption, HEADS, [_row(r) for r in view.differing]),
                   note(*way))  # fmt: skip


def _row(row: Row) -> list[str]:
    quarter = Window(row["month"], Span.QUARTER).label
    now, points = (percent_change(row[name], decimals=1) for name in ("change_pct", "difference"))
    return [row["area_name"], row["name"], quarter, percent_change(row["published_pct"]), now, points.rstrip("%")]
