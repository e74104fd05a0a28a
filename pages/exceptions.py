"""Exceptions: what broke a rule in a month, across all measures and boroughs, ranked by how surprising it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import dash
import flask
from dash import Input, Output, State, callback
from dash.development.base_component import Component

from components import exceptions
from data import exceptions_view
from data.catalogue import catalogue
from data.exceptions_export import exceptions_csv
from data.warehouse import warehouse
from pages._serving import as_file, params_of, query_of

dash.register_page(__name__, path=exceptions.PATH, name="Exceptions", title="Exceptions")
server = dash.get_app().server


def gathered(params: Mapping[str, str]) -> dict[str, Any]:
    """What the parameters ask for, or the nearest to it, from the edition in use."""
    with warehouse(flask.current_app.config["EDITIONS"]).edition() as edition:
        return exceptions_view.exceptions(edition, catalogue(), params)


def layout(**params: str) -> list[Component]:
    """The page for an address's parameters; unknown ones are passed over."""
    return exceptions.page(exceptions.view_of(gathered(params)), asked=query_of(params))


@callback(
    [*(Output(exceptions.ADDRESS, name) for name in exceptions.ANSWER),
     *(Output(place, "markup") for place in exceptions.PARTS)],
    Input(exceptions.ADDRESS, "search"), State(exceptions.ADDRESS, "shown"), State(exceptions.ADDRESS, "edition"),
    prevent_initial_call=True,
)  # fmt: skip
def show(search: str, shown: str, edition: str) -> list[Any]:
    """A new address: every part that it changes."""
    now = exceptions.view_of(gathered(params_of(search)))
    before = params_of(shown) if edition == now.edition.edition_id else None
    return [*exceptions.answer(now, asked=search).values(), *exceptions.answers(now, before)]


@server.get(f"{exceptions.PATH}.csv", endpoint="exceptions_csv")
def as_csv() -> flask.Response:
    """Every row that passes the filters as a file."""
    found = gathered(flask.request.args)
    now = exceptions.view_of(found)
    whole = {"judged": now.whole.judged, "by_chance": now.whole.by_chance}
    content = exceptions_csv(found["rows"], catalogue=now.catalogue, edition=now.edition, **whole)
    return as_file(content, f"{exceptions.download_name(now)}.csv", "text/csv")
