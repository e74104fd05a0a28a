"""The top of the page: edition, headline, what of the address could not be met; and what is said aloud."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.plan import words
from components.plan.view import PlanView
from components.shell import PRODUCT, demonstration_banner, edition_strip

INDEX = "/plan-and-finance"


def title(view: PlanView) -> str:
    """The document's title."""
    chosen = " (filtered)" if view.selection.is_filtered else ""
    return f"Business plan{chosen} – Plan & finance – {PRODUCT}"


def strip(view: PlanView) -> list[Component | None]:
    return [edition_strip(view.edition), demonstration_banner(view.edition), real_in_both(view)]


def real_in_both(view: PlanView) -> Component | None:
    """In the demonstration: that what is quoted from the documents is not made up."""
    if not view.edition.is_demonstration:
        return None
    said = "The milestones and statuses on this page are quoted from the published documents in this edition too."
    return html.Div(html.P(said, className="note"), className="wrap")


def opening(view: PlanView) -> list[Component]:
    trail: list[Component | str] = (
        [html.A("Plan & finance", href=INDEX), " / Plan"] if INDEX in view.pages else ["Plan & finance / Plan"]
    )
    crumb = html.P(trail, className="crumb")
    return [crumb, html.H1(words.headline(view)), html.P(words.lead(view), className="lead")]


def corrections(view: PlanView) -> Component | None:
    """What of the address could not be met."""
    if not view.corrections:
        return None
    return html.Div([html.P(sentence) for sentence in view.corrections], className="banner info")


def announcement(view: PlanView) -> str:
    """Said aloud after a change."""
    return words.headline(view)
