"""The crime map page, section by section. Each function takes the view and gives what stands in one place of the page."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import fields as dataclass_fields
from typing import Any
from urllib.parse import urlencode

from dash import dcc, html, no_update
from dash.development.base_component import Component

from components import controls, text
from components.elements import Address, Markup, WhenSeen
from components.figures import borough_map
from components.figures.key import map_key
from components.figures.ranking import ranking
from components.figures.tiles import tiles
from components.figures.trend import too_few, trend, trend_sentence, trend_title
from components.map_view import MapView
from components.shell import PRODUCT, demonstration_banner, edition_strip
from components.tables import borough_table, trend_table
from data.selection import Form, Selection

LOG = logging.getLogger(__name__)
PATH = text.MAP_PATH
DESKTOP, RANKING, PHONE = 700, 444, 356
SHOWN_ROWS = 10


def page(view: MapView, *, asked: str) -> list[Component]:
    """Everything between the header and the footer; `asked` is the query string it answers."""
    return [
        Address(id="address", search=asked, **answer(view, asked=asked)),
        html.Div(strip(view), id="strip"),
        html.Main(
            [
                html.Div(opening(view), id="opening", className="opening"),
                html.Div(corrections(view), id="corrections", role="status"),
                html.P(id="announcement", className="vh", role="status"),
                html.Div(controls.summary(text.control_summary(view)), className="controls-fold only-m"),
                controls.form(view, path=PATH),
                _failure(),
                html.Div(
                    [_map_side(view), html.Div(ranking_side(view), id="ranking-side")], className="mapgrid figures"
                ),
                html.Section([html.Div(trend_side(view), id="trend-side"), WhenSeen(id="trend-place")],
                             className="block figures", **{"aria-label": "Trend"}),
                html.Section(data_side(view), id="data-side", className="block figures", **{"aria-label": "Data"}),
                html.Section(
                    html.Details([html.Summary("How this is measured"), html.Div(method(view), id="method", className="how")],
                                 open=True),
                    className="block method", **{"aria-label": "Method"},
                ),
            ],
            id="main", className="wrap",
        ),
    ]  # fmt: skip


def answer(view: MapView, *, asked: str) -> dict[str, Any]:
    """What the address learns from an answer."""
    return {
        "edition": view.edition.edition_id,
        "answered": asked,
        "shown": view.selection.to_query(),
        "fields": controls.fields(view.selection),
        "title": title(view),
    }


ANSWER = ("edition", "answered", "shown", "fields", "title")  # the keys of `answer`, in order


def query_of(params: Mapping[str, str]) -> str:
    """The query string as the browser has it, as far as that matters: what is answered is compared with it."""
    return f"?{urlencode(params)}" if params else ""


def title(view: MapView) -> str:
    """The document's title: measure, borough and period."""
    row = text.selected(view)
    subject = f"{view.measure.name}, {row.area_name}" if row else view.measure.name
    return f"{subject}, {view.selection.window.label} – Crime map – {PRODUCT}"


def strip(view: MapView) -> list[Component | None]:
    return [edition_strip(view.edition), demonstration_banner(view.edition)]


def opening(view: MapView) -> list[Component]:
    return [
        html.P("Crime map", className="crumb"),
        html.H1(text.headline(view)),
        html.P(text.lead(view), className="lead"),
    ]


def corrections(view: MapView) -> Component | None:
    """What of the address could not be met."""
    if not view.corrections:
        return None
    return html.Div([html.P(sentence) for sentence in view.corrections], className="banner info")


def figure_heading(view: MapView) -> list[Component]:
    return [
        html.H2(text.figure_title(view), className="fig-title"),
        html.P(text.figure_subtitle(view), className="fig-sub"),
    ]


def tile_drawings(view: MapView) -> list[Component]:
    """The tiles that this form of the map can need: a phone's by itself, both widths when chosen."""
    form = view.selection.form
    phone = [Markup(markup=tiles(view, width=PHONE), className="at-phone")] if form is not Form.MAP else []
    desktop = [Markup(markup=tiles(view, width=640), className="at-desktop")] if form is Form.TILES else []
    return [*phone, *desktop]


def keys(view: MapView) -> list[Component]:
    return [
        Markup(markup=map_key(view, DESKTOP), className="only-d"),
        Markup(markup=map_key(view, PHONE), className="only-m"),
    ]


