"""What the reader of the Victims' Code page is looking at: a requirement and, where a file is loaded, a month and area.

`from_params` never fails: a parameter that cannot be met gives the nearest valid view and a sentence that says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from data.periods import Coverage, Span
from data.selection.asked import area_asked, choice_asked, month_asked, query_of

NO_FILE = "No file of monthly returns is loaded, so {what} cannot be chosen; this page shows the published figures."


class Requirement(StrEnum):
    """What a victim must be told. The values appear in addresses, in files and in the edition."""

    UPDATED = "updated"
    ARRESTED = "arrested"
    RELEASED = "released"


NAMES = {
    Requirement.UPDATED: "Victims kept updated",
    Requirement.ARRESTED: "Victims told that a suspect was arrested",
    Requirement.RELEASED: "Victims told that a suspect was released",
}


@dataclass(frozen=True)
class VictimsCodeSelection:
    """`area`: a borough's slug, None for all of London. `month` None: no file is loaded, so there is none to choose."""

    requirement: Requirement = Requirement.UPDATED
    area: str | None = None
    month: date | None = None

    def change(self, **values: object) -> VictimsCodeSelection:
        """A copy with some fields replaced."""
        return replace(self, **values)  # type: ignore[arg-type]

    def to_params(self) -> dict[str, str]:
        """The requirement always, the area where one is chosen, the month where there is one: a link must not drift."""
        params = {
            "requirement": self.requirement.value, "area": self.area or "",
            "to": f"{self.month:%Y-%m}" if self.month else "",
        }  # fmt: skip
        return {name: value for name, value in params.items() if value}

    def to_query(self) -> str:
        """`?requirement=…`, ready to stand behind a path."""
        return query_of(self.to_params())


def from_params(
    params: Mapping[str, str | None], covered: Coverage | None
) -> tuple[VictimsCodeSelection, tuple[str, ...]]:
    """Read an address's parameters: the selection, and a sentence for each that could not be met.

    `covered`: the months of the file that is loaded; None where there is none.
    """
    said: list[str] = []
    asked = (params.get("requirement") or "").strip().casefold()
    requirement = choice_asked(asked, Requirement, Requirement.UPDATED, "requirement", "victims kept updated", said)
    if covered is None:
        for name, what in (("to", "a month"), ("area", "an area")):
            if params.get(name) and not (name == "area" and (params["area"] or "").casefold() == "london"):
                said.append(NO_FILE.format(what=what))
        return VictimsCodeSelection(requirement), tuple(said)
    month = month_asked(params.get("to"), covered, Span.MONTH, said)
    return VictimsCodeSelection(requirement, area_asked(params.get("area"), said), month), tuple(said)
