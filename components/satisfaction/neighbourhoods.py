"""What survey files by neighbourhood allow to be said of ethnic groups: how they compare within neighbourhoods."""

from __future__ import annotations

from itertools import groupby

from dash import html
from dash.development.base_component import Component

from components.borough.tables import scrolls
from components.elements import Markup
from components.figures.scale import Scale
from components.satisfaction import words
from components.satisfaction.interval_plot import axis_head, interval, scale
from components.satisfaction.trend import head
from components.satisfaction.view import Compared, SatisfactionView

CLEAR = ("higher", "lower")
DIFFERS = {"higher": "Higher in most neighbourhoods", "lower": "Lower in most neighbourhoods",
           "no_clear_gap": "No clear gap", "too_few": "Too few neighbourhoods to say"}  # fmt: skip


def neighbourhoods(view: SatisfactionView) -> list[Component]:
    """How groups compare within neighbourhoods, each counted once."""
    rows = view.neighbourhoods
    if not rows:
        return []
    first = rows[0]
    most = max(row.neighbourhoods for row in rows)
    said = (f"Public Attitude Survey, {words.years(first.period_start, first.period_end)} together, "
            f"{most} of {view.neighbourhoods_listed} neighbourhoods with figures for each group. The file has White "
            "British, Asian and Black answers only, and no numbers of interviews: neither a BAME gap nor London’s own "
            "figure can be made of it. It does say how groups compare within neighbourhoods.")  # fmt: skip
    at = scale(end for row in rows for end in (row.lower, row.upper, row.middle))
    heads = [head("Question", "", ""), head("Group", "beside White British", ""),
             head("Lower in", "neighbourhoods", "r"), head("Higher in", "neighbourhoods", "r"),
             head("Middle difference", "points, 95% interval", "r"),
             axis_head(at, low="lower", high="higher"),
             head("What it shows", "", "wd")]  # fmt: skip
    said_of = "Answers of Asian and Black residents beside White British, by neighbourhood"
    caption = html.Caption(said_of, className="vh")
    bodies = [html.Tbody([_compared(row, at, of=len(held), is_first=place == 0) for place, row in enumerate(held)])
              for held in (list(each) for _, each in groupby(rows, key=lambda row: row.question))]  # fmt: skip
    table = html.Table([caption, html.Thead(html.Tr(heads)), *bodies], className="gapt near")
    return [html.H3("Within neighbourhoods", className="fig-title"), html.P(said, className="fig-sub"),
            scrolls(table, "Within neighbourhoods, table"),
            html.P("Middle difference: half of the neighbourhoods have a lower one and half a higher one. Its interval "
                   "rests on how neighbourhoods differ and needs no numbers of interviews. Every neighbourhood counts "
                   "once, however many people live there. A neighbourhood where "
                   "both groups’ figures are equal is in neither number.",
                   className="note")]  # fmt: skip


def _compared(row: Compared, at: Scale, *, of: int, is_first: bool) -> Component:
    """A group's row; the question's name stands beside all of its groups."""
    question = [html.Th(row.name, scope="rowgroup", rowSpan=of)] if is_first else []
    is_clear = row.verdict in CLEAR
    said = DIFFERS[row.verdict]
    return html.Tr([
        *question, html.Th(row.group_name, scope="row", className="group"),
        html.Td(str(row.below), className="r"), html.Td(str(row.above), className="r"),
        html.Td([html.Strong(words.points(row.middle)), html.Span(words.between(row.lower, row.upper), className="ci")],
                className="r gap"),
        Markup(tag="td", attributes={"className": "iv"},
               markup=interval(at, row.middle, row.lower, row.upper, is_clear=is_clear)),
        html.Td(html.Strong(said) if is_clear else said, className="wd"),
    ])  # fmt: skip
