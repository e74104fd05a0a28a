"""The top of the page: edition, headline, what of the address could not be met; and what is said aloud."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.satisfaction import words
from components.satisfaction.view import SatisfactionView
from components.shell import PRODUCT, demonstration_banner, edition_strip

CRUMB = "Satisfaction and fairness"


def title(view: SatisfactionView) -> str:
    """The document's title: question, area and period."""
    named = [CRUMB, view.measure.name, words.place_name(view), view.selection.window.label]
    return f"{', '.join(named if view.periods else [CRUMB])} – {PRODUCT}"


def strip(view: SatisfactionView) -> list[Component | None]:
    return [edition_strip(view.edition), demonstration_banner(view.edition)]


def opening(view: SatisfactionView) -> list[Component]:
    return [
        html.P(CRUMB, className="crumb"),
        html.H1(words.headline(view)),
        html.P(words.lead(view), className="lead"),
    ]


def corrections(view: SatisfactionView) -> Component | None:
    """What of the address could not be met."""
    if not view.corrections:
        return None
    return html.Div([html.P(sentence) for sentence in view.corrections], className="banner info")


def announcement(view: SatisfactionView) -> str:
    """Said aloud after a change."""
    return words.headline(view)
