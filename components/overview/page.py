"""The whole page, as it stands before the first change."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.elements import Address, Markup, marks
from components.overview.answers import answer, part
from components.overview.controls import form
from components.overview.view import OverviewView
from components.render import to_html
from components.shell import failed_part


def page(view: OverviewView, *, asked: str) -> list[Component]:
    """Everything between the header and the footer; `asked` is the query string it answers."""
    inside = [
        _part("overview-opening", view, className="opening"),
        _part("overview-corrections", view, role="status"),
        Markup(id="overview-announcement", tag="p", attributes={"className": "vh", "role": "status"}),
        form(view),
        Markup(markup=to_html(failed_part()), attributes={"className": "failure", "role": "alert"}),
        _part("overview-key", view),
        _part("overview-sections", view, className="figures"),
        _part("overview-report", view, className="figures"),
        html.Section([_part("overview-actions", view), _method(view)], className="block method",
                     **marks(aria_label="Downloads and method")),
    ]  # fmt: skip
    return [
        Address(id="overview-address", search=asked, **answer(view, asked=asked)),
        _part("overview-strip", view, tag="section", **marks(aria_label="About these figures")),
        html.Main(inside, id="main", className="wrap overview"),
    ]


def _method(view: OverviewView) -> Component:
    summary = html.Summary("How the expected range is worked out")
    return html.Details([summary, _part("overview-method", view, className="how")])


def _part(place: str, view: OverviewView, *, tag: str = "div", **attributes: str) -> Markup:
    return Markup(id=place, tag=tag, attributes=attributes, markup=part(place, view))
