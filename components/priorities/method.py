"""How this is measured: what counts each priority, how changes are told, what the map adds up, what it cannot tell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.priorities.view import METHODS, PrioritiesView
from data.selection import month_name

FIRST_COLUMN = 3  # entries: the list of what counts each priority is as long as several others


def method(view: PrioritiesView) -> list[Component]:
    """Headings and paragraphs in two columns of about equal length."""
    entries = [html.Div([html.H3(heading), html.P(words)]) for heading, words in told(view)]
    return [html.Div(entries[:FIRST_COLUMN]), html.Div(entries[FIRST_COLUMN:])]


def told(view: PrioritiesView) -> Iterator[tuple[str, Any]]:
    yield "Who chose what", f"{view.source}. {view.stands_in}".strip()
    yield "What counts each priority", _counted(view)
    yield "Until 2018 and since", (
        "Quarters until the end of 2018 are counted in the Met’s own categories of the time, in which the priorities "
        "were chosen and reported. Later quarters are counted in the Home Office categories. The two are never set "
        "against each other.")  # fmt: skip
    yield "Violence that is not domestic abuse", (
        "Violence with injury, less the violence with injury that is flagged as domestic abuse. There is a figure only "
        "where both files have one, and none is compared across March 2024, when domestic abuse began to be recorded "
        "in another way.")  # fmt: skip
    yield "The quarter", (
        "The three months to the end of the quarter on the same three of the year before. The 95% interval is widened "
        "where a series varies more than chance. No percentage is given from a base under 20.")  # fmt: skip
    yield "Higher, lower, no clear change", (
        "Higher or lower: the whole interval lies on one side of no change. No clear change: chance alone could "
        "explain it. Changes are told by direction only, never as good or bad.")  # fmt: skip
    yield (
        "The month against its range",
        [
            f"{month_name(view.selection.month)} against the range that is expected of it, as on ",
            html.A("Exceptions", href=f"/exceptions?to={view.selection.month:%Y-%m}"),
            ". It is not the 12-month change.",
        ],
    )
    yield "The map", (
        "Each borough’s own two priorities added up, over 12 months, on the 12 before. Boroughs chose different "
        "crimes. So the map compares each borough with itself, and not boroughs with each other.")  # fmt: skip
    yield "What it cannot tell you", [
        "Why a figure is higher or lower. A priority is where a borough looked for a problem, so its figures may move "
        "with that attention. Sources, breaks and revisions are on ", html.A("Data and methods", href=METHODS), ".",
    ]  # fmt: skip


def _counted(view: PrioritiesView) -> list[Any]:
    """Each priority with the measure that counts it in this quarter."""
    known = view.catalogue
    parts: list[Any] = []
    for kind in view.kinds:
        measure = known.counted(kind.measure_id)
        parts += [html.Strong(f"{kind.name}: "), measure.definition, html.Br()]
    return parts[:-1]
