"""The whole page, as it stands before the first change."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components import controls
from components.elements import Address, Markup, marks
from components.priorities.answers import ADDRESS, answer, part
from components.priorities.controls import form
from components.priorities.map_side import figure
from components.priorities.view import PrioritiesView
from components.render import to_html
from components.shell import failed_part


def page(view: PrioritiesView, *, asked: str) -> list[Component]:
    """Everything between the header and the footer; `asked` is the query string it answers."""
    return [
        Address(id=ADDRESS, search=asked, **answer(view, asked=asked)),
        _part("strip", view, tag="section", **marks(aria_label="About these figures")),
        html.Main([*_top(view), *_figures(view), *_bottom(view)], id="main", className="wrap"),
    ]


def _part(place: str, view: PrioritiesView, *, tag: str = "div", **attributes: str) -> Markup:
    name = f"priorities-{place}"
    return Markup(id=name, tag=tag, attributes=attributes, markup=part(name, view))


def _top(view: PrioritiesView) -> list[Component]:
    return [
        _part("opening", view, className="opening"),
        _part("corrections", view, role="status"),
        Markup(id="priorities-announcement", tag="p", attributes={"className": "vh", "role": "status"}),
        html.Div([_part("choice", view, tag="p"), controls.opener()], className="controls-fold only-m"),
        form(view),
        # Hidden until an answer does not come.
        Markup(markup=to_html(failed_part()), attributes={"className": "failure", "role": "alert"}),
    ]


def _figures(view: PrioritiesView) -> list[Component]:
    map_side = html.Div([
        _part("map-heading", view, className="figs"),
        html.Div(figure(view), className="figure-box as-map"),
        _part("keys", view, className="legend"),
        _part("selected", view, className="selbox"),
    ])  # fmt: skip
    return [
        html.Div([map_side, _part("kinds", view)], className="mapgrid figures"),
        _part("list", view, tag="section", className="block figures", **marks(aria_label="Priorities")),
        _part("printed", view, tag="section", className="block figures", **marks(aria_label="As published")),
        _part("calls", view, tag="section", className="block figures", **marks(aria_label="Anti-social behaviour")),
    ]


def _bottom(view: PrioritiesView) -> list[Component]:
    how = html.Details([html.Summary("How this is measured"), _part("method", view, className="how")], open=True)
    return [html.Section(how, className="block method", **marks(aria_label="Method"))]
