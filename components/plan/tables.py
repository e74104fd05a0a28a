"""The tables beside the figures: counts by quarter and status, and statuses from report to report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from components.plan.view import IN_NO_REPORT, STATUSES, PlanView
from components.plan.words import WORDS, quarter_words
from components.text.numbers import count

SAID = tuple(status for status in STATUSES if status != IN_NO_REPORT)


def counts_table(view: PlanView) -> Component:
    """The figure's numbers: a row a quarter, a column a status, all of them first."""
    rows = [(quarter_words(each), [view.counts.get((each, status), 0) for status in STATUSES])
            for each in view.quarters]  # fmt: skip
    total = ("All quarters", [view.with_status(status) for status in STATUSES])
    heads = [WORDS[each] for each in STATUSES]
    return _table("Milestones by quarter due and status", "Quarter due", heads, rows, total)


def moves_table(view: PlanView) -> Component:
    """From the status in one report (rows) to that in the next report that names the milestone (columns)."""
    found = Counter((move.before, move.after) for move in view.moves)
    rows = [(WORDS[before], [found[before, after] for after in SAID]) for before in SAID]
    total = ("All", [sum(found[before, after] for before in SAID) for after in SAID])
    heads = [f"then {WORDS[after].lower()}" for after in SAID]
    return _table("Milestones by status in one report and in the next", "First report", heads, rows, total)


def _table(caption: str, corner: str, heads: Sequence[str], rows: Sequence[tuple[str, list[int]]],
           total: tuple[str, list[int]]) -> Component:  # fmt: skip
    """Whole counts; the last column adds each row up."""
    head = html.Tr([html.Th(corner, scope="col"), *(html.Th(each, scope="col", className="r") for each in heads),
                    html.Th("All", scope="col", className="r")])  # fmt: skip
    body = [_row(*total, kind="total"), *(_row(name, numbers) for name, numbers in rows)]
    return html.Table([html.Caption(caption, className="vh"), html.Thead(head), html.Tbody(body)],
                      className="data plan-counts")  # fmt: skip


def _row(name: str, numbers: list[int], kind: str | None = None) -> Component:
    cells = [html.Td(count(number), className="r" if number else "r mute") for number in [*numbers, sum(numbers)]]
    return html.Tr([html.Th(name, scope="row"), *cells], className=kind)
