"""Month by month: the chosen measure with its expected range and events, and the others of its group beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.elements import Markup, marks
from components.signals import label
from components.text.numbers import NOT_AVAILABLE, count
from components.topics import words
from components.topics.view import TopicView, address
from components.trends import charts
from components.trends.events import placed
from components.trends.frame import NARROW
from components.trends.panel import panel
from components.trends.table import tables as trend_tables
from components.trends.view import SeriesView, TrendsView
from components.trends.words import signal
from data.selection import month_name
from data.selection.topics import Months

LENGTHS = ((Months.THREE_YEARS, "36 months"), (Months.FIVE_YEARS, "5 years"), (Months.TEN_YEARS, "10 years"))
KEYS = "Arrow keys move through the months, Home and End go to the first and last, Escape closes the box."


def first(view: TopicView) -> TrendsView:
    """The chosen measure alone."""
    return replace(view.trends, series=view.trends.series[:1])


def heading(view: TopicView) -> list[Component]:
    said = [html.P(sentence, className="sub") for sentence in (charts.subtitle(first(view)), words.gaps(view))
            if sentence]  # fmt: skip
    return [html.H2(f"{view.trends.series[0].name}, month by month"), *said, lengths(view)]


def lengths(view: TopicView) -> Component:
    """How many months are drawn, and the ways to more or fewer."""
    chosen = view.selection
    said: list[Any] = []
    for length, named in LENGTHS:
        is_on = length is chosen.length
        link = html.A(named, href=address(chosen, length=length), **marks(data_address=""))
        said += [" · " if said else "Months shown: ", html.Strong(named) if is_on else link]
    return html.P(said, className="sub lengths")


def chart(view: TopicView) -> list[Component]:
    return charts.charts(first(view))


def events(view: TopicView) -> list[Component]:
    """What the dotted lines stand for, each with its source."""
    if not view.trends.events:
        none = "No event of our list belongs beside these figures in the months shown."
        return [html.P(none, className="note")]
    sources = html.A("Where each event comes from", href="/data-and-methods#events")
    return [*charts.event_list(view.trends), html.P(sources)]


def others_heading(view: TopicView) -> list[Component]:
    months = f"{month_name(view.trends.months[0])} to {month_name(view.trends.months[-1])}"
    scale = "Each chart has its own scale, starting at zero; its dotted lines are events named above."
    title = view.topic.group_of(view.selection.measure).others
    return [html.H3(title), html.P(f"{months}. {scale} {view.topic.overlap}", className="sub")]


def others(view: TopicView) -> list[Component]:
    """A small panel for each of the others; nothing where the measure stands alone."""
    if len(view.trends.series) < 2:
        return []
    beside = view.trends.series[1:]
    drawn = [_small(view, series) for series in beside if series.latest]
    without = [series.measure.name for series in beside if not series.latest]
    none = [html.P(f"No figure in these months: {'; '.join(without)}.", className="note")] if without else []
    return [html.Header(others_heading(view)), html.Div(drawn, className="small-panels"), *none]


def _small(view: TopicView, series: SeriesView) -> Component:
    name = html.A(series.measure.name, href=address(view.selection, measure=series.key.measure),
                  **marks(data_address=""))  # fmt: skip
    own = tuple(event for event in view.trends.events if event.name in view.beside[series.key.measure])
    alone = replace(view.trends, series=(series,), events=own)
    why_not = charts.too_few(alone, series)
    if why_not:
        return html.Figure([html.H4(name), html.P(why_not, className="verdict")], className="panel")
    drawing = panel(alone, series, NARROW, placed(alone, NARROW), names_events=False)
    told = html.P([label(signal(series)), html.Span(_when(series))], className="verdict")
    return html.Figure([html.H4(name), told, Markup(markup=drawing)], className="panel")


def _when(series: SeriesView) -> str:
    judged = series.judged
    return f"{month_name(judged.month)}: {count(judged.offences)}" if judged else "No figure in the months shown"


def twins(view: TopicView) -> list[Component]:
    """The chosen measure's months with range and signal; and the months of all of its kind side by side."""
    return [*trend_tables(first(view)), *([side_by_side(view)] if len(view.trends.series) > 1 else [])]


def side_by_side(view: TopicView) -> Component:
    """A month a row, newest first, and a measure a column; never added up."""
    series = view.trends.series
    heads = [html.Th(words_, scope="col", className=kind or None)
             for words_, kind in [("Month", ""), *((each.measure.name, "r") for each in series)]]  # fmt: skip
    found = [{row.end: row.value for row in each.rows} for each in series]
    rows = [html.Tr([html.Th(month_name(month), scope="row"), *(_cell(each.get(month)) for each in found)])
            for month in reversed(view.trends.months)]  # fmt: skip
    caption = f"Recorded offences each month by {view.topic.one}, {view.rows.area_name}. {view.topic.overlap}"
    table = html.Table([html.Caption(caption), html.Thead(html.Tr(heads)), html.Tbody(rows)], className="data wide")
    scrolls = {"tabIndex": 0, **marks(role="region", aria_label=f"Figures: every {view.topic.one}")}
    return html.Div(table, className="tbl-wrap tall", **scrolls)


def _cell(value: float | None) -> Component:
    if value is None:
        return html.Td(NOT_AVAILABLE, className="r mute")
    return html.Td(count(value), className="r")
