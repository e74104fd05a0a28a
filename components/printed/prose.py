"""Figures that documents give in their prose: one row each, with where it stands and what is to be known of it."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from components.overview.words import figure
from components.printed.table import scrolling
from components.printed.words import short_title, span_words
from components.text.numbers import ordinal
from data.printed.records import Sentence

HEADS = (("What is counted", ""), ("Figure", "r"), ("Period", ""), ("Document and section", ""))


def prose_table(given: Sequence[Sentence], *, caption: str) -> Component:
    heads = html.Tr([html.Th(words, scope="col", className=kind or None) for words, kind in HEADS])
    table = html.Table(
        [html.Caption(caption, className="vh"), html.Thead(heads), html.Tbody([_row(each) for each in given])],
        className="data prose",
    )
    return scrolling(table, label=caption)


def _row(each: Sentence) -> Component:
    note = (
        [html.Span(f"{each.cell.note[:1].upper()}{each.cell.note[1:]}.", className="second")] if each.cell.note else []
    )
    period = span_words(each.cell.period_start, each.cell.period_end) or "Not stated"
    return html.Tr(
        [
            html.Th([each.row, html.Span(each.column, className="second"), *note], scope="row"),
            html.Td(_figure(each), className="r"),
            html.Td(period),
            html.Td([short_title(each.document_title), html.Span(each.section, className="second")]),
        ]
    )


def _figure(each: Sentence) -> str:
    is_rank = each.cell.unit == "rank"
    return ordinal(int(each.cell.value)) if is_rank else figure(each.cell.value, each.cell.unit)


def folded_prose(given: Sequence[Sentence], *, caption: str) -> Component | None:
    """The same behind its number of figures; nothing without any."""
    if not given:
        return None
    summary = html.Summary(f"{caption}: {len(given)} figures")
    return html.Details([summary, prose_table(given, caption=caption)], className="folded")
