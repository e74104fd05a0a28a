"""What the reader of the inspection page is looking at: a pillar of the report, and which of what it asks for.

`from_params` never fails: a parameter that cannot be met gives the nearest valid view and a sentence that says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from data.selection.asked import choice_asked, query_of


class Pillar(StrEnum):
    """A part of the inspection, as the report divides it. The values appear in addresses."""

    ALL = "all"
    EFFECTIVENESS = "effectiveness"
    EFFICIENCY = "efficiency"
    LEGITIMACY = "legitimacy"


class Asks(StrEnum):
    """Which of what the inspectorate asks for is listed. Recommendations stand with the causes of concern."""

    ALL = "all"
    CONCERNS = "concerns"
    IMPROVEMENTS = "improvements"


@dataclass(frozen=True)
class InspectionSelection:
    pillar: Pillar = Pillar.ALL
    asks: Asks = Asks.ALL

    def change(self, **values: object) -> InspectionSelection:
        """A copy with some fields replaced."""
        return replace(self, **values)  # type: ignore[arg-type]

    def to_params(self) -> dict[str, str]:
        """The pillar always, so that an address says what it shows; the rest where it is not as usual."""
        asks = {} if self.asks is Asks.ALL else {"asks": self.asks.value}
        return {"pillar": self.pillar.value, **asks}

    def to_query(self) -> str:
        """`?pillar=…`, ready to stand behind a path."""
        return query_of(self.to_params())


def from_params(params: Mapping[str, str | None]) -> tuple[InspectionSelection, tuple[str, ...]]:
    """Read an address's parameters: the selection, and a sentence for each that could not be met."""
    said: list[str] = []
    pillar = choice_asked(_asked(params, "pillar"), Pillar, Pillar.ALL, "part of the inspection", "all of it", said)
    asks = choice_asked(_asked(params, "asks"), Asks, Asks.ALL, "kind of finding", "all of them", said)
    return InspectionSelection(pillar, asks), tuple(said)


def _asked(params: Mapping[str, str | None], name: str) -> str:
    return (params.get(name) or "").strip().casefold()
