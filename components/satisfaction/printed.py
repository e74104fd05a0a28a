"""The changes over a year that the report gives in its text, each with the interval it was printed without."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.borough.tables import scrolls
from components.elements import Markup
from components.figures.scale import Scale
from components.satisfaction import words
from components.satisfaction.gap import real
from components.satisfaction.interval_plot import axis_head, interval, scale
from components.satisfaction.trend import head
from components.satisfaction.view import PrintedChange, SatisfactionView
from components.text.numbers import MINUS
from data.selection import month_name

SAID = {"higher": "Higher, by more than chance alone would explain", "lower": "Lower, by more than chance alone would "
        "explain", "no_clear_change": "No clear change", "too_few": "Too few interviews to say",
        "not_available": "No interval possible: the share is not printed"}  # fmt: skip
SURVEYS = {"USS": "Victims", "PAS": "Residents"}


def changes(view: SatisfactionView) -> list[Component]:
    end = next((row.period_end for row in view.changes if row.period_end), None)
    when = f", figures to {month_name(end)}" if end else ""
    return [
        html.Header([
            html.H2("Changes as the report printed them"),
            html.P(f"From the text of MOPAC’s quarterly report for Q1 2017/18{when}: the change over a year as "
                   "printed, with an approximate 95% interval that the report does not give. The report writes ‘%’; "
                   f"the changes are read as percentage points.{real(view)}",
                   className="sub"),
        ]),
        scrolls(_table(view), "Printed changes, table"),
        *(html.P(f"‘{row.label}’, in the report: {row.note}.", className="note") for row in view.changes if row.note),
        *(html.P(said, className="note") for said in (_team(view),) if said),
        html.P("Intervals rest on the interviews that the publisher states for a year, on the design effect, and on "
               "the rounding of whole points.", className="note"),
    ]  # fmt: skip


def _team(view: SatisfactionView) -> str:
    return "SNT: Safer Neighbourhood Team." if any("SNT" in row.label for row in view.changes) else ""


def _table(view: SatisfactionView) -> Component:
    at = scale(end for row in view.changes for end in (row.lower, row.upper, row.change))
    heads = [
        head("Asked", "as printed", ""), head("Of", "", ""), head("Share", "at the end", "r"),
        head("Change", "points, as printed", "r"), head("95% interval", "points, approximate", "r"),
        axis_head(at, low="fell", high="rose"),
        head("Interviews", "in a year", "r"), head("What it shows", "", "wd"),
    ]  # fmt: skip
    caption = html.Caption("Changes over a year as printed, with approximate intervals", className="vh")
    return html.Table([caption, html.Thead(html.Tr(heads)), html.Tbody([_row(row, at) for row in view.changes])],
                      className="gapt")  # fmt: skip


def _row(row: PrintedChange, at: Scale) -> Component:
    is_clear = row.verdict in ("higher", "lower")
    said = SAID[row.verdict]
    return html.Tr([
        html.Th(row.label, scope="row"), html.Td(SURVEYS.get(row.survey, row.survey)),
        html.Td(words.NONE if row.share is None else f"{row.share:g}%", className="r"),
        html.Td(html.Strong(_as_printed(row.change)), className="r gap"),
        html.Td(words.between(row.lower, row.upper) or words.NONE, className="r"),
        Markup(tag="td", attributes={"className": "iv"},
               markup=interval(at, row.change, row.lower, row.upper, is_clear=is_clear)),
        html.Td(words.of_base(row.base), className="r n"),
        html.Td(html.Strong(said) if is_clear else said, className="wd"),
    ])  # fmt: skip


def _as_printed(change: float) -> str:
    """With as many decimals as the report has: `+3`, `−3.75`."""
    return f"{'+' if change > 0 else MINUS if change < 0 else ''}{abs(change):g}"
