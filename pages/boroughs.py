"""Boroughs: find one by name, ward, neighbourhood, postcode district or map."""

from __future__ import annotations

import dash
import flask
from dash.development.base_component import Component
from werkzeug.wrappers import Response

from components import borough
from components.borough.controls import GO
from components.map_view import EditionNote
from components.unshared import not_kept
from data.boroughs.finder import places
from data.boroughs.view import note
from data.catalogue import catalogue
from geo.areas import boroughs, find
from pages._serving import edition_asked

dash.register_page(__name__, path=borough.PATH, name="Boroughs", title="Find your borough")
server = dash.get_app().server


def layout(q: str = "", **_: str) -> list[Component]:
    """The page for what was typed; unknown parameters are passed over."""
    if q:
        not_kept()
    with edition_asked() as edition:
        found = places(edition, q) if q.strip() else ()
        about = EditionNote(**note(edition, catalogue()))
    return borough.finder(q, found, edition=about)


@server.get(GO, endpoint="borough_go")
def go() -> Response:
    """From the select of a profile to another borough's profile, at the same quarter; else to the search."""
    area = find(flask.request.args.get("borough", ""))
    if area not in boroughs() or area is None:
        return flask.redirect(borough.PATH)
    to = flask.request.args.get("to", "")
    is_month = len(to) == 7 and to.replace("-", "").isdigit()
    return flask.redirect(f"{borough.profile_address(area.slug)}{f'?to={to}' if is_month else ''}")