def selected_box(view: MapView) -> list[Component]:
    """The selected borough's figures in a sentence, and the way back to all of London."""
    name, _, words = text.selected_sentence(view).partition(":")
    sentence = html.P([html.Strong(name), html.Span(words, className="prose-num")])
    if view.selection.area is None:
        return [sentence]
    return [sentence, html.A("Show all of London", href=address(view.selection, area=None), **{"data-address": ""})]


def form_class(view: MapView) -> str:
    """Which of map and tiles stands there; for `auto` the stylesheet decides by width."""
    return f"figure-box as-{view.selection.form.value}"


def _map_side(view: MapView) -> Component:
    return html.Div(
        [
            html.Div(figure_heading(view), id="figure-heading", className="figs"),
            html.Div(
                [
                    html.Div(borough_map.figure(view), className="as-map-only"),
                    html.Div(tile_drawings(view), id="tiles", className="as-tiles-only"),
                ],
                id="figure-box", className=form_class(view),
            ),
            html.Div(keys(view), id="keys", className="legend"),
            html.Div(selected_box(view), id="selected", className="selbox"),
        ],
        className="map-side",
    )  # fmt: skip


SAMPLE = (
    '<svg width="30" height="12" viewBox="0 0 30 12" aria-hidden="true"><line x1="3" y1="6" x2="22" y2="6" stroke="#7A8690" '
    'stroke-width="1.4"/><circle cx="3" cy="6" r="2.1" fill="#7A8690"/><circle cx="23" cy="6" r="4.6" fill="#9CCEDB" '
    'stroke="#17212B"/></svg>'
)


def ranking_side(view: MapView) -> list[Component]:
    heading = [html.H2(text.ranking_title(view), className="fig-title"),
               html.Div([Markup(markup=SAMPLE, className="sample"), text.ranking_subtitle(view)], className="fig-sub")]  # fmt: skip
    return [
        html.Div(heading, className="figs"),
        Markup(id="ranking", markup=ranking(view, width=RANKING), className="only-d"),
        Markup(id="ranking-phone", markup=ranking(view, width=PHONE), className="only-m"),
    ]


def trend_side(view: MapView) -> list[Component]:
    """Heading, finding and table of the trend; the chart itself comes when it is about to be seen."""
    return [
        html.Header([html.H2(trend_title(view)), html.P(trend_sentence(view), className="sub")]),
        html.Details([html.Summary("Show trend as table"), html.Div(trend_table(view), className="tbl-wrap tall")],
                     className="trend-table"),
    ]  # fmt: skip


def trend_chart(view: MapView) -> Component:
    """The chart, or why there is none."""
    why_not = too_few(view)
    if why_not:
        return html.Div(html.P(why_not), className="failed-part")
    try:
        figure = trend(view)
    except Exception:
        LOG.exception("the trend of %s failed", view.selection.to_query())
        return html.Div(failed_part(), className="failed-part")
    graph = dcc.Graph(id="trend", figure=figure, config={"displayModeBar": False, "responsive": True}, className="trend")
    return html.Div(graph, role="img", **{"aria-label": trend_sentence(view)})


def data_side(view: MapView) -> list[Component]:
    notes = [html.P(note, className="note") for note in text.table_note(view)]
    return [
        html.Header([html.H2("Data behind this map", id="data-heading"),
                     html.P(text.table_subtitle(view), className="sub")]),
        html.Div(borough_table(view), className="tbl-wrap"),
        html.Div([_rows_link(view.selection), actions(view)], className="below"),
        html.Div(notes, className="notes"),
    ]  # fmt: skip


def _rows_link(selection: Selection) -> Component:
    words = f"Show the first {SHOWN_ROWS} boroughs" if selection.all_rows else "Show all 32 boroughs"
    target = address(selection, all_rows=not selection.all_rows)
    return html.A(words, href=target, id="rows-link", className="btn quiet", **{"data-address": ""})


def actions(view: MapView) -> Component:
    """Downloads and the link: canonical, so that they give what is on screen whatever the address said."""
    query, name = view.selection.to_query(), download_name(view)
    return html.Div(
        [
            html.A("Download CSV", href=f"{PATH}.csv{query}", download=f"{name}.csv"),
            html.A("Download image", href=f"{PATH}.svg{query}", download=f"{name}.svg", **{"data-save-image": ""}),
            html.Button("Copy link", type="button", id="copy-link", disable_n_clicks=True, **{"data-copy-link": ""}),
        ],
        className="actions",
    )


