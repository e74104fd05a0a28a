"""Bars by month on the twelve places of a financial year: how many searches, and what share has no borough."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from components import theme
from components.figures import svg
from components.figures.scale import round_ticks
from components.stop_and_search import words
from components.stop_and_search.marks import BAR_GREY
from components.stop_and_search.records import UNPLACED, Month
from components.stop_and_search.view import StopAndSearchView
from components.text.numbers import count, plain
from data.selection import add_months, month_name

WIDE, NARROW, HEIGHT, TOP = 1184, 358, 190, 30
NO_SCALE = (0.0, 1.0)  # where no month has a figure, and so the axis no numbers
FEW = 1000  # searches by the Met in a month, below which its file is hardly the whole month
Bars = tuple[float, float, str]  # left and right of the plot, and the name of its hatching


def wide(view: StopAndSearchView) -> str:
    parts = [*_counts(view, (48, 560, "stop-hatch-left")), *_shares(view, (680, WIDE, "stop-hatch-right"))]
    return svg.drawing(WIDE, TOP + HEIGHT + 42, *parts, label=f"{counts_label(view)} {shares_label(view)}")


def narrow_counts(view: StopAndSearchView) -> str:
    return svg.drawing(NARROW, TOP + HEIGHT + 42, *_counts(view, (46, NARROW, "stop-hatch-counts")),
                       label=counts_label(view))  # fmt: skip


def narrow_shares(view: StopAndSearchView) -> str:
    return svg.drawing(NARROW, TOP + HEIGHT + 42, *_shares(view, (46, NARROW, "stop-hatch-shares")),
                       label=shares_label(view))  # fmt: skip


def places(view: StopAndSearchView) -> list[tuple[date, Month | None]]:
    """The twelve months of the financial year, and what the edition has of each."""
    held = {month.month: month for month in view.months}
    first = date(int(view.selection.year[:4]), 4, 1)
    return [(add_months(first, step), held.get(add_months(first, step))) for step in range(12)]


def shown(view: StopAndSearchView, month: Month) -> int | None:
    """The month's searches in the chosen area; None where there are none to show."""
    return month.london if view.is_london else month.searches


def counts_label(view: StopAndSearchView) -> str:
    known = [(month, number) for month in view.months if (number := shown(view, month)) is not None]
    if not known:
        return f"Searches by month, {view.area_name}: no month has figures."
    most, least = (pick(known, key=lambda each: each[1]) for pick in (max, min))
    return (f"Searches by month, {view.area_name}: from {count(least[1])} in {month_name(least[0].month)} to "
            f"{count(most[1])} in {month_name(most[0].month)}.")  # fmt: skip


def shares_label(view: StopAndSearchView) -> str:
    over = [month_name(month.month) for month in view.months if (month.no_borough_share or 0) > view.unplaced_limit]
    named = ", ".join(over) if over else "no month"
    return f"Share of London’s searches without a borough: above the limit in {named}."


def _counts(view: StopAndSearchView, bars: Bars) -> Iterator[str]:
    values = [float(number) for month in view.months if (number := shown(view, month)) is not None]
    up = round_ticks(0.0, max([*values, 4.0]), most=4, whole=True) if values else NO_SCALE
    yield svg.text(bars[0] - (0 if bars[0] > 46 else 46), 14, f"Searches, {view.area_name}", kind="b")

    def one(month: Month) -> tuple[float | None, str]:
        number = shown(view, month)
        return (None if number is None else float(number)), words.searches(number)

    yield from _plot(view, bars, up, one, count if values else lambda tick: "", hatched=not view.is_london)


def _shares(view: StopAndSearchView, bars: Bars) -> Iterator[str]:
    up = (0.0, 25.0, 50.0, 75.0, 100.0)
    yield svg.text(bars[0] - (0 if bars[0] > 46 else 46), 14, "Share of London’s searches without a borough", kind="b")

    def one(month: Month) -> tuple[float | None, str]:
        if month.no_borough_share is None:
            return None, words.WITHHELD
        return 100 * month.no_borough_share, f"{words.percent(month.no_borough_share, 1)} without a borough"

    yield from _plot(view, bars, up, one, lambda tick: f"{plain(tick)}%", hatched=False)
    y = TOP + HEIGHT * (1 - view.unplaced_limit)
    yield svg.line(bars[0], y, bars[1], y, stroke=theme.INK, stroke_width=1.2, stroke_dasharray="4 3")
    yield svg.text(bars[0] + 4, y - 6, f"No borough figures above {words.percent(view.unplaced_limit)}", kind="sm halo")


def _plot(view: StopAndSearchView, bars: Bars, up: tuple[float, ...], one: Callable[[Month], tuple[float | None, str]],
          written: Callable[[float], str], *, hatched: bool) -> Iterator[str]:  # fmt: skip
    left, right, hatch = bars
    step, bottom = (right - left) / 12, TOP + HEIGHT
    for tick in up:
        y = bottom - tick / up[-1] * HEIGHT
        yield svg.line(left, y, right, y, class_="grid" if tick else "base")
        yield svg.text(left - 8, y + 4.5, written(tick), kind="ax end")
    yield svg.hatch(hatch, theme.LINE_DATA)
    for place, (when, month) in enumerate(places(view)):
        x = left + step * place
        yield from _month_name(when, place, x + step / 2, bottom, step)
        if month is not None:
            yield from _bar(view, month, one(month), x, step, bottom, up[-1], hatch if hatched else None)


def _bar(view: StopAndSearchView, month: Month, value: tuple[float | None, str], x: float, step: float, bottom: float,
         most: float, hatch: str | None) -> Iterator[str]:  # fmt: skip
    number, said = value
    inset, tip = step * 0.16, f"{month_name(month.month)}\n{said[:1].upper()}{said[1:]}"
    if hatch and month.status == UNPLACED:
        yield svg.rect(x + inset, TOP, step - 2 * inset, HEIGHT, fill=f"url(#{hatch})",
                       data_tip=f"{month_name(month.month)}\nNo borough figures")  # fmt: skip
    elif number is not None:
        height = number / most * HEIGHT
        yield svg.rect(x + inset, bottom - height, step - 2 * inset, height, fill=BAR_GREY, data_tip=tip)
    else:
        yield svg.text(x + step / 2, bottom - 6, "×", kind="ax mid", data_tip=tip)


def _month_name(when: date, place: int, x: float, bottom: float, step: float) -> Iterator[str]:
    """The first letter on a phone, three on a wide screen; the year under the first month and under January."""
    name = month_name(when, short=True)
    yield svg.text(x, bottom + 18, name[0] if step < 32 else name[:3], kind="ax mid")
    if place == 0 or when.month == 1:
        yield svg.text(x, bottom + 36, str(when.year), kind="ax mid")
