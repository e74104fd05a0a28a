"""What the page says, all filled from the view and true of the figures on screen. Direction only, never good or bad."""

from __future__ import annotations

from datetime import date

from components.text.numbers import (
    NOT_AVAILABLE,
    NOT_CALCULATED,
    count,
    counted,
    listed,
    ordinal,
    percent,
    percent_change,
    rank_words,
    rounded,
)
from components.text.periods import month_list, period
from components.wards.view import WardRow, WardsView
from data.selection import Span, Window

IN_FORCE = {"2018": "the wards of 2018, in force until May 2022", "2022": "the wards in force since May 2022"}
SHORT = {"2018": "Wards of 2018", "2022": "Wards of 2022"}
FEW = 10  # offences: fewer in a ward are told as counts only, and fewer in all wards together are not mapped


def noun(view: WardsView) -> str:
    return view.measure.noun.rstrip(",")


def before_words(view: WardsView) -> str:
    """`the previous 12 months`, `Apr–Jun 2021`, `June 2021`."""
    window = view.selection.window
    return "the previous 12 months" if window.span is Span.YEAR else window.year_before.label


def of_wards(view: WardsView) -> str:
    """`Camden’s 20 wards`."""
    return f"{possessive(view.borough.area_name)} {len(view.rows)} wards"


def possessive(name: str) -> str:
    """`Camden’s`, `Tower Hamlets’`."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def set_words(view: WardsView) -> str:
    """Which set of wards the figures are on."""
    if len(view.sets) > 1:
        return f"No ward of {view.borough.area_name} changed in May 2022."
    return f"These figures are on {IN_FORCE[next(iter(view.sets))]}."


def provisional_words(view: WardsView) -> str:
    months = view.months.provisional(view.selection.window)
    verb = "is" if len(months) == 1 else "are"
    return f"{month_list(months)} {verb} provisional and may be revised." if months else ""


def title_words(view: WardsView) -> str:
    return f"Change in recorded {noun(view)} by ward" if view.is_change else f"Recorded {noun(view)} by ward"


def period_sentence(view: WardsView) -> str:
    against = f", compared with {before_words(view)}" if view.is_change else ""
    return " ".join(filter(None, [f"{view.selection.window.label}{against}.", provisional_words(view)]))


def value_words(view: WardsView, row: WardRow) -> str:
    """The figure on the map, or why there is none."""
    if row.value is not None:
        return percent_change(row.value) if view.is_change else count(row.value)
    return NOT_CALCULATED if row.change_status == "small_base" and view.is_change else NOT_AVAILABLE


def change_words(view: WardsView, row: WardRow) -> str:
    """`up 41% on the previous 12 months`, `compared with 4 in …`; nothing where there is nothing to compare with."""
    if row.change is None:
        return ""
    before = before_words(view)
    if row.change == 0:
        return f"no change from {before}"
    if row.change_pct is None:
        return f"compared with {count(row.offences_before)} in {before}"
    if rounded(row.change_pct) == 0:
        return f"little changed from {before}"
    return f"{'up' if row.change > 0 else 'down'} {percent(row.change_pct)} on {before}"


def place_words(view: WardsView, row: WardRow) -> str:
    """`3rd highest of 20`; of changes, where that would be misread: `3rd of 18, highest change first`."""
    if row.rank is None:
        return ""
    sharing = sum(other.rank == row.rank for other in view.rows)
    if view.is_change:
        return f"{'joint ' if sharing > 1 else ''}{ordinal(row.rank)} of {len(view.ranked)}, highest change first"
    return rank_words(row.rank, len(view.ranked), sharing=sharing)


def ward_words(view: WardsView, row: WardRow) -> str:
    """`110 offences, up 4% on the previous 12 months, 3rd highest of 20`."""
    if row.offences is None:
        return f"no figure for {period(view.selection.window)}"
    return ", ".join(filter(None, [counted(row.offences), change_words(view, row), place_words(view, row)]))


def tip(view: WardsView, row: WardRow) -> str:
    """The box on hover or focus, a line each: ward, period, figure, change, place."""
    if row.offences is None:
        return f"{row.area_name}\n{view.selection.window.label}\nNot available"
    words = [change_words(view, row), place_words(view, row)]
    lines = [row.area_name, view.selection.window.label, counted(row.offences), *map(_first_capital, words)]
    return "\n".join([*filter(None, lines), *filter(None, [provisional_words(view)])])


def _first_capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def map_label(view: WardsView) -> str:
    """One sentence for those who do not see the map: what it shows, and what it finds."""
    subject = f"Map of {_lower(title_words(view))} of {view.borough.area_name}, {view.selection.window.label}"
    found = [f"{row.area_name} ({value_words(view, row)})" for row in view.ranked if (row.rank or 0) <= 3][:3]
    highest = f": highest in {listed(found)}" if found else ""
    return f"{subject}{highest}; the same figures are in the table below."


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def to_words(end: date, span: Span) -> str:
    """A period as a link says it."""
    return Window(end, span).label
