"""The top of the page: edition, headline, what of the address could not be met; and what is said aloud."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components import text
from components.shell import PRODUCT, demonstration_banner, edition_strip
from components.topics import words
from components.topics.view import TopicView
from data.selection import month_name


def title(view: TopicView) -> str:
    """The document's title: measure, area, month and page."""
    area = f", {view.rows.area_name}" if view.selection.area else ""
    named = f"{view.map.measure.name}{area}, {month_name(view.selection.asked)}"
    return f"{named} – {view.topic.name} – {PRODUCT}"


def strip(view: TopicView) -> list[Component | None]:
    return [edition_strip(view.edition), demonstration_banner(view.edition)]


def opening(view: TopicView) -> list[Component]:
    return [html.P(view.topic.name, className="crumb"), html.H1(words.headline(view)),
            html.P(words.lead(view), className="lead")]  # fmt: skip


def corrections(view: TopicView) -> Component | None:
    """What of the address could not be met."""
    if not view.corrections:
        return None
    return html.Div([html.P(sentence) for sentence in view.corrections], className="banner info")


def announcement(view: TopicView) -> str:
    """Said aloud after a change: the headline, and the chosen measure's figures."""
    if view.split is not None:
        return f"{words.headline(view)} {words.split_words(view)}"
    return f"{words.headline(view)} {view.map.measure.name}, {text.selected_sentence(view.map)}"
