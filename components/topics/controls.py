"""The row of controls: measure, area, period and what the map shows: a plain GET form."""

from __future__ import annotations

from itertools import groupby

from dash import html
from dash.development.base_component import Component

from components.elements import marks
from components.fields import hidden, labelled, option, radios, select
from components.text import control_summary
from components.topics.view import TopicView
from data.selection import Show, Span, month_name
from data.selection.topics import TopicSelection
from geo.areas import boroughs

SPANS = ((Span.YEAR, "12 months to"), (Span.QUARTER, "Quarter to"), (Span.MONTH, "Month"))
SHOWS = ((Show.NUMBER, "Number"), (Show.RATE, "Rate per 1,000"), (Show.CHANGE, "Change on year"))


def fields(selection: TopicSelection) -> dict[str, str]:
    """The value of every field of the form."""
    return {
        "measure": selection.measure, "area": selection.area or "", "span": selection.span.value,
        "to": f"{selection.asked:%Y-%m}", "show": selection.show.value, "months": selection.length.value,
        "sort": "" if selection.sort == "-value" else selection.sort, "rows": "all" if selection.all_rows else "",
    }  # fmt: skip


def form(view: TopicView, *, prefix: str) -> Component:
    """The form; `prefix` keeps its ids apart from those of other pages."""
    values, chosen = fields(view.selection), view.selection
    period = [
        select("span", [option(s.value, words, is_chosen=s is chosen.span) for s, words in SPANS],
               id=f"{prefix}-span", **marks(aria_label="Length of period")),
        select("to", _ends(view), id=f"{prefix}-to", **marks(aria_label="Period ends")),
    ]  # fmt: skip
    return html.Form(
        [
            labelled(view.topic.one.capitalize(), select("measure", _measures(view), id=f"{prefix}-measure")),
            labelled("Area", select("area", _areas(chosen.area), id=f"{prefix}-area")),
            html.Fieldset([html.Legend("Period"), html.Div(period, className="pair")], className="field period"),
            radios("Map shows", "show", SHOWS, chosen=chosen.show.value),
            *(hidden(name, values[name]) for name in ("months", "sort", "rows")),
            html.Noscript(html.Button("Show", type="submit", className="btn", disable_n_clicks=True)),
        ],
        id="controls", className="controls topic-controls", action=chosen.path, method="get",
        **marks(data_address="", aria_label=f"Choose which {view.topic.one}, area and period are shown"),
    )  # fmt: skip


def choice(view: TopicView) -> tuple[str, str]:
    """The folded controls of a phone, in two lines."""
    what, _ = control_summary(view.map)
    return what, f"{view.rows.area_name} · {view.map.selection.window.label}"


def _measures(view: TopicView) -> list[Component]:
    """The measures that have figures, grouped as the tables are."""
    groups = [
        (group.title, [each for each in group.measures if each in view.available]) for group in view.topic.group
    ]  # fmt: skip
    return [
        html.Optgroup([option(each, view.catalogue.measure(each).name, is_chosen=each == view.selection.measure)
                       for each in listed], label=title)
        for title, listed in groups if listed
    ]  # fmt: skip


def _areas(chosen: str | None) -> list[Component]:
    every = option("", "All of London", is_chosen=chosen is None)
    listed = [option(area.slug, area.area_name, is_chosen=area.slug == chosen) for area in boroughs()]
    return [every, html.Optgroup(listed, label="Boroughs")]


def _ends(view: TopicView) -> list[Component]:
    """Every month with figures, newest first, grouped by year; those not settled yet say so."""
    years = groupby(view.coverage.ends(Span.MONTH), key=lambda month: month.year)
    return [
        html.Optgroup(
            [option(f"{month:%Y-%m}", f"{month_name(month)}{', provisional' if month > view.settled else ''}",
                    is_chosen=month == view.selection.asked) for month in months], label=str(year))
        for year, months in years
    ]  # fmt: skip
