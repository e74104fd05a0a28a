"""Where things stand in a panel: months to x, values to y, at a desk and on a phone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from components.figures.scale import round_ticks
from components.figures.trend_marks import month_ticks
from components.trends.view import Period, SeriesView, TrendsView
from data.selection import Span, add_months, month_name, month_range
from data.selection.trends import Basis

ROW = 18  # an event's name and date, above the first panel
AXIS = 26  # under the plot: the labels of the months
HALF = {Span.MONTH: 0.0, Span.QUARTER: 1.0, Span.YEAR: 0.0}  # a quarter's dot stands in its middle month


@dataclass(frozen=True)
class Size:
    """A panel's width, the sides of its plot, and the plot's height, in px. Drawn anew for each, never shrunk."""

    width: int
    left: int
    right: int
    height: int

    @property
    def is_phone(self) -> bool:
        return self.width < 500


WIDE, NARROW = Size(820, 52, 704, 186), Size(358, 46, 274, 150)


@dataclass(frozen=True)
class Frame:
    """One panel's scales. `top` is the y of the plot's upper edge, over which events stand."""

    size: Size
    top: float
    months: tuple[date, ...]
    by: Span
    ticks: tuple[float, ...]

    @property
    def step(self) -> float:
        """Px from one month to the next."""
        return (self.size.right - self.size.left) / len(self.months)

    @property
    def bottom(self) -> float:
        return self.top + self.size.height

    def edge(self, month: date) -> float:
        """Where a month begins."""
        first = self.months[0]
        return self.size.left + ((month.year - first.year) * 12 + month.month - first.month) * self.step

    def middle(self, month: date) -> float:
        return self.edge(month) + self.step / 2

    def dot(self, row: Period) -> float:
        """Where a period's dot stands: in the middle of a month or quarter, at the last month of a year."""
        return self.middle(row.end) - HALF[self.by] * self.step

    def day(self, when: date) -> float:
        """The true place of a day."""
        days = (add_months(when, 1) - when.replace(day=1)) / timedelta(days=1)
        return self.edge(when) + (when.day - 1) / days * self.step

    def y(self, value: float) -> float:
        return self.bottom - value / self.ticks[-1] * self.size.height


def frame(view: TrendsView, series: SeriesView, size: Size, *, top: float) -> Frame:
    """The scales of a panel: every value that is drawn fits, from nought to a round number."""
    highest = max([0.0, *(value for row in series.rows for value in _drawn(row))])
    is_count = view.selection.show is Basis.NUMBER
    ticks = round_ticks(0.0, max(highest, 4.0) if is_count else highest or 0.01, most=4, whole=is_count)
    return Frame(size, top, view.months, view.selection.by, ticks)


def _drawn(row: Period) -> Sequence[float]:
    return [value for value in (row.value, row.before, row.average, row.upper) if value is not None]


def month_labels(place: Frame) -> list[tuple[float, str]]:
    """x and words of the labels under the plot: round months, and the last; none runs into another."""
    first, last = place.months[0], place.months[-1]
    ends = place.middle(last)
    room = 64.0
    marked = [m for m in month_ticks(first, last) if ends - place.middle(m) > room]
    if marked and place.middle(marked[0]) - place.middle(first) > room + 16.0:  # it begins at the axis
        marked = [first, *marked]
    labels = [(place.middle(month), month_name(month, short=True)) for month in marked]
    return [*labels, (ends, month_name(last, short=True))]


def provisional_months(view: TrendsView, series: SeriesView) -> list[date]:
    """The months of the periods that the publisher may still revise, which are shaded."""
    late = [row for row in series.rows if row.is_provisional and row.value is not None]
    if not late:
        return []
    first = late[0].end if view.selection.by is Span.YEAR else late[0].start
    return list(month_range(first, late[-1].end))
