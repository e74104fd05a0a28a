"""The row of controls: a plain GET form of native selects and radio buttons, which works without JavaScript too."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.elements import marks
from components.fields import hidden, labelled, option, radios, select
from components.map_view import MapView
from components.patterns import Pattern, Sketch, fill, joined
from components.tags import tag
from data.periods import is_possible_end
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


def choice(words: tuple[str, str]) -> Sketch:
    """On phones: the choice in two lines, in place of the form."""
    what, when = words
    name, _, how = what.partition(" · ")
    said = tag("span", tag("strong", name), f" · {how}" if how else None)
    return joined(said, tag("span", when, class_="when"))


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


def end_options(view: MapView) -> Sketch:
    """The periods that the figures hold, newest first, grouped by year; whole years are one value each."""
    span = view.selection.span
    pieces: list[Any] = []
    for year, ends in groupby(view.coverage.ends(span), key=lambda end: end.year):
        months = [end.month for end in ends]
        if months == WHOLE_YEARS[span]:
            pieces.append(YEARS[span].rows([[year]]))
        else:
            options = Sketch([MONTHS[span, month].rows([[year]]) for month in months])
            pieces.append(PART_OF_A_YEAR.rows([[year, options]]))
    return Sketch(pieces)


def _option_text(span: Span, month: int) -> str:
    """Of the period that ends in that month of any year."""
    window = Window(date(2001, month, 1), span)
    return f'<option value="{{year}}-{month:02d}">{window.label.removeprefix("12 months to ")}</option>'.replace(
        "2001", "{year}"
    )


GROUP = '<optgroup label="{{year}}">{}</optgroup>'
WHOLE_YEARS = {span: [m for m in range(12, 0, -1) if is_possible_end(date(2001, m, 1), span)] for span in Span}
MONTHS = {(span, month): Pattern(f"end-{span}-{month}", _option_text(span, month), row="year")
          for span, months in WHOLE_YEARS.items() for month in months}  # fmt: skip
YEARS = {span: Pattern(f"ends-{span}", GROUP.format("".join(_option_text(span, m) for m in months)), row="year")
         for span, months in WHOLE_YEARS.items()}  # fmt: skip
PART_OF_A_YEAR = Pattern("ends-some", GROUP.format("{options}"), row="year options")


def _chosen(options: str, value: str) -> str:
    """With one of them marked, for readers without JavaScript."""
    return options.replace(f'value="{value}"', f'value="{value}" selected', 1)


def _period(view: MapView) -> Component:
    span = select("span", span_options(view), **marks(aria_label="Length of period"))
    ends = _chosen(fill(end_options(view)), f"{view.selection.month:%Y-%m}")
    end = select("to", Sketch([ends]), **marks(aria_label="Period ends"))
    return html.Fieldset([html.Legend("Period"), html.Div([span, end], className="pair")], className="field period")
