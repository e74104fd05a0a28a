"""The sentences of the page, filled from the figures on screen. They tell direction, never judgement."""

from __future__ import annotations

from components.priorities.view import MapRow, PrioritiesView, PriorityRow
from components.text.numbers import MINUS, NOT_CALCULATED, count, percent, percent_change, plain
from data.selection import month_name

VERDICTS = {
    "higher": "Higher", "lower": "Lower", "no_clear_change": "No clear change", "too_few": "Too few to say",
    "not_comparable": "Not comparable", "not_available": "No figure", "provisional": "Provisional, not judged yet",
}  # fmt: skip
NO_FIGURE = "No figure"


def headline(view: PrioritiesView) -> str:
    """In how many boroughs the recorded offences of their priorities rose, or fell, over 12 months."""
    known = [row for row in view.mapped if row.pct is not None]
    rose, fell = sum((row.pct or 0) > 0 for row in known), sum((row.pct or 0) < 0 for row in known)
    when = f"the {view.selection.year.label}"
    subject = view.kind_name or "Recorded offences in boroughs’ own priorities"
    if not known:
        return f"{subject} cannot be compared with the year before in {when}."
    verb, number = ("rose", rose) if rose >= fell else ("fell", fell)
    return f"{subject} {verb} in {_share(view, number, len(known))} in {when}."


def _share(view: PrioritiesView, number: int, known: int) -> str:
    """`27 of 32 boroughs`, `2 of the 3 boroughs that have it`, `all 9 boroughs with figures`."""
    chosen = sum(row.is_chosen for row in view.mapped)
    which = "with figures" if known < chosen else "that have it" if view.kind_name else ""
    if not number:
        return f"none of the boroughs {which or 'with figures'}"
    if known == 1:
        return f"the one borough {which.replace('have', 'has')}".rstrip()
    these = f"{known} boroughs {which}".rstrip()
    return f"all {these}" if number == known else f"{number} of {'the ' if which else ''}{these}"


def lead(view: PrioritiesView) -> list[str]:
    """How sure the headline is, what the priorities are, and which year they were chosen for."""
    return list(filter(None, [_certainty(view), _missing(view), view.stands_in or _chosen(view)]))


def _certainty(view: PrioritiesView) -> str:
    if view.selection.month > view.settled:
        return "The latest months may still be revised, so no verdict is given on them."
    higher, lower = (sum(row.verdict == name for row in view.mapped) for name in ("higher", "lower"))
    if not any(row.pct is not None for row in view.mapped):
        return ""
    by_chance = "is larger than chance alone would explain in"
    if higher and lower:
        return f"The rise {by_chance} {higher}, and the fall in {lower}."
    return f"The {'rise' if higher else 'fall' if lower else 'change'} {by_chance} {higher or lower or 'none of them'}."


def _missing(view: PrioritiesView) -> str:
    missing = sum(row.pct is None and row.is_chosen for row in view.mapped)
    return f"{count(missing)} boroughs cannot be compared: the table says why." if missing > 1 else ""


def _chosen(view: PrioritiesView) -> str:
    return (f"For {view.year} each borough agreed two local volume priorities with the Met, beside anti-social "
            "behaviour, which is every borough’s.")  # fmt: skip


def map_title(view: PrioritiesView) -> str:
    return f"Change in {view.kind_name.lower()}" if view.kind_name else "Change in each borough’s own priority crimes"


def map_subtitle(view: PrioritiesView) -> str:
    when = f"{view.selection.year.label}, compared with the 12 months before"
    if view.kind_name:
        return f"{when}, in the boroughs that have it."
    return f"{when}. What is added up are the borough’s own two priorities, so each borough’s sum counts other crimes."


def map_label(view: PrioritiesView) -> str:
    """One sentence for those who do not see the map: what it shows, and what it finds."""
    top = sorted((row for row in view.mapped if row.pct is not None), key=lambda row: -(row.pct or 0))[:3]
    found = ", ".join(f"{row.area_name} ({percent_change(row.pct)})" for row in top)
    subject = f"Map: {map_title(view)[0].lower()}{map_title(view)[1:]}, {view.selection.year.label}"
    return f"{subject}{': highest in ' + found if found else ''}; the figures of each priority are in the table below."


