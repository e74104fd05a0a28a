"""Figures that were printed, beside what is recorded now for the same period; and what the plan set out to measure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from math import ceil
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.overview.words import printed as printed_words
from components.text.numbers import DOES_NOT_APPLY, count, percent_change, plain
from components.topics.view import PrintedFigure, TopicView
from data.periods import add_months, month_name, months_between
from data.selection import Span, Window

TITLE = "As printed, beside what is recorded now"
HEADS = (("Printed as", "row and column", ""), ("Measure here", "", ""), ("Period", "", ""), ("As printed", "", "r"),
         ("Recorded now", "London, same period", "r"), ("Difference", "per cent", "r"))  # fmt: skip
SUB = ("Figures of published reports, as printed and never corrected, under the document, section and table that they "
       "stand in. Records differ from print because the publisher restates past months.")  # fmt: skip


def printed(view: TopicView) -> list[Component]:
    """Nothing where the edition holds none of the figures."""
    if not view.printed:
        return []
    heads = [html.Th([label, html.Span(unit, className="unit")] if unit else label, scope="col", role="columnheader",
                     className=kind or None) for label, unit, kind in HEADS]  # fmt: skip
    table = html.Table(
        [html.Caption(TITLE, className="vh"), html.Thead(html.Tr(heads, role="row"), role="rowgroup"),
         *_bodies(view.printed)],
        className="data as-printed", role="table",
    )  # fmt: skip
    return [html.Header([html.H2(TITLE), html.P(SUB, className="sub")]), html.Div(table, className="tbl-wrap"),
            html.P(closeness(view), className="note")]  # fmt: skip


def _bodies(figures: Sequence[PrintedFigure]) -> Iterator[Component]:
    """A body for each printed table, under its place in the document."""
    for place, rows in groupby(figures, key=_place):
        head = html.Th(place, scope="rowgroup", role="rowheader", colSpan=len(HEADS), className="place")
        yield html.Tbody([html.Tr(head, role="row"), *(_row(each) for each in rows)], role="rowgroup")


def _place(each: PrintedFigure) -> str:
    """`Business Plan 2017-18, 3.1 Making every community safer: Offences by hate crime type`."""
    inside = "" if each.table_name == each.section else f": {each.table_name}"
    return f"{each.document_title.partition(' (')[0]}, {each.section}{inside}"


def _row(each: PrintedFigure) -> Component:
    name: list[Any] = [each.row_label, html.Span(f", {each.column_label}", className="column")]
    name += [html.Span(each.note, className="second")] if each.note else []
    unknown = " unknown" if each.recorded is None else ""
    cells: list[tuple[str, Any]] = [
        ("here", each.measure or DOES_NOT_APPLY), ("when", period(each)),
        ("r now", printed_words(each.value, each.unit, each.note)),
        (f"r recorded{unknown}", recorded(each)), (f"r difference{unknown}", _difference(each)),
    ]  # fmt: skip
    drawn = [html.Td(content, role="cell", className=kind) for kind, content in cells]
    return html.Tr([html.Th(name, scope="row", role="rowheader"), *drawn], role="row")


def recorded(each: PrintedFigure) -> str:
    """The records' figure, or why there is none."""
    if each.measure is None:
        return each.unrecorded
    if each.recorded is None:
        return f"Begins in {month_name(each.begins, short=True)}" if each.begins else "Not in this edition"
    return count(each.recorded)


def _difference(each: PrintedFigure) -> str:
    return DOES_NOT_APPLY if each.difference_pct is None else percent_change(each.difference_pct, decimals=1)


def period(each: PrintedFigure) -> str:
    """`12 months to June 2017`, `Apr–Jun 2017`, `June 2017`, `To March 2017`; where the document names none, that."""
    start, end = each.period_start, each.period_end
    if end is None:
        return "Not stated"
    last = end.replace(day=1)
    if start is None:
        return f"To {month_name(last)}"
    spans = {span.months: span for span in Span}
    months = months_between(start, last) + 1
    if months in spans and _is_whole(start, end):
        return Window(last, spans[months]).label
    return f"{month_name(start)} to {month_name(last)}"


def _is_whole(start: date, end: date) -> bool:
    return start.day == 1 and (end + timedelta(days=1)) == add_months(end.replace(day=1), 1)


def closeness(view: TopicView) -> str:
    """How near the records are to print, of the figures for which both are known."""
    gaps = [abs(each.difference_pct) for each in view.printed if each.difference_pct is not None]
    if not gaps:
        return "None of them is of a period for which this edition has records."
    largest = plain(ceil(10 * max(gaps)) / 10, 1)
    both, are = ("The one figure", "is") if len(gaps) == 1 else (f"All {len(gaps)} figures", "are")
    return f"{both} for which this edition has the same period {are} within {largest}% of print."


def indicators(view: TopicView) -> list[Component]:
    """What the plan set out to measure, and what there is of it."""
    if not view.indicators:
        return []
    where = view.indicators[0]
    sub = f"{where.document_title.partition(' (')[0]}, {where.section}."
    entries = [html.Div([html.Dt(each.words), html.Dd(each.answer)]) for each in view.indicators]
    return [html.Header([html.H2("What the plan set out to measure"), html.P(sub, className="sub")]),
            html.Dl(entries, className="indicators")]  # fmt: skip
