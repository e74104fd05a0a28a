"""The top of the page: edition, headline, what of the address could not be met; and what is said aloud."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components import text
from components.overview import words
from components.overview.view import OverviewView
from components.shell import PRODUCT, demonstration_banner, edition_strip
from data.selection import month_name
from data.selection.overview import Signals

EXCEPTIONS = "/exceptions"
PROFILES = "/boroughs"


def title(view: OverviewView) -> str:
    """The document's title: area and period."""
    return f"{view.area_name}, {view.window.label} – Overview – {PRODUCT}"


def strip(view: OverviewView) -> list[Component | None]:
    return [edition_strip(view.edition), demonstration_banner(view.edition)]


def opening(view: OverviewView) -> list[Component]:
    chosen = view.selection
    at, area = f"to={chosen.month:%Y-%m}", f"&area={chosen.area}" if chosen.area else ""
    ways = [
        html.A("Exceptions: what stands out in every borough", href=f"{EXCEPTIONS}?{at}{area}"),
        html.A("Crime map: one measure across boroughs", href=f"{text.MAP_PATH}?{at}{area}"),
    ]
    if view.selection.area is None:
        ways.append(html.A("Find your borough", href=PROFILES))
    else:
        profile = f"{PROFILES}/{view.selection.area}"
        ways.append(html.A(f"{view.area_name}: profile", href=f"{profile}?{at}"))
        ways.append(html.A(f"{view.area_name}: briefing to print", href=f"{profile}/briefing?{at}"))
    return [
        html.P("Overview", className="crumb"),
        html.H1(words.headline(view)),
        html.P(words.lead(view), className="lead"),
        html.P(ways, className="ways"),
    ]


def corrections(view: OverviewView) -> Component | None:
    """What of the address could not be met."""
    if not view.corrections:
        return None
    return html.Div([html.P(sentence) for sentence in view.corrections], className="banner info")


def announcement(view: OverviewView) -> str:
    """Said aloud after a change: the headline, and how many measures are listed."""
    listed = view.tally(view.selection.show)
    kind = "" if view.selection.show is Signals.ALL else f" {words.filter_words(view.selection.show).lower()}"
    return f"{words.headline(view)} {listed} {'measure' if listed == 1 else 'measures'}{kind} listed."


def key(view: OverviewView) -> list[Component]:
    """How to read the tables."""
    month = month_name(view.selection.month)
    said = (
        f"Two things are shown for each measure, and they can differ. The year: the 12 months to {month} against the "
        "12 before, with a 95% interval. The month: its signal, against the range expected from two earlier years. "
        "A signal says that a month is unusual for its series; it does not say why. Each small chart has its own "
        "scale; the grey band is the expected range. n/c: not calculated, because the earlier figure is under "
        f"{words.SMALL_BASE}."
    )
    return [html.P(said, className="note keyline")]
