"""The wards ranked: the map's figures again, with the year before where it can be compared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from dash import html

from components.elements import marks
from components.fields import sort_head
from components.text.numbers import DOES_NOT_APPLY, NOT_AVAILABLE, NOT_CALCULATED, count, percent_change, signed
from components.wards import words
from components.wards.view import WardRow, WardsView
from data.selection import Span, Window
from data.selection.crime_map import Show

MUTED = (NOT_AVAILABLE, NOT_CALCULATED)
VALUE = {Show.NUMBER: "offences", Show.CHANGE: "percent"}


@dataclass(frozen=True)
class Column:
    """One column: its name in addresses, head, unit, what rows are sorted by, and what stands in a row."""

    key: str
    label: str
    unit: str
    field: str
    words: Callable[[WardRow], str]

    @property
    def style(self) -> str:
        on_phone = self.key in ("ward", "offences", "percent")
        return " ".join(filter(None, ["" if self.key == "ward" else "r", "" if on_phone else "only-d"]))


def columns(view: WardsView) -> tuple[Column, ...]:
    """Those that this period has: without a year to compare with there is no change."""
    window = view.selection.window
    found = [Column("ward", "Ward", "", "area_name", lambda row: row.area_name),
             Column("offences", "Offences", window.column_label, "offences", lambda row: _count(row.offences))]
    if view.is_comparable:
        before = window.year_before.column_label
        found += [Column("before", "Offences", before, "offences_before", lambda row: _count(row.offences_before)),
                  Column("change", "Change", "number", "change", _change),
                  Column("percent", "Change", "per cent", "change_pct", _percent)]
    if view.selection.span is not Span.YEAR and any(row.offences_12m is not None for row in view.rows):
        year = Window(window.end, Span.YEAR).column_label
        found.append(Column("year", "12 months", year, "offences_12m", lambda row: _count(row.offences_12m)))
    return tuple(found)  # fmt: skip


def _count(number: int | None) -> str:
    return NOT_AVAILABLE if number is None else count(number)


def _change(row: WardRow) -> str:
    return NOT_AVAILABLE if row.change is None else signed(row.change)


def _percent(row: WardRow) -> str:
    if row.change_status == "small_base":
        return NOT_CALCULATED
    return NOT_AVAILABLE if row.change_pct is None else percent_change(row.change_pct, decimals=1)


def sorting(view: WardsView) -> tuple[Column, bool]:
    """The column that the rows are sorted by, and whether the largest comes first."""
    falling, name = view.selection.sort.startswith("-"), view.selection.sort.removeprefix("-")
    wanted = VALUE[view.selection.show] if name == "value" else name
    found = next((column for column in columns(view) if column.key == wanted), None)
    return (found, falling) if found else (columns(view)[1], True)


def sorted_rows(view: WardsView) -> list[WardRow]:
    """All wards in the table's order: those without a figure last, equal ones by name."""
    column, falling = sorting(view)
    of = attrgetter(column.field)
    known = [row for row in view.rows if of(row) is not None]
    return sorted(known, key=of, reverse=falling) + [row for row in view.rows if of(row) is None]


def ward_table(view: WardsView) -> html.Table:
    caption = f"{words.title_words(view)} of {view.borough.area_name}, {view.selection.window.label}"
    heads = [html.Th("Rank", scope="col", className="rank"), *(_head(view, column) for column in columns(view))]
    rows = [_total(view), *(_row(view, row) for row in sorted_rows(view))]
    parts = [html.Caption(caption, className="vh"), html.Thead(html.Tr(heads)), html.Tbody(rows)]
    return html.Table(parts, className=f"data ward-table{'' if len(columns(view)) > 3 else ' narrow'}")


def _head(view: WardsView, column: Column) -> html.Th:
    """A column's head is a link that sorts by it; the same again turns the order round."""
    now, falling = sorting(view)
    order: dict[str, Any] = {"aria-sort": "descending" if falling else "ascending"} if now.key == column.key else {}
    name = "value" if column.key == VALUE[view.selection.show] else column.key
    target = f"{'' if (falling if order else column.key == 'ward') else '-'}{name}"
    inside, unit = sort_head(column.label, column.unit)
    link = html.A(inside, className="sort",
                  href=view.selection.address(sort=target),
                  **marks(data_address="", **({"data_on": order["aria-sort"]} if order else {})))  # fmt: skip
    return html.Th([link, *unit], scope="col", className=column.style or None, **order)


def _total(view: WardsView) -> html.Tr:
    """The sum of the wards, which is not the borough's figure."""
    cells = [html.Td(column.words(view.total), className=column.style) for column in columns(view)[1:]]
    name = html.Th(view.total.area_name, scope="row")
    return html.Tr([html.Td("", className="rank"), name, *cells], className="total")


def _row(view: WardsView, row: WardRow) -> html.Tr:
    is_chosen = row == view.chosen
    link = html.A(row.area_name, href=view.selection.address(ward=row.area_code), **marks(data_address=""))
    mark = [html.Span(", selected", className="vh")] if is_chosen else []
    cells = [_cell(column, row) for column in columns(view)[1:]]
    rank = html.Td(DOES_NOT_APPLY if row.rank is None else str(row.rank), className="rank")
    kind = "sel" if is_chosen else None
    return html.Tr([rank, html.Th([link, *mark], scope="row"), *cells], className=kind,
                   **marks(data_code=row.area_code))  # fmt: skip


def _cell(column: Column, row: WardRow) -> html.Td:
    said = column.words(row)
    return html.Td(said, className=f"{column.style} mute" if said in MUTED else column.style)
