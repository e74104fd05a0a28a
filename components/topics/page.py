"""The whole page, as it stands before the first change."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components import controls as shared
from components.elements import Address, Markup, marks
from components.figures import borough_map
from components.render import to_html
from components.shell import failed_part
from components.topics import months
from components.topics.answers import TopicPage
from components.topics.controls import form
from components.topics.tables import CLOSE_UP
from components.topics.view import TopicView


def page(view: TopicView, on: TopicPage, *, asked: str) -> list[Component]:
    """Everything between the header and the footer; `asked` is the query string it answers."""
    inside = [*_top(view, on), _part("tables", view, on, className="figures"), *_close(view, on), *_bottom(view, on)]
    return [
        Address(id=on.address, search=asked, **on.answer(view, asked=asked)),
        _part("strip", view, on, tag="section", **marks(aria_label="About these figures")),
        html.Main(inside, id="main", className="wrap overview topic"),
    ]


def _part(place: str, view: TopicView, on: TopicPage, *, tag: str = "div", **attributes: str) -> Markup:
    return Markup(id=on.id(place), tag=tag, attributes=attributes, markup=on.part(place, view))


def _top(view: TopicView, on: TopicPage) -> list[Component]:
    return [
        _part("opening", view, on, className="opening"),
        _part("corrections", view, on, role="status", className="corrections"),
        Markup(id=on.id("announcement"), tag="p", attributes={"className": "vh", "role": "status"}),
        html.Div([_part("choice", view, on, tag="p"), shared.opener()], className="controls-fold only-m"),
        form(view, prefix=on.prefix),
        # Hidden until an answer does not come.
        Markup(markup=to_html(failed_part()), attributes={"className": "failure", "role": "alert"}),
    ]


def _close(view: TopicView, on: TopicPage) -> list[Component]:
    """One measure: its map and ranking, then its months and those of its kind, then the boroughs' table."""
    as_map = html.Div(borough_map.figure(view.map, id=on.id("map")), className="as-map-only")
    map_side = html.Div([
        _part("map-heading", view, on, className="figs"),
        html.Div([as_map, _part("tiles", view, on, className="as-tiles-only")], className="figure-box as-auto"),
        shared.to_table(on.id("boroughs"), "the boroughs"),
        _part("keys", view, on, className="legend"),
        _part("selected", view, on, className="selbox"),
    ])  # fmt: skip
    grid = html.Div([map_side, _part("ranking", view, on, className="ranking-side")], className="mapgrid figures")
    close = html.Section([_part("close-heading", view, on, tag="header"), grid], id=CLOSE_UP, className="block",
                         **marks(aria_label="Close up"))  # fmt: skip
    boroughs = _part("boroughs", view, on, tag="section", className="block figures", **marks(aria_label="Boroughs"))
    return [close, boroughs, _months(view, on)]


def _months(view: TopicView, on: TopicPage) -> Component:
    charts = html.Div([
        html.Div([
            html.P(months.KEYS, id="plot-keys", className="vh"),
            _part("chart", view, on, className="panels"),
            shared.to_table(on.id("twins"), "the months"),
            html.P(id="plot-says", className="vh", **marks(aria_live="polite")),
        ]),
        _part("events", view, on, className="event-list"),
    ], className="months-grid")  # fmt: skip
    tables = html.Details([html.Summary("Data tables for these charts"), _part("twins", view, on, className="twins")],
                          className="twin-fold")  # fmt: skip
    return html.Section(
        [_part("months-heading", view, on, tag="header"), charts, _part("others", view, on, className="others"),
         tables],
        className="block figures", **marks(aria_label="Month by month"),
    )  # fmt: skip


def _bottom(view: TopicView, on: TopicPage) -> list[Component]:
    how = html.Details([html.Summary("How this is measured"), _part("method", view, on, className="how")], open=True)
    return [
        _part("printed", view, on, tag="section", className="block figures", **marks(aria_label="As printed")),
        _part("indicators", view, on, tag="section", className="block figures", **marks(aria_label="Indicators")),
        html.Section([_part("actions", view, on), how], className="block method",
                     **marks(aria_label="Downloads and method")),
    ]  # fmt: skip
