"""The fund: a map of the boroughs, its key, the chosen one's line, and the table beside it."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from components import theme
from components.elements import BoroughMap, Markup, marks
from components.fields import sort_head
from components.figures import svg
from components.figures.borough_map import SOURCE
from components.figures.classes import classify
from components.finance import fund_words as words
from components.finance.view import FinanceView
from components.printed.words import short_title
from components.text import CITY_WORDS
from components.text.numbers import count
from data.finance.records import FundRow
from data.selection.finance import address
from geo.areas import city, find

NAME = "finance-map"
FIRST_ROWS = 10


def figure(view: FinanceView) -> BoroughMap:
    slugs = {row.area_code: row.slug for row in view.fund_rows}
    return BoroughMap(id=NAME, src=SOURCE, areas=areas(view), selected=selected_code(view), scale="sequential",
                      slugs=slugs, label=words.map_label(view))  # fmt: skip


def areas(view: FinanceView) -> dict[str, list[Any]]:
    """Of each borough and the City: the class of its figure from 1, or None, and the words of its box."""
    breaks = view.fund.breaks[view.selection.show.value] if view.fund else ()
    classes = classify((view.mapped(row) for row in view.fund_rows), breaks)
    found = {row.area_code: [number, words.tip(view, row)] for row, number in zip(view.fund_rows, classes, strict=True)}
    return {**found, city().area_code: [None, f"{city().area_name}\n{CITY_WORDS}"]}


def selected_code(view: FinanceView) -> str | None:
    area = find(view.selection.area) if view.selection.area else None
    return area.area_code if area else None


def map_heading(view: FinanceView) -> list[Component]:
    if view.fund is None:
        return [
            html.H2("London Crime Prevention Fund"),
            html.P("This edition holds no figures of it.", className="sub"),
        ]
    return [html.H2(words.map_title(view, view.fund)), html.P(words.map_subtitle(view, view.fund), className="sub")]


def key(view: FinanceView) -> list[Component]:
    """Colours with their ranges, and how many boroughs stand in each."""
    if view.fund is None:
        return []
    pairs = zip(theme.SEQUENTIAL, words.key_rows(view, view.fund), strict=True)
    listed = [
        html.Li(
            [
                _swatch(fill),
                html.Span(label),
                html.Span(f"{number} boroughs" if number != 1 else "1 borough", className="mute"),
            ]
        )
        for fill, (label, number) in pairs
    ]
    return [html.Ul(listed, className="fund-key", **marks(aria_label="Map key"))]


def _swatch(fill: str) -> Component:
    box = svg.rect(0.5, 0.5, 27, 13, fill=fill, stroke=theme.LINE_DATA, stroke_width=".9")
    return Markup(tag="span", markup=f'<svg viewBox="0 0 28 14" width="28" height="14" aria-hidden="true">{box}</svg>')


def selected_box(view: FinanceView) -> list[Component]:
    """The chosen borough in a sentence, and the way back to all of them."""
    name, said = words.selected_sentence(view)
    sentence = html.P([html.Strong(name), " ", html.Span(said, className="prose-num")])
    if view.selection.area is None:
        return [sentence]
    back = html.A("Clear choice", href=address(view.selection, area=None), **marks(data_address=""))
    return [sentence, back]


def side(view: FinanceView) -> list[Component]:
    """The table beside the map."""
    if view.fund is None:
        return []
    fund = view.fund
    heads = (("borough", "Borough", ""), ("per-resident", "Per resident", "£"), ("amount", "Allocation", "£"),
             ("residents", "Residents", f"mid-{fund.year}" if fund.year else ""))  # fmt: skip
    caption = f"{words.map_title(view, fund)}. {short_title(fund.document_title)}, section ‘{fund.section}’"
    total = html.Tr(
        [
            html.Th("London", scope="row"),
            html.Td(words.pounds(fund.per_resident, 2).removeprefix("£"), className="r"),
            html.Td(count(fund.total), className="r"),
            html.Td(count(fund.residents), className="r"),
        ],
        className="total",
    )
    body = [total, *(_row(view, row) for row in _first(view))]
    table = html.Table(
        [
            html.Caption(caption, className="vh"),
            html.Thead(html.Tr([_head(view, *each) for each in heads])),
            html.Tbody(body),
        ],
        className="data fund",
    )
    return [html.Div(table, className="tbl-wrap"), html.Div([_rows_link(view)], className="below"),
            html.P(words.total_note(fund), className="note")]  # fmt: skip


def _first(view: FinanceView) -> list[FundRow]:
    """The first ten in the order asked for, and the chosen borough wherever it stands."""
    rows = list(view.fund_rows)
    if view.selection.all_rows:
        return rows
    return rows[:FIRST_ROWS] + [row for row in rows[FIRST_ROWS:] if row.slug == view.selection.area]


def _head(view: FinanceView, name: str, label: str, unit: str) -> Component:
    """A link that sorts by the column; the same again turns the order round."""
    now = view.selection.sort
    is_on, falling = now.removeprefix("-") == name, now.startswith("-")
    turned = (not falling) if is_on else name != "borough"
    state: dict[str, Any] = {"data-on": "descending" if falling else "ascending"} if is_on else {}
    inside, below = sort_head(label, unit)
    link: Any = html.A(inside, className="sort",
                       href=address(view.selection, sort=f"-{name}" if turned else name),
                       **marks(data_address=""), **state)  # fmt: skip
    sorted_so: dict[str, Any] = {"aria-sort": state["data-on"]} if is_on else {}
    return html.Th([link, *below], scope="col", className="r" if name != "borough" else None, **sorted_so)


def _row(view: FinanceView, row: FundRow) -> Component:
    is_chosen = row.slug == view.selection.area
    link = html.A(row.area_name, href=address(view.selection, area=row.slug), **marks(data_address=""))
    mark = [html.Span(", selected", className="vh")] if is_chosen else []
    each = words.pounds(row.per_resident, 2).removeprefix("£")
    amount = words.pounds(row.amount).removeprefix("£")
    cells = [html.Td(said, className="r") for said in (each, amount, count(row.residents))]
    code: dict[str, Any] = {"data-code": row.area_code}
    return html.Tr([html.Th([link, *mark], scope="row"), *cells], className="sel" if is_chosen else None, **code)


def _rows_link(view: FinanceView) -> Component:
    every = view.selection.all_rows
    said = f"Show the first {FIRST_ROWS}" if every else f"Show all {len(view.fund_rows)} boroughs"
    target = address(view.selection, all_rows=not every)
    return html.A(said, href=target, id="finance-rows", className="btn quiet", **marks(data_address=""))
