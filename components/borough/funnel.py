"""All 32 boroughs about London's rate: who stands outside by more than size and ordinary differences explain."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.borough import words
from components.borough.address import profile_address
from components.borough.funnel_plot import NARROW, PLACES, WIDE, plot
from components.borough.kinds import FunnelFigures
from components.borough.tables import scrolls
from components.borough.view import ProfileView
from components.elements import Markup
from components.text.numbers import count
from data.selection import month_name


def funnel(view: ProfileView) -> list[Component]:
    found = view.funnel
    heading = html.H3("How all 32 boroughs vary", className="fig-title")
    if found is None:
        return [heading, html.P("This measure has no rates for this period.", className="note")]
    drawn = [
        Markup(markup=plot(view, found, size, finding=_said(view, found)), attributes={"className": kind})
        for size, kind in ((WIDE, "at-desktop"), (NARROW, "at-phone"))
    ]
    return [heading, html.P(_lead(view, found), className="fig-sub"), html.P(_said(view, found), className="finding"),
            *drawn, _list(view, found)]  # fmt: skip


def _lead(view: ProfileView, found: FunnelFigures) -> str:
    what = f"{found.name} per 1,000 residents, 12 months to {month_name(found.month)}, by number of residents."
    return (f"{what} Dashed: "
            "95% limits; solid: 99.8% limits, both about the rate of the 32 boroughs together and widened for ordinary "
            "differences between boroughs. Outside the limits does not say why. Residents are not everyone who is "
            "there: visitors and workers are left out.")  # fmt: skip


def _said(view: ProfileView, found: FunnelFigures) -> str:
    """Where this borough stands, and how many stand outside."""
    own = next((point for point in found.points if point["slug"] == view.area.slug), None)
    outside = sum(point["place"] != "within" for point in found.points)
    others = f"{count(outside)} of {len(found.points)} boroughs are outside the 95% limits."
    if own is None:
        return f"{view.name} has no rate. {others}"
    return f"The rate of {view.name} is {PLACES[own['place']]}. {others}"


def _list(view: ProfileView, found: FunnelFigures) -> Component:
    """The same numbers, highest first; no rank is coloured."""
    rows = [
        html.Tr([
            html.Th(html.A(p["name"], href=profile_address(p["slug"], view.selection.month)), scope="row"),
            html.Td(count(p["offences"]), className="r"), html.Td(count(p["persons"]), className="r"),
            html.Td(words.rate_words(p["rate"], found.target), className="r"), html.Td(PLACES[p["place"]].capitalize()),
        ], className="sel" if p["slug"] == view.area.slug else None)
        for p in sorted(found.points, key=lambda each: -each["rate"])
    ]  # fmt: skip
    heads = [html.Th("Borough", scope="col"), *(html.Th(name, scope="col", className="r") for name in
             ("Offences", "Residents", "Per 1,000")), html.Th("Against the limits", scope="col")]  # fmt: skip
    caption = html.Caption(f"{found.name}, all boroughs", className="vh")
    table = html.Table([caption, html.Thead(html.Tr(heads)), html.Tbody(rows)], className="data")
    return html.Details([html.Summary("Show the 32 boroughs as a table"),
                         scrolls(table, f"{found.name}, all boroughs", is_tall=True)])  # fmt: skip
