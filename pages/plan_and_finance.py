"""Plan & finance: one page that leads to the plan, the workforce, the money and what inspectors found."""

from __future__ import annotations

import dash
import flask
from dash.development.base_component import Component

from components import plan_and_finance as index
from data.catalogue import catalogue
from data.plan.index import gathered
from data.plan.index_export import index_sheet
from data.warehouse import warehouse
from pages._serving import as_file

dash.register_page(__name__, path=index.PATH, name="Plan & finance", title="Plan & finance")
server = dash.get_app().server


def layout(**_: str) -> list[Component]:
    """The page; unknown parameters are passed over. It links only to pages that exist."""
    with warehouse(flask.current_app.config["EDITIONS"]).edition() as edition:
        found = gathered(edition, catalogue())
    pages = {page["path"]: page["name"] for page in dash.page_registry.values()}
    return index.page(index.view_of(found, pages=pages))


@server.get(f"{index.PATH}.csv", endpoint="plan_and_finance_csv")
def as_csv() -> flask.Response:
    """The figure of each page of the index, and where each section of the quarterly report is shown, as a file."""
    with warehouse(flask.current_app.config["EDITIONS"]).edition() as edition:
        found = gathered(edition, catalogue())
    name = "demonstration-plan-and-finance" if found["edition"]["is_demonstration"] else "plan-and-finance"
    return as_file(index_sheet(found).csv(), f"{name}.csv", "text/csv")
