"""The words of published tables: figures, the direction of a variance, periods and places. Never a judgement."""

from __future__ import annotations

from datetime import date

from components.text.numbers import percent_change, plain
from data.printed.records import Cell, PrintedTable
from data.selection import Span, Window, month_name

# What a figure below, above and on its budget is called, by the kind of money that it is.
DIRECTIONS = {
    "spending": ("under budget", "over budget", "on budget"),
    "income": ("more income", "less income", "as budgeted"),  # income is printed as a negative amount
    "reserves": ("more drawn", "less drawn", "as budgeted"),
    "allowance": ("larger", "smaller", "the same"),
    "saving": ("more saved", "less saved", "as planned"),
    "people": ("below target", "above target", "on target"),
}  # fmt: skip


def decimals(step: float) -> int:
    return 1 if step < 1 else 0


def figure(cell: Cell | None, step: float) -> str:
    """`2,503.5`, `15%`; a cell without a figure is `Not published`."""
    if cell is None:
        return "Not published"
    return f"{plain(cell.value)}%" if cell.unit == "%" else plain(cell.value, decimals(step))


def difference(value: float, step: float) -> str:
    """`+27.0`, `−32.2`, `0`."""
    places = decimals(step)
    return "0" if value == 0 else percent_change(value, decimals=places).removesuffix("%")


def direction(value: float, kind: str) -> str:
    """`under budget`."""
    below, above, same = DIRECTIONS[kind]
    return below if value < 0 else above if value > 0 else same


def money(value: float, unit: str, *, places: int = 1) -> str:
    """`£32.2m`, `£297`, `1`: a size, without a sign."""
    if unit == "£m":
        return f"£{plain(abs(value), places)}m"
    return f"{'£' if unit.startswith('£') else ''}{plain(abs(value), places)}"


def span_words(start: date | None, end: date | None) -> str:
    """`Apr–Jun 2017`, `2017/18`, `June 2017` for a day in it, `12 months to September 2018`; '' when not stated."""
    if end is None:
        return ""
    last = end.replace(day=1)
    if start is None:
        return month_name(last)
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    if months == 12 and start.month == 4:
        return f"{start.year}/{end.year % 100:02d}"
    if months == 12:
        return Window(last, Span.YEAR).label if start.month != 1 else str(start.year)
    if months == 3:
        return Window(last, Span.QUARTER).label
    if start.month == 4 and end.month == 3:
        return f"{start.year}/{(start.year + 1) % 100:02d} to {end.year - 1}/{end.year % 100:02d}"
    return month_name(last) if months == 1 else f"{month_name(start, short=True)} to {month_name(last, short=True)}"


def short_title(title: str) -> str:
    """A document's title without what it is bound with: `Quarterly Performance Update Report, Quarter 1 2017/18`."""
    return title.partition(" (")[0].partition(", with ")[0].partition(", An ")[0]


def place_words(table: PrintedTable) -> str:
    """Where it stands."""
    section = f"section ‘{table.section}’"
    named = "" if table.table_name == table.section else f", table ‘{table.table_name}’"
    return f"{short_title(table.document_title)}, {section}{named}."


def lower_first(words: str) -> str:
    """For the inside of a sentence; what begins with capitals keeps them."""
    return words if words[1:2].isupper() else f"{words[:1].lower()}{words[1:]}"


def unit_words(unit: str) -> str:
    return {"£m": "£ million", "FTE": "full-time equivalents"}.get(unit, unit)
