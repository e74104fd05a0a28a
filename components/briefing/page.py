"""The whole briefing: two sheets of A4, and the same on a screen."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.borough.address import profile_address
from components.borough.locator import locator
from components.borough.view import ProfileView
from components.borough.words import headline
from components.briefing import words
from components.briefing.groups import groups
from components.briefing.harm import harm
from components.briefing.priorities import priorities
from components.briefing.running import margins
from components.briefing.searches import searches
from components.briefing.similar import similar
from components.briefing.sources import sources
from components.briefing.surveys import surveys
from components.elements import Address, Markup, marks
from components.render import to_html
from components.shell import OWNER, PRODUCT, demonstration_banner, edition_strip

ADDRESS = "briefing-address"


def page(view: ProfileView, *, asked: str) -> list[Component]:
    """Everything between the header and the footer; `asked` is the query string it answers."""
    sheets = [_first(view), _second(view)]
    return [
        Address(id=ADDRESS, search=asked, answered=asked, shown=view.selection.to_query(), fields={},
                title=words.title(view), edition=view.edition.edition_id),
        margins(view),
        html.Main([_ways(view), *(Markup(tag="article", attributes={"className": "sheet"}, markup=to_html(sheet))
                                  for sheet in sheets)], id="main", className="wrap briefing"),
    ]  # fmt: skip


def _ways(view: ProfileView) -> Component:
    """For the screen alone: back to the profile, to the printer, and what of the address could not be met."""
    back = html.A(f"Back to {view.name}", href=profile_address(view.area.slug, view.selection.month))
    send = _button("Print this page", "btn", data_print="")
    copy = _button("Copy link", "btn quiet", data_copy_link="")
    said = [html.Div([html.P(each) for each in view.corrections], className="banner info", role="status")]
    return html.Div([html.P([back, send, copy], className="ways"), *(said if view.corrections else [])],
                    className="on-screen")  # fmt: skip


def _button(words_: str, kind: str, **attributes: str) -> Component:
    return html.Button(words_, type="button", className=kind, disable_n_clicks=True, **marks(**attributes))


def _first(view: ProfileView) -> list[Component | None]:
    facts = [html.Div([html.Dt(term), html.Dd(said)]) for term, said in words.facts(view)]
    opening = html.Div([
        html.H1(view.name), html.P(headline(view), className="headline"),
    ])  # fmt: skip
    return [
        html.P([html.B(PRODUCT), html.Span(OWNER)], className="masthead"),
        edition_strip(view.edition), demonstration_banner(view.edition),
        html.Div([opening, Markup(markup=locator(view.area))], className="head"),
        html.Dl(facts, className="known"),
        priorities(view), harm(view),
    ]  # fmt: skip


def _second(view: ProfileView) -> list[Component | None]:
    mark = [html.B(words.DEMONSTRATION)] if view.edition.is_demonstration else []
    return [
        html.P([html.B(f"{words.sheet_words(view)}, continued"), *mark], className="masthead"),
        similar(view), groups(view), surveys(view), searches(view), sources(view),
    ]  # fmt: skip
