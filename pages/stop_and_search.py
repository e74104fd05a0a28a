"""Stop and search: who is searched, for what, what comes of it, where, and how sure the figures are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import dash
import flask
from dash import Input, Output, State, callback
from dash.development.base_component import Component

from components import stop_and_search
from components.pictures import Picture
from data.catalogue import catalogue
from data.stop_and_search.export import stop_and_search_sheet
from data.stop_and_search.view import gathered as gathered_from
from data.warehouse import warehouse
from pages._pictures import serve_pictures
from pages._serving import as_file, on_screen, params_of, query_of

dash.register_page(__name__, path=stop_and_search.PATH, name="Stop and search", title="Stop and search")
server = dash.get_app().server


def gathered(params: Mapping[str, str]) -> dict[str, Any]:
    """What the parameters ask for, or the nearest to it, from the edition in use."""
    with warehouse(flask.current_app.config["EDITIONS"]).edition() as edition:
        return gathered_from(edition, catalogue(), params)


def layout(**params: str) -> list[Component]:
    """The page for an address's parameters; unknown ones are passed over."""
    return stop_and_search.page(stop_and_search.view_of(gathered(params)), asked=query_of(params))


@callback(
    [*(Output(stop_and_search.ADDRESS, name) for name in stop_and_search.ANSWER),
     *(Output(place, "markup") for place in stop_and_search.PARTS),
     *(Output(*place) for place in stop_and_search.PROPS)],
    Input(stop_and_search.ADDRESS, "search"), State(stop_and_search.ADDRESS, "shown"),
    State(stop_and_search.ADDRESS, "edition"), prevent_initial_call=True,
)  # fmt: skip
def show(search: str, shown: str, edition: str) -> list[Any]:
    """A new address: every part that it changes."""
    now = stop_and_search.view_of(gathered(params_of(search)))
    before = on_screen(now, search=search, shown=shown, edition=edition)
    return [*stop_and_search.answer(now, asked=search).values(), *stop_and_search.answers(now, before)]


@server.get(f"{stop_and_search.PATH}.csv", endpoint="stop_and_search_csv")
def as_csv() -> flask.Response:
    """Every figure of the page as a file."""
    found = gathered(flask.request.args)
    name = stop_and_search.download_name(stop_and_search.view_of(found))
    return as_file(stop_and_search_sheet(found).csv(), f"{name}.csv", "text/csv")


def picture_of(params: Mapping[str, str]) -> Picture:
    """Searches and residents by ethnic group."""
    return stop_and_search.picture(stop_and_search.view_of(gathered(params)))


serve_pictures(server, stop_and_search.PATH, picture_of)
