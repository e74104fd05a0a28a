"""Numbers, groups and periods as they stand on the page. A hidden count has no number anywhere: only these words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from components.stop_and_search.records import HIDDEN_WORDS, SUPPRESSED, TOO_FEW, UNPLACED, Group, Tally
from components.stop_and_search.view import StopAndSearchView
from components.text.numbers import DOES_NOT_APPLY, MINUS, count, plain, rate_decimals
from components.text.periods import month_list
from data.selection import month_name
from data.selection.stop_and_search import By

WITHHELD = "withheld"  # HIDDEN_WORDS in a tight table, which then says so under itself
WITHHELD_NOTE = f"{WITHHELD}: {HIDDEN_WORDS[:1].lower()}{HIDDEN_WORDS[1:]}."
FEW = "too few"
FEWEST = 100  # searches from which a share is told
FEW_NOTE = f"{FEW}: under {FEWEST} searches, so no find rate is given."
RECORDED = {By.OFFICER: "as seen by the officer", By.SELF: "as described by the person"}
OTHERWISE = {By.OFFICER: By.SELF, By.SELF: By.OFFICER}
VERDICTS = {
    "reference": "reference group", "higher": "higher", "lower": "lower", "no_clear_gap": "no clear difference",
    "too_few": "too few searches to say", "not_available": "not available",
}  # fmt: skip
NARROW = 0.2  # an interval of a ratio shorter than this has two decimals
KEY_WHITE, KEY_BLACK = "white", "black"


def people(key: str, name: str) -> str:
    """`Black people`, `people of mixed ethnicity`: a group inside a sentence."""
    special = {"mixed": "people of mixed ethnicity", "other": "people of other ethnic groups"}
    return special.get(key, f"{name} people")


def recorded(view: StopAndSearchView) -> str:
    """`as described by the person`."""
    return RECORDED[view.selection.by]


def searches(number: int | None) -> str:
    """`1 search`, `12,673 searches`."""
    if number is None:
        return WITHHELD
    return f"{count(number)} search{'' if number == 1 else 'es'}"


def number(value: int | None) -> str:
    return WITHHELD if value is None else count(value)


def percent(share: float | None, decimals: int = 0) -> str:
    """A share of 0 to 1 as `32%`; a little more than none is never written as none, nor nearly all as all."""
    if share is None:
        return DOES_NOT_APPLY
    least = 10.0**-decimals
    if 0 < share * 100 < least / 2:
        return f"under {plain(least, decimals)}%"
    if 100 - least / 2 <= share * 100 < 100:
        return f"over {plain(100 - least, decimals)}%"
    return f"{plain(100 * share, decimals)}%"


def pair(one: float, other: float) -> tuple[str, str]:
    """Two shares in one sentence: with a decimal where they would look the same without."""
    same = percent(one) == percent(other) and one != other
    return percent(one, int(same)), percent(other, int(same))


def rate(value: float | None, places: int | None = None) -> str:
    """Searches per 1,000: two decimals under 5, one under 100, else none; or those of the column."""
    if value is None:
        return DOES_NOT_APPLY
    return "0" if value == 0 else plain(value, rate_decimals(value) if places is None else places)


def ratio(value: float | None, lower: float | None = None, upper: float | None = None) -> str:
    """`4.1`; two decimals under a tenth, and where one would make rates look the same that the interval tells apart."""
    if value is None:
        return DOES_NOT_APPLY
    is_apart = lower is not None and upper is not None and not lower <= 1 <= upper
    return plain(value, 2 if 0 < value < 0.1 or is_apart and plain(value, 1) == "1.0" else 1)


def times(value: float | None, lower: float | None = None, upper: float | None = None) -> str:
    """`4.1 times`."""
    return DOES_NOT_APPLY if value is None else f"{ratio(value, lower, upper)} times"


def relative(value: float | None) -> str:
    """A rate over London's, two decimals down the column."""
    return DOES_NOT_APPLY if value is None else plain(value, 2)


def interval(lower: float | None, upper: float | None) -> str:
    """`4.04 to 4.14`, one decimal where the interval is wide; '' without one. An end near 1 never looks like 1."""
    if lower is None or upper is None:
        return ""
    is_near = not lower <= 1 <= upper and "1.0" in (plain(lower, 1), plain(upper, 1))
    decimals = 2 if upper - lower < NARROW or lower < 0.1 or is_near else 1
    return f"{plain(lower, decimals)} to {plain(upper, decimals)}"


def rate_interval(lower: float | None, upper: float | None, places: int | None = None) -> str:
    return "" if lower is None or upper is None else f"{rate(lower, places)} to {rate(upper, places)}"


def share_interval(tally: Tally) -> str:
    """`31.0 to 31.8%`."""
    if tally.share_lower is None or tally.share_upper is None:
        return ""
    return f"{plain(100 * tally.share_lower, 1)} to {plain(100 * tally.share_upper, 1)}%"


def found_share(tally: Tally) -> str:
    """The find rate in a cell, or why there is none."""
    if tally.share is not None:
        return percent(tally.share, 1)
    return missing(tally.status)


def missing(status: str) -> str:
    """Why a figure is not there, in two or three words."""
    return {SUPPRESSED: WITHHELD, TOO_FEW: FEW, UNPLACED: "no borough figures"}.get(status, "not available")


def points(value: float | None) -> str:
    """A gap of -1 to 1 as `+1.9`, with a true minus; exactly none is `0`."""
    if value is None:
        return DOES_NOT_APPLY
    size = plain(abs(100 * value), 1)
    return size if float(size) == 0 else f"{'+' if value > 0 else MINUS}{size}"


def gap(value: float | None, lower: float | None, upper: float | None) -> str:
    """`+1.9 (+1.2 to +2.6)`."""
    if value is None:
        return DOES_NOT_APPLY
    return points(value) if lower is None or upper is None else f"{points(value)} ({points(lower)} to {points(upper)})"


def find(groups: Iterable[Group], key: str) -> Group | None:
    return next((group for group in groups if group.key == key), None)


def when(view: StopAndSearchView) -> str:
    """`2017/18`; for a borough the months that its figures rest on, where they are not the whole period's."""
    period = view.period
    if period is None:
        return "this period"
    left_out = () if view.is_london else period.unplaced
    return f"{period.label}, without {month_list(left_out)}" if left_out and period.placed else period.label


def months_words(months: tuple[date, ...]) -> str:
    """`April 2017 to March 2018` where no month between is missing, else each by name."""
    if not months:
        return "no month"
    steps = [(b.year - a.year) * 12 + b.month - a.month for a, b in zip(months, months[1:], strict=False)]
    if len(months) > 2 and all(step == 1 for step in steps):
        return f"{month_name(months[0])} to {month_name(months[-1])}"
    return month_list(months)


def place(view: StopAndSearchView) -> str:
    """`in London`, `in Camden`."""
    return f"in {'London' if view.is_london else view.area_name}"


def capital(said: str) -> str:
    return f"{said[:1].upper()}{said[1:]}"


def is_hidden_anywhere(tallies: Iterable[Tally]) -> bool:
    return any(tally.status == SUPPRESSED or tally.searches is None for tally in tallies)
