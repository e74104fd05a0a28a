"""Satisfaction and fairness: what residents and victims answer, where, and how far apart groups are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import dash
import flask
from dash import Input, Output, State, callback
from dash.development.base_component import Component

from components import satisfaction
from components.pictures import Picture
from data.catalogue import catalogue
from data.satisfaction import gathered as gathered_from
from data.satisfaction import satisfaction_sheet
from data.warehouse import warehouse
from pages._pictures import serve_pictures
from pages._serving import as_file, on_screen, params_of, query_of

dash.register_page(__name__, path=satisfaction.PATH, name="Satisfaction", title="Satisfaction and fairness")
server = dash.get_app().server


def gathered(params: Mapping[str, str]) -> dict[str, Any]:
    """What the parameters ask for, or the nearest to it, from the edition in use."""
    with warehouse(flask.current_app.config["EDITIONS"]).edition() as edition:
        return gathered_from(edition, catalogue(), params)


def layout(**params: str) -> list[Component]:
    """The page for an address's parameters; unknown ones are passed over."""
    return satisfaction.page(satisfaction.view_of(gathered(params)), asked=query_of(params))


@callback(
    [*(Output(satisfaction.ADDRESS, name) for name in satisfaction.ANSWER),
     *(Output(place, "markup") for place in satisfaction.PARTS), *(Output(*place) for place in satisfaction.PROPS)],
    Input(satisfaction.ADDRESS, "search"), State(satisfaction.ADDRESS, "shown"),
    State(satisfaction.ADDRESS, "edition"), prevent_initial_call=True,
)  # fmt: skip
def show(search: str, shown: str, edition: str) -> list[Any]:
    """A new address: every part that it changes."""
    now = satisfaction.view_of(gathered(params_of(search)))
    before = on_screen(now, search=search, shown=shown, edition=edition)
    return [*satisfaction.answer(now, asked=search).values(), *satisfaction.answers(now, before)]


@server.get(f"{satisfaction.PATH}.csv", endpoint="satisfaction_csv")
def as_csv() -> flask.Response:
    """Every figure of the view as a file."""
    found = gathered(flask.request.args)
    now = satisfaction.view_of(found)
    content = satisfaction_sheet(found, edition=now.edition).csv()
    return as_file(content, f"{satisfaction.download_name(now)}.csv", "text/csv")


def picture_of(params: Mapping[str, str]) -> Picture:
    """The question over time."""
    return satisfaction.picture(satisfaction.view_of(gathered(params)))


serve_pictures(server, satisfaction.PATH, picture_of)
