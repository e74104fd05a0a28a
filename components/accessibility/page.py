"""The whole accessibility statement. It shows no figures, so it has no edition strip and needs no edition."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.accessibility import words
from components.elements import marks

PATH = "/accessibility"


def page(*, contact: str | None) -> list[Component]:
    """Everything between the header and the footer; `contact`: the target of a link to whoever runs the site."""
    opening = html.Div([html.P("Accessibility", className="crumb"), html.H1(words.HEADLINE),
                        html.P(words.LEAD, className="lead")], className="opening")  # fmt: skip
    parts = [
        _section("use", "What you can do here", None, _listed(words.USES)),
        _section("short", "What falls short, and why", words.SHORT_LEAD, *_shortcomings()),
        _section("checked", "How the site is checked", None, *_checks()),
        _section("report", "Report a problem", None, *_report(contact)),
        _section("standard", "The standard", None, *_standard()),
    ]
    return [html.Main([opening, *parts], id="main", className="wrap statement")]


def _section(anchor: str, heading: str, sub: str | None, *parts: Component) -> Component:
    name = f"accessibility-{anchor}"
    top = html.Header([html.H2(heading, id=name), html.P(sub, className="sub") if sub else None])
    return html.Section([top, *parts], className="block", **marks(aria_labelledby=name))


def _listed(said: Iterable[Any]) -> Component:
    return html.Ul([html.Li(each) for each in said], className="said")


def _shortcomings() -> list[Component]:
    return [html.Div([html.H3(each.what), html.P(each.why), html.P([html.Strong("Instead: "), each.instead])],
                     className="short") for each in words.SHORT]  # fmt: skip


def _checks() -> list[Component]:
    return [
        html.H3("On each change, by a program"), _listed(words.BY_PROGRAM),
        html.H3(f"By hand, last on {words.LAST_BY_HAND}"), _listed(words.BY_HAND),
        html.H3("Not done"), _listed(words.NOT_DONE),
    ]  # fmt: skip


def _report(contact: str | None) -> list[Component]:
    if contact is None:
        return [html.P(words.NO_CONTACT), html.P(words.WHAT_TO_SAY)]
    how = contact.removeprefix("mailto:")
    link = html.A(how, href=contact)
    asked = ["Write to " if contact.startswith("mailto:") else "Use ", link, ". ", words.WHAT_TO_SAY]
    return [html.P(asked), html.P(words.OTHER_FORM)]


def _standard() -> list[Component]:
    guidelines = html.A("Web Content Accessibility Guidelines (WCAG) 2.2", href=words.GUIDELINES)
    service = html.A("Equality Advisory and Support Service", href=words.ADVICE)
    return [
        html.P(["The standard is level AA of the ", guidelines, ". ", words.STATUS]),
        html.P([words.LAW, " If you are not content with an answer, the ", service, " can advise you."]),
    ]
