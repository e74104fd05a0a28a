"""What the reader of the money page is looking at: a published table, and the fund's map, borough and order.

`from_params` never fails: a parameter that cannot be met gives the nearest valid view and a sentence that says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from data.selection.asked import area_asked, choice_asked, query_of, quoted

PATH = "/finance"
# The columns that the fund's table can be sorted by; '-' before one: the largest first.
SORTS = ("borough", "amount", "residents", "per-resident")
USUAL_SORT = "-per-resident"


class Show(StrEnum):
    """What the fund's map shows. The values appear in addresses."""

    PER_RESIDENT = "per-resident"
    AMOUNT = "amount"


@dataclass(frozen=True)
class FinanceSelection:
    """`table`: a published table's id, the first of them unless another is asked for; `area`: a borough to mark."""

    table: str
    show: Show = Show.PER_RESIDENT
    area: str | None = None
    sort: str = USUAL_SORT
    all_rows: bool = False

    def change(self, **values: object) -> FinanceSelection:
        """A copy with some fields replaced."""
        return replace(self, **values)  # type: ignore[arg-type]

    def to_params(self) -> dict[str, str]:
        """The whole state except what is as it would be anyway. The table is always there: a link must not drift."""
        params = {
            "table": self.table, "show": "" if self.show is Show.PER_RESIDENT else self.show.value,
            "area": self.area or "", "sort": "" if self.sort == USUAL_SORT else self.sort,
            "rows": "all" if self.all_rows else "",
        }  # fmt: skip
        return {name: value for name, value in params.items() if value}

    def to_query(self) -> str:
        """`?table=…`, ready to stand behind a path."""
        return query_of(self.to_params())


def address(selection: FinanceSelection, **values: object) -> str:
    """The page with some of the selection changed."""
    return PATH + selection.change(**values).to_query()


def from_params(
    params: Mapping[str, str | None], tables: Mapping[str, str]
) -> tuple[FinanceSelection, tuple[str, ...]]:
    """Read an address's parameters: the selection, and a sentence for each that could not be met.

    `tables`: id -> name of those that can be shown, the usual one first.
    """
    said: list[str] = []
    selection = FinanceSelection(
        table=table_asked(params.get("table"), tables, said),
        show=choice_asked(
            params.get("show"), Show, Show.PER_RESIDENT, "figure of the fund", "pounds per resident", said
        ),
        area=area_asked(params.get("area"), said),
        sort=sort_asked(params.get("sort"), SORTS, USUAL_SORT, "pounds per resident", said),
        all_rows=params.get("rows") == "all",
    )
    return selection, tuple(said)


def table_asked(value: str | None, tables: Mapping[str, str], said: list[str]) -> str:
    usual = next(iter(tables), "")
    if not value or value in tables:
        return value or usual
    said.append(f"There is no table called {quoted(value)}; this page shows {tables.get(usual, 'what there is')}.")
    return usual


def sort_asked(value: str | None, sorts: Sequence[str], usual: str, words: str, said: list[str]) -> str:
    if not value or value.removeprefix("-") in sorts:
        return value or usual
    said.append(f"The table cannot be sorted by {quoted(value)}; this page sorts it by {words}.")
    return usual