def tip(view: PrioritiesView, row: MapRow) -> str:
    """The box on hover or focus, a line each: place, period, change, counts, what is added up, how sure."""
    head = [row.area_name, view.selection.year.label]
    if not row.is_chosen:
        return "\n".join([*head, f"{view.kind_name} is not its priority"])
    parts = " and ".join(part if not place else part.lower() for place, part in enumerate(row.parts))
    if row.pct is None:
        return "\n".join([*head, VERDICTS[row.verdict], parts])
    counts = f"{count(row.now)}, before {count(row.before)}"
    return "\n".join([*head, _moved(row.pct), counts, parts, f"{VERDICTS[row.verdict]}, 95% interval {_interval(row)}"])


def _moved(change_pct: float) -> str:
    return f"{'Up' if change_pct >= 0 else 'Down'} {percent(change_pct)} on the 12 months before"


def _interval(row: MapRow) -> str:
    return interval(row.lower_pct, row.upper_pct)


def interval(lower: float | None, upper: float | None) -> str:
    """`−8.1 to +54.2%`; nothing where it is not known."""
    if lower is None or upper is None:
        return ""
    low, high = (percent_change(each, decimals=1).removesuffix("%") for each in (lower, upper))
    return f"{low} to {high}%"


def selected_sentence(view: PrioritiesView) -> tuple[str, str]:
    """The chosen borough's name and figures; without one, how to choose."""
    row = next((row for row in view.mapped if row.slug == view.selection.area), None)
    if row is None:
        return "Choose a borough", "on the map to read its figures and to find it in the table."
    if not row.is_chosen:
        return row.area_name, f"does not have {view.kind_name.lower()} as a priority."
    parts = " and ".join(part.lower() for part in row.parts)
    if row.pct is None:
        return row.area_name, f"{parts}: {VERDICTS[row.verdict].lower()} for the {view.selection.year.label}."
    return row.area_name, (
        f"{parts}: {count(row.now)} recorded, {percent_change(row.pct)} on the 12 months before "
        f"({VERDICTS[row.verdict].lower()}).")  # fmt: skip


def figure(row: PriorityRow) -> tuple[str, str]:
    """The quarter's figure; without one, why."""
    if row.now is not None:
        return count(row.now), "provisional" if row.is_provisional else ""
    return NO_FIGURE, ""


def why_missing(view: PrioritiesView, row: PriorityRow) -> str:
    """`Figures end in July 2025`, where that is why there is none."""
    if row.now is None and row.last_month is not None and row.last_month < view.selection.month:
        return f"Figures end in {month_name(row.last_month)}"
    gap = row.now is not None and None in (row.year_now, row.year_before)
    return "Some of the 24 months have no figure" if gap else ""


def change_words(change_pct: float | None, verdict: str) -> str:
    """`+22.3%`, or why there is none."""
    if change_pct is not None:
        return percent_change(change_pct, decimals=1)
    return VERDICTS[verdict] if verdict in ("not_comparable", "not_available") else NOT_CALCULATED


def verdict_words(change_pct: float | None, verdict: str) -> str:
    """Said beside a percentage; where there is none the change itself says why."""
    return "" if change_pct is None and verdict in ("not_comparable", "not_available") else VERDICTS[verdict]


def points(difference: float | None) -> str:
    """`−3.8 pts`."""
    return "" if difference is None else f"{percent_change(difference, decimals=1).removesuffix('%')} pts"


def printed_percent(number: float | None) -> str:
    """A printed change as it stood: `20%`, `−8%`."""
    return "" if number is None else f"{MINUS if number < 0 else ''}{plain(abs(number))}%"


def rows_title(view: PrioritiesView) -> str:
    return f"{view.kind_name}, borough by borough" if view.kind_name else "Every borough’s priorities"


def rows_subtitle(view: PrioritiesView) -> str:
    window, end = view.selection.window, month_name(view.selection.month)
    return (f"{window.label} and {window.year_before.label}; the 12 months to {end} and the 12 before; {end} against "
            "its expected range. 95% intervals are in brackets.")  # fmt: skip
