"""What the reader chooses: series as chips that can be removed, one to add, and how all of them are shown.

Everything works without JavaScript: chips are links, and both forms are plain GET forms.
"""

from __future__ import annotations

from datetime import date
from itertools import groupby

from dash import html
from dash.development.base_component import Component

from components.elements import Markup, marks
from components.fields import hidden, labelled, option, radios, select
from components.trends.view import SeriesView, TrendsView
from data.selection import Span, Window
from data.selection.trends import LONDON, MOST_SERIES, PATH, Basis, Compare, Length, TrendsSelection
from geo.areas import boroughs

BY = ((Span.MONTH, "Month"), (Span.QUARTER, "Quarter"), (Span.YEAR, "12 months"))
SHOW = ((Basis.NUMBER, "Number"), (Basis.RATE, "Rate per 1,000 residents"))
LENGTHS = ((Length.THREE_YEARS, "36 months"), (Length.FIVE_YEARS, "5 years"), (Length.TEN_YEARS, "10 years"),
           (Length.ALL, "All months"))  # fmt: skip
COMPARE = ((Compare.NONE, "Nothing"), (Compare.YEAR, "The year before"))
CROSS = ('<svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"><path d="M1.5 1.5l9 9m0-9l-9 9" '
         'stroke="currentColor" stroke-width="1.6"/></svg>')  # fmt: skip


def fields(chosen: TrendsSelection) -> dict[str, str]:
    """The value of every field of the form, which carries the series too."""
    return {**chosen.to_params(), "compare": chosen.compare.value}


def link(chosen: TrendsSelection, **changes: object) -> str:
    return f"{PATH}{chosen.change(**changes).to_query()}"


def chips(view: TrendsView) -> list[Component]:
    """The series shown, each with a link that takes it away as long as another stays."""
    items = [html.Li(_chip(view, series)) for series in view.series]
    legend = html.P(f"Series shown (up to {MOST_SERIES})", id="chips-name", className="legend")
    return [legend, html.Ul(items, className="chips", **marks(aria_labelledby="chips-name"))]


def _chip(view: TrendsView, series: SeriesView) -> Component:
    others = tuple(key for key in view.selection.series if key != series.key)
    name = html.Span(series.name)
    if not others:
        return html.Span(name, className="chip only")
    words = [html.Span(f"Remove {series.name}", className="vh"), Markup(tag="span", markup=CROSS)]
    away = html.A(words, href=link(view.selection, series=others), className="away", **marks(data_address=""))
    return html.Span([name, away], className="chip")


def adder(view: TrendsView) -> list[Component]:
    """A form of its own, so that nothing is added before both are chosen."""
    if len(view.series) >= MOST_SERIES:
        return [html.P("Remove a series to add another.", className="full")]
    chosen = fields(view.selection)
    carried = [hidden(name, value) for name, value in chosen.items()]
    measure, area = labelled("Measure", select("add", _measures(view))), labelled("Area", select("area", _areas()))
    button = html.Button("Add", type="submit", className="btn", disable_n_clicks=True)
    form = html.Form([*carried, measure, area, button], action=PATH, method="get", className="adder-form",
                     **marks(data_add_series="", aria_label="Add a series"))  # fmt: skip
    return [html.Details([html.Summary("Add a series"), form], className="adder-fold")]


def form(view: TrendsView) -> Component:
    """How the series are shown."""
    chosen = view.selection
    return html.Form(
        [
            hidden("series", fields(chosen)["series"]),
            labelled("Last month", select("to", end_options(view), id="trends-to")),
            labelled("Length", select("months", _options(LENGTHS, chosen.months), id="trends-months")),
            radios("One point for each", "by", BY, chosen=chosen.by),
            radios("Show as", "show", SHOW, chosen=chosen.show),
            labelled("Compare with", select("compare", _options(COMPARE, chosen.compare), id="trends-compare")),
            html.Noscript(html.Button("Show", type="submit", className="btn", disable_n_clicks=True)),
        ],
        id="controls", className="controls", action=PATH, method="get",
        **marks(data_address="", aria_label="Choose how the series are shown"),
    )  # fmt: skip


def choice(view: TrendsView) -> tuple[str, str]:
    """The folded controls of a phone, in two lines."""
    chosen = view.selection
    beside = " · with the year before" if chosen.compare is Compare.YEAR else ""
    end = Window(chosen.month, chosen.by).label.removeprefix("12 months to ")
    what = f"By {dict(BY)[chosen.by].lower()} · {dict(SHOW)[chosen.show].lower()}{beside}"
    return what, f"{dict(LENGTHS)[chosen.months]} to {end}"


def end_options(view: TrendsView) -> list[Component]:
    """The months that a chart may end in, newest first, grouped by year; those not settled yet say so."""
    ends = groupby(view.coverage.ends(view.selection.by), key=lambda end: end.year)
    return [html.Optgroup([_end(view, end) for end in months], label=str(year)) for year, months in ends]


def _end(view: TrendsView, end: date) -> Component:
    label = Window(end, view.selection.by).label.removeprefix("12 months to ")
    is_late = view.first_unsettled is not None and end >= view.first_unsettled
    words = f"{label}, provisional" if is_late else label
    return option(f"{end:%Y-%m}", words, is_chosen=end == view.selection.month)


def _measures(view: TrendsView) -> list[Component]:
    """Measures with figures, grouped by area of the plan."""
    groups: list[Component] = []
    for priority, measures in view.catalogue.by_priority():
        listed = [option(m.id, m.name, is_chosen=False) for m in measures if m.id in view.measures_available]
        if listed:
            groups.append(html.Optgroup(listed, label=priority.title))
    return groups


def _areas() -> list[Component]:
    listed = [option(area.slug, area.area_name, is_chosen=False) for area in boroughs()]
    return [option(LONDON, "London", is_chosen=True), html.Optgroup(listed, label="Boroughs")]


def _options(choices: tuple[tuple[Length | Compare, str], ...], chosen: Length | Compare) -> list[Component]:
    return [option(value.value, words, is_chosen=value is chosen) for value, words in choices]
