"""Every measure: what it asks, what it counts, what to beware of. Generated from the catalogue."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from components.methods.parts import download, facts, section
from components.methods.view import MethodsView, Row
from components.text import MAP_PATH


def measures(view: MethodsView) -> Component:
    sub = "Each question that the figures answer, by area of the Police and Crime Plan."
    groups = []
    for priority, _ in view.catalogue.by_priority():
        rows = [row for row in view.measures if row["priority"] == priority.id]
        groups += [html.H3(priority.title, className="sub-head"), *(_measure(view, row) for row in rows)]
    return section("measures", "Measures", sub, *groups, download("Download the measures (CSV)", "measures"))


def _measure(view: MethodsView, row: Row) -> Component:
    aside = [html.H4(row["measure"]), html.P(row["question"], className="question"), _map(view, row)]
    said = facts([
        ("Categories added up", row["categories_selected"]),
        ("Unit", f"{row['unit'][:1].upper()}{row['unit'][1:]}"),
        ("Direction", row["direction"]),
        ("Beware", row["caveats"]),
        ("Break in series", row["breaks"]),
        ("Source", html.A(row["source"], href=row["landing_page"])),
    ])  # fmt: skip
    return html.Div([html.Div(aside), html.Div([html.P(row["definition"]), said])],
                    id=f"measure-{row['measure_id']}", className="measure")  # fmt: skip


def _map(view: MethodsView, row: Row) -> Component:
    if row["measure_id"] not in view.mapped:
        return html.P("No figures in this edition", className="mute")
    words: list[Any] = ["See the map", html.Span(f" of {row['measure']}", className="vh")]
    return html.P(html.A(words, href=f"{MAP_PATH}?measure={row['measure_id']}"))
