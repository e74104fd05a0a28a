"""Which borough and which quarter: plain GET forms, which work without JavaScript too."""

from __future__ import annotations

from itertools import groupby

from dash import html
from dash.development.base_component import Component

from components.borough.address import PATH, profile_address
from components.borough.view import ProfileView
from components.elements import marks
from components.fields import hidden, labelled, option, select
from data.selection import Span, Window
from data.selection.borough import BoroughSelection
from geo.areas import boroughs

GO = f"{PATH}/go"  # leads to the profile of `borough`


def fields(selection: BoroughSelection) -> dict[str, str]:
    """The value of every field of the forms that an answer changes; the measure shown unasked is ''."""
    return {"to": f"{selection.month:%Y-%m}", "measure": selection.measure}


def period_form(view: ProfileView) -> Component:
    """The quarter; it applies at once."""
    return html.Form(
        [
            labelled("Quarter", select("to", _quarters(view), id="borough-to")),
            hidden("measure", view.selection.measure),
            html.Noscript(html.Button("Show", type="submit", className="btn", disable_n_clicks=True)),
        ],
        id="controls", className="controls always", action=profile_address(view.area.slug), method="get",
        **marks(data_address="", aria_label="Choose the quarter"),
    )  # fmt: skip


def borough_form(view: ProfileView) -> Component:
    """Another borough at the quarter shown; a button, since it leads to another page."""
    selection = view.selection
    chosen = [option(area.slug, area.area_name, is_chosen=area.slug == selection.slug) for area in boroughs()]
    return html.Form(
        [
            labelled("Change borough", select("borough", chosen, id="borough-other")),
            hidden("to", f"{selection.month:%Y-%m}"),
            html.Button("Go", type="submit", className="btn quiet", disable_n_clicks=True),
        ],
        className="controls go", action=GO, method="get", **marks(aria_label="Choose another borough"),
    )  # fmt: skip


def measure_form(view: ProfileView) -> Component:
    """Which measure the funnel shows; it applies at once."""
    values = ["", *(id for id, _ in view.funnel_measures[1:])]
    options = [
        option(value, name, is_chosen=value == view.selection.measure)
        for value, (_, name) in zip(values, view.funnel_measures, strict=False)
    ]
    return html.Form(
        [
            hidden("to", f"{view.selection.month:%Y-%m}"),
            labelled("Measure", select("measure", options, id="borough-measure")),
            html.Noscript(html.Button("Show", type="submit", className="btn", disable_n_clicks=True)),
        ],
        className="controls always", action=profile_address(view.area.slug), method="get",
        **marks(data_address="", aria_label="Choose the measure that is compared"),
    )  # fmt: skip


def _quarters(view: ProfileView) -> list[Component]:
    """Newest first, grouped by year; those that may still be revised say so."""
    years = groupby(view.coverage.ends(Span.QUARTER), key=lambda end: end.year)
    return [
        html.Optgroup([
            option(f"{end:%Y-%m}", f"{Window(end, Span.QUARTER).label}{' (provisional)' if end > view.settled else ''}",
                   is_chosen=end == view.selection.month)
            for end in ends
        ], label=str(year))
        for year, ends in years
    ]  # fmt: skip
