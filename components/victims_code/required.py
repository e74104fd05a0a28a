"""What the Victims' Code requires of the police, in plain words, with the way to the Code itself."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.victims_code.view import VictimsCodeView
from data.selection.victims_code import NAMES, Requirement

CODE = "https://www.gov.uk/government/publications/the-code-of-practice-for-victims-of-crime"
# The Code of October 2015, in force in the later of the published months; the rules named here still stand.
REQUIRES = {
    Requirement.UPDATED: (
        "The police must tell a victim how their case is going, as often as the two have agreed, and say when the "
        "investigation ends and why."
    ),
    Requirement.ARRESTED: (
        "When a suspect is arrested, the police must tell the victim within five working days. Victims of the most "
        "serious crimes, and those who are vulnerable, intimidated or persistently targeted, are told within one."
    ),
    Requirement.RELEASED: (
        "When a suspect is released, with or without bail, or bail is changed, the police must tell the victim and say "
        "why, within the same five working days or one."
    ),
}


def required(view: VictimsCodeView) -> list[Component]:
    """Each requirement that the page shows, and the Code."""
    listed = [html.Div([html.Dt(NAMES[each]), html.Dd(words)]) for each, words in REQUIRES.items()]
    link = html.A("The Code of Practice for Victims of Crime, on GOV.UK", href=CODE)
    return [
        html.Header([html.H2("What the Code requires"), html.P(
            "The Code of Practice for Victims of Crime is set by law. It says what victims of crime in England and "
            "Wales can expect of the police, prosecutors, courts and others.", className="sub")]),
        html.Dl(listed, className="requires"),
        html.P([link, ". It has been revised since the published months; the page shows the one in force now."],
               className="note"),
    ]  # fmt: skip
