"""How this is measured: what the crime map says of the chosen measure, and what this page adds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dash import html
from dash.development.base_component import Component

from components import text
from components.overview.method import by_chance
from components.topics.view import TopicView

METHODS = "/data-and-methods"


def method(view: TopicView) -> list[Component]:
    """Headings and paragraphs in two columns of about equal length."""
    entries = [html.Div([html.H3(heading), html.P(words)]) for heading, words in told(view)]
    links: list[Any] = [html.A("What this measure counts", href=f"{METHODS}#measure-{view.selection.measure}"), " · ",
             html.A("How change and surprise are judged", href=f"{METHODS}#judged")]  # fmt: skip
    half = (len(entries) + 1) // 2
    return [html.Div(entries[:half]), html.Div([*entries[half:], html.P(links)])]


def told(view: TopicView) -> Iterator[tuple[str, str]]:
    yield from text.how_measured(view.map.measure, view.map.dataset)
    yield "Small numbers", (
        "The publisher itself publishes these counts for boroughs, so small ones are shown as they are. Where 12 "
        "months hold fewer than 10, there is neither chart nor signal.")  # fmt: skip
    yield "The year and the month", (
        "The table compares 12 months with the 12 before, with a 95% interval, and asks of the latest month whether it "
        "lies in its expected range. These are two questions, and their answers can differ. "
        f"{by_chance(view.rows)}")  # fmt: skip
    yield "Events", (
        "Events beside a chart are context. No line says that an event changed a figure, and an event that does not "
        "belong beside a measure is left out.")  # fmt: skip
