"""Money: published budgets, forecasts, reserves and savings, and the London Crime Prevention Fund by borough."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import dash
from dash import Input, Output, State, callback
from dash.development.base_component import Component

from components import finance
from data.catalogue import catalogue
from data.finance import finance_sheet
from data.finance import gathered as gathered_from
from data.view_file import ViewFile
from pages._pictures import serve_pictures
from pages._serving import edition_asked, on_screen, params_of, query_of, serve_files

dash.register_page(__name__, path=finance.PATH, name="Money", title="Money")
server = dash.get_app().server


def gathered(params: Mapping[str, str]) -> dict[str, Any]:
    """What the parameters ask for, or the nearest to it, from the edition in use."""
    with edition_asked() as edition:
        return gathered_from(edition, catalogue(), params)


def layout(**params: str) -> list[Component]:
    """The page for an address's parameters; unknown ones are passed over."""
    return finance.page(finance.view_of(gathered(params)), asked=query_of(params))


@callback(
    [*(Output(finance.ADDRESS, name) for name in finance.ANSWER),
     *(Output(place, "markup") for place in finance.PARTS), *(Output(*place) for place in finance.PROPS)],
    Input(finance.ADDRESS, "search"), State(finance.ADDRESS, "shown"), State(finance.ADDRESS, "edition"),
    prevent_initial_call=True,
)  # fmt: skip
def show(search: str, shown: str, edition: str) -> list[Any]:
    """A new address: every part that it changes."""
    now = finance.view_of(gathered(params_of(search)))
    before = on_screen(now, search=search, shown=shown, edition=edition)
    return [*finance.answer(now, asked=search).values(), *finance.answers(now, before)]


def file_of(params: Mapping[str, str], *, whole: bool) -> ViewFile:
    """Every figure of the page, whatever table is open; no page has more, so `whole` is the same."""
    found = gathered(params)
    now = finance.view_of(found)
    return ViewFile(
        sheet=finance_sheet(found), name=finance.download_name(now), title=finance.title(now), page=finance.PATH,
        query=now.selection.to_query(), edition=now.edition, whole="The same as without it: every table of the page.",
    )  # fmt: skip


serve_files(server, finance.PATH, file_of)


serve_pictures(server, finance.PATH, lambda params: finance.picture(finance.view_of(gathered(params))))
