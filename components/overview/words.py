"""The sentences of the overview, filled from the figures on screen. They tell direction, never judgement."""

from __future__ import annotations

from collections.abc import Sequence

from components.overview.view import CountRow, OverviewView
from components.text.numbers import MINUS, count, percent, percent_change, plain
from data.selection import month_name
from data.selection.overview import Signals

LITTLE = 1.0  # per cent either way that counts as 'changed little'
VERDICTS = {
    "higher": "Higher", "lower": "Lower", "no_clear_change": "No clear change", "too_few": "Too few to say",
    "not_comparable": "Not comparable", "not_available": "Not available", "provisional": "Provisional",
}  # fmt: skip
JUDGED = ("higher", "within", "lower")
STANDING = {Signals.HIGHER: "higher than expected", Signals.WITHIN: "within its expected range",
            Signals.LOWER: "lower than expected"}  # fmt: skip
SMALL_BASE = 20  # STATISTICS.md: no percentage from a base under this


def headline(view: OverviewView) -> str:
    """Total recorded offences in the 12 months against the 12 before."""
    row, place, when = view.headline, _place(view), f"the {view.window.label}"
    if row is None or row.offences_12m is None or row.is_own_period:
        return f"There is no figure for all recorded offences {place} in {when}."
    if row.change_verdict == "not_comparable":
        return f"Recorded offences {place} in {when} cannot be compared with the year before."
    when += ", on provisional figures," if row.is_provisional else ""
    if row.change is None or row.change_pct is None:
        return f"Police recorded {count(row.offences_12m)} offences {place} in {when.rstrip(',')}."
    if abs(row.change_pct) <= LITTLE:
        return f"The number of offences that police recorded {place} changed little in {when.rstrip(',')}."
    more = "more" if row.change_pct > 0 else "fewer"
    return f"Police recorded {percent(row.change_pct)} {more} offences {place} in {when} than in the year before."


def _place(view: OverviewView) -> str:
    return f"in {view.area_name}" if view.selection.area else "in London"


def lead(view: OverviewView) -> str:
    """How sure the headline is, and how many measures stand outside what was expected of them."""
    return " ".join(filter(None, [_certainty(view.headline), _tally(view)]))


def _certainty(row: CountRow | None) -> str:
    if row is None or row.is_own_period or row.change_pct is None or row.change is None:
        return ""
    if row.is_provisional:
        return "The latest months may still be revised, so no verdict is given on them."
    range_ = f"95% interval {interval(row.change_lower_pct, row.change_upper_pct)}"
    size = f"The change, {percent_change(row.change_pct, decimals=1)},"
    if row.change_verdict in ("higher", "lower"):
        return f"{size} is larger than chance alone would explain ({range_})."
    return f"{size} is no clear change: chance alone could explain it ({range_})."


def _tally(view: OverviewView) -> str:
    judged = [row for row in view.counts if row.signal in JUDGED]
    others = len(view.counts) - len(judged)
    if not judged:
        return "No measure can be judged for this month."
    higher, within, lower = (sum(row.signal == name for row in judged) for name in JUDGED)
    left = f" {_others(others)} be judged." if others else ""
    if len(judged) == 1:
        return f"Only one measure of recorded offences can be judged.{left}"
    return (f"Of {len(judged)} measures judged by their latest month, {higher} {_are(higher)} higher than expected, "
            f"{within} {_are(within)} within the expected range and {lower} {_are(lower)} lower.{left}")  # fmt: skip


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def _others(number: int) -> str:
    return "One more cannot" if number == 1 else f"{number} more cannot"


def tally(rows: Sequence[CountRow]) -> str:
    """`2 higher, 4 within, 1 lower, 3 not judged`; kinds without any are left out."""
    kinds = {name: sum(row.signal == name for row in rows) for name in JUDGED}
    kinds["not judged"] = len(rows) - sum(kinds.values())
    return ", ".join(f"{number} {name}" for name, number in kinds.items() if number)


def interval(lower: float | None, upper: float | None, *, unit: str = "%") -> str:
    """`+1.2 to +9.3%`; nothing where it is not known."""
    if lower is None or upper is None:
        return ""
    low, high = (percent_change(each, decimals=1).removesuffix("%") for each in (lower, upper))
    return f"{low} to {high}{unit}"


def points(number: float | None) -> str:
    """`−2.8`; exactly no change is `0`."""
    return percent_change(number, decimals=1).removesuffix("%")


def share(proportion: float | None) -> str:
    """`77%`."""
    return "–" if proportion is None else f"{plain(100 * proportion)}%"


def figure(value: float | None, unit: str) -> str:
    """A printed figure with its unit: `62%`, `£42.3m`, `302 offences`, `1 in 4`. As many decimals as it has."""
    if value is None:
        return "Not available"
    number = f"{abs(value):,.10g}" if value != int(value) else f"{abs(value):,.0f}"
    number = f"{MINUS if value < 0 else ''}{number}"
    if unit == "%":
        return f"{number}%"
    return f"£{number}{unit[1:]}" if unit.startswith("£") else f"{number} {unit}"


QUALIFIER = "as printed: "


def printed(value: float | None, unit: str, note: str | None) -> str:
    """A printed figure with the word that its document puts before it: `More than 8,000 children`."""
    return f"{'' if value is None else qualifier(note or '', value)}{figure(value, unit)}"


def qualifier(note: str, value: float) -> str:
    """`More than `, `About `; nothing where the note gives no such word before the number."""
    if not note.startswith(QUALIFIER):
        return ""
    told = note.removeprefix(QUALIFIER).partition(";")[0]
    said = told.replace(f"{value:,.0f}", "").replace(f"{value:.0f}", "").strip(" %")
    return f"{said[:1].upper()}{said[1:]} " if said else ""


def verdict(row: CountRow) -> str:
    """The verdict on the 12 months, a key of VERDICTS. Months that may still move are left out of verdicts."""
    return "provisional" if row.is_provisional and row.change is not None else row.change_verdict


def filter_words(kind: Signals) -> str:
    return {Signals.ALL: "All", Signals.HIGHER: "Higher", Signals.WITHIN: "Within range", Signals.LOWER: "Lower"}[kind]


def none_listed(kind: Signals) -> str:
    """What a section says when the filter leaves nothing of it."""
    return f"No measure here is {STANDING[kind]}."


def picture_title(view: OverviewView) -> str:
    return f"Recorded offences in {view.area_name}: change on the year before"


def month_words(view: OverviewView) -> str:
    """`April 2026`, `June 2026, provisional`."""
    late = ", provisional" if view.selection.month > view.settled else ""
    return f"{month_name(view.selection.month)}{late}"
