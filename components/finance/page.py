"""The whole page, as it stands before the first change."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components import controls
from components.elements import Address, Markup, marks
from components.finance.answers import ADDRESS, answer, part
from components.finance.controls import form
from components.finance.fund_side import figure
from components.finance.view import FinanceView
from components.render import to_html
from components.shell import failed_part


def page(view: FinanceView, *, asked: str) -> list[Component]:
    """Everything between the header and the footer; `asked` is the query string it answers."""
    return [
        Address(id=ADDRESS, search=asked, **answer(view, asked=asked)),
        _part("strip", view, tag="section", **marks(aria_label="About these figures")),
        html.Main([*_top(view), *_figures(view), *_bottom(view)], id="main", className="wrap"),
    ]


def _part(place: str, view: FinanceView, *, tag: str = "div", **attributes: str) -> Markup:
    name = f"finance-{place}"
    return Markup(id=name, tag=tag, attributes=attributes, markup=part(name, view))


def _section(place: str, view: FinanceView, label: str) -> Markup:
    return _part(place, view, tag="section", className="block figures", **marks(aria_label=label))


def _top(view: FinanceView) -> list[Component]:
    return [
        _part("opening", view, className="opening"),
        _part("corrections", view, role="status"),
        Markup(id="finance-announcement", tag="p", attributes={"className": "vh", "role": "status"}),
        html.Div([_part("choice", view, tag="p"), controls.opener()], className="controls-fold only-m"),
        form(view),
        # Hidden until an answer does not come.
        Markup(markup=to_html(failed_part()), attributes={"className": "failure", "role": "alert"}),
    ]


def _figures(view: FinanceView) -> list[Component]:
    map_side = html.Div(
        [
            html.Div(figure(view), className="figure-box as-map"),
            _part("key", view),
            _part("selected", view, className="selbox"),
        ]
    )
    fund = html.Section(
        [_part("map-heading", view, tag="header"), html.Div([map_side, _part("fund", view)], className="mapgrid")],
        className="block figures", id="finance-fund-section", **marks(aria_label="London Crime Prevention Fund"),
    )  # fmt: skip
    return [
        _section("glance", view, "At a glance"),
        _section("table", view, "Published table"),
        fund,
        _section("commissioning", view, "Commissioning"),
        _section("in-text", view, "Figures in the text"),
    ]


def _bottom(view: FinanceView) -> list[Component]:
    how = html.Details([html.Summary("How this is measured"), _part("method", view, className="how")], open=True)
    return [html.Section(how, className="block method", **marks(aria_label="Method"))]
