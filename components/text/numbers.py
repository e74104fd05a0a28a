"""How numbers are written: DESIGN.md, section 9. Halves round away from zero, as readers do it by hand."""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Decimal

MINUS = "\u2212"  # a true minus, not a hyphen
NOT_CALCULATED = "n/c"
DOES_NOT_APPLY = "–"
NOT_AVAILABLE = "Not available"


def is_missing(number: float | None) -> bool:
    return number is None or math.isnan(number)


def rounded(number: float, decimals: int = 0) -> Decimal:
    """`number` to so many decimals, halves away from zero."""
    return Decimal(str(float(number))).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def plain(number: float | None, decimals: int = 0) -> str:
    """`12,673`, `1.44`; a negative number carries a true minus."""
    if number is None or is_missing(number):
        return NOT_AVAILABLE
    if not decimals and number == int(number):  # a count: most of what is written, and nothing to round
        return f"{abs(number):,.0f}" if number >= 0 else f"{MINUS}{-number:,.0f}"
    value = rounded(number, decimals)
    sign = MINUS if value < 0 else ""
    return f"{sign}{abs(value):,.{decimals}f}"


def count(number: float | None) -> str:
    """`12,673`."""
    return plain(number)


def counted(number: float, noun: str = "offence") -> str:
    """`1 offence`, `12,673 offences`."""
    return f"{count(number)} {noun}" if rounded(number) == 1 else f"{count(number)} {noun}s"


def _signed(number: float | None, decimals: int, unit: str) -> str:
    if number is None or is_missing(number):
        return NOT_AVAILABLE
    value = rounded(number, decimals)
    sign = MINUS if value < 0 else "+" if value > 0 else ""
    return f"{sign}{abs(value):,.{decimals}f}{unit}"


def signed(number: float | None) -> str:
    """A change in a count: `+2,309`, `−297`; exactly no change is `0`."""
    return _signed(number, 0, "")


def percent_change(number: float | None, *, decimals: int = 0) -> str:
    """`+22%`, `−3%` on maps; `decimals=1` in tables, where exactly no change is `0`."""
    return "0" if decimals and number == 0 else _signed(number, decimals, "%")


def percent(number: float) -> str:
    """A size without a sign for sentences, where the verb tells the direction: `22%`, or `under 1%`."""
    size = abs(number)
    return "under 1%" if 0 < size < 0.5 else f"{plain(size)}%"


def rate(number: float | None, decimals: int) -> str:
    """A rate with the decimals of its column; exactly none is `0`."""
    return "0" if number == 0 else plain(number, decimals)


def rate_decimals(reference: float | None) -> int:
    """Decimals of every rate in a column, from the London rate: 2 under 5, 1 under 100, else 0.

    Under 0.1, where two decimals would make most boroughs look the same, 3.
    """
    if reference is None or is_missing(reference):
        return 2
    return 3 if 0 < reference < 0.1 else 2 if reference < 5 else 1 if reference < 100 else 0


def decimals_needed(number: float) -> int:
    """Decimals that it takes to write `number` exactly, at most 4: 2 for 0.75."""
    return next((places for places in range(4) if math.isclose(number, round(number, places), abs_tol=1e-9)), 4)


def ordinal(number: int) -> str:
    """`1st`, `2nd`, `11th`, `23rd`."""
    if 10 <= number % 100 <= 20:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def rank_words(rank: int, of: int, *, sharing: int = 1) -> str:
    """`9th highest of 32`, `highest of 32`, `joint lowest of 32`; nothing where all `sharing` are equal."""
    if sharing >= of:
        return ""
    last = rank + sharing - 1 == of
    words = "highest" if rank == 1 else "lowest" if last else f"{ordinal(rank)} highest"
    return f"{'joint ' if sharing > 1 else ''}{words} of {of}"


def listed(names: list[str] | tuple[str, ...]) -> str:
    """`Camden, Kensington and Chelsea, and Sutton`: a comma before the last where a name holds an and."""
    if len(names) < 2:
        return "".join(names)
    tail = ", and " if any(" and " in name for name in names) else " and "
    return f"{', '.join(names[:-1])}{tail}{names[-1]}"
