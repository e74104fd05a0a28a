"""Titles and labels of the map, the ranking and the table, and the figures as they stand in them."""

from __future__ import annotations

from components.map_view import MapView
from components.text.figures_of import Figures, decimals
from components.text.lead import highest
from components.text.numbers import (
    NOT_AVAILABLE,
    NOT_CALCULATED,
    count,
    is_missing,
    listed,
    percent_change,
    rate,
)
from components.text.periods import is_all_provisional, period, period_before, provisional_words
from data.selection import Form, Selection, Show, Span, Window, month_name
from data.selection.crime_map import PATH

MAP_PATH = PATH
NOT_LISTED = "Not listed"
SUPPRESSED = "Fewer than 5"
NOT_COMPARABLE = "Not comparable"
UNITS = {Show.RATE: " per 1,000 residents", Show.NUMBER: "", Show.CHANGE: ""}


PLACE = "~"  # stands for a borough in an address; no parameter has it


def address(selection: Selection, **changes: object) -> str:
    """Where a selection is shown, with some of its fields changed."""
    return selection.path + selection.change(**changes).to_query()


def address_around(selection: Selection) -> tuple[str, str]:
    """The address of a selection with a borough: what stands before the borough's slug, and after it."""
    before, after = address(selection, area=PLACE).split(PLACE)
    return before, after


def format_value(view: MapView, number: float | None) -> str:
    """A figure of the map as it is written on tiles, in the ranking and in the key."""
    if number is None or is_missing(number):
        return NOT_AVAILABLE
    if view.selection.show is Show.CHANGE:
        return percent_change(number)
    return rate(number, decimals(view)) if view.selection.show is Show.RATE else count(number)


def why_missing(view: MapView, row: Figures) -> str:
    """Why a borough has no figure on the map, in two words."""
    if row.status == "suppressed":
        return SUPPRESSED
    if row.status == "not_comparable":
        return NOT_COMPARABLE
    if row.offences is None:
        return NOT_LISTED
    if view.selection.show is Show.CHANGE:
        return {"small_base": NOT_CALCULATED, "not_comparable": NOT_COMPARABLE}.get(
            row.change_status, NOT_AVAILABLE
        )
    return NOT_AVAILABLE


def value_text(view: MapView, row: Figures) -> str:
    """The figure on the map, or why there is none."""
    return why_missing(view, row) if row.value is None else format_value(view, row.value)


def figure_title(view: MapView) -> str:
    noun = view.measure.noun
    if view.selection.show is Show.CHANGE:
        return f"Change in recorded {noun.rstrip(',')}"
    return f"Recorded {noun}{UNITS[view.selection.show]}".rstrip(",")


def period_sentence(view: MapView) -> str:
    """Which period, compared with which, and what of it is provisional."""
    window = view.selection.window
    against = f", compared with {period_before(view)}" if view.selection.show is Show.CHANGE else ""
    if is_all_provisional(view):
        return f"{window.label}, provisional{against}."
    return " ".join(filter(None, [f"{window.label}{against}.", provisional_words(view)]))


def figure_subtitle(view: MapView) -> str:
    return f"{period_sentence(view)} Select a borough on the map, in the ranking or in the table."


def ranking_title(view: MapView) -> str:
    by = {Show.RATE: "rate", Show.NUMBER: "number", Show.CHANGE: "change"}[view.selection.show]
    return f"Boroughs ranked by {by}"


def ranking_subtitle(view: MapView) -> str:
    """What the marks of the ranking mean; the page draws the small picture before it."""
    if view.selection.show is Show.CHANGE:
        return f"change from {period_before(view)} to {period(view.selection.window)} (dot, map colours)"
    if view.broken is not None:
        return f"{period(view.selection.window)} (dot, map colours); earlier figures are not comparable"
    return (f"from {period_before(view)} (small dot) to {period(view.selection.window)} "
            "(large dot, map colours)")  # fmt: skip


def map_label(view: MapView) -> str:
    """One sentence for those who do not see the map: what it shows, and what it finds."""
    window = view.selection.window.label
    subject = f"Map of {figure_title(view)[0].lower()}{figure_title(view)[1:]} by London borough, {window}"
    rows = highest(view)
    if not rows:
        return f"{subject}; the figures are in the table below."
    found = listed([f"{row.area_name} ({format_value(view, row.value)})" for row in rows])
    return f"{subject}: highest in {found}; the same figures are in the table below."


def control_summary(view: MapView) -> tuple[str, str]:
    """The folded controls of a phone, in two lines: measure and unit, period and form."""
    shown = {Show.RATE: "rate per 1,000", Show.NUMBER: "number", Show.CHANGE: "change on year"}[
        view.selection.show
    ]
    form = "map" if view.selection.form is Form.MAP else "tiles"
    return f"{view.measure.name} · {shown}", f"{view.selection.window.label} · {form}"


def table_caption(view: MapView) -> str:
    return f"Recorded {view.measure.noun.rstrip(',')} by borough, {view.selection.window.label}"


def _to(window: Window) -> str:
    """`to June 2016` after `12 months to June 2017 and`; other periods by their name."""
    return f"to {month_name(window.end)}" if window.span is Span.YEAR else window.label


def table_subtitle(view: MapView) -> str:
    """The line under the table's heading: periods, and what is provisional."""
    window = view.selection.window
    both = f"{table_caption(view)} and {_to(window.year_before)}."
    return " ".join(filter(None, [both, provisional_words(view)]))
