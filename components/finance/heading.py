"""The top of the page: edition, headline, what of the address could not be met; and what is said aloud."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.finance import fund_words
from components.finance import headline as said
from components.finance.view import FinanceView
from components.shell import PRODUCT, demonstration_banner, edition_strip

HOME = "/plan-and-finance"


def title(view: FinanceView) -> str:
    """The document's title."""
    named = view.table.name if view.table else ""
    return f"{', '.join(filter(None, ['Money', named]))} – Plan & finance – {PRODUCT}"


def strip(view: FinanceView) -> list[Component | None]:
    return [edition_strip(view.edition), demonstration_banner(view.edition)]


def opening(view: FinanceView) -> list[Component]:
    crumb = html.P([html.A("Plan & finance", href=HOME), " / Money"], className="crumb")
    return [crumb, html.H1(said.headline(view)), html.P(said.lead(view), className="lead")]


def corrections(view: FinanceView) -> Component | None:
    """What of the address could not be met."""
    if not view.corrections:
        return None
    return html.Div([html.P(sentence) for sentence in view.corrections], className="banner info")


def announcement(view: FinanceView) -> str:
    """Said aloud after a change."""
    chosen = " ".join(fund_words.selected_sentence(view)) if view.selection.area else ""
    return " ".join(filter(None, [said.headline(view), chosen]))
