"""Crime map: one measure in every borough, on a map, ranked, over time and in a table. Its address is its state."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import dash
import flask
from dash import Input, Output, State, callback
from dash.development.base_component import Component

from components import crime_map
from components.figures.borough_map import base_svg
from components.figures.export import map_image, site_font
from components.map_view import EditionNote, MapView
from data import views
from data.catalogue import catalogue
from data.export import crime_map_csv
from data.warehouse import warehouse
from pages._serving import as_file, params_of, query_of

dash.register_page(__name__, path=crime_map.PATH, name="Crime map", title="Crime map")
server = dash.get_app().server


def view(params: Mapping[str, str]) -> MapView:
    """What the parameters ask for, or the nearest to it, from the edition in use."""
    with warehouse(flask.current_app.config["EDITIONS"]).edition() as edition:
        found = views.crime_map(edition, catalogue(), params)
    return MapView(**{**found, "edition": EditionNote(**found["edition"])})


def layout(**params: str) -> list[Component]:
    """The page for an address's parameters; unknown ones are passed over."""
    return crime_map.page(view(params), asked=query_of(params))


@callback(
    [*(Output("address", name) for name in crime_map.ANSWER), *(Output(place, "markup") for place in crime_map.PARTS),
     *(Output(*place) for place in crime_map.PROPS)],
    Input("address", "search"), State("address", "shown"), State("address", "edition"),
    prevent_initial_call=True,
)  # fmt: skip
def show(search: str, shown: str, edition: str) -> list[Any]:
    """A new address: every part that it changes."""
    now = view(params_of(search))
    before = params_of(shown) if edition == now.edition.edition_id else None
    return [*crime_map.answer(now, asked=search).values(), *crime_map.answers(now, before)]


@callback(
    Output("trend-rows", "children"), Input("trend-rows", "seen"), Input("address", "shown"),
    prevent_initial_call=True,
)
def show_rows(seen: bool | None, shown: str) -> Any:
    """The rows of the trend, once they are opened: they are the heaviest thing on the page."""
    return crime_map.trend_rows(view(params_of(shown))) if seen else None


@server.get(f"{crime_map.PATH}.csv", endpoint="crime_map_csv")
def as_csv() -> flask.Response:
    """The view's rows as a file."""
    now = view(flask.request.args)
    chosen = {"measure": now.measure, "dataset": now.dataset, "selection": now.selection, "edition": now.edition}
    return as_file(crime_map_csv(now.boroughs, **chosen), f"{crime_map.download_name(now)}.csv", "text/csv")


@server.get(f"{crime_map.PATH}.svg", endpoint="crime_map_svg")
def as_image() -> flask.Response:
    """The view's map as one self-contained drawing."""
    now = view(flask.request.args)
    drawing = map_image(now, base_svg=base_svg(), font_css=site_font())
    return as_file(drawing, f"{crime_map.download_name(now)}.svg", "image/svg+xml")
