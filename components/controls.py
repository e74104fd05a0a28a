"""The row of controls: a plain GET form of native selects and radio buttons, which works without JavaScript too."""

from __future__ import annotations

from itertools import groupby

from dash import html
from dash.development.base_component import Component

from components.elements import marks
from components.fields import hidden, labelled, option, radios, select
from components.map_view import MapView
from data.selection import Form, Selection, Show, Span, Window

SPANS = ((Span.YEAR, "12 months to"), (Span.QUARTER, "Quarter"), (Span.MONTH, "Month"))
SHOWS = ((Show.NUMBER, "Number"), (Show.RATE, "Rate per 1,000 residents"), (Show.CHANGE, "Change on year"))
FORMS = ((Form.MAP, "Map"), (Form.TILES, "Equal-area tiles"))


def fields(selection: Selection) -> dict[str, str]:
    """The value of every field of the form, those that carry the rest of the state included."""
    return {
        "measure": selection.measure, "span": selection.span.value, "to": selection.month.strftime("%Y-%m"),
        "show": selection.show.value, "form": selection.form.value, "area": selection.area or "",
        "sort": "" if selection.sort == "-value" else selection.sort, "rows": "all" if selection.all_rows else "",
    }  # fmt: skip


def form(view: MapView, *, path: str) -> Component:
    """The form; the ids of its selects are `measure` and `to`, whose options a callback may replace."""
    values = fields(view.selection)
    shown_form = view.selection.form if view.selection.form is not Form.AUTO else Form.MAP
    return html.Form(
        [
            labelled("Measure", select("measure", measure_options(view))),
            _period(view),
            radios("Show as", "show", SHOWS, chosen=view.selection.show),
            radios("Map form", "form", FORMS, chosen=shown_form),
            *(hidden(name, values[name]) for name in ("area", "sort", "rows")),
            html.Noscript(html.Button("Show", type="submit", className="btn", disable_n_clicks=True)),
        ],
        id="controls", className="controls", action=path, method="get",
        **marks(data_address="", aria_label="Choose what the map shows"),
    )  # fmt: skip


def opener() -> Component:
    """On phones: the button that opens the form."""
    return html.Button("Change", type="button", className="change", disable_n_clicks=True,
                       **marks(aria_expanded="false", aria_controls="controls", data_toggle=""))  # fmt: skip


def to_table(target: str, figures: str = "these figures") -> Component:
    """After figures whose table stands further on: a link that shows when the keyboard reaches it."""
    return html.A(f"Skip to {figures} as a table", href=f"#{target}", className="skip-on")


def choice(words: tuple[str, str]) -> list[Component]:
    """On phones: the choice in two lines, in place of the form."""
    what, when = words
    name, _, how = what.partition(" · ")
    return [html.Span([html.Strong(name), f" · {how}" if how else ""]), html.Span(when, className="when")]


def measure_options(view: MapView) -> list[Component]:
    """Measures that have figures, grouped by area of the Police and Crime Plan."""
    chosen = view.selection.measure
    groups: list[Component] = []
    for priority, measures in view.catalogue.by_priority():
        listed = [option(m.id, m.name, is_chosen=m.id == chosen) for m in measures if m.id in view.measures_available]
        if listed:
            groups.append(html.Optgroup(listed, label=priority.title))
    return groups


def span_options(view: MapView) -> list[Component]:
    """The lengths of period for which there are months enough."""
    possible = [(span, words) for span, words in SPANS if view.coverage.ends(span)]
    return [option(span.value, words, is_chosen=span is view.selection.span) for span, words in possible]


def end_options(view: MapView) -> list[Component]:
    """The periods that the figures hold, newest first, grouped by year."""
    chosen, years = view.selection.window, groupby(view.coverage.ends(view.selection.span), key=lambda end: end.year)
    return [
        html.Optgroup([_end_option(Window(end, chosen.span), chosen) for end in months], label=str(year))
        for year, months in years
    ]


def _end_option(window: Window, chosen: Window) -> Component:
    return option(f"{window.end:%Y-%m}", window.label.removeprefix("12 months to "), is_chosen=window == chosen)


def _period(view: MapView) -> Component:
    span = select("span", span_options(view), **marks(aria_label="Length of period"))
    end = select("to", end_options(view), **marks(aria_label="Period ends"))
    return html.Fieldset([html.Legend("Period"), html.Div([span, end], className="pair")], className="field period")
