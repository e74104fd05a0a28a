"""The whole Data and methods page."""

from __future__ import annotations

import logging
from collections.abc import Callable

from dash import html
from dash.development.base_component import Component

from components.elements import Markup, marks
from components.methods import differing, events, judged, measures, reference, revisions, sources, words
from components.methods.view import PATH, MethodsView
from components.render import to_html
from components.shell import demonstration_banner, edition_strip, failed_part
from components.unshared import not_kept

LOG = logging.getLogger(__name__)
SECTIONS: tuple[tuple[str, str, Callable[[MethodsView], Component]], ...] = (
    ("sources", "Sources", sources.sources),
    ("refused", "Refused rows and figures", sources.refused),
    ("revisions", "Revisions", revisions.revisions),
    ("breaks", "Breaks in series", revisions.breaks),
    ("measures", "Measures", measures.measures),
    ("methods", "Methods", reference.methods),
    ("judged", judged.HEADING, judged.judged),
    ("differing", differing.HEADING, differing.differing),
    ("events", "Events", events.events),
    ("glossary", "Glossary", reference.glossary),
    ("about", "About this edition", reference.about),
)

__all__ = ["PATH", "page"]


def page(view: MethodsView) -> list[Component]:
    """Everything between the header and the footer."""
    strip = [edition_strip(view.edition), demonstration_banner(view.edition)]
    opening = [html.P("Data and methods", className="crumb"), html.H1(words.headline(view)),
               html.P(words.lead(view), className="lead")]  # fmt: skip
    parts = [html.Div(opening, className="opening"), contents(), *(drawn(_guarded(view, *each)) for each in SECTIONS)]
    return [
        html.Section(strip, id="strip", **marks(aria_label="About these figures")),
        html.Main(parts, id="main", className="wrap methods"),
    ]


def drawn(part: Component) -> Component:
    """A section as finished markup. Nothing in it changes, and thousands of cells that Dash keeps watch over would
    hold the browser for half a minute; `to_html` escapes every text.
    """
    return Markup(markup=to_html(part))


def contents() -> Component:
    items = [html.Li(html.A(heading, href=f"#{anchor}")) for anchor, heading, _ in SECTIONS]
    return html.Nav(html.Ul(items), className="contents", **marks(aria_label="On this page"))


def _guarded(view: MethodsView, anchor: str, heading: str, part: Callable[[MethodsView], Component]) -> Component:
    """The section, or in its place that it did not load."""
    try:
        return part(view)
    except Exception:
        LOG.exception("the section '%s' of %s failed", anchor, PATH)
        not_kept()
        return html.Section([html.H2(heading), failed_part()], id=anchor, className="block")
