"""Wards of a borough: recorded crime by ward, on a map where there are boundaries, and ranked in a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import dash
import flask
from dash import Input, Output, State, callback
from dash.development.base_component import Component

from components import wards
from components.routes import NoPage
from data.catalogue import catalogue
from data.selection.wards import path_of
from data.wards import view as wards_view
from data.wards.export import wards_csv
from data.warehouse import warehouse
from geo.areas import Area, boroughs
from pages._serving import as_file, params_of, query_of

dash.register_page(__name__, path_template=path_of("<slug>"), name="Wards", title="Wards")
server = dash.get_app().server


def borough_of(slug: object) -> Area:
    """The borough of an address. Raises NoPage where the Met polices none by that name."""
    found = next((area for area in boroughs() if area.slug == slug), None)
    if found is None:
        raise NoPage(f"there is no borough '{slug}'")
    return found


def gathered(slug: object, params: Mapping[str, str]) -> dict[str, Any]:
    """What the parameters ask for, or the nearest to it, from the edition in use."""
    borough = borough_of(slug)
    with warehouse(flask.current_app.config["EDITIONS"]).edition() as edition:
        return wards_view.gathered(edition, catalogue(), borough, params)


def layout(slug: str = "", **params: str) -> list[Component]:
    """The page for an address's parameters; unknown ones are passed over."""
    now = wards.view_of(gathered(slug, params))
    return wards.nothing_page(now) if isinstance(now, wards.NoWards) else wards.page(now, asked=query_of(params))


@callback(
    [*(Output(wards.ADDRESS, name) for name in wards.ANSWER), *(Output(place, "markup") for place in wards.PARTS)],
    Input(wards.ADDRESS, "search"), State(wards.ADDRESS, "shown"), State(wards.ADDRESS, "edition"),
    State(wards.ADDRESS, "fields"),
    prevent_initial_call=True,
)  # fmt: skip
def show(search: str, shown: str, edition: str, fields: Mapping[str, str] | None) -> list[Any]:
    """A new address: every part that it changes. Which borough it is, the page has known since it was made."""
    slug = fields.get("borough") if isinstance(fields, Mapping) else None
    try:
        now = wards.view_of(gathered(slug, params_of(search)))
    except NoPage:
        flask.abort(404)
    if isinstance(now, wards.NoWards):
        flask.abort(404, "The edition in use has no figures of this borough's wards.")
    before = params_of(shown) if edition == now.edition.edition_id else None
    return [*wards.answer(now, asked=search).values(), *wards.answers(now, before)]


@server.get(f"{path_of('<slug>')}.csv", endpoint="wards_csv")
def as_csv(slug: str) -> flask.Response:
    """Every ward of the view as a file, with the sums beside."""
    try:
        found = gathered(slug, flask.request.args)
    except NoPage:
        flask.abort(404)
    now = wards.view_of(found)
    if isinstance(now, wards.NoWards):
        flask.abort(404)
    borough = catalogue().dataset(now.measure.dataset)
    content = wards_csv(found, edition=now.edition, borough_dataset=borough)
    return as_file(content, f"{wards.download_name(now)}.csv", "text/csv")
