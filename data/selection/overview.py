"""What the reader of the overview is looking at: an area, the month that the periods end in, and which signals.

`overview_from_params` never fails: a parameter that cannot be met gives the nearest valid view and a sentence that says
so. Parameters it does not know are passed over.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from data.periods import Coverage, Span, Window
from data.selection.asked import area_asked, choice_asked, month_asked, query_of


class Signals(StrEnum):
    """Which measures are listed, by the signal of their month. The values appear in addresses."""

    ALL = "all"
    HIGHER = "higher"
    WITHIN = "within"
    LOWER = "lower"

    def lists(self, signal: str) -> bool:
        return self is Signals.ALL or self.value == signal


@dataclass(frozen=True)
class OverviewSelection:
    """`month`: the last of the 12 months; `area`: a borough's slug, or None for London."""

    month: date
    area: str | None = None
    show: Signals = Signals.ALL

    @property
    def window(self) -> Window:
        return Window(self.month, Span.YEAR)

    @property
    def area_slug(self) -> str:
        """As other pages' addresses name the area: London has a name there too."""
        return self.area or "london"

    def change(self, **values: object) -> OverviewSelection:
        """A copy with some fields replaced."""
        return replace(self, **values)  # type: ignore[arg-type]

    def to_params(self) -> dict[str, str]:
        """The whole state except what is as it would be anyway. The period is always there: a link must not drift."""
        params = {"to": f"{self.month:%Y-%m}"}
        if self.area:
            params["area"] = self.area
        if self.show is not Signals.ALL:
            params["show"] = self.show.value
        return params

    def to_query(self) -> str:
        """`?to=…`, ready to stand behind a path."""
        return query_of(self.to_params())


@dataclass(frozen=True)
class ParsedOverview:
    """A selection, and a sentence for each parameter that could not be met."""

    selection: OverviewSelection
    corrections: tuple[str, ...] = ()


def overview_from_params(params: Mapping[str, str | None], covered: Coverage, *, usual: date) -> ParsedOverview:
    """Read an address's parameters. `covered` holds 12 months or more; `usual` is the month shown unasked."""
    said: list[str] = []
    selection = OverviewSelection(
        month=month_asked(params.get("to"), covered, Span.YEAR, said, usual=usual),
        area=area_asked(params.get("area"), said),
        show=choice_asked(params.get("show"), Signals, Signals.ALL, "kind of signal", "all measures", said),
    )
    return ParsedOverview(selection, tuple(said))
