"""The signal of one month: its words, its icon, and the rules that gave it. The same for every measure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from math import ceil, floor

from components.elements import Markup
from components.text.numbers import count, plain
from data.selection import month_name

WORDS = {
    "higher": "Higher than expected",
    "within": "Within expected range",
    "lower": "Lower than expected",
    "too_few": "Too few to say",
    "not_comparable": "Not comparable",
    "provisional": "Provisional: not judged yet",
    "not_available": "No figure",
}
CLASSES = {"higher": "hi", "within": "in", "lower": "lo"}
SHAPES = {
    "higher": '<path d="M6.5 1.2 12.4 11.6H.6z" fill="currentColor"/>',
    "within": '<circle cx="6.5" cy="6.5" r="4.4" fill="none" stroke="currentColor" stroke-width="1.7"/>',
    "lower": '<path d="M6.5 11.8.6 1.4h11.8z" fill="currentColor"/>',
}

Said = Callable[[str, date | None, date], str]


def _side(signal: str, above: str, below: str) -> str:
    return above if signal == "higher" else below


def _run(signal: str, since: date | None, month: date) -> str:
    """A run stands on one side of the average; without its first month only the rule's own seven are known."""
    side = _side(signal, "above", "below")
    start = f"every month since {month_name(since)}" if since and since < month else "seven months in a row"
    return f"{side} its average {start}"


# What each rule says of a month, in the order in which they are told; the words go in the middle of a sentence.
RULES: dict[str, Said] = {
    "beyond_limit": lambda signal, since, month: _side(signal, "above the range", "below the range"),
    "run": _run,
    "outer_third": lambda signal, since, month: (
        f"near or beyond the {_side(signal, 'upper', 'lower')} limit in two of the last three months"
    ),
    "trend": lambda signal, since, month: (
        f"{_side(signal, 'rising', 'falling')} seven months in a row, season allowed for"
    ),
}


def rules_met(rules: str) -> tuple[str, ...]:
    """`'run,beyond_limit'` as names, in the order in which they are told. Raises KeyError for one there is not."""
    met = [name for name in rules.split(",") if name]
    for name in met:
        RULES[name]
    return tuple(name for name in RULES if name in met)


def rule_words(rules: str, signal: str, since: date | None, month: date) -> str:
    """Why a month is higher or lower than expected: `Above the range; above its average every month since May 2016`.

    `rules` is as the edition holds it (comma-separated); empty for a signal that no rule gave.
    """
    if signal not in ("higher", "lower"):
        return ""
    words = "; ".join(RULES[name](signal, since, month) for name in rules_met(rules))
    return words[:1].upper() + words[1:]


def icon(signal: str) -> str:
    """A shape in the colour of the text beside it, 13 px; '' for a signal that has none."""
    shape = SHAPES.get(signal)
    return f'<svg viewBox="0 0 13 13" width="13" height="13" aria-hidden="true">{shape}</svg>' if shape else ""


def label(signal: str, words: str | None = None) -> Markup:
    """Icon and words in a span; `words` in place of the usual ones. They are ours and need no escaping."""
    kind = f"sig {CLASSES.get(signal, 'none')}"
    return Markup(tag="span", attributes={"className": kind}, markup=icon(signal) + (words or WORDS[signal]))


def range_words(lower: float, upper: float) -> tuple[str, str]:
    """The ends of an expected range as whole counts that lie in it: rounded ones could hold a month just outside."""
    first, last = ceil(lower), floor(upper)
    return (count(first), count(last)) if first <= last else (plain(lower, 1), plain(upper, 1))
