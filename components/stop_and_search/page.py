"""The whole page, as it stands before the first change."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components import controls
from components.contents import contents
from components.elements import Address, Markup, marks
from components.render import to_html
from components.shell import failed_part
from components.stop_and_search.answers import ADDRESS, answer, part
from components.stop_and_search.borough_map import figure
from components.stop_and_search.controls import form
from components.stop_and_search.next_steps import next_steps
from components.stop_and_search.view import StopAndSearchView

SECTIONS = (
    ("stop-at-rates", "By ethnic group"), ("stop-at-reasons", "By reason"), ("stop-at-compare", "Before you compare"),
    ("stop-at-found", "Find rates"), ("stop-at-outcomes", "Outcomes"), ("stop-at-people", "Age, gender and reason"),
    ("stop-at-months", "By month"), ("stop-at-boroughs", "By borough"), ("stop-at-published", "Published figures"),
    ("stop-at-next", "What you can do next"), ("stop-actions", "Download and method"),
)  # fmt: skip


def page(view: StopAndSearchView, *, asked: str) -> list[Component]:
    """Everything between the header and the footer; `asked` is the query string it answers."""
    return [
        Address(id=ADDRESS, search=asked, **answer(view, asked=asked)),
        _part("strip", view, tag="section", **marks(aria_label="About these figures")),
        html.Main([*_top(view), *_people(view), *_places(view), *_bottom(view)], id="main", className="wrap stop"),
    ]


def _part(place: str, view: StopAndSearchView, *, tag: str = "div", **attributes: str) -> Markup:
    name = f"stop-{place}"
    return Markup(id=name, tag=tag, attributes=attributes, markup=part(name, view))


def _section(place: str, label: str, view: StopAndSearchView) -> Markup:
    return _part(place, view, tag="section", className="block figures", **marks(aria_label=label))


def _top(view: StopAndSearchView) -> list[Component]:
    return [
        _part("opening", view, className="opening"),
        _part("corrections", view, role="status"),
        Markup(id="stop-announcement", tag="p", attributes={"className": "vh", "role": "status"}),
        html.Div([_part("choice", view, tag="p"), controls.opener()], className="controls-fold only-m"),
        form(view),
        _part("explained", view),
        contents(SECTIONS),
        # Hidden until an answer does not come.
        Markup(markup=to_html(failed_part()), attributes={"className": "failure", "role": "alert"}),
    ]


def _people(view: StopAndSearchView) -> list[Component]:
    """Who was searched, for what, and what came of it."""
    side = _part("caveats", view, tag="aside", className="stop-caveats", **marks(aria_label="Before you compare"))
    return [
        _section("rates", "Searches and residents", view),
        html.Div([_section("reasons", "Ratio by reason", view), side], className="stop-beside-caveats figures"),
        _section("found", "Find rates", view),
        _section("outcomes", "Outcomes", view),
        _section("people", "Reason, age and gender", view),
        _section("months", "By month", view),
    ]


def _places(view: StopAndSearchView) -> list[Component]:
    map_side = html.Div([
        html.Div(figure(view), className="figure-box as-map"),
        controls.to_table("stop-listing", "the boroughs"),
        _part("keys", view, className="legend"),
        _part("selected", view, className="selbox"),
    ])  # fmt: skip
    return [html.Section([
        _part("boroughs", view),
        html.Div([map_side, _part("beside", view)], className="mapgrid"),
        _part("listing", view),
    ], className="block figures stop-places", **marks(aria_label="By borough"))]  # fmt: skip


def _bottom(view: StopAndSearchView) -> list[Component]:
    how = html.Details([html.Summary("How this is measured"), _part("method", view, className="how")], open=True)
    return [
        _section("published", "Published context", view),
        html.Section(next_steps(), className="block", **marks(aria_label="What you can do next")),
        html.Section([_part("actions", view), how], className="block method", **marks(aria_label="Files and method")),
    ]
