"""The top of the page: edition, headline, what of the address could not be met; and what is said aloud."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.exceptions import headline as said
from components.exceptions.view import ExceptionsView
from components.shell import PRODUCT, demonstration_banner, edition_strip
from data.selection import month_name, trends
from data.selection.exceptions import BOROUGHS


def title(view: ExceptionsView) -> str:
    """The document's title: area, part of the plan and month."""
    named = [None if view.selection.area == BOROUGHS else said.area_name(view), said.plan_name(view)]
    subject = ", ".join(filter(None, ["Exceptions", *named, month_name(view.selection.month)]))
    return f"{subject} – Trends – {PRODUCT}"


def strip(view: ExceptionsView) -> list[Component | None]:
    return [edition_strip(view.edition), demonstration_banner(view.edition)]


def opening(view: ExceptionsView) -> list[Component]:
    crumb = html.P([html.A("Trends", href=trends.PATH), " / Exceptions"], className="crumb")
    return [crumb, html.H1(said.headline(view)), html.P(said.lead(view), className="lead")]


def corrections(view: ExceptionsView) -> Component | None:
    """What of the address could not be met."""
    if not view.corrections:
        return None
    return html.Div([html.P(sentence) for sentence in view.corrections], className="banner info")


def announcement(view: ExceptionsView) -> str:
    """Said aloud after a change."""
    return f"{said.headline(view)} {said.list_subtitle(view)}"
