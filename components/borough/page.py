"""The whole profile, as it stands before the first change."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.borough.answers import answer, part
from components.borough.controls import measure_form, period_form
from components.borough.view import ProfileView
from components.elements import Address, Markup, marks
from components.render import to_html
from components.shell import failed_part

ADDRESS = "borough-address"
SLUG = "borough-slug"  # whose profile the page is: an address's query does not say


def page(view: ProfileView, *, asked: str) -> list[Component]:
    """Everything between the header and the footer; `asked` is the query string it answers."""
    inside = [
        _part("borough-opening", view, className="opening"),
        _part("borough-corrections", view, role="status"),
        Markup(id="borough-announcement", tag="p", attributes={"className": "vh", "role": "status"}),
        html.Div([period_form(view), _part("borough-change", view)], className="bor-controls"),
        Markup(markup=to_html(failed_part()), attributes={"className": "failure", "role": "alert"}),
        _section("borough-priorities", view, "priorities"),
        _section("borough-harm", view, "harm"),
        _section("borough-hate", view, "hate"),
        html.Section([_part("borough-similar", view), measure_form(view), _part("borough-funnel", view)],
                     className="block figures", **marks(aria_labelledby="similar")),
        _section("borough-surveys", view, "surveys"),
        _section("borough-searches", view, "searches"),
        _section("borough-printed", view, "published"),
        _section("borough-crimes", view, "crimes"),
        html.Section([_part("borough-actions", view), _method(view)], className="block method",
                     **marks(aria_label="Downloads and method")),
    ]  # fmt: skip
    return [
        Address(id=ADDRESS, search=asked, **answer(view, asked=asked)),
        Markup(id=SLUG, tag="span", attributes={"hidden": True}, markup=view.area.slug),
        _part("borough-strip", view, tag="section", **marks(aria_label="About these figures")),
        html.Main(inside, id="main", className="wrap borough"),
    ]


def _section(place: str, view: ProfileView, heading: str) -> Component:
    return html.Section(_part(place, view), className="block figures", **marks(aria_labelledby=heading))


def _method(view: ProfileView) -> Component:
    summary = html.Summary("How this is measured")
    return html.Details([summary, _part("borough-method", view, className="how")])


def _part(place: str, view: ProfileView, *, tag: str = "div", **attributes: str) -> Markup:
    return Markup(id=place, tag=tag, attributes=attributes, markup=part(place, view))
