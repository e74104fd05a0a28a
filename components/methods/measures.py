"""Every measure: what it asks, what it counts, what to beware of. Generated from the catalogue."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from components.methods.parts import download, facts, section
from components.methods.view import MethodsView, Row
from components.text import MAP_PATH
from data.catalogue import Priority, PublishedMeasure, SurveyMeasure


def measures(view: MethodsView) -> Component:
    sub = "Each question that the figures answer, by area of the Police and Crime Plan."
    groups = []
    for priority in view.catalogue.priorities:
        if entries := _of(view, priority):
            groups += [html.H3(priority.title, className="sub-head"), *entries]
    return section("measures", "Measures", sub, *groups, download("Download the measures (CSV)", "measures"))


def _of(view: MethodsView, priority: Priority) -> list[Component]:
    """What stands in one area of the plan: counts, then answers to surveys, then single published figures."""
    return [
        *(_measure(view, row) for row in view.measures if row["priority"] == priority.id),
        *(_survey(view, each) for each in view.catalogue.surveys if each.priority == priority.id),
        *(_published(each) for each in view.catalogue.published if each.priority == priority.id),
    ]


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
    return _block(row["measure_id"], aside, row["definition"], said)


def _survey(view: MethodsView, measure: SurveyMeasure) -> Component:
    dataset = view.catalogue.dataset("victim_satisfaction")
    said = facts([
        ("Question in the survey", measure.asked),
        ("Beware", " ".join(measure.caveats)),
        ("Break in series", " ".join(f"{each.month:%Y-%m}: {each.reason}" for each in measure.breaks)),
        ("Source", html.A(f"{dataset.publisher}, {dataset.name} ({measure.survey})", href=dataset.landing_page)),
    ])  # fmt: skip
    aside = [html.H4(measure.name), html.P(measure.question, className="question")]
    return _block(measure.id, aside, measure.definition, said)


def _published(measure: PublishedMeasure) -> Component:
    said = facts([
        ("Period", measure.period_words),
        ("Why there is no series", measure.why_no_series),
        ("Beware", " ".join(measure.caveats)),
    ])  # fmt: skip
    aside = [html.H4(measure.name), html.P("One figure, as published", className="mute")]
    return _block(measure.id, aside, measure.definition, said)


def _block(measure_id: str, aside: list[Component], definition: str, said: Component) -> Component:
    return html.Div([html.Div(aside), html.Div([html.P(definition), said])],
                    id=f"measure-{measure_id}", className="measure")  # fmt: skip


def _map(view: MethodsView, row: Row) -> Component:
    if row["measure_id"] not in view.mapped:
        return html.P("No figures in this edition", className="mute")
    words: list[Any] = ["See the map", html.Span(f" of {row['measure']}", className="vh")]
    return html.P(html.A(words, href=f"{MAP_PATH}?measure={row['measure_id']}"))
