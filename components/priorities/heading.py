"""The top of the page: edition, headline, what of the address could not be met; and what is said aloud."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.elements import marks
from components.priorities import words
from components.priorities.view import BOROUGHS, PrioritiesView, address
from components.shell import PRODUCT, demonstration_banner, edition_strip
from data.selection import Span, Window


def title(view: PrioritiesView) -> str:
    """The document's title: priority and quarter."""
    named = ", ".join(filter(None, ["Local priorities", view.kind_name, view.selection.window.label]))
    return f"{named} – {PRODUCT}"


def strip(view: PrioritiesView) -> list[Component | None]:
    return [edition_strip(view.edition), demonstration_banner(view.edition)]


def opening(view: PrioritiesView) -> list[Component]:
    crumb = html.P([html.A("Boroughs", href=BOROUGHS), " / Local priorities"], className="crumb")
    lead = html.P([" ".join(words.lead(view)), *_way(view)], className="lead")
    return [crumb, html.H1(words.headline(view)), lead]


def _way(view: PrioritiesView) -> list[Component | str]:
    """To a quarter in which most boroughs can be compared, where this is none."""
    if view.latest_full is None:
        return []
    month, boroughs = view.latest_full["month"], view.latest_full["boroughs"]
    named = Window(month, Span.QUARTER).label
    link = html.A(named, href=address(view.selection, month=month), **marks(data_address=""))
    return [" The latest quarter that most boroughs can be compared in is ", link, f" ({boroughs} boroughs)."]


def corrections(view: PrioritiesView) -> Component | None:
    """What of the address could not be met."""
    if not view.corrections:
        return None
    return html.Div([html.P(sentence) for sentence in view.corrections], className="banner info")


def announcement(view: PrioritiesView) -> str:
    """Said aloud after a change."""
    chosen = " ".join(words.selected_sentence(view)) if view.selection.area else ""
    return " ".join(filter(None, [words.headline(view), chosen]))
