"""The whole page, as it stands before the first change."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components import controls, text
from components.crime_map.answers import answer, part
from components.crime_map.figures import form_class
from components.crime_map.trend import trend_rows
from components.elements import Address, Markup, marks
from components.figures import borough_map
from components.map_view import MapView
from components.render import to_html
from components.shell import failed_part


def page(view: MapView, *, asked: str) -> list[Component]:
    """Everything between the header and the footer; `asked` is the query string it answers."""
    return [
        Address(id="address", search=asked, **answer(view, asked=asked)),
        _part("strip", view, tag="section", **marks(aria_label="About these figures")),
        html.Main([*_top(view), *_figures(view), *_bottom(view)], id="main", className="wrap"),
    ]


def _part(place: str, view: MapView, *, tag: str = "div", **attributes: str) -> Markup:
    return Markup(id=place, tag=tag, attributes=attributes, markup=part(place, view))


def _top(view: MapView) -> list[Component]:
    return [
        _part("opening", view, className="opening"),
        _part("corrections", view, role="status"),
        Markup(id="announcement", tag="p", attributes={"className": "vh", "role": "status"}),
        html.Div([_part("choice", view, tag="p"), controls.opener()], className="controls-fold only-m"),
        controls.form(view, path=text.MAP_PATH),
        # Hidden until an answer does not come.
        Markup(markup=to_html(failed_part()), attributes={"className": "failure", "role": "alert"}),
    ]


def _figures(view: MapView) -> list[Component]:
    beside = _part("ranking-side", view)
    return [html.Div([_map_side(view), beside], className="mapgrid figures"), _trend_side(view)]


def _map_side(view: MapView) -> Component:
    as_map = html.Div(borough_map.figure(view), className="as-map-only")
    both = [as_map, _part("tiles", view, className="as-tiles-only")]
    return html.Div([
        _part("figure-heading", view, className="figs"),
        html.Div(both, id="figure-box", className=form_class(view)),
        controls.to_table("data-side", "the boroughs"),
        _part("keys", view, className="legend"),
        _part("selected", view, className="selbox"),
    ])  # fmt: skip


def _trend_side(view: MapView) -> Component:
    rows = trend_rows(view)
    behind = _part("trend-period", view, **marks(aria_hidden="true"))
    inside = [
        _part("trend-heading", view, tag="header"),
        html.Div([behind, _part("trend-chart", view)], className="over"),
        html.Details([html.Summary("Show trend as table"), rows], className="trend-table"),
    ]
    return html.Section(inside, className="block figures", **marks(aria_label="Trend"))


def _bottom(view: MapView) -> list[Component]:
    details = html.Details([html.Summary("How this is measured"), _part("method", view, className="how")], open=True)
    return [
        _part("data-side", view, tag="section", className="block figures", **marks(aria_label="Data")),
        html.Section(details, className="block method", **marks(aria_label="Method")),
    ]
