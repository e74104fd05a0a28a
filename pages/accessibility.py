"""Accessibility: the standard that the site is held to, how it is checked, what falls short, and how to say so."""

from __future__ import annotations

import dash
import flask
from dash.development.base_component import Component

from components import accessibility

dash.register_page(__name__, path=accessibility.PATH, name="Accessibility", title="Accessibility")


def layout(**_: str) -> list[Component]:
    """The page; unknown parameters are passed over. It shows no figures and needs no edition."""
    return accessibility.page(contact=flask.current_app.config["CONTACT"])
