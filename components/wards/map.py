"""The wards on a map with their key, or why there is no map; and the selected ward in a sentence."""

from __future__ import annotations

from html import escape
from typing import Any, cast

from dash import html
from dash.development.base_component import Component

from components import theme
from components.elements import Markup, marks
from components.figures import svg
from components.figures.classes import class_labels, classify
from components.text.numbers import counted
from components.wards import words
from components.wards.view import WardRow, WardsView
from data.wards.drawing import WardShape

KEYS = "Arrow keys move through the wards in alphabetical order, Enter selects one, Escape clears."
MARGIN = 3
LINE = 12  # px between the lines of a name (data/wards/labels.py)
DROP = 4  # px from the middle of a word to its baseline


def map_side(view: WardsView) -> list[Component | None]:
    heading = html.Div([html.H2(words.title_words(view), className="fig-title"),
                        html.P(words.period_sentence(view), className="fig-sub")], className="figs")  # fmt: skip
    if view.drawing is None or is_too_few(view):
        return [heading, no_map(view), _selected(view)]
    hidden = html.P(KEYS, id="ward-map-keys", className="vh")
    said = html.P(id="ward-map-says", className="vh", **marks(aria_live="polite"))
    picture = Markup(
        id="ward-map", markup=ward_map(view),
        attributes={"className": "ward-keys", "tabIndex": "0", "role": "application", **marks(
            data_ward_map="", aria_label="Choose a ward on the map", aria_describedby="ward-map-keys")},
    )  # fmt: skip
    return [heading, picture, hidden, said, key(view), _selected(view)]


def ward_map(view: WardsView) -> str:
    """The SVG; website.css colours it by its class names."""
    if view.drawing is None:
        return ""
    rows = {row.area_code: row for row in view.rows}
    shapes = [shape for shape in view.drawing.shapes if shape.area_code in rows]
    classes = {code: _class(view, row) for code, row in rows.items()}
    pale = [shape for shape in shapes if classes[shape.area_code] in ("na", "c1", "d4")]
    chosen = [shape for shape in shapes if shape.area_code == view.selection.ward]
    drawn = [
        *(_area(view, shape, rows[shape.area_code], classes[shape.area_code]) for shape in shapes),
        *(_outline(shape, "lightest") for shape in pale),
        *(_outline(shape, kind) for shape in chosen for kind in ("chosen casing", "chosen")),
        svg.element("g", *(_label(shape, classes[shape.area_code]) for shape in shapes), class_="labels",
                    text_anchor="middle"),
    ]  # fmt: skip
    wide, tall = view.drawing.width + 2 * MARGIN, view.drawing.height + 2 * MARGIN
    box = f"{-MARGIN} {-MARGIN} {svg.number(wide)} {svg.number(tall)}"
    return svg.element("svg", *drawn, xmlns="http://www.w3.org/2000/svg", viewBox=box, role="img",
                       aria_label=words.map_label(view), class_="ward-map")  # fmt: skip


def _class(view: WardsView, row: WardRow) -> str:
    number = classify([row.value], view.breaks)[0]
    return f"{'d' if view.is_change else 'c'}{number}" if number else "na"


def _area(view: WardsView, shape: WardShape, row: WardRow, kind: str) -> str:
    target = view.selection.change(ward=shape.area_code).to_query()
    return svg.element("path", class_=f"area {kind}", d=shape.path, data_code=shape.area_code, data_to=target,
                       data_tip=words.tip(view, row))  # fmt: skip


def _outline(shape: WardShape, kind: str) -> str:
    return svg.element("path", class_=kind, d=shape.path)


def _label(shape: WardShape, kind: str) -> str:
    if shape.label is None:
        return ""
    label = shape.label
    first = label.y + DROP - LINE * (len(label.lines) - 1) / 2
    lines = [svg.element("tspan", escape(line), x=label.x, y=first + LINE * step)
             for step, line in enumerate(label.lines)]  # fmt: skip
    return svg.element("text", *lines, class_=f"label {kind}", data_code=shape.area_code)


def key(view: WardsView) -> Component:
    """Each class with its range and its number of wards."""
    labels = class_labels(cast(Any, view))  # it asks no more of a view than its breaks and what it shows
    classes = [_class(view, row) for row in view.rows]
    letter = "d" if view.is_change else "c"
    entries = [_entry(f"{letter}{number}", label, classes.count(f"{letter}{number}"))
               for number, label in enumerate(labels, start=1)]  # fmt: skip
    if "na" in classes:
        entries.append(_entry("na", "No percentage" if view.is_change else "No figure", classes.count("na")))
    return html.Ul(entries, className="ward-legend", **marks(aria_label="Key of the map"))


def _entry(kind: str, label: str, number: int) -> Component:
    colours = {"c": theme.SEQUENTIAL, "d": theme.DIVERGING}.get(kind[0])
    fill = colours[int(kind[1:]) - 1] if colours else theme.NO_VALUE
    edge = {"stroke": theme.LINE_DATA, "stroke_width": "0.9"} if kind in ("na", "c1", "d4") else {}
    box = svg.element("svg", svg.rect(0.5, 0.5, 33, 12, fill=fill, **edge), viewBox="0 0 34 13", width=34, height=13,
                      aria_hidden="true")  # fmt: skip
    wards = f"{number} ward{'' if number == 1 else 's'}"
    return html.Li([Markup(tag="span", markup=box), html.Span(label), html.Span(wards, className="wards")])


def is_too_few(view: WardsView) -> bool:
    """Whether all wards together have too few offences to colour a map by."""
    return view.total.offences is not None and view.total.offences < words.FEW


def no_map(view: WardsView) -> Component:
    """Why there is no map, and the next place to go."""
    span = view.selection.span
    if view.drawing is not None:
        found = counted(view.total.offences or 0)
        said = f"Too few offences to map: {found} in all wards. The table below has every ward."
        return html.Div(html.P(said), className="banner info no-map")
    if not view.has_boundaries or view.mapped_to is None:
        said = "No boundaries of these wards are loaded, so there is no map. The table below has every ward."
        return html.Div(html.P(said), className="banner info no-map")
    target = view.selection.address(month=view.mapped_to, sort="-value", ward=None)
    link = html.A(words.to_words(view.mapped_to, span), href=target, **marks(data_address=""))
    return html.Div([
        html.P([html.Strong("No map for this period."), " These figures are on the wards in force since May 2022. The "
                "boundaries loaded are those of 2018, and part of a borough would mislead."]),
        html.P(["The latest period with a map: ", link, ". The table below has every ward."]),
    ], className="banner info no-map")  # fmt: skip


def _selected(view: WardsView) -> Component | None:
    row = view.chosen
    if row is None:
        has_map = view.drawing is not None and not is_too_few(view)
        return html.P(f"Select a ward {'on the map or ' if has_map else ''}in the table.", className="fig-sub hint")
    back = html.A("Clear", href=view.selection.address(ward=None), **marks(data_address=""))
    sentence = html.P([html.Strong(row.area_name), html.Span(f": {words.ward_words(view, row)}.",
                                                             className="prose-num")])  # fmt: skip
    return html.Div([sentence, back], className="selbox")
