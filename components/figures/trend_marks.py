"""Where things stand in a trend, and what stands round its line: axes, shaded months, breaks and labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from components import theme
from components.figures import svg
from components.figures.scale import round_ticks
from components.figures.series import Point
from components.map_view import MapView
from components.text import count, period
from data.catalogue import Break
from data.selection import add_months, month_name, month_range

NARROWEST = 0.24  # of the axis between two labels: what `Jan 2017` takes on a phone, with a little air
AXIS = 28  # under the plot: the labels of the months
ROW = 20  # over the plot: a row of labels
DOTTED = "1.5 2.5"


@dataclass(frozen=True)
class Size:
    """A drawing's width and height, and the sides of its plot, in px. Drawn anew for each, never shrunk."""

    width: int
    height: int
    left: int
    right: int


WIDE, NARROW = Size(1184, 330, 46, 1096), Size(358, 260, 46, 274)


@dataclass(frozen=True)
class Place:
    """A trend's scales: months to x, offences to y."""

    size: Size
    months: tuple[date, ...]
    ticks: tuple[float, ...]

    @property
    def top(self) -> float:
        return 2 * ROW + 6.0

    @property
    def bottom(self) -> float:
        return float(self.size.height - AXIS)

    @property
    def step(self) -> float:
        """Px from one month to the next."""
        return (self.size.right - self.size.left) / max(len(self.months), 1)

    def edge(self, month: date) -> float:
        """Where a month begins."""
        first = self.months[0]
        return self.size.left + ((month.year - first.year) * 12 + month.month - first.month) * self.step

    def x(self, month: date) -> float:
        """Where a month's dot stands: in its middle."""
        return self.edge(month) + self.step / 2

    def y(self, offences: float) -> float:
        return self.bottom - offences / self.ticks[-1] * (self.bottom - self.top)


def placed(series: Sequence[Point], size: Size) -> Place:
    """From zero, with four or five round ticks; counts have no halves."""
    highest = max([1.0, *(point.value or 0.0 for point in series)])
    months = tuple(point.month for point in series)
    return Place(size, months, round_ticks(0.0, highest, most=4, whole=True))


def month_ticks(first: date, last: date) -> list[date]:
    """Months to label, far enough apart to be read on a phone, all January where the series is long."""
    months = month_range(first, last)
    fits = (step for step in (1, 2, 3, 6, 12, 24, 36, 48, 60) if step >= NARROWEST * len(months))
    step = next(fits, 120)
    return [month for month in months if (month.year * 12 + month.month - 1) % step == 0] or [first]


def axes(place: Place) -> list[str]:
    """Gridlines and their counts, the line at zero, and the months under it."""
    left, right = place.size.left, place.size.right
    parts = []
    for tick in place.ticks:
        y = place.y(tick)
        parts.append(svg.text(left - 7, y + 4.5, count(tick), kind="ax end"))
        if tick:
            parts.append(svg.line(left, y, right, y, class_="grid", stroke=theme.RULE))
    parts.append(svg.line(left, place.bottom, right, place.bottom, class_="base", stroke=theme.INK))
    for month in month_ticks(place.months[0], place.months[-1]) if place.months else ():
        x = place.x(month)
        parts.append(svg.line(x, place.bottom, x, place.bottom + 5, stroke=theme.INK))
        kind, at = ("ax", float(left)) if x - left < 26 else ("ax mid", x)
        parts.append(svg.text(at, place.bottom + 20, month_name(month, short=True), kind=kind))
    return parts


def late_shade(series: Sequence[Point], place: Place) -> list[str]:
    """Under the months that may still be revised."""
    late = [point.month for point in series if point.is_provisional]
    return [_shade(late, theme.PROVISIONAL_BAND, place)] if late else []


def period_band(view: MapView, shown: Sequence[date], place: Place) -> list[str]:
    """Under the months on the map, with words over it."""
    words = f"On the map: {period(view.selection.window).removeprefix('the ')}"
    return [_shade(shown, theme.ACCENT_TINT, place), _over(words, add_months(shown[-1], 1), place, row=0)]


def on_the_map(view: MapView, series: Sequence[Point]) -> list[date]:
    first, last = view.selection.window.start, view.selection.window.end
    return [point.month for point in series if first <= point.month <= last]


def _shade(months: Sequence[date], colour: str, place: Place) -> str:
    left, right = place.edge(min(months)), place.edge(max(months)) + place.step
    return svg.rect(left, place.top, right - left, place.bottom - place.top, fill=colour)


def break_lines(breaks: Sequence[Break], place: Place) -> list[str]:
    """Where figures before and after cannot be compared."""
    return [
        svg.line(x, place.top - 4, x, place.bottom, stroke=theme.INK, stroke_dasharray=DOTTED, class_="break")
        for x in (place.edge(broken.month) for broken in breaks)
    ]


def labels(series: Sequence[Point], breaks: Sequence[Break], place: Place) -> list[str]:
    """What the dotted lines are, and the latest figure at the end of the line."""
    notes = [_over(f"Series break, {month_name(b.month, short=True)}", b.month, place, row=1) for b in breaks]
    known = [point for point in series if point.value is not None]
    return [*notes, *(_end_label(known[-1], place) if known else ())]


def _over(words: str, month: date, place: Place, *, row: int) -> str:
    """A label over the plot at the edge before a month, on the side where there is room."""
    x = place.edge(month)
    is_late = x > (place.size.left + place.size.right) / 2
    return svg.text(x, place.top - 8 - ROW * row, words, kind="ax end" if is_late else "ax")


def _end_label(point: Point, place: Place) -> list[str]:
    """The figure, its month and whether it may move, beside the dot and within the plot's height."""
    lines = [(count(point.value or 0.0), "b"), (month_name(point.month, short=True), "sm")]
    lines += [("provisional", "sm")] if point.is_provisional else []
    first = min(max(place.y(point.value or 0.0), place.top + 8), place.bottom - 17.0 * (len(lines) - 1))
    x = place.size.right + 8.0
    return [svg.text(x, first + 17 * n, words, kind=kind, ink=theme.ACCENT) for n, (words, kind) in enumerate(lines)]
