"""Two figures: the milestones by status and quarter, and what became of those that stand in two reports."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from components.borough.tables import scrolls
from components.elements import Markup
from components.plan import words
from components.plan.chart import chart
from components.plan.tables import counts_table, moves_table
from components.plan.view import PlanView
from components.text.numbers import counted

WIDE, NARROW = 700, 356


def counts(view: PlanView) -> list[Component]:
    """The chart, its table and why so many statuses are not known."""
    every = counted(len(view.milestones), "milestone")
    heading = html.Header([
        html.H2("Milestones by status and quarter"),
        html.P(f"{every}, by the quarter in which they are due and the status in the latest report that names them. "
               "Hollow bars: no status is known.", className="sub"),
    ])  # fmt: skip
    drawn = html.Div([_drawn(view, WIDE, "only-d"), _drawn(view, NARROW, "only-m")], className="plan-chart")
    table = scrolls(counts_table(view), "Milestones by status and quarter, table")
    note = html.P(words.unread_words(view), className="note")
    return [heading, html.Div([drawn, table], className="plan-pair"), note]


def _drawn(view: PlanView, width: int, kind: str) -> Markup:
    return Markup(markup=chart(view, width=width), attributes={"className": kind})


def moves(view: PlanView) -> list[Any]:
    """How milestones moved from one report to the next."""
    heading = html.Header([html.H2("From report to report"), html.P(words.moves_told(view), className="sub")])
    if not view.moves:
        return [heading]
    return [heading, scrolls(moves_table(view), "From report to report, table"), html.P(
        "A status that can be read in one report does not stand in for one that cannot be read in the next.",
        className="note")]  # fmt: skip
