"""What the reader of the page on people is looking at: a month, a group of the workforce, and how the table steps.

`from_params` never fails: a parameter that cannot be met gives the nearest valid view and a sentence that says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from urllib.parse import urlencode

from data.periods import Coverage, Span
from data.selection.asked import choice_asked, month_asked

PATH = "/workforce"
FIRST_ROWS = 13  # rows shown unless all are asked for: a year of months, and the one a year before

NO_MONTH = date(1970, 1, 1)  # in place of a month where the edition holds none


class Group(StrEnum):
    """The groups of the publisher's file. The values appear in addresses."""

    OFFICERS = "officers"
    STAFF = "staff"
    PCSOS = "pcsos"


class By(StrEnum):
    """Which months the table has: this month of every year, or every month. The values appear in addresses."""

    YEAR = "year"
    MONTH = "month"


@dataclass(frozen=True)
class WorkforceSelection:
    """`month`: the latest that is looked at."""

    month: date
    group: Group = Group.OFFICERS
    by: By = By.YEAR
    all_rows: bool = False

    def change(self, **values: object) -> WorkforceSelection:
        """A copy with some fields replaced."""
        return replace(self, **values)  # type: ignore[arg-type]

    def to_params(self) -> dict[str, str]:
        """The whole state except what is as it would be anyway. The month is always there: a link must not drift."""
        params = {
            "to": "" if self.month == NO_MONTH else f"{self.month:%Y-%m}",
            "group": "" if self.group is Group.OFFICERS else self.group.value,
            "by": "" if self.by is By.YEAR else self.by.value, "rows": "all" if self.all_rows else "",
        }  # fmt: skip
        return {name: value for name, value in params.items() if value}

    def to_query(self) -> str:
        """`?to=…`, ready to stand behind a path; '' where nothing is to be said."""
        params = self.to_params()
        return f"?{urlencode(params)}" if params else ""


def address(selection: WorkforceSelection, **values: object) -> str:
    """The page with some of the selection changed."""
    return PATH + selection.change(**values).to_query()


def from_params(params: Mapping[str, str | None], covered: Coverage) -> tuple[WorkforceSelection, tuple[str, ...]]:
    """Read an address's parameters: the selection, and a sentence for each that could not be met.

    `covered`: the months that the edition holds.
    """
    said: list[str] = []
    selection = WorkforceSelection(
        month=month_asked(params.get("to"), covered, Span.MONTH, said),
        group=choice_asked(
            params.get("group"), Group, Group.OFFICERS, "group of the workforce", "police officers", said
        ),
        by=choice_asked(params.get("by"), By, By.YEAR, "step of the table", "years", said),
        all_rows=params.get("rows") == "all",
    )
    return selection, tuple(said)
