"""The whole page, as it stands before the first change."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components import controls
from components.elements import Address, Markup, marks
from components.inspection.answers import ADDRESS, answer, part
from components.inspection.controls import form
from components.inspection.view import InspectionView
from components.render import to_html
from components.shell import failed_part

SECTIONS = (("judgments", "Judgments"), ("compared", "Comparisons"), ("counted", "Outcomes and samples"),
            ("asked", "What is asked for"), ("before", "Earlier inspections"))  # fmt: skip


def page(view: InspectionView, *, asked: str) -> list[Component]:
    """Everything between the header and the footer; `asked` is the query string it answers."""
    return [
        Address(id=ADDRESS, search=asked, **answer(view, asked=asked)),
        _part("strip", view, tag="section", **marks(aria_label="About these figures")),
        html.Main([*_top(view), *_bottom(view)], id="main", className="wrap"),
    ]


def _part(place: str, view: InspectionView, *, tag: str = "div", **attributes: str) -> Markup:
    name = f"inspection-{place}"
    return Markup(id=name, tag=tag, attributes=attributes, markup=part(name, view))


def _top(view: InspectionView) -> list[Component]:
    return [
        _part("opening", view, className="opening"),
        _part("corrections", view, role="status"),
        Markup(id="inspection-announcement", tag="p", attributes={"className": "vh", "role": "status"}),
        html.Div([_part("choice", view, tag="p"), controls.opener()], className="controls-fold only-m"),
        form(view),
        # Hidden until an answer does not come.
        Markup(markup=to_html(failed_part()), attributes={"className": "failure", "role": "alert"}),
    ]


def _bottom(view: InspectionView) -> list[Component]:
    how = html.Details([html.Summary("How this is measured"), _part("method", view, className="how")], open=True)
    return [
        *(_part(place, view, tag="section", className="block figures inspection", **marks(aria_label=label))
          for place, label in SECTIONS),
        _part("actions", view, className="below figures"),
        html.Section(how, className="block method", **marks(aria_label="Method")),
    ]  # fmt: skip
