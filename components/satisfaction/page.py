"""The whole page, as it stands before the first change."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components import controls
from components.contents import contents
from components.elements import Address, Markup, marks
from components.render import to_html
from components.satisfaction.answers import ADDRESS, answer, part
from components.satisfaction.controls import form
from components.satisfaction.map_side import figure
from components.satisfaction.view import SatisfactionView
from components.shell import failed_part

SECTIONS = (
    ("satisfaction-trend", "Over time"), ("satisfaction-map-heading", "By borough"),
    ("satisfaction-gap", "The BAME gap"), ("satisfaction-groups", "By ethnic group"),
    ("satisfaction-matrix", "Differences from the average"),
    ("satisfaction-printed", "Printed changes"), ("satisfaction-method", "How this is measured"),
    ("satisfaction-next", "What you can do next"),
)  # fmt: skip


def page(view: SatisfactionView, *, asked: str) -> list[Component]:
    """Everything between the header and the footer; `asked` is the query string it answers."""
    return [
        Address(id=ADDRESS, search=asked, **answer(view, asked=asked)),
        _part("strip", view, tag="section", **marks(aria_label="About these figures")),
        html.Main([*_top(view), *_answers(view), *_fairness(view), *_bottom(view)], id="main", className="wrap"),
    ]


def _part(place: str, view: SatisfactionView, *, tag: str = "div", **attributes: str) -> Markup:
    name = f"satisfaction-{place}"
    return Markup(id=name, tag=tag, attributes=attributes, markup=part(name, view))


def _top(view: SatisfactionView) -> list[Component]:
    return [
        _part("opening", view, className="opening"),
        _part("corrections", view, role="status"),
        Markup(id="satisfaction-announcement", tag="p", attributes={"className": "vh", "role": "status"}),
        html.Div([_part("choice", view, tag="p"), controls.opener()], className="controls-fold only-m"),
        form(view),
        contents(SECTIONS),
        # Hidden until an answer does not come.
        Markup(markup=to_html(failed_part()), attributes={"className": "failure", "role": "alert"}),
    ]


def _answers(view: SatisfactionView) -> list[Component]:
    """The question over time, and by borough."""
    of_borough = html.Div([
        _part("map-heading", view, className="figs"),
        html.Div(figure(view), className="figure-box as-map"),
        _part("keys", view, className="legend"),
        _part("selected", view, className="selbox"),
    ])  # fmt: skip
    by_borough = [html.Div([of_borough, _part("funnel", view)], className="mapgrid"), _part("boroughs", view)]
    return [
        html.Div([_part("trend", view), _part("side", view, className="side")], className="two figures"),
        _part("actions", view, className="actions figures"),
        html.Section(by_borough, className="block figures by-borough", **marks(aria_label="By borough")),
    ]


def _fairness(view: SatisfactionView) -> list[Component]:
    named = (("gap", "The published gap"), ("groups", "By ethnic group"), ("matrix", "Differences from the average"),
             ("printed", "Printed changes"))  # fmt: skip
    return [_part(place, view, tag="section", className="block figures", **marks(aria_label=name))
            for place, name in named]  # fmt: skip


def _bottom(view: SatisfactionView) -> list[Component]:
    how = html.Details([html.Summary("How this is measured"), _part("method", view, className="how")], open=True)
    return [
        html.Section(how, className="block method", **marks(aria_label="Method")),
        _part("next", view, tag="section", className="block", **marks(aria_label="What you can do next")),
    ]
