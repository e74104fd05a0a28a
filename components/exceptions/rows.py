"""The list: a table whose rows stack on a phone, with the line below which chance may explain what stands there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.exceptions import words
from components.exceptions.headline import ALLOWING, cut_words, list_title
from components.exceptions.view import METHODS, ExceptionRow, ExceptionsView
from components.signals import label
from components.text.numbers import DOES_NOT_APPLY, count

HEADS = (
    ("Series", "measure and area", ""), ("Latest month", "and its expected range", ""),
    ("Why it is listed", "", ""), ("12-month change", "95% interval", "r"), ("London", "same measure", ""),
    ("How surprising", "by chance alone", ""),
)  # fmt: skip


def table(view: ExceptionsView) -> Component:
    """Rows keep the roles of a table where a phone shows them as blocks."""
    caption = f"{list_title(view)}, the most surprising first"
    rank = _head("Rank", f"of {count(view.listed)}", "rank")
    heads = [rank, *(_head(*each) for each in HEADS)]
    return html.Table(
        [html.Caption(caption, className="vh"), html.Thead(html.Tr(heads, role="row"), role="rowgroup"),
         html.Tbody(list(_body(view)), role="rowgroup")],
        className="data exceptions", role="table",
    )  # fmt: skip


def _head(words_: str, unit: str, kind: str) -> Component:
    below = [html.Span(unit, className="unit")] if unit else []
    return html.Th([words_, *below], scope="col", role="columnheader", className=kind or None)


def _body(view: ExceptionsView) -> Iterator[Component]:
    """The rows, and the line after the last of those that stand out when that is among the rows shown."""
    above, shown = view.above, view.rows
    has_line = not view.selection.only_clear and above <= len(shown)
    for place, row in enumerate(shown):
        if has_line and place == above:
            yield _line(view)
        yield _row(row)
    if has_line and above == len(shown):
        yield _line(view)


def _line(view: ExceptionsView) -> Component:
    return html.Tr(html.Td(cut_words(view), role="cell", colSpan=1 + len(HEADS)), role="row", className="cut")


def _row(row: ExceptionRow) -> Component:
    cells = [
        _cell(str(row.rank), "rank"),
        html.Th(_series(row), scope="row", role="rowheader"),
        _cell(_lines(words.latest_words(row), words.expected_words(row)), "latest"),
        _cell([label(row.signal), *_seconds(words.reason_words(row), words.since_words(row), words.limits_words(row))]),
        _cell(_lines(words.change_words(row), words.interval_words(row), words.verdict_words(row)), "r change"),
        _cell(_london(row), "london only-d" if row.is_london else "london"),
        _cell(words.chance_words(row.p_value), "chance"),
    ]  # fmt: skip
    return html.Tr(cells, role="row")


def _cell(content: Any, kind: str = "") -> Component:
    return html.Td(content, role="cell", className=kind or None)


def _lines(first: str, *others: str) -> list[Component]:
    return [html.Span(first, className="first"), *_seconds(*others)]


def _seconds(*lines: str) -> list[Component]:
    return [html.Span(line, className="second") for line in lines if line]


def _series(row: ExceptionRow) -> list[Any]:
    name = html.A(words.series_words(row), href=words.trends_address(row))
    whole = html.Span(f"Part of {row.part_of}", className="second") if row.part_of else None
    return [name, whole, html.Span(list(_links(row)), className="second links")]


def _links(row: ExceptionRow) -> Iterator[Component]:
    """Whether it could be the recording: a break, a revision, and what to beware of. The cell, which heads the row,
    says of which series."""
    if row.broken:
        yield html.A(words.break_words(row), href=f"{METHODS}#breaks")
    if row.revised:
        yield html.A(words.revised_words(row), href=words.revised_address(row))
    name = html.Span(f": {row.measure}", className="vh")
    yield html.A(["About this measure", name], href=words.measure_address(row))


def _london(row: ExceptionRow) -> list[Any]:
    if row.london_signal is None:
        return [html.Span(DOES_NOT_APPLY, className="mute")]
    return [label(row.london_signal, words.london_signal_words(row)), *_seconds(words.london_change_words(row))]


def line_is_further(view: ExceptionsView) -> str:
    """Said under the first rows where all of them stand above the line."""
    more = view.above - len(view.rows)
    if view.selection.only_clear or more <= 0:
        return ""
    first = f"All of these, and {count(more)} more, stand out even after {ALLOWING}."
    return f"{first} Show all to see where the line falls."
