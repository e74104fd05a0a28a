"""The list under its heading, what to know of it, and its downloads."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from components.downloads import file_links
from components.elements import marks
from components.exceptions import headline as said
from components.exceptions.rows import line_is_further, table
from components.exceptions.view import PATH, ExceptionsView
from components.text.numbers import count
from data.selection import month_name
from data.selection.exceptions import BOROUGHS, FIRST_ROWS, ExceptionsSelection

NAME = "exceptions"


def listing(view: ExceptionsView) -> list[Component | None]:
    notes = [html.P(note, className="note") for note in said.list_notes(view)]
    heading = html.Header([html.H2(said.list_title(view)), html.P(said.list_subtitle(view), className="sub"), *notes])
    if not view.listed:
        return [html.Header(html.H2(said.list_title(view))), nothing(view), html.Div(actions(view), className="below")]
    further = line_is_further(view)
    return [
        heading,
        html.Div(table(view), className="tbl-wrap"),
        html.P(further, className="note further") if further else None,
        html.Div([_rows_link(view), actions(view)], className="below"),
    ]


def nothing(view: ExceptionsView) -> Component:
    """Why the list is empty, and the next place to go."""
    if view.selection.month > view.settled and not view.whole.judged:
        usual = ExceptionsSelection(view.settled)
        words = "Provisional months may still be revised, so they are not judged."
        way = f"Exceptions in {_month(usual)}"
    elif view.selection.is_whole or view.selection.is_usual:
        series = "series" if view.selection.is_whole else "series of a borough"
        return html.P(f"No {series} broke a rule in this month.", className="empty")
    else:
        usual = ExceptionsSelection(view.selection.month)
        words, way = "No exception passes these filters.", f"All exceptions in {_month(usual)}"
    return html.P([words, " ", _link(way, usual)], className="empty")


def _month(selection: ExceptionsSelection) -> str:
    return month_name(selection.month)


def _link(words: str, selection: ExceptionsSelection, **attributes: Any) -> Component:
    return html.A(words, href=f"{PATH}{selection.to_query()}", **attributes, **marks(data_address=""))


def _rows_link(view: ExceptionsView) -> Component | None:
    if view.listed <= FIRST_ROWS:
        return None
    chosen = view.selection
    words = f"Show the first {FIRST_ROWS}" if chosen.all_rows else f"Show all {count(view.listed)}"
    return _link(words, chosen.change(all_rows=not chosen.all_rows), id="exceptions-rows", className="btn quiet")


def actions(view: ExceptionsView) -> Component:
    """Download and link: canonical, so that they give what is on screen whatever the address said."""
    query = view.selection.to_query()
    return html.Div([
        *file_links(PATH, query, name=download_name(view), whole="CSV, all of the month"),
        html.Button("Copy link", type="button", id="copy-link", disable_n_clicks=True, **marks(data_copy_link="")),
    ], className="actions")  # fmt: skip


def download_name(view: ExceptionsView) -> str:
    """`exceptions-2017-06-camden`, with the word demonstration before it where that is what it holds."""
    chosen = view.selection
    named = [NAME, f"{chosen.month:%Y-%m}", "" if chosen.area == BOROUGHS else chosen.area, chosen.plan or "",
             "" if chosen.direction.value == "all" else chosen.direction.value, "clear" if chosen.only_clear else ""]
    return "-".join(filter(None, ["demonstration" if view.edition.is_demonstration else "", *named]))
