"""The table of every borough's priorities: its columns are links that sort, its rows stack on a phone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.elements import marks
from components.fields import sort_head
from components.priorities import words
from components.priorities.view import BOROUGHS, PrioritiesView, PriorityRow, address
from components.signals import label, rule_words
from components.text.numbers import count, signed
from data.selection import month_name

MUTED = (words.NO_FIGURE, "Not comparable", "n/c")


@dataclass(frozen=True)
class Column:
    """A column after the borough: its name in addresses, its head, and what stands in a row's cell."""

    key: str
    label: str
    unit: str
    cell: Callable[[PriorityRow], list[Any]]
    kind: str = "r"


def columns(view: PrioritiesView) -> tuple[Column, ...]:
    """Those of the view; the printed figures have one where there are any."""
    window, end = view.selection.window, month_name(view.selection.month)
    every = (
        Column("now", window.label, "recorded", lambda row: _lines(*words.figure(row))),
        Column("before", window.year_before.label, "recorded", lambda row: [_number(row.before)]),
        Column("change", "Change", "number", lambda row: [signed(row.change) if row.change is not None else ""]),
        Column("percent", "Change", "per cent", _quarter),
        Column("year", "12 months", "per cent", _year),
        Column("signal", end, "against its expected range", lambda row: _signal(view, row), "signal"),
    )
    printed = Column("published", "Published", "difference now", _published)
    return (*every, printed) if view.is_published else every


def priorities_table(view: PrioritiesView, rows: Sequence[PriorityRow]) -> Component:
    """Rows keep the roles of a table where a phone shows them as blocks."""
    caption = f"{words.rows_title(view)}, {view.selection.window.label}"
    heads = [_head(view, "borough", "Borough", "", ""), _head(view, "priority", "Priority", "", "")]
    heads += [_head(view, each.key, each.label, each.unit, each.kind) for each in columns(view)]
    return html.Table(
        [html.Caption(caption, className="vh"), html.Thead(html.Tr(heads, role="row"), role="rowgroup"),
         html.Tbody(list(_body(view, rows)), role="rowgroup")],
        className=f"data priorities{' all' if view.selection.all_rows else ''}", role="table",
    )  # fmt: skip


def _head(view: PrioritiesView, key: str, words_: str, unit: str, kind: str) -> Component:
    """A column's head is a link that sorts by it; the same again turns the order round."""
    sort = view.selection.sort
    is_on, falling = sort.removeprefix("-") == key, sort.startswith("-")
    is_text = key in ("borough", "priority")
    turned = ("" if falling else "-") if is_on else "" if is_text else "-"
    order = "descending" if falling else "ascending"
    inside, below = sort_head(words_, unit)
    link = html.A(inside, href=address(view.selection, sort=f"{turned}{key}"),
                  className="sort", **marks(data_address=""), **(marks(data_on=order) if is_on else {}))  # fmt: skip
    sorted_so: dict[str, Any] = {"aria-sort": order} if is_on else {}
    return html.Th([link, *below], scope="col", role="columnheader", className=f"{kind} c-{key}".strip(), **sorted_so)


def _body(view: PrioritiesView, rows: Sequence[PriorityRow]) -> Iterator[Component]:
    """A borough's name stands in its first row; in those that follow it is there for readers who hear the table."""
    before = ""
    for row in rows:
        yield _row(view, row, is_same=row.area_name == before)
        before = row.area_name


def _row(view: PrioritiesView, row: PriorityRow, *, is_same: bool) -> Component:
    is_selected = row.slug == view.selection.area
    name = html.A(row.area_name, href=f"{BOROUGHS}/{row.slug}?to={view.selection.month:%Y-%m}")
    mark = [html.Span(", chosen", className="vh")] if is_selected else []
    kind = " ".join(filter(None, ["sel" if is_selected else "", "same" if is_same else "first"]))
    named = html.Td(_priority(view, row), role="cell", className="priority")
    cells = [named, *(_cell(column, row) for column in columns(view))]
    code: dict[str, Any] = {"data-code": f"{row.slug}:{row.kind}"}
    return html.Tr([html.Th([name, *mark], scope="row", role="rowheader"), *cells], role="row", className=kind, **code)


def _cell(column: Column, row: PriorityRow) -> Component:
    content = column.cell(row)
    muted = " mute" if content and content[0] in MUTED else ""
    named = html.Span(f"{column.label}{f', {column.unit}' if column.unit else ''}: ", className="only-m named")
    return html.Td([named, *content], role="cell", className=f"{column.kind}{muted} c-{column.key}")


def _priority(view: PrioritiesView, row: PriorityRow) -> list[Any]:
    second = filter(None, ["Additional priority" if row.is_additional else "", words.why_missing(view, row)])
    return _lines(row.name, ". ".join(second))


def _lines(first: str, second: str = "") -> list[Any]:
    return [first, html.Span(second, className="second")] if second else [first]


def _number(number: float | None) -> str:
    return words.NO_FIGURE if number is None else count(number)


def _quarter(row: PriorityRow) -> list[Any]:
    return _change(row.change_pct, row.lower_pct, row.upper_pct, row.verdict)


def _year(row: PriorityRow) -> list[Any]:
    return _change(row.year_pct, row.year_lower_pct, row.year_upper_pct, row.year_verdict)


def _change(percent: float | None, lower: float | None, upper: float | None, verdict: str) -> list[Any]:
    """The change with its interval, and the verdict in words under it."""
    range_ = words.interval(lower, upper)
    said = words.verdict_words(percent, verdict)
    inside = [html.Span(f" ({range_})", className="range")] if range_ else []
    return [words.change_words(percent, verdict), *inside,
            *([html.Span(said, className=f"second {verdict}")] if said else [])]  # fmt: skip


def _signal(view: PrioritiesView, row: PriorityRow) -> list[Any]:
    # A month outside the range is near its limit too, which goes unsaid.
    rules = [rule for rule in row.rules.split(",") if rule != "outer_third" or "beyond_limit" not in row.rules]
    why = rule_words(",".join(rules), row.signal, row.since, view.selection.month)
    return [label(row.signal), *([html.Span(why, className="second")] if why else [])]


def _published(row: PriorityRow) -> list[Any]:
    if row.published_pct is None:
        return ["–"]
    kind = "second" if row.comes_out else "second differs"
    said = words.points(row.difference) or "no figure now"
    return [words.printed_percent(row.published_pct), html.Span(said, className=kind)]
