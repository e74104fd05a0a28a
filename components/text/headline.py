"""The sentence that opens the page, chosen by what the figures on screen show. It tells direction only."""

from __future__ import annotations

from components.map_view import MapView
from components.text.figures_of import Figures, boroughs, london, selected
from components.text.numbers import count, percent
from components.text.periods import is_all_provisional, period, period_before
from data.catalogue import Break
from data.selection import month_name

LITTLE = 1.0  # per cent either way that counts as 'changed little'
AS_PROVISIONAL = "on provisional figures"


def headline(view: MapView) -> str:
    """One sentence about the chosen borough, or about London and its boroughs."""
    row = selected(view) or london(view)
    if row.offences is None:
        return _without_figures(view, row)
    if view.broken is not None:
        when, before = period(view.selection.window), period_before(view)
        return f"{_subject(view)}{_place(row)} in {when} cannot be compared with {before}."
    if row.change is None:
        what = f"{_subject(view, lower=True)} in {row.area_name}"
        return f"In {_when(view)}, {what} came to {count(row.offences)}."
    if row.area_type == "borough":
        return f"In {row.area_name}, {_subject(view, lower=True)} {moved(row)} in {_when(view)}."
    return f"In {_when(view)}, {_subject(view, lower=True)} {_across(view, row)}."


def _across(view: MapView, row: Figures) -> str:
    """What the headline says of London: how many boroughs moved with it, where they can tell."""
    rose, fell, compared = split(view)
    if row.change_pct is None or abs(row.change_pct) <= LITTLE or mostly_small(view):
        return f"{moved(row)} across London"
    verb, other = ("rose", "fell") if row.change_pct > 0 else ("fell", "rose")
    agree, against = (rose, fell) if row.change_pct > 0 else (fell, rose)
    if 2 * agree >= compared:
        return f"{verb} in {share(view, agree)}"
    if 2 * against > compared:
        return f"{verb} across London but {other} in {share(view, against)}"
    return f"{verb} across London and in {share(view, agree)}"


def moved(row: Figures) -> str:
    """`rose 8%`, `fell from 4 to 2`, `changed little`, `did not change`. The row must have a change."""
    if row.change == 0:
        return "did not change"
    verb = "rose" if (row.change or 0) > 0 else "fell"
    if row.change_pct is None:
        return f"{verb} from {count(row.offences_before)} to {count(row.offences)}"
    return "changed little" if abs(row.change_pct) <= LITTLE else f"{verb} {percent(row.change_pct)}"


def split(view: MapView) -> tuple[int, int, int]:
    """Boroughs in which the count rose, in which it fell, and those that could be compared at all."""
    changes = [row.change for row in boroughs(view) if row.change is not None]
    return sum(change > 0 for change in changes), sum(change < 0 for change in changes), len(changes)


def mostly_small(view: MapView) -> bool:
    """Whether most boroughs have too few offences for a percentage: counting risers would count chance."""
    compared = [row for row in boroughs(view) if row.change is not None]
    return 2 * sum(row.change_status == "small_base" for row in compared) >= len(compared)


def share(view: MapView, some: int) -> str:
    """`21 of 32 boroughs`, `all 32 boroughs`, `12 of the 30 boroughs with figures for both periods`."""
    compared = split(view)[2]
    every = len(boroughs(view))
    if compared < every:
        return f"{some} of the {compared} boroughs with figures for both periods"
    return f"all {every} boroughs" if some == every else f"{some} of {every} boroughs"


def break_inside(view: MapView) -> Break | None:
    """The break in the series that lies inside the period, whose months are therefore not added up."""
    window = view.selection.window
    return view.measure.break_between(window.start, window.end)


def _without_figures(view: MapView, row: Figures) -> str:
    subject = f"recorded {view.measure.noun.rstrip(',')}"
    when = period(view.selection.window)
    if (inside := break_inside(view)) is not None:
        there = f" in {row.area_name}" if row.area_type == "borough" else ""
        return (f"There is no total of {subject}{there} for {when}: a break in the series, in "
                f"{month_name(inside.month)}, lies inside.")  # fmt: skip
    if row.area_type == "borough":
        return f"The publisher lists no figure for {subject} in {row.area_name} in {when}."
    return f"There is no figure for {subject} in London in {when}."


def _subject(view: MapView, *, lower: bool = False) -> str:
    return f"{'recorded' if lower else 'Recorded'} {view.measure.noun}"


def _place(row: Figures) -> str:
    return f" in {row.area_name}" if row.area_type == "borough" else ""


def _when(view: MapView) -> str:
    words = period(view.selection.window)
    return f"{words}, {AS_PROVISIONAL}" if is_all_provisional(view) else words
