"""The top of the page: edition, headline, what of the address could not be met; and what is said aloud."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.inspection.view import PLAN_AND_FINANCE, InspectionView
from components.inspection.words import PILLARS, headline, lead
from components.shell import PRODUCT, demonstration_banner, edition_strip

AS_PRINTED = "The figures of this page are transcribed from the report. They are the same in the demonstration."


def title(view: InspectionView) -> str:
    """The document's title: the part of the inspection that is shown."""
    part = "" if view.is_whole else f", {PILLARS[view.selection.pillar].lower()}"
    return f"Inspection{part} – {PRODUCT}"


def strip(view: InspectionView) -> list[Component | None]:
    return [edition_strip(view.edition), demonstration_banner(view.edition)]


def opening(view: InspectionView) -> list[Component]:
    crumb = html.P([html.A("Plan & finance", href=PLAN_AND_FINANCE), " / Inspection"], className="crumb")
    said = [html.P(lead(view), className="lead")]
    if view.edition.is_demonstration:
        said.append(html.P(AS_PRINTED, className="note"))
    return [crumb, html.H1(headline(view)), *said]


def corrections(view: InspectionView) -> Component | None:
    """What of the address could not be met."""
    if not view.corrections:
        return None
    return html.Div([html.P(sentence) for sentence in view.corrections], className="banner info")


def announcement(view: InspectionView) -> str:
    """Said aloud after a change."""
    return f"{headline(view)} {len(view.asked)} statements of what the inspectorate asks for are listed."
