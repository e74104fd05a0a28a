"""The inspection: how the inspectorate judged the Met, beside whom, and what it asks for; as its report prints it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import dash
import flask
from dash.development.base_component import Component

from components import inspection
from data.inspection import gathered as gathered_from
from data.inspection import inspection_sheet
from data.warehouse import warehouse
from pages._serving import as_file, connect, query_of

dash.register_page(__name__, path=inspection.PATH, name="Inspection", title="Inspection")
server = dash.get_app().server


def gathered(params: Mapping[str, str]) -> dict[str, Any]:
    """What the parameters ask for, or the nearest to it, from the edition in use."""
    pages = {page["path"]: page["name"] for page in dash.page_registry.values()}
    with warehouse(flask.current_app.config["EDITIONS"]).edition() as edition:
        return gathered_from(edition, params, pages)


def view(params: Mapping[str, str]) -> inspection.InspectionView:
    return inspection.view_of(gathered(params))


def layout(**params: str) -> list[Component]:
    """The page for an address's parameters; unknown ones are passed over."""
    return inspection.page(view(params), asked=query_of(params))


connect(inspection.PAGE, view)


@server.get(f"{inspection.PATH}.csv", endpoint="inspection_csv")
def as_csv() -> flask.Response:
    """Every row of the page as a file."""
    found = gathered(flask.request.args)
    now = inspection.view_of(found)
    content = inspection_sheet(found, edition=now.edition).csv()
    return as_file(content, f"{inspection.download_name(now)}.csv", "text/csv")
