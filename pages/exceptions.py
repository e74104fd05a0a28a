"""Exceptions: what broke a rule in a month, across all measures and boroughs, ranked by how surprising it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import dash
import flask
from dash.development.base_component import Component

from components import exceptions
from data.catalogue import catalogue
from data.exceptions import exceptions_csv
from data.exceptions import gathered as gathered_from
from data.warehouse import warehouse
from pages._serving import as_file, connect, query_of

dash.register_page(__name__, path=exceptions.PATH, name="Exceptions", title="Exceptions")
server = dash.get_app().server


def gathered(params: Mapping[str, str], *, every_row: bool = False) -> dict[str, Any]:
    """What the parameters ask for, or the nearest to it, from the edition in use."""
    with warehouse(flask.current_app.config["EDITIONS"]).edition() as edition:
        return gathered_from(edition, catalogue(), params, every_row=every_row)


def view(params: Mapping[str, str]) -> exceptions.ExceptionsView:
    return exceptions.view_of(gathered(params))


def layout(**params: str) -> list[Component]:
    """The page for an address's parameters; unknown ones are passed over."""
    return exceptions.page(view(params), asked=query_of(params))


connect(exceptions.PAGE, view)


@server.get(f"{exceptions.PATH}.csv", endpoint="exceptions_csv")
def as_csv() -> flask.Response:
    """Every row that passes the filters as a file."""
    found = gathered(flask.request.args, every_row=True)
    now = exceptions.view_of(found)
    whole = {"judged": now.whole.judged, "by_chance": now.whole.by_chance}
    content = exceptions_csv(found["rows"], catalogue=now.catalogue, edition=now.edition, **whole)
    return as_file(content, f"{exceptions.download_name(now)}.csv", "text/csv")
