"""Why a period of ward figures cannot be added up or compared, in sentences. Pure."""

from __future__ import annotations

from datetime import date

from data.periods import Span, Window, month_name
from data.wards.months import WardMonths


def why_not(window: Window, listed: WardMonths) -> str:
    """Why a period cannot be shown, in a sentence."""
    missing = listed.missing(window)
    sides = {side for month in (window.start, window.end) for side in listed.sets.get(month, ())}
    if window.span is Span.QUARTER and window.end.month % 3:
        return f"{month_name(window.end)} does not end a quarter."
    if len(missing) == window.span.months:
        return f"There are no ward figures for {window.label}."
    if len(sides) > 1 and not listed.on(window):
        return (f"The {window.label} would run over two sets of wards, those of 2018 and those of 2022, "
                "which are never joined.")  # fmt: skip
    gap = _stretch(missing[0], missing[-1])
    return f"The {window.label} cannot be added up, because there are no ward figures for {gap}."


def why_no_change(window: Window, listed: WardMonths) -> str:
    """Why a period cannot be compared with the same one a year before, in a sentence."""
    before = window.year_before
    if len(listed.missing(before)) == before.span.months:
        return f"There are no ward figures for {before.label} to compare with."
    if listed.on(before):
        return (f"The figures for {before.label} are on another set of wards, so those for {window.label} cannot be "
                "compared with them.")  # fmt: skip
    return why_not(before, listed) + " So there is no change on the year."


def _stretch(first: date, last: date) -> str:
    """`April 2023`, `April to May 2023`, `November 2022 to May 2023`."""
    if first == last:
        return month_name(first)
    start = month_name(first).split()[0] if first.year == last.year else month_name(first)
    return f"{start} to {month_name(last)}"
