"""Area, period, and which signals are listed: a plain GET form, which works without JavaScript too."""

from __future__ import annotations

from itertools import groupby

from dash import html
from dash.development.base_component import Component

from components import signals
from components.elements import Markup, Native, marks
from components.fields import labelled, option, select
from components.overview import words
from components.overview.view import PATH, OverviewView
from data.selection import Span, month_name
from data.selection.overview import OverviewSelection, Signals
from geo.areas import boroughs


def fields(selection: OverviewSelection) -> dict[str, str]:
    """The value of every field of the form."""
    return {"area": selection.area or "", "to": f"{selection.month:%Y-%m}", "show": selection.show.value}


def form(view: OverviewView) -> Component:
    """Its selects and radio buttons stay as they are while the page changes; only the counts are written anew."""
    radios = html.Div([_radio(view, kind) for kind in Signals], className="seg tallies")
    return html.Form(
        [
            labelled("Area", select("area", _areas(view), id="overview-area")),
            labelled("12 months to", select("to", _months(view), id="overview-to")),
            html.Fieldset([html.Legend("Show measures that are"), radios], className="field"),
            html.Noscript(html.Button("Show", type="submit", className="btn", disable_n_clicks=True)),
        ],
        id="controls", className="controls always", action=PATH, method="get",
        **marks(data_address="", aria_label="Choose what the overview shows"),
    )  # fmt: skip


def number(view: OverviewView, kind: Signals) -> str:
    return str(view.tally(kind))


def _areas(view: OverviewView) -> list[Component]:
    chosen = view.selection.area
    named = [("", "London (32 boroughs)"), *((area.slug, area.area_name) for area in boroughs())]
    return [option(slug, name, is_chosen=slug == (chosen or "")) for slug, name in named]


def _months(view: OverviewView) -> list[Component]:
    """Newest first, grouped by year; those that may still be revised say so."""
    years = groupby(view.coverage.ends(Span.YEAR), key=lambda end: end.year)
    return [
        html.Optgroup([
            option(f"{end:%Y-%m}", f"{month_name(end)}{' (provisional)' if end > view.settled else ''}",
                   is_chosen=end == view.selection.month)
            for end in months
        ], label=str(year))
        for year, months in years
    ]  # fmt: skip


def _radio(view: OverviewView, kind: Signals) -> Component:
    """A joined radio button: the signal's icon, its word, how many measures it lists."""
    said = words.filter_words(kind)
    radio = Native(tag="input", id=f"overview-show-{kind.value}", attributes={
        "type": "radio", "name": "show", "value": kind.value, "defaultChecked": kind is view.selection.show,
    })  # fmt: skip
    icon = Markup(tag="span", attributes={"className": "icon"}, markup=signals.icon(kind.value))
    place, look = f"overview-number-{kind.value}", {"className": "num"}
    many = Markup(tag="span", id=place, attributes=look, markup=number(view, kind))
    return html.Label([radio, html.Span([icon, f"{said} ", many], className="sig")], **marks(data_words=said))
