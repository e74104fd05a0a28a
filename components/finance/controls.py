"""The row of controls: which published table is open, and what the fund's map shows."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.elements import marks
from components.fields import hidden, labelled, option, radios, select
from components.finance.view import FinanceView
from data.selection.finance import PATH, FinanceSelection, Show

SHOWS = ((Show.PER_RESIDENT.value, "Per resident"), (Show.AMOUNT.value, "Amount"))


def fields(chosen: FinanceSelection) -> dict[str, str]:
    """The value of every field of the form."""
    return {"table": chosen.table, "show": chosen.show.value, "area": chosen.area or "",
            "sort": chosen.to_params().get("sort", ""), "rows": "all" if chosen.all_rows else ""}  # fmt: skip


def form(view: FinanceView) -> Component:
    values = fields(view.selection)
    listed = [option(table.id, table.name, is_chosen=table.id == view.selection.table) for table in view.tables]
    return html.Form(
        [
            labelled("Published table", select("table", listed, id="finance-table-choice")),
            radios("Crime Prevention Fund", "show", SHOWS, chosen=values["show"]),
            *(hidden(name, values[name]) for name in ("area", "sort", "rows")),
            html.Noscript(html.Button("Show", type="submit", className="btn", disable_n_clicks=True)),
        ],
        id="controls", className="controls", action=PATH, method="get",
        **marks(data_address="", aria_label="Choose the table and what the fund’s map shows"),
    )  # fmt: skip


def choice(view: FinanceView) -> tuple[str, str]:
    """The folded controls of a phone, in two lines."""
    shown = next(words for value, words in SHOWS if value == view.selection.show.value)
    return view.table.name if view.table else "No table", f"Fund: {shown[:1].lower()}{shown[1:]}"
