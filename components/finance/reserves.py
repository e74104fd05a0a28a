"""Reserves year by year as columns: what was held, hollow where it was only forecast or planned."""

from __future__ import annotations

from dash.development.base_component import Component

from components import theme
from components.elements import Markup
from components.figures import svg
from components.figures.scale import round_ticks
from components.text.numbers import plain
from data.printed.records import PrintedColumn, PrintedTable

TOP, LEFT = 26.0, 44.0
WIDE, NARROW = (700.0, 180.0), (356.0, 150.0)


def reserves_figure(table: PrintedTable) -> list[Component]:
    drawn = ((columns(table, *WIDE), "only-d"), (columns(table, *NARROW), "only-m"))
    return [Markup(markup=each, attributes={"className": f"reserves {where}"}) for each, where in drawn]


def columns(table: PrintedTable, width: float, height: float) -> str:
    """SVG: the main row of the table, a column a year."""
    row = table.row(table.main or "")
    values = [(each, row.cells[each.label].value) for each in table.columns] if row else []
    ticks = round_ticks(0.0, max([1.0, *(value for _, value in values)]), most=4)
    step, bottom = (width - LEFT) / max(len(values), 1), TOP + height
    parts = []
    for tick in ticks:
        y = bottom - tick / ticks[-1] * height
        parts.append(
            svg.line(LEFT, y, width, y, class_="grid" if tick else "base", stroke=theme.RULE if tick else theme.INK)
        )
        parts.append(svg.text(LEFT - 7, y + 4.5, plain(tick), kind="ax end"))
    for place, (column, value) in enumerate(values):
        middle, tall = LEFT + (place + 0.5) * step, value / ticks[-1] * height
        parts += _column(column, value, middle=middle, wide=min(step * 0.62, 52.0), bottom=bottom, tall=tall)
        parts += _names(column, place, values, middle=middle, bottom=bottom, is_phone=width < 500)
    return svg.drawing(width, bottom + 42, *parts, label=label(table, values))


def _column(
    column: PrintedColumn, value: float, *, middle: float, wide: float, bottom: float, tall: float
) -> list[str]:
    look = {"fill": theme.ACCENT} if column.label.endswith("Actual") else {
        "fill": theme.PAGE, "stroke": theme.ACCENT, "stroke_width": "1.6", "stroke_dasharray": "4 3"}  # fmt: skip
    return [svg.rect(middle - wide / 2, bottom - tall, wide, tall, **look),
            svg.text(middle, bottom - tall - 7, plain(value, 1 if wide > 30 else 0), kind="mid b")]  # fmt: skip


def _names(
    column: PrintedColumn, place: int, values: list[tuple[PrintedColumn, float]], *, middle: float, bottom: float,
    is_phone: bool,
) -> list[str]:  # fmt: skip
    """The year, and whether it is actual, forecast or planned; on a phone only where that changes."""
    year, _, status = column.label.partition(" ")
    words = {"Forecasted": "forecast"}.get(status, status.lower())
    before = values[place - 1][0].label.partition(" ")[2] if place else ""
    named = svg.text(middle, bottom + 18, year[2:] if is_phone else year, kind="ax mid")
    return [named] if is_phone and before == status else [named, svg.text(middle, bottom + 34, words, kind="ax sm mid")]


def label(table: PrintedTable, values: list[tuple[PrintedColumn, float]]) -> str:
    told = ", ".join(f"{each.label.lower()} {plain(value, 1)}" for each, value in values)
    return f"Columns: reserves at the end of each year in £ million: {told}."
