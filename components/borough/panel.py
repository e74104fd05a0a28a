"""A priority's 36 months: line, expected range, and the months that lie outside it, as SVG at two widths."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from components import theme
from components.borough.kinds import BoroughRow
from components.borough.panel_marks import Scale, centre, dots, joined, labels, lines, runs
from components.borough.panel_size import MONTHS, NARROW, WIDE, Size
from components.figures import svg
from components.figures.scale import round_ticks
from components.text.numbers import count
from data.selection import add_months, month_name

ROOM = 87.0  # px from the first and the last label, which stand inside the axis: one and a half labels, and air

__all__ = ["NARROW", "WIDE", "Size", "panel"]


def panel(row: BoroughRow, size: Size, *, provisional_from: date, label: str) -> str:
    """Months before `row.judged_from` are the baseline. `provisional_from`: the first month that may be revised."""
    known = [n for n in (*row.values, *row.range_upper) if n is not None]
    ticks = round_ticks(0.0, max([*known, 1.0]), most=4, whole=True)
    late = [i for i in range(MONTHS) if _month(row, i) >= provisional_from]

    def at(value: float) -> float:
        return size.bottom - value / ticks[-1] * size.height

    points = [None if v is None else (size.x(i), at(v)) for i, v in enumerate(row.values)]
    parts = [*_shade(size, late), *_band(row, size, at), *_axes(row, size, ticks, at)]
    parts += [*lines(points, len(row.values) - len(late)), *dots(row, points, late), *labels(row, size, at)]
    return svg.drawing(size.width, size.bottom + 26, *parts, label=label)


def _month(row: BoroughRow, place: int) -> date:
    return add_months(row.month, place + 1 - MONTHS)


def _shade(size: Size, late: list[int]) -> Iterator[str]:
    if late:
        left = size.left + late[0] * size.step
        yield svg.rect(left, size.top, len(late) * size.step, size.height, fill=theme.PROVISIONAL_BAND)
        yield svg.text(size.right, size.top - 5.0, "provisional", kind="ax sm end")


def _band(row: BoroughRow, size: Size, at: Scale) -> Iterator[str]:
    """The range, half a month wider than its months on either side, and its dashed centre."""
    pairs = list(zip(row.range_lower, row.range_upper, strict=True))
    for run in runs([None if low is None or high is None else (low, high) for low, high in pairs]):
        half = size.step / 2
        xs = [size.x(run[0][0]) - half, *(size.x(i) for i, _ in run), size.x(run[-1][0]) + half]
        lows, highs = ([at(pair[side]) for _, pair in run] for side in (0, 1))
        upper = list(zip(xs, [highs[0], *highs, highs[-1]], strict=True))
        lower = list(zip(xs, [lows[0], *lows, lows[-1]], strict=True))
        yield svg.element("path", d=f"{joined([*upper, *reversed(lower)])}Z", fill=theme.TINT_2, class_="range")
        middle = [at(centre(row, pair[1])) for _, pair in run]
        dashed = list(zip(xs, [middle[0], *middle, middle[-1]], strict=True))
        yield svg.element("path", d=joined(dashed), fill="none", stroke=theme.INK_3, stroke_width=1,
                          stroke_dasharray="2 3")  # fmt: skip


def _axes(row: BoroughRow, size: Size, ticks: tuple[float, ...], at: Scale) -> Iterator[str]:
    for tick in ticks:
        if tick:
            yield svg.line(size.left, at(tick), size.right, at(tick), class_="grid", stroke=theme.RULE)
        yield svg.text(size.left - 8.0, at(tick) + 4.5, count(tick), kind="ax end")
    yield svg.line(size.left, size.bottom, size.right, size.bottom, class_="base", stroke=theme.INK)
    for place in range(MONTHS):
        when = _month(row, place)
        is_end = place in (0, MONTHS - 1)
        if not is_end and (when.month != 1 or min(place, MONTHS - 1 - place) * size.step < ROOM):
            continue
        x = size.x(place)
        yield svg.line(x, size.bottom, x, size.bottom + 5.0, stroke=theme.INK)
        kind = "ax" if place == 0 else "ax end" if is_end else "ax mid"
        edge = size.left if place == 0 else size.right if is_end else x
        yield svg.text(edge, size.bottom + 20.0, month_name(when, short=True), kind=kind)
