"""The row of controls: measure, period, and number or change. There are no rates of wards."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from dash import html
from dash.development.base_component import Component

from components.controls import SPANS
from components.elements import marks
from components.fields import hidden, labelled, option, radios, select
from components.wards.view import WardsView
from components.wards.words import SHORT
from data.selection import Span, Window
from data.selection.crime_map import Show
from data.selection.wards import USUAL_SORT, WardsSelection, path_of

SHOWS = ((Show.NUMBER.value, "Number"), (Show.CHANGE.value, "Change on year"))


def fields(chosen: WardsSelection) -> dict[str, str]:
    """The value of every field of the form; and the borough, by which the page's callback knows it."""
    return {
        "measure": chosen.measure, "span": chosen.span.value, "to": f"{chosen.month:%Y-%m}",
        "show": chosen.show.value, "sort": "" if chosen.sort == USUAL_SORT else chosen.sort,
        "ward": chosen.ward or "", "borough": chosen.borough,
    }  # fmt: skip


def form(view: WardsView) -> Component:
    values = fields(view.selection)
    span = select("span", span_options(view), id="wards-span", **marks(aria_label="Length of period"))
    end = select("to", end_options(view), id="wards-to", **marks(aria_label="Period ends"))
    period = html.Fieldset([html.Legend("Period"), html.Div([span, end], className="pair")], className="field period")
    return html.Form(
        [
            labelled("Measure", select("measure", measure_options(view), id="wards-measure")),
            period,
            radios("Show as", "show", SHOWS, chosen=values["show"]),
            *(hidden(name, values[name]) for name in ("sort", "ward")),
            html.Noscript(html.Button("Show", type="submit", className="btn", disable_n_clicks=True)),
        ],
        id="controls", className="controls", action=path_of(view.selection.borough), method="get",
        **marks(data_address="", aria_label="Choose what the wards show"),
    )  # fmt: skip


def choice(view: WardsView) -> tuple[str, str]:
    """The folded controls of a phone, in two lines."""
    shown = "change on year" if view.is_change else "number"
    return f"{view.measure.name} · {shown}", view.selection.window.label


def measure_options(view: WardsView) -> list[Component]:
    """Measures with ward figures, grouped by area of the Police and Crime Plan."""
    chosen = view.selection.measure
    groups: list[Component] = []
    for priority, measures in view.catalogue.by_priority():
        listed = [option(m.id, m.name, is_chosen=m.id == chosen) for m in measures if m.id in view.measures_available]
        if listed:
            groups.append(html.Optgroup(listed, label=priority.title))
    return groups


def span_options(view: WardsView) -> list[Component]:
    """The lengths of period that lie on one set of wards."""
    chosen = view.selection.span
    return [option(span.value, words, is_chosen=span is chosen) for span, words in SPANS if view.months.ends(span)]


def end_options(view: WardsView) -> list[Component]:
    """The periods on one set of wards, newest first, grouped by their set."""
    span, ends = view.selection.span, view.months.ends(view.selection.span)
    return [
        html.Optgroup([_end(view, end, span) for end in each], label=label)
        for label, each in groupby(ends, key=lambda end: _set_label(view, Window(end, span)))
    ]


def _set_label(view: WardsView, window: Window) -> str:
    on = view.months.on(window)
    return SHORT[next(iter(on))] if len(on) == 1 else str(window.end.year)


def _end(view: WardsView, end: date, span: Span) -> Component:
    window = Window(end, span)
    moving = " (provisional)" if view.months.provisional(window) else ""
    words = window.label.removeprefix("12 months to ")
    return option(f"{end:%Y-%m}", f"{words}{moving}", is_chosen=end == view.selection.month)