def download_name(view: MapView) -> str:
    """`burglary-rate-12m-2017-06`, with the word demonstration before it where that is what it holds."""
    chosen = view.selection
    parts = [chosen.measure, chosen.show.value, chosen.span.value, f"{chosen.month:%Y-%m}", *([chosen.area] if chosen.area else [])]
    return "-".join(["demonstration", *parts] if view.edition.is_demonstration else parts)


def method(view: MapView) -> list[Component]:
    """Headings and paragraphs in two columns of about equal length."""
    entries = [html.Div([html.H3(heading), html.P(words)]) for heading, words in text.how_measured(view)]
    half = (len(entries) + 1) // 2
    return [html.Div(entries[:half]), html.Div(entries[half:])]


def address(selection: Selection, **changes: object) -> str:
    return text.address(selection, **changes)


def announcement(view: MapView) -> str:
    """Said aloud after a change: the headline, and the selected borough's figures."""
    return " ".join([text.headline(view), *([text.selected_sentence(view)] if view.selection.area else [])])


def _map_prop(name: str) -> Callable[[MapView], Any]:
    return lambda view: getattr(borough_map.figure(view), name)


ALWAYS = tuple(field.name for field in dataclass_fields(Selection))
FIGURES = ("measure", "span", "month", "show")
WORDS = (*FIGURES, "area")  # the borough changes what is said

# Every place that an answer may write, what writes it, and the fields of the selection that it follows.
PARTS: dict[tuple[str, str], tuple[Callable[[MapView], Any], tuple[str, ...]]] = {
    ("strip", "children"): (strip, ("measure",)),
    ("opening", "children"): (opening, WORDS),
    ("corrections", "children"): (corrections, ALWAYS),
    ("announcement", "children"): (announcement, ALWAYS),
    ("choice", "children"): (lambda view: controls.choice(text.control_summary(view)), (*FIGURES, "form")),
    ("span", "children"): (controls.span_options, ("measure",)),
    ("to", "children"): (controls.end_options, ("measure", "span")),
    ("figure-heading", "children"): (figure_heading, WORDS),
    ("figure-box", "className"): (form_class, ("form",)),
    ("map", "areas"): (borough_map.areas, FIGURES),
    ("map", "selected"): (borough_map.selected_code, ("area",)),
    ("map", "scale"): (borough_map.scale, ("show",)),
    ("map", "label"): (text.map_label, WORDS),
    ("tiles", "children"): (tile_drawings, (*FIGURES, "area", "form", "sort", "all_rows")),
    ("keys", "children"): (keys, FIGURES),
    ("selected", "children"): (selected_box, (*FIGURES, "area", "form", "sort", "all_rows")),
    ("ranking-side", "children"): (ranking_side, ALWAYS),
    ("trend-side", "children"): (trend_side, ("measure", "area", "month", "span")),
    ("data-side", "children"): (data_side, ALWAYS),
    ("method", "children"): (method, FIGURES),
}
# A part of these that fails says so in its place; the rest of the page stands.
MAY_FAIL = {"keys", "ranking-side", "trend-side", "data-side", "method", "tiles"}


def answers(view: MapView, before: Selection | None) -> list[Any]:
    """The new content of each of PARTS; `no_update` for those that what was on screen (`before`) had already."""
    return [
        no_update if before and all(getattr(before, f) == getattr(view.selection, f) for f in follows)
        else _guarded(place[0], part, view)
        for place, (part, follows) in PARTS.items()
    ]  # fmt: skip


def _guarded(name: str, part: Callable[[MapView], Any], view: MapView) -> Any:
    if name not in MAY_FAIL:
        return part(view)
    try:
        return part(view)
    except Exception:
        LOG.exception("the part '%s' of %s failed", name, view.selection.to_query())
        return html.Div(failed_part(), className="failed-part")


def failed_part() -> list[Component]:
    again = html.Button("Try again", className="btn quiet", type="button", disable_n_clicks=True, **{"data-try-again": ""})
    return [html.P(html.Strong("These figures did not load")), html.P("The rest of the page is not affected."), again]


def _failure() -> Component:
    """Hidden until an answer does not come."""
    return html.Div(html.Div(failed_part()), className="failure", role="alert")
