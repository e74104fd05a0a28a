"""Months, quarters and twelve-month windows, and how they are written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

MONTH_NAMES = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
               "October", "November", "December")  # fmt: skip


class Span(StrEnum):
    """How long a period is. The values appear in addresses."""

    YEAR = "12m"
    QUARTER = "quarter"
    MONTH = "month"

    @property
    def months(self) -> int:
        return {Span.YEAR: 12, Span.QUARTER: 3, Span.MONTH: 1}[self]


def add_months(month: date, count: int) -> date:
    """The first of the month `count` months after `month` (negative: before)."""
    years, index = divmod(month.month - 1 + count, 12)
    return date(month.year + years, index + 1, 1)


def months_between(first: date, last: date) -> int:
    """Number of months from `first` to `last`: 0 when they are the same."""
    return (last.year - first.year) * 12 + last.month - first.month


@lru_cache(maxsize=4096)
def month_range(first: date, last: date) -> tuple[date, ...]:
    """Every month from `first` to `last`, both included."""
    return tuple(add_months(first, step) for step in range(months_between(first, last) + 1))


def parse_month(text: str) -> date:
    """`2017-06` as a date. Raises ValueError that quotes the text."""
    try:
        year, month = text.split("-")
        if len(year) != 4 or len(month) != 2:
            raise ValueError
        return date(int(year), int(month), 1)
    except ValueError:
        raise ValueError(f"'{text}' is not a month written as 2017-06") from None


def month_name(month: date, *, short: bool = False) -> str:
    """`June 2017`, or `Jun 2017`."""
    name = MONTH_NAMES[month.month - 1]
    return f"{name[:3] if short else name} {month.year}"


@dataclass(frozen=True, order=True)
class Window:
    """A run of whole months that ends in `end` (the first day of its last month)."""

    end: date
    span: Span

    @property
    def start(self) -> date:
        return add_months(self.end, 1 - self.span.months)

    @property
    def year_before(self) -> Window:
        return Window(add_months(self.end, -12), self.span)

    @property
    def label(self) -> str:
        """`12 months to June 2017`, `Apr–Jun 2017` or `June 2017`."""
        if self.span is Span.YEAR:
            return f"12 months to {month_name(self.end)}"
        if self.span is Span.QUARTER:
            return f"{month_name(self.start, short=True)[:3]}–{month_name(self.end, short=True)}"
        return month_name(self.end)

    @property
    def column_label(self) -> str:
        """For a table's head: `to Jun 2017` for 12 months, otherwise as `label`, short."""
        short = month_name(self.end, short=True)
        return f"to {short}" if self.span is Span.YEAR else self.label if self.span is Span.QUARTER else short

    def holds(self, month: date) -> bool:
        return self.start <= month <= self.end


def is_possible_end(month: date, span: Span) -> bool:
    """Whether a period of this span may end in `month`: quarters end in March, June, September, December."""
    return span is not Span.QUARTER or month.month % 3 == 0


@dataclass(frozen=True)
class Coverage:
    """First and last month for which an edition holds a measure."""

    first: date
    last: date

    def ends(self, span: Span) -> tuple[date, ...]:
        """Months in which a period of `span` may end within the coverage, newest first."""
        return _ends(self.first, self.last, span)

    def nearest_end(self, month: date, span: Span) -> date | None:
        """The possible end nearest to `month` (the later of two equally near); None when there is none."""
        return min(self.ends(span), key=lambda end: (abs(months_between(month, end)), -end.toordinal()), default=None)


@lru_cache(maxsize=1024)  # a page asks some ten times, each measure of an edition has its own
def _ends(first: date, last: date, span: Span) -> tuple[date, ...]:
    months = month_range(add_months(first, span.months - 1), last)
    return tuple(m for m in reversed(months) if is_possible_end(m, span))
