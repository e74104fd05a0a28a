"""Shares of women and of Black, Asian and minority ethnic people, as published, beside London's residents."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from components.elements import Markup
from components.printed import bar, checked, folded_prose, place_words, printed_table, scrolling
from components.printed.table import sideways
from components.text.numbers import count, plain
from components.workforce.view import WorkforceView
from data.printed.records import PrintedRow, PrintedTable

PEOPLE, WOMEN = "Overall total: Total", "Overall total: Female"
BAME = "Black Asian and Minority Ethnic: BAME"
OF_LONDON = ("London's population that is BAME", "Currently")
WHOLE = (0.0, 100.0)


def make_up(view: WorkforceView) -> list[Component | None]:
    table = view.table("make-up")
    if table is None:
        return [html.H2("Who works for the Met"), html.P("This edition holds no published make-up of the workforce.",
                className="sub")]  # fmt: skip
    share = residents_then(view)
    sub = (
        "Shares of women and of Black, Asian and minority ethnic (BAME, the document’s own term) people in April "
        "2017, in "
        "whole per cents as published."
    )
    women = 100 * view.women.value if view.women else None
    line: list[Any] = []
    if share:
        also = f"; by the census {plain(women)}% are women" if women else ""
        line = [f" The same plan puts {plain(share, 1)}% of London’s residents in these groups{also}",
                html.Span(": the lines in the bars" if women else ": the line in the bars", className="only-d"),
                "."]  # fmt: skip
    return [
        html.Header([html.H2("Who works for the Met"), html.P([sub, *line], className="sub")]),
        _shares(table, women, share),
        *_women_note(view),
        html.P(f"Source: {place_words(table)}", className="note"),
        *_residents(view),
        html.H3(table.title),
        html.P(table.about, className="sub"),
        printed_table(table),
        sideways(),
        *checked(table),
        folded_prose(view.diversity, caption="Shares given in the text of the documents"),
    ]


def _women_note(view: WorkforceView) -> list[Component]:
    """Where women's share of residents comes from: no document of the workforce prints it, nor does any file here."""
    if view.women is None:
        return []
    source = html.A(view.women.source, href=view.women.url)
    return [html.P(["Women’s share of London’s residents, of all ages: ", source, ". The years differ."],
                   className="note")]  # fmt: skip


def residents_then(view: WorkforceView) -> float | None:
    """The share of London's residents that the plan prints beside its table."""
    return next((each.cell.value for each in view.diversity if (each.row, each.column) == OF_LONDON), None)


def _shares(table: PrintedTable, women: float | None, share: float | None) -> Component:
    heads = html.Tr(
        [
            html.Th("Group", scope="col"),
            html.Th("People", scope="col", className="r"),
            html.Th("Women", scope="col", className="r share"),
            html.Th("BAME", scope="col", className="r share"),
        ]
    )
    caption = "Shares of women and of BAME people in each group of the workforce, April 2017"
    rows = [_share_row(row, women, share) for row in table.rows]
    whole = html.Table(
        [html.Caption(caption, className="vh"), html.Thead(heads), html.Tbody(rows)], className="data shares"
    )
    return scrolling(whole, label=caption)


def _share_row(row: PrintedRow, women: float | None, share: float | None) -> Component:
    cells = [_bar_cell(row, WOMEN, women), _bar_cell(row, BAME, share)]
    people = row.cells.get(PEOPLE)
    return html.Tr(
        [html.Th(row.name, scope="row"), html.Td(count(people.value if people else None), className="r"), *cells],
        className="total" if row.is_total else None,
    )


def _bar_cell(row: PrintedRow, column: str, mark: float | None) -> Component:
    cell = row.cells.get(column)
    if cell is None:
        return html.Td("Not published", className="r mute")
    drawn = Markup(tag="span", attributes={"className": "bar-box"}, markup=bar(cell.value, WHOLE, width=240, mark=mark))
    return html.Td(
        html.Div([drawn, html.Span(f"{plain(cell.value)}%", className="size")], className="with-bar"), className="r"
    )


def _residents(view: WorkforceView) -> list[Component]:
    """London's residents by group in the census, where the edition holds it."""
    held = view.residents
    if held is None:
        return [html.P("This edition holds no census of London’s residents by ethnic group.", className="note")]
    groups = sorted(held.groups, key=lambda name: (name == "White", name == "Other", name))
    head = html.Tr(
        [
            html.Th("Ethnic group", scope="col"),
            html.Th("Residents", scope="col", className="r"),
            html.Th(["Share", html.Span("%", className="unit")], scope="col", className="r"),
        ]
    )
    rows = [
        html.Tr(
            [
                html.Th(name, scope="row"),
                html.Td(count(held.groups[name]), className="r"),
                html.Td(plain(100 * held.groups[name] / held.total, 1), className="r"),
            ]
        )
        for name in groups
    ]
    caption = f"London’s residents by ethnic group, {held.basis}"
    table = html.Table(
        [html.Caption(caption, className="vh"), html.Thead(head), html.Tbody(rows)], className="data residents"
    )
    said = (
        f"{plain(held.not_white_pct, 1)}% of residents of the 32 boroughs were in a group other than White. White "
        f"minorities "
        "count as White here; the documents do not say where they count them. The years differ from those of the "
        "shares."
    )
    return [html.H3(caption), html.P(said, className="note"), html.Div(table, className="narrow")]
