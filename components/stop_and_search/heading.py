"""The top of the page: edition, headline and lead, what of the address could not be met; and the document's title."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.shell import PRODUCT, demonstration_banner, edition_strip
from components.stop_and_search import headline as said
from components.stop_and_search.view import StopAndSearchView


def title(view: StopAndSearchView) -> str:
    """The document's title: topic, area and period."""
    named = ["Stop and search", "" if view.is_london else view.area_name, view.period.label if view.period else ""]
    return f"{', '.join(filter(None, named))} – {PRODUCT}"


def strip(view: StopAndSearchView) -> list[Component | None]:
    return [edition_strip(view.edition), demonstration_banner(view.edition)]


def opening(view: StopAndSearchView) -> list[Component]:
    return [
        html.P("Stop and search", className="crumb"),
        html.H1(said.headline(view)),
        html.P(" ".join(said.lead(view)), className="lead"),
    ]


def corrections(view: StopAndSearchView) -> Component | None:
    """What of the address could not be met."""
    if not view.corrections:
        return None
    return html.Div([html.P(sentence) for sentence in view.corrections], className="banner info")


def announcement(view: StopAndSearchView) -> str:
    return said.announcement(view)
