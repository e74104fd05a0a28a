"""The whole page, as it stands before the first change."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components import controls
from components.elements import Address, Markup, marks
from components.plan.answers import ADDRESS, answer, part
from components.plan.controls import form
from components.plan.view import PlanView
from components.render import to_html
from components.shell import failed_part

SECTIONS = {"counts": "Milestones by status and quarter", "moves": "From report to report", "list": "Milestones",
            "indicators": "Indicators"}  # fmt: skip


def page(view: PlanView, *, asked: str) -> list[Component]:
    """Everything between the header and the footer; `asked` is the query string it answers."""
    sections = [_part(place, view, tag="section", className="block figures", **marks(aria_label=name))
                for place, name in SECTIONS.items()]  # fmt: skip
    how = html.Details([html.Summary("How this is measured"), _part("method", view, className="how")], open=True)
    return [
        Address(id=ADDRESS, search=asked, **answer(view, asked=asked)),
        _part("strip", view, tag="section", **marks(aria_label="About these figures")),
        html.Main([*_top(view), *sections,
                   html.Section(how, className="block method", **marks(aria_label="Method"))],
                  id="main", className="wrap"),
    ]  # fmt: skip


def _part(place: str, view: PlanView, *, tag: str = "div", **attributes: str) -> Markup:
    name = f"plan-{place}"
    return Markup(id=name, tag=tag, attributes=attributes, markup=part(name, view))


def _top(view: PlanView) -> list[Component]:
    return [
        _part("opening", view, className="opening"),
        _part("corrections", view, role="status"),
        Markup(id="plan-announcement", tag="p", attributes={"className": "vh", "role": "status"}),
        html.Div([_part("choice", view, tag="p"), controls.opener()], className="controls-fold only-m"),
        form(view),
        # Hidden until an answer does not come.
        Markup(markup=to_html(failed_part()), attributes={"className": "failure", "role": "alert"}),
    ]
