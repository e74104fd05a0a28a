"""Anti-social behaviour, a priority of every borough: what was printed, and figures where someone loaded them."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.overview.words import figure
from components.priorities.table import priorities_table
from components.priorities.view import PrintedCalls, PrioritiesView

NO_FILE = ("Calls about anti-social behaviour are a priority of every borough. No open file gives them by borough and "
           "month, so there is nothing to compare here.")  # fmt: skip
LOADED = (
    "Calls about anti-social behaviour are a priority of every borough. These come from a file that was loaded here."
)
HOW = "Whoever has the figures can load them: a CSV with the columns Borough, Month, Kind and Calls. The layout is in "
LAYOUT = "docs/anti-social-behaviour.md"


def calls(view: PrioritiesView) -> list[Component]:
    said = LOADED if view.calls else NO_FILE
    head = html.Header([html.H2("Anti-social behaviour"), html.P(said, className="sub")])
    printed = [html.Li(_sentence(each)) for each in view.printed_calls]
    parts: list[Component] = [head]
    if printed:
        parts += [
            html.P("Published figures of all London:", className="lead-in"),
            html.Ul(printed, className="sentences"),
        ]
    if not view.calls:
        return [*parts, html.P([HOW, html.Code(LAYOUT), "."], className="note")]
    if view.selection.priority == view.calls[0].kind:
        return parts  # they are the table above
    return [*parts, html.Div(priorities_table(view, view.calls), className="tbl-wrap")]


def _sentence(row: PrintedCalls) -> list[Component | str]:
    note = f" ({row.note})" if row.note else ""
    said = f"{figure(row.value, row.unit)}{note}. "
    return [html.Strong(f"{row.name}, {row.period_words}: "), said, html.Span(f"{row.document}.", className="mute")]
