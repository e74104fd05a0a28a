"""The money without its page: forecasts against budgets, or the reserves year by year where that table is open."""

from __future__ import annotations

from components.figures.about_nought import NARROW, WIDE, Row, about_nought
from components.finance import headline as words
from components.finance import reserves
from components.finance.tables import download_name, glanced
from components.finance.view import FinanceView
from components.pictures.picture import Drawing, Picture
from components.printed import direction, place_words, span_words
from components.printed.words import money
from data.printed.records import PrintedRow, PrintedTable
from data.selection.finance import PATH

SIDES = {True: "lower", False: "higher"}
HOW = "Bars to the left are under budget, bars to the right over it; less saved than planned is to the right too."
AS_PUBLISHED = "Every figure is as published at the time."


def picture(view: FinanceView) -> Picture:
    """Where the edition holds no published table, words alone."""
    table = view.table
    drawn = _reserves(view, table) if table and table.id == "reserves" else _glance(view)
    said = words.headline(view)
    title, subtitle, drawings, notes = drawn or ("Money", "", (), ())
    return Picture(
        title=title, subtitle=subtitle, headline=said, label=f"{title}. {subtitle}", drawings=drawings, said=(said,),
        notes=notes, edition=view.edition, path=PATH, query=view.selection.to_query(), name=download_name(view),
    )  # fmt: skip


Drawn = tuple[str, str, tuple[Drawing, ...], tuple[str, ...]]


def _reserves(view: FinanceView, table: PrintedTable) -> Drawn:
    wide, narrow = (reserves.columns(table, *size) for size in (reserves.WIDE, reserves.NARROW))
    return table.title, f"{table.about} In £ million.", (Drawing(wide, (narrow,)),), (place_words(table), AS_PUBLISHED)


def _glance(view: FinanceView) -> Drawn | None:
    found = list(glanced(view))
    if not found:
        return None
    column = words.compared(*found[0])[0]
    year = span_words(column.period_start, column.period_end)
    rows = [_row(table, row) for table, row in found]
    label = "Forecast against budget. " + " ".join(f"{row.name}: {row.said}." for row in rows)
    wide, narrow = (about_nought(rows, size, unit="", label=label, far=float("inf")) for size in (WIDE, NARROW))
    places = tuple(dict.fromkeys(place_words(table) for table, _ in found))
    return ("Forecast against budget", f"Full year {year}, variance in £ million", (Drawing(wide, (narrow,)),),
            (HOW, *places, AS_PUBLISHED))  # fmt: skip


def _row(table: PrintedTable, row: PrintedRow) -> Row:
    variance = words.compared(table, row)[3]
    said = f"{money(variance, table.unit)} {direction(variance, row.kind)}"
    return Row(row.name, variance, None, None, said, SIDES[variance < 0])
