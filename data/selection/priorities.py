"""What the reader of the local priorities page is looking at: a quarter, a priority, a borough, and the table's order.

`from_params` never fails: a parameter that cannot be met gives the nearest valid view and a sentence that says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from data.periods import Span, Window, month_name, parse_month
from data.selection.asked import area_asked, query_of, quoted

PATH = "/local-priorities"
# The columns that the table can be sorted by; '-' before one: the largest first.
SORTS = ("borough", "priority", "now", "before", "change", "percent", "year", "signal", "published")
USUAL_SORT = "borough"


@dataclass(frozen=True)
class PrioritiesSelection:
    """`month`: the last of the quarter; `priority`: a kind's id, None for all; `area`: a borough's slug to mark."""

    month: date
    priority: str | None = None
    area: str | None = None
    sort: str = USUAL_SORT
    all_rows: bool = False  # a phone shows the first of them until asked for all

    @property
    def window(self) -> Window:
        return Window(self.month, Span.QUARTER)

    @property
    def year(self) -> Window:
        return Window(self.month, Span.YEAR)

    def change(self, **values: object) -> PrioritiesSelection:
        """A copy with some fields replaced."""
        return replace(self, **values)  # type: ignore[arg-type]

    def to_params(self) -> dict[str, str]:
        """The whole state except what is as it would be anyway. The period is always there: a link must not drift."""
        params = {
            "to": f"{self.month:%Y-%m}", "priority": self.priority or "", "area": self.area or "",
            "sort": "" if self.sort == USUAL_SORT else self.sort, "rows": "all" if self.all_rows else "",
        }  # fmt: skip
        return {name: value for name, value in params.items() if value}

    def to_query(self) -> str:
        """`?to=…`, ready to stand behind a path."""
        return query_of(self.to_params())


def address(month: date, *, priority: str | None = None, area: str | None = None) -> str:
    """The page for the quarter that this month ends (another month is taken to the quarter before)."""
    return PATH + PrioritiesSelection(month, priority, area).to_query()


def from_params(
    params: Mapping[str, str | None], ends: Sequence[date], usual: date, kinds: Sequence[str]
) -> tuple[PrioritiesSelection, tuple[str, ...]]:
    """Read an address's parameters: the selection, and a sentence for each that could not be met.

    `ends`: the months that end the quarters there are, newest first; `kinds`: the ids of priorities to filter by.
    """
    said: list[str] = []
    selection = PrioritiesSelection(
        month=_month(params.get("to"), ends, usual, said),
        priority=_priority(params.get("priority"), kinds, said),
        area=area_asked(params.get("area"), said),
        sort=_sort(params.get("sort"), said),
        all_rows=params.get("rows") == "all",
    )
    return selection, tuple(said)


def _month(value: str | None, ends: Sequence[date], usual: date, said: list[str]) -> date:
    """The quarter's last month as asked; of another month, the last quarter that ended before it."""
    if not value:
        return usual
    try:
        wanted = parse_month(value)
    except ValueError:
        said.append(f"{quoted(value)} is not a month written as 2017-06; this page shows {_words(usual)}.")
        return usual
    if wanted in ends:
        return wanted
    nearest = next((end for end in ends if end <= wanted), ends[-1])
    if wanted < nearest:
        said.append(f"Local priorities were first declared for {_words(nearest)}; this page shows that quarter.")
    elif wanted.month % 3:
        said.append(f"{month_name(wanted)} does not end a quarter; this page shows {_words(nearest)}.")
    else:
        said.append(f"There are no figures for {_words(wanted)}; this page shows {_words(nearest)}.")
    return nearest


def _words(end: date) -> str:
    return Window(end, Span.QUARTER).label


def _priority(value: str | None, kinds: Sequence[str], said: list[str]) -> str | None:
    if not value or value in kinds:
        return value or None
    said.append(f"There is no local priority called {quoted(value)}; this page shows them all.")
    return None


def _sort(value: str | None, said: list[str]) -> str:
    if not value or value.removeprefix("-") in SORTS:
        return value or USUAL_SORT
    said.append(f"The table cannot be sorted by {quoted(value)}; this page sorts it by borough.")
    return USUAL_SORT
