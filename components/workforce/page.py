"""The whole page, as it stands before the first change."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components import controls
from components.elements import Address, Markup, marks
from components.render import to_html
from components.shell import failed_part
from components.workforce.answers import ADDRESS, answer, part
from components.workforce.controls import form
from components.workforce.view import WorkforceView

SECTIONS = (
    ("table", "Strength by month"),
    ("counted", "Who is counted"),
    ("make-up", "Who works for the Met"),
    ("wards", "Dedicated ward officers"),
    ("specials", "Special constables"),
    ("complaints", "Complaints"),
)


def page(view: WorkforceView, *, asked: str) -> list[Component]:
    """Everything between the header and the footer; `asked` is the query string it answers."""
    return [
        Address(id=ADDRESS, search=asked, **answer(view, asked=asked)),
        _part("strip", view, tag="section", **marks(aria_label="About these figures")),
        html.Main([*_top(view), *_figures(view), *_bottom(view)], id="main", className="wrap"),
    ]


def _part(place: str, view: WorkforceView, *, tag: str = "div", **attributes: str) -> Markup:
    name = f"workforce-{place}"
    return Markup(id=name, tag=tag, attributes=attributes, markup=part(name, view))


def _top(view: WorkforceView) -> list[Component]:
    choice = html.Div([_part("choice", view, tag="p"), controls.opener()], className="controls-fold only-m")
    return [
        _part("opening", view, className="opening"),
        _part("corrections", view, role="status"),
        Markup(id="workforce-announcement", tag="p", attributes={"className": "vh", "role": "status"}),
        *([choice, form(view)] if view.coverage else []),
        # Hidden until an answer does not come.
        Markup(markup=to_html(failed_part()), attributes={"className": "failure", "role": "alert"}),
    ]


def _figures(view: WorkforceView) -> list[Component]:
    sections = [_part(place, view, tag="section", className="block figures", **marks(aria_label=label))
                for place, label in SECTIONS]  # fmt: skip
    return [_part("figure", view, className="figures"), *sections, _part("actions", view, className="below")]


def _bottom(view: WorkforceView) -> list[Component]:
    how = html.Details([html.Summary("How this is measured"), _part("method", view, className="how")], open=True)
    return [html.Section(how, className="block method", **marks(aria_label="Method"))]
