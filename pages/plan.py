"""Plan: the milestones of the business plan with what every report says of them, and its indicators."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import dash
import flask
from dash.development.base_component import Component

from components import plan
from data.catalogue import catalogue
from data.plan import gathered as gathered_from
from data.plan import indicators_sheet, plan_sheet
from data.warehouse import warehouse
from pages._serving import as_file, connect, query_of

dash.register_page(__name__, path=plan.PATH, name="Plan", title="Plan")
server = dash.get_app().server


def gathered(params: Mapping[str, str]) -> dict[str, Any]:
    """What the parameters ask for, or the nearest to it, from the edition in use."""
    with warehouse(flask.current_app.config["EDITIONS"]).edition() as edition:
        return gathered_from(edition, catalogue(), params)


def view(params: Mapping[str, str]) -> plan.PlanView:
    return plan.view_of(gathered(params), pages=pages())


def pages() -> dict[str, str]:
    """The name of every page that exists, by its path."""
    return {page["path"]: page["name"] for page in dash.page_registry.values()}


def layout(**params: str) -> list[Component]:
    """The page for an address's parameters; unknown ones are passed over."""
    return plan.page(view(params), asked=query_of(params))


connect(plan.PAGE, view)


@server.get(f"{plan.PATH}.csv", endpoint="plan_csv")
def as_csv() -> flask.Response:
    """Every milestone that passes the filters, a line a report, as a file."""
    found = gathered(flask.request.args)
    name = plan.download_name(plan.view_of(found, pages={}))
    return as_file(plan_sheet(found).csv(), f"{name}.csv", "text/csv")


@server.get(f"{plan.PATH}/indicators.csv", endpoint="plan_indicators_csv")
def indicators_csv() -> flask.Response:
    """Every indicator with where it is shown, or why it is not, as a file."""
    found = gathered({})
    name = plan.download_name(plan.view_of(found, pages={}), "business-plan-indicators")
    return as_file(indicators_sheet(found).csv(), f"{name}.csv", "text/csv")
