"""Which of the rules that a month met are told beside its signal."""

from __future__ import annotations

from components import signals


def told(rules: str) -> str:
    """Months near a limit say little beside one beyond it or a long run: the file has every rule that is met."""
    met = signals.rules_met(rules)
    return ",".join(name for name in met if name != "outer_third" or len(met) == 1)
