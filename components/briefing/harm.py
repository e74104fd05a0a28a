"""High-harm crimes: the quarter, its change with the interval, 36 months, and the signal."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from components.borough.kinds import BoroughRow
from components.borough.view import ProfileView
from components.borough.words import FEWEST_FOR_A_CHART, counted_in, row_quarter, short_quarter, verdict_words
from components.briefing.letters import lettered
from components.briefing.tables import cell, head, name, picture, small, table
from components.figures.sparkline import sparkline
from components.overview.words import interval
from components.text import REPORTING
from components.text.numbers import NOT_CALCULATED, percent_change, signed

SPARK = (86, 22)  # px
HATE = "hate-crime"
MOST = 10  # rows that the first sheet has room for


def harm(view: ProfileView) -> Component | None:
    rows = listed(view)
    if not rows:
        return None
    sub = f"Priorities in every borough. {REPORTING}" if any(row.is_reporting for row in rows) else \
        "Priorities in every borough."  # fmt: skip
    heads = [
        head("Recorded offences"), _quarter(short_quarter(view)), _quarter(short_quarter(view, before=True)),
        head("Change", "verdict", "r"), head("% change", "95% interval", "r"),
        head("Last 36 months", "grey: expected", "sp"), head("Latest month", "than expected"),
    ]  # fmt: skip
    made = table("High-harm crimes, by quarter", "harm", heads, [_row(row) for row in rows])
    note = html.P("n/c: not calculated, because the earlier figure is under 20 or the series is too uneven.",
                  className="foot")  # fmt: skip
    under = [note] if any(_is_not_calculated(row) for row in rows) else []
    top = html.Div([html.H2("High-harm crimes"), html.P(sub, className="sub")], className="parthead")
    return html.Section([top, made, *under], className="part")


def _quarter(label: str) -> Component:
    months, year = label.split(" ")
    return head(months, year, "r")


def listed(view: ProfileView) -> tuple[BoroughRow, ...]:
    """Those of the profile; where all hate crime has no figure, the largest of its strands stands for it."""
    rows = view.harm
    if all(row.measure_id != HATE for row in rows):
        rows = (*rows, *[row for row in view.hate if row.part_of in (None, HATE)][:1])
    return rows[:MOST]


def _is_not_calculated(row: BoroughRow) -> bool:
    return row.quarter_pct is None and row.quarter_change is not None


def _row(row: BoroughRow) -> Component:
    own = small(row_quarter(row), "own") if row.is_own_period else None
    cells = [cell(counted_in(row.quarter), "r now"), cell(counted_in(row.quarter_before), "r"), *_change(row)]
    return html.Tr([name(row.name, own), *cells, _spark(row), cell(lettered(row.signal, is_short=True))])


def _change(row: BoroughRow) -> list[Component]:
    verdict = row.quarter_verdict
    if verdict in ("not_comparable", "not_available") or row.quarter_change is None:
        return [cell(verdict_words(verdict, is_provisional=False), "r mute", colSpan=2)]
    said = small(verdict_words(verdict, is_provisional=row.is_provisional))
    change = signed(row.quarter_change) if row.quarter_change else "0"
    return [cell([change, said], "r"), cell(_percent(row), "r")]


def _percent(row: BoroughRow) -> list[Any]:
    if row.quarter_pct is None:
        return [html.Abbr(NOT_CALCULATED, title="not calculated")]
    return [percent_change(row.quarter_pct, decimals=1), small(interval(row.quarter_lower_pct, row.quarter_upper_pct))]


def _spark(row: BoroughRow) -> Component:
    if row.offences_12m is not None and row.offences_12m < FEWEST_FOR_A_CHART:
        return cell("Too few to chart", "sp mute")
    drawn = sparkline(row.values, row.range_lower, row.range_upper, row.signal, judged_from=row.judged_from,
                      width=SPARK[0], height=SPARK[1])  # fmt: skip
    return picture(drawn)
