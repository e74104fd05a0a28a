"""The top of the page: edition, headline, what of the address could not be met; and what is said aloud."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.shell import PRODUCT, demonstration_banner, edition_strip
from components.workforce import words
from components.workforce.view import NAMES, WorkforceView
from data.selection import month_name

HOME = "/plan-and-finance"


def title(view: WorkforceView) -> str:
    """The document's title: group and month."""
    when = month_name(view.selection.month) if view.coverage else ""
    return f"{', '.join(filter(None, ['People', NAMES[view.group], when]))} – Plan & finance – {PRODUCT}"


def strip(view: WorkforceView) -> list[Component | None]:
    return [edition_strip(view.edition) if view.coverage else None, demonstration_banner(view.edition)]


def opening(view: WorkforceView) -> list[Component]:
    crumb = html.P([html.A("Plan & finance", href=HOME), " / People"], className="crumb")
    return [crumb, html.H1(words.headline(view)), html.P(words.lead(view), className="lead")]


def corrections(view: WorkforceView) -> Component | None:
    """What of the address could not be met."""
    if not view.corrections:
        return None
    return html.Div([html.P(sentence) for sentence in view.corrections], className="banner info")


def announcement(view: WorkforceView) -> str:
    """Said aloud after a change."""
    return words.headline(view)
