"""Briefing: a borough's profile as two sheets to print and take to a meeting."""

from __future__ import annotations

from collections.abc import Mapping

import dash
from dash.development.base_component import Component

from components import borough, briefing
from components.routes import NoPage
from data.boroughs.view import profile
from data.catalogue import catalogue
from geo.areas import boroughs, find
from pages._serving import edition_asked, query_of

dash.register_page(__name__, path_template=f"{borough.PATH}/<slug>/briefing", name="Briefing", title="Briefing")


def view(slug: str, params: Mapping[str, str]) -> borough.ProfileView:
    """The borough's profile for the parameters, or the nearest to it. Raises NoPage for no borough."""
    if find(slug) not in boroughs():
        raise NoPage(f"there is no borough '{slug}'")
    with edition_asked() as edition:
        return borough.made(profile(edition, catalogue(), slug, params))


def layout(slug: str = "", **params: str) -> list[Component]:
    """The page for an address's parameters; unknown ones are passed over."""
    return briefing.page(view(slug, params), asked=query_of(params))
