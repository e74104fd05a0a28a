"""The page's tables: each group of measures, what the year did and what the month says, as on the overview."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.elements import marks
from components.exceptions import address as exceptions_address
from components.overview.count_rows import count_table
from components.overview.other_rows import published_table
from components.overview.sections import break_note, breaks, reporting, reporting_printed, tally
from components.overview.view import CountRow, Section
from components.text import MAP_PATH
from components.topics.view import TopicView, address
from data.selection import month_name
from data.selection.trends import address as trends_address

CLOSE_UP = "close-up"  # the anchor of the part that shows one measure


def tables(view: TopicView) -> list[Component]:
    return [_section(view, each) for each in view.rows.sections]


def _section(view: TopicView, each: Section) -> Component:
    anchor, title = f"group-{each.priority.id}", each.priority.title
    notes = {broken: f"{anchor}-break-{place}" for place, broken in enumerate(breaks(each.counts), 1)}
    parts: list[Any] = [html.Header([html.H2(title, id=f"{anchor}-heading"), html.P(tally(each), className="tally")])]
    parts += reporting(each.counts) if each.counts else reporting_printed(each.published)
    if each.counts:
        if len(each.counts) > 1:
            parts.append(html.P(view.topic.overlap, className="sub"))
        parts.append(count_table(view.rows, title, each.counts, notes, naming=partial(_naming, view)))
        parts += [html.P(break_note(broken, each.counts), id=note, className="note") for broken, note in notes.items()]
    if each.published:
        parts.append(published_table(title, each.published))
    parts += list(_missing(view, each))
    return html.Section(parts, id=anchor, className="block pri", **marks(aria_labelledby=f"{anchor}-heading"))


def _naming(view: TopicView, row: CountRow) -> Sequence[Any]:
    """The way to the measure close up; under it the ways to its series, its map and its exceptions."""
    shown = row.measure_id == view.selection.measure
    target = f"{address(view.selection, measure=row.measure_id)}#{CLOSE_UP}"
    name = html.A(row.name, href=target, **marks(data_address=""))
    mark = [html.Span(", shown close up", className="vh")] if shown else []
    return [html.Span([name, *mark], className="now-shown" if shown else None),
            html.Span(list(_ways(view, row)), className="ways-on")]  # fmt: skip


def _ways(view: TopicView, row: CountRow) -> Iterator[Component]:
    area, month = view.selection.area, row.month
    of = html.Span(f" of {row.name.lower()}", className="vh")
    map_query = f"?measure={row.measure_id}&span=12m&to={month:%Y-%m}&show=rate{f'&area={area}' if area else ''}"
    yield html.A(["Trend", of], href=trends_address(row.measure_id, area, to=month))
    yield html.A(["Map", of], href=f"{MAP_PATH}{map_query}")
    where = area or "all"
    exceptions = exceptions_address(to=f"{month:%Y-%m}", area=where, plan=row.priority)
    beside = html.Span(f" beside {row.name.lower()}", className="vh")
    yield html.A(["Exceptions", beside], href=exceptions)


def _missing(view: TopicView, each: Section) -> Iterator[Component]:
    """Measures without a figure for the period, by when there are some; and what is printed for London only."""
    rows = view.without[each.priority.id]
    if rows:
        yield html.P(["No figures for this period. ", *_spans(view, rows)], className="note without")
    printed = view.topic.group[each.priority.order].published
    if printed and view.selection.area:
        link = html.A("see London", href=address(view.selection, area=None), **marks(data_address=""))
        said = "One figure is" if len(printed) == 1 else f"{len(printed)} figures are"
        yield html.P([f"{said} published for London only: ", link, "."], className="note without")


def _spans(view: TopicView, rows: Sequence[Mapping[str, Any]]) -> Iterator[Any]:
    absent = [row["name"] for row in rows if row["span"] is None]
    if absent:
        yield f"This edition holds none for {'; '.join(absent)}. "
    for row in rows:
        if span := row["span"]:
            when = f"{month_name(span.first, short=True)} to {month_name(span.last, short=True)}"
            nearest = max(min(span.last, view.selection.asked), span.first)
            link = html.A(when, href=address(view.selection, asked=nearest, measure=row["measure_id"]),
                          **marks(data_address=""))  # fmt: skip
            yield from (f"{row['name']}: ", link, ". ")
