"""The top of the page: edition, headline, what of the address could not be met; and what is said aloud."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components import text
from components.map_view import MapView
from components.patterns import Sketch, joined
from components.shell import PRODUCT, demonstration_banner, edition_strip
from components.tags import tag


def title(view: MapView) -> str:
    """The document's title: measure, borough and period."""
    row = text.selected(view)
    subject = f"{view.measure.name}, {row.area_name}" if row else view.measure.name
    return f"{subject}, {view.selection.window.label} – Crime map – {PRODUCT}"


def strip(view: MapView) -> list[Component | None]:
    return [edition_strip(view.edition), demonstration_banner(view.edition)]


def opening(view: MapView) -> Sketch:
    return joined(
        tag("p", "Crime map", class_="crumb"), tag("h1", text.headline(view)), tag("p", text.lead(view), class_="lead")
    )


def corrections(view: MapView) -> Component | None:
    """What of the address could not be met."""
    if not view.corrections:
        return None
    return html.Div([html.P(sentence) for sentence in view.corrections], className="banner info")


def announcement(view: MapView) -> str:
    """Said aloud after a change: the headline, and the selected borough's figures."""
    return " ".join([text.headline(view), *([text.selected_sentence(view)] if view.selection.area else [])])
