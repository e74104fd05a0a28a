"""The table that is open, the table of tables before it, and the figures that stand only in the reports' prose."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.downloads import file_links
from components.elements import Markup, marks
from components.finance.headline import compared
from components.finance.reserves import reserves_figure
from components.finance.view import FinanceView
from components.pictures.links import embedding, picture_links
from components.printed import (
    bar,
    checked,
    difference,
    direction,
    extent,
    figure,
    folded_prose,
    place_words,
    printed_table,
    prose_table,
    scrolling,
    span_words,
)
from components.printed.table import note_rows, sideways
from data.printed.records import PrintedRow, PrintedTable
from data.selection.finance import PATH, address

NAME = "money"
HEIGHT = 640  # px of a frame


def glance(view: FinanceView) -> list[Component]:
    """Budget, forecast and variance of each part of the money, on one scale of bars."""
    rows = list(glanced(view))
    if not rows:
        return [html.H2("At a glance"), html.P("This edition holds no published budget.", className="sub")]
    column = compared(*rows[0])[0]
    year = span_words(column.period_start, column.period_end)
    scale = extent(compared(table, row)[3] for table, row in rows)
    heads = [("Part", ""), ("Budget", "r"), ("Forecast", "r"), ("Variance", "r variance")]
    head = html.Tr([html.Th([words, *([html.Span("£m", className="unit")] if kind else [])], scope="col",
                            className=kind or None) for words, kind in heads])  # fmt: skip
    caption = f"Budget, forecast and variance in {year}, £ million"
    body = [_glance_row(view, table, row, scale) for table, row in rows]
    table_ = html.Table([html.Caption(caption, className="vh"), html.Thead(head), html.Tbody(body)],
                        className="data glance")  # fmt: skip
    bars = "Bars to the left are under budget, bars to the right over it; less saved than planned is to the right too. "
    sub: list[Any] = [f"Full-year forecast against budget in {year}, £ million. ", html.Span(bars, className="only-d"),
           "Each part’s name opens its table."]  # fmt: skip
    return [html.Header([html.H2("At a glance"), html.P(sub, className="sub")]), scrolling(table_, label=caption)]


def glanced(view: FinanceView) -> Iterator[tuple[PrintedTable, PrintedRow]]:
    """The rows of the table of tables."""
    for table in view.tables:
        yield from ((table, row) for label in table.glance if (row := table.row(label)) is not None)


def _glance_row(view: FinanceView, table: PrintedTable, row: PrintedRow, scale: tuple[float, float]) -> Component:
    column, _, _, variance = compared(table, row)
    forecast, budget = column.of or ("", "")
    link = html.A(row.name, href=address(view.selection, table=table.id), **marks(data_address=""))
    drawn = Markup(tag="span", attributes={"className": "bar-box"}, markup=bar(variance, scale, width=220))
    words = html.Span(direction(variance, row.kind), className="side")
    said = html.Span([html.Span(difference(variance, table.step), className="size"), " ", words], className="said")
    is_open = table.id == view.selection.table
    mark = [html.Span(", open below", className="vh")] if is_open else []
    return html.Tr([
        html.Th([link, *mark], scope="row"), html.Td(figure(row.cells.get(budget), table.step), className="r"),
        html.Td(figure(row.cells.get(forecast), table.step), className="r"),
        html.Td(html.Div([drawn, said], className="with-bar"), className="r variance"),
    ])  # fmt: skip


def open_table(view: FinanceView) -> list[Component]:
    """The chosen table: what it counts, the figures, what was worked out again, where it stands."""
    table = view.table
    if table is None:
        return [html.H2("Tables"), html.P("This edition holds no published tables of money.", className="sub")]
    drawn = reserves_figure(table) if table.id == "reserves" else []
    notes = note_rows(table)
    return [
        html.Header([html.H2(table.title), html.P(table.about, className="sub")]),
        *drawn,
        printed_table(table),
        sideways(),
        html.P(f"Source: {place_words(table)}", className="note source"),
        *checked(table),
        *([html.Ul(notes, className="checks")] if notes else []),
        html.Div([html.Span(), actions(view)], className="below"),
    ]


def actions(view: FinanceView) -> Component:
    """Download and link: canonical, so that they give what is on screen whatever the address said."""
    query = view.selection.to_query()
    return html.Div([
        *file_links(PATH, query, name=download_name(view), words="Download CSV of every table"),
        *picture_links(PATH, query, name=download_name(view)),
        html.Button("Copy link", type="button", id="copy-link", disable_n_clicks=True, **marks(data_copy_link="")),
        embedding(PATH, query, title="The Met’s money, as published", height=HEIGHT),
    ], className="actions")  # fmt: skip


def download_name(view: FinanceView) -> str:
    """`money-revenue`, with the word demonstration before it where that is the edition."""
    named = [NAME, view.selection.table]
    return "-".join(filter(None, ["demonstration" if view.edition.is_demonstration else "", *named]))


def commissioning(view: FinanceView) -> list[Component]:
    """What MOPAC commissions: totals that are printed, and the charts whose shares did not come through."""
    head = html.Header(
        [
            html.H2("MOPAC commissioning"),
            html.P(
                "What MOPAC spends on services by others, such as councils "
                "and charities. The fund above is part of it.",
                className="sub",
            ),
        ]
    )
    areas = [
        html.Div(
            [
                html.H3(each.table_name),
                html.P(
                    "The report shows shares in a chart only. They cannot be read in the text "
                    "of the document, so none is given here. The areas named are:",
                    className="note",
                ),
                html.Ul([html.Li(name) for name, _ in each.areas], className="areas"),
            ]
        )
        for each in view.shared_out
    ]
    table = [prose_table(view.commissioning, caption="MOPAC commissioning, as published")] if view.commissioning else []
    return [head, *table, html.Div(areas, className="pair-of")]


def in_text(view: FinanceView) -> list[Component]:
    """Figures of the reports' prose, which no table gives."""
    folded = folded_prose(view.in_text, caption="Figures given in the text of the documents")
    return [folded] if folded else []
