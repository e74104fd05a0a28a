"""What the reader of the exceptions page is looking at: a month, and which of its exceptions.

`from_params` never fails: a parameter that cannot be met gives the nearest valid view and a sentence that says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from data.catalogue import Catalogue
from data.periods import Coverage, Span
from data.selection.asked import choice_asked, month_asked, query_of, quoted
from geo.areas import find

# What `area` may say beside a borough's slug: the 32 boroughs, those and London as a whole, London as a whole.
BOROUGHS, EVERYWHERE, LONDON = "boroughs", "all", "london"
WHOLE_PLAN = "all"  # as an empty `plan`
FIRST_ROWS = 25  # rows shown unless all are asked for


class Direction(StrEnum):
    """Which side of the expected range. The values appear in addresses."""

    ALL = "all"
    HIGHER = "higher"
    LOWER = "lower"


@dataclass(frozen=True)
class ExceptionsSelection:
    """A month and the filters. `area`: BOROUGHS, EVERYWHERE, LONDON or a borough's slug; `plan`: a priority's id.

    `plan` None: the whole plan. `only_clear`: only those that stand out after allowing for the number of series looked
    at.
    """

    month: date
    area: str = BOROUGHS
    plan: str | None = None
    direction: Direction = Direction.ALL
    only_clear: bool = False
    all_rows: bool = False

    def change(self, **values: object) -> ExceptionsSelection:
        """A copy with some fields replaced."""
        return replace(self, **values)  # type: ignore[arg-type]

    def to_params(self) -> dict[str, str]:
        """The whole state except what is as it would be anyway. The month is always there: a link must not drift."""
        params = {
            "to": self.month.strftime("%Y-%m"),
            "area": "" if self.area == BOROUGHS else self.area,
            "plan": self.plan or "",
            "direction": "" if self.direction is Direction.ALL else self.direction.value,
            "only": "clear" if self.only_clear else "",
            "rows": "all" if self.all_rows else "",
        }
        return {name: value for name, value in params.items() if value}

    def to_query(self) -> str:
        """`?to=…`, ready to stand behind a path."""
        return query_of(self.to_params())

    @property
    def is_whole(self) -> bool:
        """Whether every exception of the month is listed, London's included."""
        return self == ExceptionsSelection(self.month, EVERYWHERE, all_rows=self.all_rows)

    @property
    def is_usual(self) -> bool:
        """Whether nothing is filtered beyond the month."""
        return self == ExceptionsSelection(self.month, all_rows=self.all_rows)


def from_params(
    params: Mapping[str, str | None], catalogue: Catalogue, covered: Coverage, usual: date
) -> tuple[ExceptionsSelection, tuple[str, ...]]:
    """Read an address's parameters: the selection, and a sentence for each that could not be met.

    `covered`: the months that can be chosen; `usual`: the month of an address that names none.
    """
    said: list[str] = []
    selection = ExceptionsSelection(
        month=month_asked(params.get("to"), covered, Span.MONTH, said, usual=usual),
        area=_area(params.get("area"), said),
        plan=_plan(params.get("plan"), catalogue, said),
        direction=choice_asked(params.get("direction"), Direction, Direction.ALL, "direction", "both", said),
        only_clear=params.get("only") == "clear",
        all_rows=params.get("rows") == "all",
    )
    return selection, tuple(said)


def _area(value: str | None, said: list[str]) -> str:
    """BOROUGHS, EVERYWHERE, LONDON or the slug of a borough that the Met polices."""
    asked = (value or BOROUGHS).strip().casefold()
    if asked in (BOROUGHS, EVERYWHERE):
        return asked
    area = find(asked)
    if area is None or area.area_type not in ("borough", "london"):
        said.append(f"There is no London borough called {quoted(value or '')}; this page shows the 32 boroughs.")
        return BOROUGHS
    if not area.policed_by_met:
        said.append(f"{area.area_name} is not policed by the Met; this page shows the 32 boroughs.")
        return BOROUGHS
    return area.slug


def _plan(value: str | None, catalogue: Catalogue, said: list[str]) -> str | None:
    if not value or value == WHOLE_PLAN:
        return None
    if any(priority.id == value for priority in catalogue.priorities):
        return value
    said.append(f"There is no plan area called {quoted(value)}; this page shows the whole plan.")
    return None
