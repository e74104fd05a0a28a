"""What took place in the years of the figures, as it stands beside the lines of the trends page."""

from __future__ import annotations

from dash.development.base_component import Component

from components.methods.parts import download, note, section, table
from components.methods.view import MethodsView, Row
from components.text.numbers import count, listed

HEADS = ("Event", "When", "What took place", "Beside which measures", "Source")
MOST_NAMES = 3


def events(view: MethodsView) -> Component:
    sub = "Events that a reader of the figures may ask about. An event beside a line is no cause of what the line does."
    return section(
        "events", "Events", sub,
        table("events", "Events in the order of dates", HEADS, [_row(event) for event in view.events]),
        note("The list is ours and is not complete. Each entry says what took place and who says so."),
        download("Download the events (CSV)", "events"),
    )  # fmt: skip


def _row(event: Row) -> list[str]:
    return [event["name"], event["when"], event["sentence"], _measures(event["measures"]), event["source"]]


def _measures(names: str) -> str:
    """All of a few; of many, the first and how many more."""
    every = names.split("; ")
    more = len(every) - MOST_NAMES
    return listed([*every[:MOST_NAMES], f"{count(more)} more"] if more > 1 else every)
