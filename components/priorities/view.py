"""Everything that one view of the local priorities shows, gathered by the page and handed to the components."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from components.map_view import EditionNote
from data.catalogue import Catalogue
from data.selection.priorities import PATH, PrioritiesSelection

METHODS = "/data-and-methods"
BOROUGHS = "/boroughs"
TOLERANCE = 2.5  # points between a printed change and the same as recorded now; see data.priorities.published


@dataclass(frozen=True, kw_only=True)
class PriorityRow:
    """One borough's priority in a quarter; what is not known is None. Changes are per cent, `difference` is in points.

    `now`, `before`: the quarter and the same a year before. `year_…`: the 12 months to its end on the 12 before.
    `number`: its place among the chosen ones, None for what every borough has. `last_month`: with a figure of London.
    """

    area_code: str
    area_name: str
    slug: str
    kind: str
    name: str
    printed: str
    number: int | None
    is_additional: bool
    measure_id: str
    measure: str
    unit: str
    now: float | None
    before: float | None
    change: float | None
    change_pct: float | None
    lower_pct: float | None
    upper_pct: float | None
    verdict: str
    is_provisional: bool
    is_broken: bool
    year_now: float | None
    year_before: float | None
    year_pct: float | None
    year_lower_pct: float | None
    year_upper_pct: float | None
    year_verdict: str
    dispersion: float | None
    signal: str
    rules: str
    since: date | None
    last_month: date | None
    published_pct: float | None
    difference: float | None
    comes_out: bool | None


@dataclass(frozen=True, kw_only=True)
class MapRow:
    """One borough on the map: the 12-month change in the sum of `parts`, its priorities. `is_chosen`: it has them."""

    area_code: str
    area_name: str
    slug: str
    parts: tuple[str, ...]
    now: float | None
    before: float | None
    pct: float | None
    lower_pct: float | None
    upper_pct: float | None
    verdict: str
    is_chosen: bool


@dataclass(frozen=True, kw_only=True)
class KindRow:
    """One kind of priority: how many boroughs have it, their verdicts over 12 months by number, London's own change."""

    kind: str
    name: str
    note: str
    measure_id: str
    boroughs: int
    verdicts: Mapping[str, int]
    last_month: date | None
    london_pct: float | None
    london_verdict: str


@dataclass(frozen=True, kw_only=True)
class PrintedCalls:
    """A figure of anti-social behaviour that was printed."""

    name: str
    value: float
    unit: str
    note: str | None
    period_words: str
    document: str


@dataclass(frozen=True, kw_only=True, eq=False)
class PrioritiesView:
    """One view of the local priorities.

    `rows`: what the filter lets through, in the table's order; `every_row`: all of the quarter. `ends`: quarters to
    choose from, newest first; `settled`: the usual one. `latest_full`: `month` and `boroughs` of the latest quarter in
    which most boroughs have a figure on the map, where the one shown is none. `is_published`: a report printed the
    table of this quarter; `published_ends`: those for which one did.
    """

    catalogue: Catalogue
    selection: PrioritiesSelection
    edition: EditionNote
    corrections: tuple[str, ...]
    ends: tuple[date, ...]
    settled: date
    rows: tuple[PriorityRow, ...]
    every_row: tuple[PriorityRow, ...]
    mapped: tuple[MapRow, ...]
    breaks: tuple[float, ...]
    kinds: tuple[KindRow, ...]
    calls: tuple[PriorityRow, ...]
    printed_calls: tuple[PrintedCalls, ...]
    year: str
    source: str
    stands_in: str
    is_published: bool
    published_ends: tuple[date, ...]
    latest_full: Mapping[str, Any] | None

    @property
    def kind_name(self) -> str:
        """The name of the priority that is filtered by, '' for all."""
        return next((kind.name for kind in self.kinds if kind.kind == self.selection.priority), "")


def view_of(found: Mapping[str, Any]) -> PrioritiesView:
    """The view from what data.priorities.view gathers."""
    rows = {name: tuple(PriorityRow(**row) for row in found[name]) for name in ("rows", "every_row", "calls")}
    return PrioritiesView(**{
        **found, **rows, "edition": EditionNote(**found["edition"]),
        "mapped": tuple(MapRow(**row) for row in found["mapped"]),
        "kinds": tuple(KindRow(**row) for row in found["kinds"]),
        "printed_calls": tuple(PrintedCalls(**row) for row in found["printed_calls"]),
    })  # fmt: skip


def address(selection: PrioritiesSelection, **changes: object) -> str:
    """Where a selection is shown, with some of its fields changed."""
    return PATH + selection.change(**changes).to_query()
