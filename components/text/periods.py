"""A view's periods as they stand in sentences."""

from __future__ import annotations

from datetime import date

from components.map_view import MapView
from components.text.numbers import listed
from data.selection import Span, Window, add_months, month_name, month_range


def period(window: Window) -> str:
    """`the 12 months to June 2017`, `Apr–Jun 2017`, `June 2017`: for the inside of a sentence."""
    return f"the {window.label}" if window.span is Span.YEAR else window.label


def period_before(view: MapView) -> str:
    """`the previous 12 months`, `Apr–Jun 2016`, `June 2016`."""
    window = view.selection.window
    return "the previous 12 months" if window.span is Span.YEAR else window.year_before.label


def provisional_months(view: MapView) -> tuple[date, ...]:
    """The months of the period on screen that the publisher may still revise."""
    last, window = view.edition.last_month, view.selection.window
    first = add_months(last, 1 - view.dataset.provisional_months)
    return tuple(month for month in month_range(first, last) if window.holds(month))


def is_all_provisional(view: MapView) -> bool:
    return len(provisional_months(view)) == view.selection.span.months


def month_list(months: tuple[date, ...]) -> str:
    """`May and June 2017`, `December 2016 and January 2017`: the year once where it is the same."""
    if len({month.year for month in months}) == 1:
        return f"{listed([month_name(month).split()[0] for month in months])} {months[0].year}"
    return listed([month_name(month) for month in months])


def provisional_words(view: MapView) -> str:
    """`May and June 2017 are provisional and may be revised.`, or nothing."""
    months = provisional_months(view)
    verb = "is" if len(months) == 1 else "are"
    return f"{month_list(months)} {verb} provisional and may be revised." if months else ""
