"""The table under its heading, and its downloads."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.downloads import file_links
from components.elements import marks
from components.priorities import words
from components.priorities.table import priorities_table
from components.priorities.view import PrioritiesView, address
from data.selection.priorities import PATH

NAME = "local-priorities"
ROWS_ON_PHONE = 20  # as in assets/priorities.css


def listing(view: PrioritiesView) -> list[Component | None]:
    head = html.Header([html.H2(words.rows_title(view)), html.P(words.rows_subtitle(view), className="sub"),
                        *(html.P(note, className="note") for note in notes(view))])  # fmt: skip
    if not view.rows:
        every = html.A("All priorities", href=address(view.selection, priority=None), **marks(data_address=""))
        return [head, html.P(["There are no figures of this priority. ", every], className="empty")]
    return [head, html.Div(priorities_table(view, view.rows), className="tbl-wrap"),
            html.Div([_rows_link(view), actions(view)], className="below")]  # fmt: skip


def _rows_link(view: PrioritiesView) -> Component:
    """On a phone, where a row takes the room of ten, the first of them stand there until all are asked for."""
    if len(view.rows) <= ROWS_ON_PHONE:
        return html.Span()
    all_rows = view.selection.all_rows
    said = f"Show the first {ROWS_ON_PHONE} rows" if all_rows else f"Show all {len(view.rows)} rows"
    target = address(view.selection, all_rows=not all_rows)
    return html.A(said, href=target, id="priorities-rows", className="btn quiet only-m", **marks(data_address=""))


def notes(view: PrioritiesView) -> list[str]:
    """What to know of the priorities that are listed."""
    listed = {row.kind for row in view.rows}
    return [f"{kind.name}: {kind.note}" for kind in view.kinds if kind.kind in listed and kind.note]


def actions(view: PrioritiesView) -> Component:
    """Download and link: canonical, so that they give what is on screen whatever the address said."""
    query = view.selection.to_query()
    return html.Div([
        *file_links(PATH, query, name=download_name(view), whole="CSV, all priorities"),
        html.Button("Copy link", type="button", id="copy-link", disable_n_clicks=True, **marks(data_copy_link="")),
    ], className="actions")  # fmt: skip


def download_name(view: PrioritiesView) -> str:
    """`local-priorities-2017-06-burglary`, with the word demonstration before it where that is what it holds."""
    named = [NAME, f"{view.selection.month:%Y-%m}", view.selection.priority or ""]
    return "-".join(filter(None, ["demonstration" if view.edition.is_demonstration else "", *named]))
