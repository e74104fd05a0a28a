"""The top of the page: edition, headline, what of the address could not be met; and what is said aloud."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.shell import PRODUCT, demonstration_banner, edition_strip
from components.trends.headline import headline
from components.trends.lead import lead
from components.trends.view import TrendsView
from data.selection import Window

NAME = "Trends"


def title(view: TrendsView) -> str:
    """The document's title: the series, or the first and how many more, and the period."""
    more = len(view.series) - 1
    subject = f"{view.series[0].name}{f' and {more} more' if more else ''}"
    return f"{subject}, {Window(view.selection.month, view.selection.by).label} – {NAME} – {PRODUCT}"


def strip(view: TrendsView) -> list[Component | None]:
    return [edition_strip(view.edition), demonstration_banner(view.edition)]


def opening(view: TrendsView) -> list[Component]:
    said = lead(view)
    words = [html.P(said, className="lead")] if said else []
    return [html.P(NAME, className="crumb"), html.H1(headline(view)), *words]


def corrections(view: TrendsView) -> Component | None:
    """What of the address could not be met."""
    if not view.corrections:
        return None
    return html.Div([html.P(sentence) for sentence in view.corrections], className="banner info")


def announcement(view: TrendsView) -> str:
    """Said aloud after a change."""
    return headline(view)
