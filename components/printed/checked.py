"""What was worked out again from a table's own figures: in how many places it agrees, and where and why not."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.printed.words import decimals, lower_first, money, span_words
from components.text.numbers import listed, plain
from data.printed.records import Check, PrintedTable

KINDS = {"sum": ("total", "totals"), "difference": ("difference", "differences"), "share": ("share", "shares")}
GIVES = {"sum": "its parts add up to", "difference": "the two columns give", "share": "the counts give"}


def checked(table: PrintedTable) -> list[Component]:
    """A sentence, and a list of what differs; nothing where the table has nothing to work out."""
    if not table.checks:
        return []
    listed = [html.Li(check_sentence(table, check)) for check in table.differing]
    return [
        html.P(summary(table), className="note checked"),
        *([html.Ul(listed, className="checks")] if listed else []),
    ]


def summary(table: PrintedTable) -> str:
    """`64 totals and 24 differences were worked out again from the figures of this table: 86 agree and 2 do not …`"""
    counts = [(sum(check.kind == kind for check in table.checks), words) for kind, words in KINDS.items()]
    told = listed([f"{number} {words[number != 1]}" for number, words in counts if number])
    were = "was" if len(table.checks) == 1 else "were"
    said = f"{told} {were} worked out again from the figures of this table"
    wrong = len(table.differing)
    if not wrong:
        return f"{said}: {'it agrees' if len(table.checks) == 1 else 'all agree'}."
    how = "by no more than rounding can explain" if all(check.is_rounding for check in table.differing) else (
        "some by more than rounding can explain")  # fmt: skip
    agree = len(table.checks) - wrong
    return f"{said}: {agree} agree and {wrong} {'does' if wrong == 1 else 'do'} not, {how}. Figures stand as printed."


def check_sentence(table: PrintedTable, check: Check) -> str:
    """`Total pay, variance 2017/18: −53.2 is printed; its parts add up to −53.1. £0.1m apart; rounding …`"""
    row = table.row(check.row)
    column = next(column for column in table.columns if column.label == check.column)
    places = decimals(table.step)
    printed, again = (plain(float(value), places) for value in (check.printed, check.recomputed))
    apart, allowed = (
        money(float(value), table.unit, places=2 if places else 1) for value in (check.apart, check.allowed)
    )
    period = span_words(column.period_start, column.period_end)
    head = lower_first(column.head if not period or period in column.head else f"{column.head} {period}")
    named = f"{row.name if row else check.row}, {head}"
    within = (
        f"rounding alone can set them up to {tidy(allowed)} apart"
        if check.is_rounding
        else (f"more than rounding alone, {tidy(allowed)}, would explain")
    )
    return f"{named}: {printed} is printed; {GIVES[check.kind]} {again}. That is {tidy(apart)} apart; {within}."


def tidy(words: str) -> str:
    """`£0.10m` as `£0.1m`, `1.0` as `1`: no noughts at the end of the decimals."""
    tail = "m" if words.endswith("m") else ""
    head = words.removesuffix("m")
    return f"{head.rstrip('0').rstrip('.') if '.' in head else head}{tail}"
