"""Overview: every measure of the Police and Crime Plan for an area and a period. Its address is its state."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import dash
import flask
from dash.development.base_component import Component

from components import overview
from data.catalogue import catalogue
from data.overview import view as overview_view
from data.overview.export import overview_csv
from data.warehouse import warehouse
from pages._serving import as_file, connect, query_of

dash.register_page(__name__, path=overview.PATH, name="Overview", title="Overview")
server = dash.get_app().server


def gathered(params: Mapping[str, str]) -> dict[str, Any]:
    with warehouse(flask.current_app.config["EDITIONS"]).edition() as edition:
        return overview_view.gathered(edition, catalogue(), params)


def view(params: Mapping[str, str]) -> overview.OverviewView:
    """What the parameters ask for, or the nearest to it, from the edition in use."""
    return overview.overview_view(gathered(params))


def layout(**params: str) -> list[Component]:
    """The page for an address's parameters; unknown ones are passed over."""
    return overview.page(view(params), asked=query_of(params))


connect(overview.PAGE, view)


@server.get(overview.CSV, endpoint="overview_csv")
def as_csv() -> flask.Response:
    """Every row of the view as a file."""
    found = gathered(flask.request.args)
    name = overview.download_name(overview.overview_view(found))
    return as_file(overview_csv(found), f"{name}.csv", "text/csv")
