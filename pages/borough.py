"""A borough's profile: its priorities, its recorded offences beside London and similar boroughs, and what else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import dash
import flask
from dash import Input, Output, State, callback
from dash.development.base_component import Component

from components import borough
from components.routes import NoPage
from data.boroughs.export import borough_csv
from data.boroughs.view import profile
from data.catalogue import catalogue
from data.warehouse import warehouse
from geo.areas import boroughs, city, find
from pages._serving import as_file, params_of, query_of

dash.register_page(__name__, path_template=f"{borough.PATH}/<slug>", name="Borough", title="Borough")
server = dash.get_app().server


def gathered(slug: str, params: Mapping[str, str]) -> dict[str, Any]:
    """What the address asks for, or the nearest to it, from the edition in use. Raises NoPage for no borough."""
    if find(slug) not in boroughs():
        raise NoPage(f"there is no borough '{slug}'")
    with warehouse(flask.current_app.config["EDITIONS"]).edition() as edition:
        return profile(edition, catalogue(), slug, params)


def layout(slug: str = "", **params: str) -> list[Component]:
    """The page for an address's parameters; unknown ones are passed over."""
    if find(slug) == city():
        return [borough.not_covered()]
    return borough.page(borough.made(gathered(slug, params)), asked=query_of(params))


@callback(
    [*(Output(borough.ADDRESS, name) for name in borough.ANSWER),
     *(Output(place, "markup") for place in borough.PARTS)],
    Input(borough.ADDRESS, "search"), State(borough.ADDRESS, "shown"), State(borough.ADDRESS, "edition"),
    State(borough.SLUG, "markup"),
    prevent_initial_call=True,
)  # fmt: skip
def show(search: str, shown: str, edition: str, slug: str) -> list[Any]:
    """A new address: every part that it changes."""
    now = borough.made(gathered(str(slug), params_of(search)))
    before = params_of(shown) if edition == now.edition.edition_id else None
    return [*borough.answer(now, asked=search).values(), *borough.answers(now, before)]


@server.get(f"{borough.PATH}/<slug>.csv", endpoint="borough_csv")
def as_csv(slug: str) -> flask.Response:
    """Every row of the profile as a file."""
    if find(slug) not in boroughs():
        flask.abort(404)
    found = gathered(slug, flask.request.args)
    facts = found["edition"]
    name = borough.download_name(
        found["area"].slug, found["selection"].month, is_demonstration=facts["is_demonstration"]
    )
    return as_file(borough_csv(found), f"{name}.csv", "text/csv")
