"""Trends: up to four series of measure and area over time, with what was to be expected. Its address is its state."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import dash
import flask
from dash.development.base_component import Component

from components import trends
from components.figures.export import site_font
from data import exceptions
from data.catalogue import catalogue
from data.statistics import false_alarm_rate
from data.trends import view as trends_view
from data.trends.export import trends_csv
from data.warehouse import warehouse
from pages._serving import as_file, connect, query_of

dash.register_page(__name__, path=trends.PATH, name="Trends", title="Trends")
server = dash.get_app().server


def gathered(params: Mapping[str, str]) -> dict[str, Any]:
    """What the parameters ask for, or the nearest to it, from the edition in use; and the month's exceptions."""
    with warehouse(flask.current_app.config["EDITIONS"]).edition() as edition:
        found = trends_view.trends(edition, catalogue(), params)
        top = exceptions.top(edition, catalogue(), found["selection"].month)
    return {**found, "exceptions": top, "false_alarm": false_alarm_rate()}


def view(params: Mapping[str, str]) -> trends.TrendsView:
    return trends.made(gathered(params))


def layout(**params: str) -> list[Component]:
    """The page for an address's parameters; unknown ones are passed over."""
    return trends.page(view(params), asked=query_of(params))


connect(trends.PAGE, view)


@server.get(f"{trends.PATH}.csv", endpoint="trends_csv")
def as_csv() -> flask.Response:
    """Every period of the series shown as a file."""
    found = gathered(flask.request.args)
    now = trends.made(found)
    return as_file(trends_csv(found, edition=now.edition), f"{trends.download_name(now)}.csv", "text/csv")


@server.get(f"{trends.PATH}.svg", endpoint="trends_svg")
def as_image() -> flask.Response:
    """The charts as one self-contained drawing."""
    now = view(flask.request.args)
    return as_file(trends.image(now, font_css=site_font()), f"{trends.download_name(now)}.svg", "image/svg+xml")
