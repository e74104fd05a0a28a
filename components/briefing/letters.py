"""A signal that can be told without colour: a boxed letter, its shape, and its words."""

from __future__ import annotations

from html import escape

from components import signals
from components.elements import Markup

LETTERS = {"higher": "H", "within": "W", "lower": "L"}
SHORT = {"higher": "Higher", "within": "Within", "lower": "Lower", "provisional": "Not judged yet"}


def lettered(signal: str, *, is_short: bool = False) -> Markup:
    """`H ▲ Higher than expected`, or `H ▲ Higher` under a head that says than what; no letter where nothing is judged.

    The letter is for the eye: screen readers have the words.
    """
    kind = signals.CLASSES.get(signal, "none")
    said = escape(SHORT.get(signal, signals.WORDS[signal]) if is_short else signals.WORDS[signal])
    return Markup(
        tag="span", attributes={"className": f"lt {kind}"},
        markup=f"{boxed(signal)}{signals.icon(signal)}<span>{said}</span>",
    )  # fmt: skip


def boxed(signal: str) -> str:
    letter = LETTERS.get(signal)
    return f'<b class="box" aria-hidden="true">{letter}</b>' if letter else ""

