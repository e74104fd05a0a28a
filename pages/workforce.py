"""People: the Met's strength by month, and what published documents say of its workforce and of complaints."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import dash
import flask
from dash.development.base_component import Component

from components import workforce
from data.catalogue import catalogue
from data.warehouse import warehouse
from data.workforce import gathered as gathered_from
from data.workforce import workforce_sheet
from pages._pictures import serve_pictures
from pages._serving import as_file, connect, query_of

dash.register_page(__name__, path=workforce.PATH, name="People", title="People")
server = dash.get_app().server


def gathered(params: Mapping[str, str]) -> dict[str, Any]:
    """What the parameters ask for, or the nearest to it, from the edition in use."""
    with warehouse(flask.current_app.config["EDITIONS"]).edition() as edition:
        return gathered_from(edition, catalogue(), params)


def view(params: Mapping[str, str]) -> workforce.WorkforceView:
    return workforce.view_of(gathered(params))


def layout(**params: str) -> list[Component]:
    """The page for an address's parameters; unknown ones are passed over."""
    return workforce.page(view(params), asked=query_of(params))


connect(workforce.PAGE, view)


@server.get(f"{workforce.PATH}.csv", endpoint="workforce_csv")
def as_csv() -> flask.Response:
    """Every figure of the page as a file, whatever is chosen."""
    found = gathered(flask.request.args)
    return as_file(workforce_sheet(found).csv(), f"{workforce.download_name(workforce.view_of(found))}.csv", "text/csv")


serve_pictures(server, workforce.PATH, lambda params: workforce.picture(view(params)))
