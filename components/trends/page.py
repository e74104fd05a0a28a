"""The whole page, as it stands before the first change."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components import controls as shared
from components.elements import Address, Markup, marks
from components.render import to_html
from components.shell import failed_part
from components.trends.answers import ADDRESS, answer, part
from components.trends.controls import form
from components.trends.view import TrendsView

KEYS = "Arrow keys move through the periods, Home and End go to the first and last, Escape closes the box."


def page(view: TrendsView, *, asked: str) -> list[Component]:
    """Everything between the header and the footer; `asked` is the query string it answers."""
    return [
        Address(id=ADDRESS, search=asked, **answer(view, asked=asked)),
        _part("strip", view, tag="section", **marks(aria_label="About these figures")),
        html.Main([*_top(view), *_figures(view), *_bottom(view)], id="main", className="wrap trends"),
    ]


def _part(place: str, view: TrendsView, *, tag: str = "div", **attributes: str) -> Markup:
    name = f"trends-{place}"
    return Markup(id=name, tag=tag, attributes=attributes, markup=part(name, view))


def _top(view: TrendsView) -> list[Component]:
    series = [_part("chips", view, className="chips-side"), _part("adder", view, className="adder")]
    return [
        _part("opening", view, className="opening"),
        _part("corrections", view, role="status", className="corrections"),
        Markup(id="trends-announcement", tag="p", attributes={"className": "vh", "role": "status"}),
        html.Div(series, className="series-row"),
        html.Div([_part("choice", view, tag="p"), shared.opener()], className="controls-fold only-m"),
        form(view),
        # Hidden until an answer does not come.
        Markup(markup=to_html(failed_part()), attributes={"className": "failure", "role": "alert"}),
    ]


def _figures(view: TrendsView) -> list[Component]:
    charts = html.Div([
        _part("heading", view, className="figs"),
        html.P(KEYS, id="plot-keys", className="vh"),
        _part("charts", view, className="panels"),
        shared.to_table("trends-tables"),
        html.P(id="plot-says", className="vh", **marks(aria_live="polite")),
        _part("events", view, className="event-list"),
    ])  # fmt: skip
    beside = _part("exceptions", view, tag="section", className="exc", **marks(aria_label="Exceptions this month"))
    return [html.Div([charts, beside], className="trends-grid figures")]


def _bottom(view: TrendsView) -> list[Component]:
    return [
        html.Section(
            [
                _part("actions", view, className="actions"),
                html.Details([html.Summary("Data table for these charts"), _part("tables", view, className="twins")],
                             className="twin-fold"),
                html.Details([html.Summary("How the expected range is worked out"),
                              _part("method", view, className="how")], className="method-fold"),
            ],
            className="block figures take-away", **marks(aria_label="Downloads and method"),
        )
    ]  # fmt: skip
