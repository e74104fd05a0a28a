"""The sentences of a profile, filled from the figures on screen. They tell direction, never judgement."""

from __future__ import annotations

from collections.abc import Sequence

from components.borough.kinds import BoroughRow, Priority
from components.borough.view import ProfileView
from components.overview.words import JUDGED, VERDICTS, interval
from components.text.numbers import NOT_CALCULATED, count, listed, percent_change, rank_words, rate, rate_decimals
from data.selection import Span, Window, month_name

__all__ = ["JUDGED", "VERDICTS", "interval"]

KINDS = (("higher", "higher than expected"), ("lower", "lower than expected"), ("within", "within its expected range"))
NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six")
FEWEST_FOR_A_CHART = 10  # DESIGN: no chart from fewer offences in 12 months


def headline(view: ProfileView) -> str:
    """What the signals of the borough's own priorities say, and which of them cannot be judged."""
    if not view.chosen:
        return _all_recorded(view)
    judged = [each for each in view.chosen if each.row and each.row.signal in JUDGED and not each.row.is_own_period]
    others = [each for each in view.chosen if each not in judged]
    opening = f"{of(view.name)} {_many(len(view.chosen))} local priorities"
    if not judged:
        return f"None of {opening} can be judged for {_month(view)}."
    clauses = [_clause(judged, signal, words) for signal, words in KINDS]
    said = listed([clause for clause in clauses if clause])
    left = f" {_names(others)[:1].upper()}{_names(others)[1:]} cannot be judged." if others else ""
    return f"Of {opening}, {said} in {_month(view)}.{left}"


def _clause(judged: Sequence[Priority], signal: str, words: str) -> str:
    """`theft from the person is higher than expected`; nothing where none is."""
    found = [each for each in judged if each.row and each.row.signal == signal]
    if not found:
        return ""
    return f"{_names(found)} is {words}" if len(found) == 1 else f"{_names(found)} are {words.replace('its', 'their')}"


def _names(each: Sequence[Priority]) -> str:
    return listed([one.name.lower() for one in each])


def _all_recorded(view: ProfileView) -> str:
    """Where no priorities are declared: all recorded offences."""
    row = next((each for each in view.crimes if each.offences_12m is not None), None)
    if row is None or row.is_own_period or row.change_pct is None:
        return f"Recorded crime, confidence and stop and search in {view.name}."
    size = percent_change(row.change_pct).lstrip("+−")
    way = "more" if row.change_pct > 0 else "fewer"
    when = f"in the {view.selection.year.label} than in the year before"
    return f"Police recorded {size} {way} offences in {view.name} {when}."


def picture_title(view: ProfileView) -> str:
    return f"{view.name}: local priorities and rates"


def of(name: str) -> str:
    """`Camden’s`, `Kensington and Chelsea’s`, `Tower Hamlets’`."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def _many(number: int) -> str:
    return (NUMBERS[number] if number < len(NUMBERS) else str(number)).lower()


def _month(view: ProfileView) -> str:
    return month_name(view.selection.month)


def quarter_words(view: ProfileView) -> str:
    """`April to June 2017`, `April to June 2026, provisional`."""
    window = view.window
    first, last = month_name(window.start), month_name(window.end)
    start = first.removesuffix(f" {window.start.year}") if window.start.year == window.end.year else first
    late = ", provisional" if view.selection.month > view.settled else ""
    return f"{start} to {last}{late}"


def own_period(row: BoroughRow) -> str:
    """Which period a row is of, where it is not the one chosen."""
    return f"To {month_name(row.month)}" if row.is_own_period else ""


def percent_words(number: float | None) -> str:
    return NOT_CALCULATED if number is None else percent_change(number, decimals=1)


def verdict_words(verdict: str, *, is_provisional: bool) -> str:
    """The verdict on a change; months that may still move are left out of verdicts."""
    return VERDICTS["provisional" if is_provisional and verdict in _MOVING else verdict]


_MOVING = ("higher", "lower", "no_clear_change")


def rate_words(number: float | None, reference: float | None) -> str:
    """With the decimals that London's rate asks for."""
    return "–" if number is None else rate(number, rate_decimals(reference if reference is not None else number))


def place_words(place: int | None, of: int | None, sharing: int | None) -> str:
    """`2nd highest of 8`; nothing where it cannot be said."""
    return "" if place is None or of is None else rank_words(place, of, sharing=sharing or 1)


def short_quarter(view: ProfileView, *, before: bool = False) -> str:
    """`Apr–Jun 2017`."""
    return (view.window.year_before if before else view.window).label


def row_quarter(row: BoroughRow) -> str:
    return Window(row.month, Span.QUARTER).label


def counted_in(number: float | None) -> str:
    return "Not available" if number is None else count(number)


def row_quarter_before(row: BoroughRow) -> str:
    return Window(row.month, Span.QUARTER).year_before.label


def number_words(number: int) -> str:
    """`Two`."""
    return NUMBERS[number] if number < len(NUMBERS) else str(number)
