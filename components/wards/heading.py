"""The top of the page: edition, headline, what of the address could not be met; and what is said aloud."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.shell import PRODUCT, demonstration_banner, edition_strip
from components.wards import words
from components.wards.headline import headline, lead
from components.wards.view import WardsView
from geo.areas import Area

BOROUGHS = "/boroughs"


def title(view: WardsView) -> str:
    """The document's title: borough, measure and period."""
    subject = f"Wards of {view.borough.area_name}: {view.measure.name}, {view.selection.window.label}"
    return f"{subject} – {PRODUCT}"


def strip(view: WardsView) -> list[Component | None]:
    return [edition_strip(view.edition), demonstration_banner(view.edition)]


def crumb(borough: Area) -> Component:
    path = f"{BOROUGHS}/{borough.slug}"
    return html.P([html.A("Boroughs", href=BOROUGHS), " / ", html.A(borough.area_name, href=path), " / Wards"],
                  className="crumb")  # fmt: skip


def opening(view: WardsView) -> list[Component]:
    return [crumb(view.borough), html.H1(headline(view)), html.P(lead(view), className="lead")]


def corrections(view: WardsView) -> Component | None:
    """What of the address could not be met."""
    if not view.corrections:
        return None
    return html.Div([html.P(sentence) for sentence in view.corrections], className="banner info")


def announcement(view: WardsView) -> str:
    """Said aloud after a change: the headline, and the selected ward's figures."""
    row = view.chosen
    chosen = f"{row.area_name}: {words.ward_words(view, row)}." if row else ""
    return " ".join(filter(None, [headline(view), words.period_sentence(view), chosen]))
