"""The columns of the borough table, and the order of its rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter

from components.map_view import MapView
from components.text import (
    NOT_CALCULATED,
    NOT_COMPARABLE,
    NOT_LISTED,
    Figures,
    boroughs,
    count,
    decimals,
    percent_change,
    rate,
    residents_year,
    selected,
    signed,
    why_missing,
)
from data.selection import Show

FIRST_ROWS = 10
VALUE_COLUMN = {Show.RATE: "rate", Show.NUMBER: "offences", Show.CHANGE: "percent"}
FIGURES = ("offences", "before", "change", "percent", "rate", "residents")  # the columns after the borough's name
ON_PHONE = ("borough", "offences", "percent", "rate")


@dataclass(frozen=True)
class Column:
    """One column: its name in addresses, its head, what stands in a row, and what rows are sorted by."""

    key: str
    label: str
    unit: str
    words: Callable[[Figures], str]
    field: str

    def order(self, row: Figures) -> float | str | None:
        """None where there is no figure: such rows come last either way."""
        value: float | str | None = attrgetter(self.field)(row)
        return value

    @property
    def style_class(self) -> str:
        return column_style(self.key)


def column_style(key: str) -> str:
    """The classes of a column's cells."""
    names = ["" if key == "borough" else "r", "" if key in ON_PHONE else "only-d"]
    return " ".join(name for name in names if name)


def columns(view: MapView) -> tuple[Column, ...]:
    """The columns after the rank; the units under the heads say which period and year."""
    window, places, year = view.selection.window, decimals(view), residents_year(view)
    before, mid_year = window.year_before.column_label, f"mid-{year}" if year else ""
    return (
        Column("borough", "Borough", "", lambda row: row.area_name, "area_name"),
        Column("offences", "Offences", window.column_label, lambda row: _offences(view, row), "offences"),
        Column("before", "Offences", before, _before, "offences_before"),
        Column("change", "Change", "number", lambda row: _change(row, signed(row.change)), "change"),
        Column("percent", "Change", "per cent", _percent, "change_pct"),
        Column("rate", "Rate", "per 1,000 residents", lambda row: rate(row.rate, places), "rate"),
        Column("residents", "Residents", mid_year, lambda row: count(row.residents), "residents"),
    )


def _offences(view: MapView, row: Figures) -> str:
    return why_missing(view, row) if row.offences is None else count(row.offences)


def _before(row: Figures) -> str:
    """Absent where a break lies inside the earlier period, whose months are not added up, or where none is listed."""
    if row.offences_before is not None:
        return count(row.offences_before)
    return NOT_COMPARABLE if row.change_status == "not_comparable" else NOT_LISTED


def _change(row: Figures, words: str) -> str:
    return NOT_COMPARABLE if row.change_status == "not_comparable" else words


def _percent(row: Figures) -> str:
    if row.change_status == "small_base":
        return NOT_CALCULATED
    return _change(row, percent_change(row.change_pct, decimals=1))


def sorting(view: MapView) -> tuple[str, bool]:
    """Which column the rows are sorted by, and whether the largest comes first."""
    key = view.selection.sort.removeprefix("-")
    return VALUE_COLUMN[view.selection.show] if key == "value" else key, view.selection.sort.startswith("-")


def sort_by(view: MapView, column: Column) -> str:
    """The `sort` that this column's head leads to: the other way round where it is sorted by already."""
    key, largest_first = sorting(view)
    falling = not largest_first if column.key == key else column.key != "borough"
    name = "value" if column.key == VALUE_COLUMN[view.selection.show] else column.key
    return f"-{name}" if falling else name


def sorted_rows(view: MapView) -> list[Figures]:
    """All boroughs in the table's order: those without a figure last, equal ones by name."""
    key, largest_first = sorting(view)
    column = next(column for column in columns(view) if column.key == key)
    by_name = sorted(boroughs(view), key=lambda row: row.area_name)
    missing = [row for row in by_name if column.order(row) is None]
    known = [row for row in by_name if row not in missing]
    return sorted(known, key=attrgetter(column.field), reverse=largest_first) + missing


def shown_rows(view: MapView) -> list[Figures]:
    """The first ten boroughs, and the selected one wherever it stands; all of them when asked for."""
    rows = sorted_rows(view)
    if view.selection.all_rows:
        return rows
    chosen = selected(view)
    return rows[:FIRST_ROWS] + [row for row in rows[FIRST_ROWS:] if row == chosen]
