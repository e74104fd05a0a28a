"""What only a published document says of the borough: officers and funding, each with its document and period."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.borough.view import ProfileView
from components.text.numbers import count


def printed(view: ProfileView) -> list[Component]:
    officers, fund = view.published.get("officers"), view.published.get("fund")
    heading = html.H2("Published figures", id="published")
    if not officers and not fund:
        return [heading, html.P("This edition holds no published figures.", className="sub")]
    said = [each for each in (_fund(view, fund), _officers(officers)) if each]
    lead = (
        "One figure each, from a report. There is no series, so nothing is judged; they are the same in every quarter."
    )
    return [heading, html.P(lead, className="sub"), html.Dl(said, className="ss printed")]


def _fund(view: ProfileView, fund: Mapping[str, Any] | None) -> Component | None:
    if fund is None:
        return None
    return _figure("London Crime Prevention Fund, allocation", f"£{count(fund['value'])}",
                   f"{view.name}, {fund['period_words']}. {_document(fund)}")  # fmt: skip


def _officers(officers: Mapping[str, Any] | None) -> Component | None:
    """No borough's figure is published: London's alone."""
    if officers is None:
        return None
    aim = f", with {count(officers['target'])} aimed at by December 2017" if officers["target"] else ""
    beside = f"{officers['period_words']}{aim}. No figure is published for a borough. {_document(officers)}"
    return _figure("Dedicated ward officers, London", count(officers["value"]), beside)


def _document(figure: Mapping[str, Any]) -> str:
    return f"{figure['document_title'].partition(' (')[0]}."


def _figure(term: str, number: str, beside: str) -> Component:
    return html.Div([html.Dt(term), html.Dd(number, className="n"), html.Dd(beside, className="c")])
