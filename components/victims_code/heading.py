"""The top of the page: edition, headline, what of the address could not be met; and what is said aloud."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.shell import PRODUCT, demonstration_banner, edition_strip
from components.victims_code.view import PLAN_AND_FINANCE, VictimsCodeView
from components.victims_code.words import headline, lead
from data.selection import month_name
from data.selection.victims_code import NAMES

AS_PRINTED = "The published figures are transcribed from the reports. They are the same in the demonstration."


def title(view: VictimsCodeView) -> str:
    """The document's title: requirement, and area and month where a file is loaded."""
    chosen = view.selection
    named = [NAMES[chosen.requirement], *([view.area_name, month_name(chosen.month)] if chosen.month else [])]
    return f"{', '.join(named)} – Justice – {PRODUCT}"


def strip(view: VictimsCodeView) -> list[Component | None]:
    return [edition_strip(view.edition), demonstration_banner(view.edition)]


def opening(view: VictimsCodeView) -> list[Component]:
    crumb = html.P([html.A("Plan & finance", href=PLAN_AND_FINANCE), " / Justice"], className="crumb")
    said = [html.P(lead(view), className="lead")]
    if view.edition.is_demonstration:
        said.append(html.P(AS_PRINTED, className="note"))
    return [crumb, html.H1(headline(view)), *said]


def corrections(view: VictimsCodeView) -> Component | None:
    """What of the address could not be met."""
    if not view.corrections:
        return None
    return html.Div([html.P(sentence) for sentence in view.corrections], className="banner info")


def announcement(view: VictimsCodeView) -> str:
    """Said aloud after a change."""
    return headline(view)
