"""The top of a profile: edition, name and sentence, who lives there and who polices it, and what is said aloud."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from components.borough import words
from components.borough.address import PATH, briefing_address, wards_address
from components.borough.locator import locator
from components.borough.view import ProfileView
from components.elements import Markup
from components.shell import PRODUCT, demonstration_banner, edition_strip
from components.text.numbers import count, listed


def title(view: ProfileView) -> str:
    """The document's title: borough and quarter."""
    return f"{view.name}, {words.short_quarter(view)} – Boroughs – {PRODUCT}"


def strip(view: ProfileView) -> list[Component | None]:
    return [edition_strip(view.edition), demonstration_banner(view.edition)]


def opening(view: ProfileView) -> list[Component]:
    """Name, the sentence on the borough's own priorities, and the facts."""
    crumb = html.P([html.A("Boroughs", href=PATH), f" / {view.name}"], className="crumb")
    said = [html.H1(view.name), html.P(words.headline(view), className="headline"), _facts(view), _ways(view)]
    return [crumb, html.Div([html.Div(said), Markup(markup=locator(view.area))], className="bor-head")]


def _facts(view: ProfileView) -> Component:
    """What is not known is left out."""
    found = view.facts
    pairs: list[tuple[str, str]] = []
    if found["residents"] is not None:
        pairs.append((f"Residents, mid-{found['residents_year']}", count(found["residents"])))
    if found["unit"]:
        pairs.append(("Basic Command Unit", f"{found['unit']} ({listed(found['unit_boroughs'])})"))
    pairs.append(("Quarter shown", words.quarter_words(view)))
    return html.Dl([html.Div([html.Dt(term), html.Dd(said)]) for term, said in pairs], className="facts")


def _ways(view: ProfileView) -> Component:
    """The printed page, and the wards within."""
    slug, month = view.area.slug, view.selection.month
    links: list[Any] = [
        html.A("Print briefing", href=briefing_address(slug, month), className="btn"),
        html.A(f"Wards of {view.name}", href=wards_address(slug, month)),
    ]
    return html.P(links, className="head-actions")


def corrections(view: ProfileView) -> Component | None:
    """What of the address could not be met."""
    if not view.corrections:
        return None
    return html.Div([html.P(sentence) for sentence in view.corrections], className="banner info")


def announcement(view: ProfileView) -> str:
    """Said aloud after a change."""
    return f"{view.name}, {words.quarter_words(view)}. {words.headline(view)}"
