"""Plan & finance: one page that leads to the plan, the workforce, the money and what inspectors found."""

from __future__ import annotations

import dash
import flask
from dash.development.base_component import Component

from components import plan_and_finance as index
from data.catalogue import catalogue
from data.plan.index import gathered
from data.warehouse import warehouse

dash.register_page(__name__, path=index.PATH, name="Plan & finance", title="Plan & finance")


def layout(**_: str) -> list[Component]:
    """The page; unknown parameters are passed over. It links only to pages that exist."""
    with warehouse(flask.current_app.config["EDITIONS"]).edition() as edition:
        found = gathered(edition, catalogue())
    pages = {page["path"]: page["name"] for page in dash.page_registry.values()}
    return index.page(index.view_of(found, pages=pages))
