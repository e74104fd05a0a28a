"""The whole page, as it stands before the first change."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components import controls
from components.elements import Address, Markup, marks
from components.exceptions.answers import ADDRESS, answer, part
from components.exceptions.controls import form
from components.exceptions.view import ExceptionsView
from components.render import to_html
from components.shell import failed_part


def page(view: ExceptionsView, *, asked: str) -> list[Component]:
    """Everything between the header and the footer; `asked` is the query string it answers."""
    return [
        Address(id=ADDRESS, search=asked, **answer(view, asked=asked)),
        _part("strip", view, tag="section", **marks(aria_label="About these figures")),
        html.Main([*_top(view), *_bottom(view)], id="main", className="wrap"),
    ]


def _part(place: str, view: ExceptionsView, *, tag: str = "div", **attributes: str) -> Markup:
    name = f"exceptions-{place}"
    return Markup(id=name, tag=tag, attributes=attributes, markup=part(name, view))


def _top(view: ExceptionsView) -> list[Component]:
    return [
        _part("opening", view, className="opening"),
        _part("corrections", view, role="status"),
        Markup(id="exceptions-announcement", tag="p", attributes={"className": "vh", "role": "status"}),
        html.Div([_part("choice", view, tag="p"), controls.opener()], className="controls-fold only-m"),
        form(view),
        # Hidden until an answer does not come.
        Markup(markup=to_html(failed_part()), attributes={"className": "failure", "role": "alert"}),
    ]


def _bottom(view: ExceptionsView) -> list[Component]:
    how = html.Details([html.Summary("How this is measured"), _part("method", view, className="how")], open=True)
    return [
        _part("list", view, tag="section", className="block figures", **marks(aria_label="Exceptions")),
        _part("unjudged", view, tag="section", className="block figures", **marks(aria_label="Not judged")),
        html.Section(how, className="block method", **marks(aria_label="Method")),
    ]
