"""Everything that one view of the money page shows, gathered by the page and handed to the components."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from components.map_view import EditionNote
from data.catalogue import Catalogue
from data.finance.records import Fund, FundRow, SharedOut
from data.printed.records import PrintedTable, Sentence
from data.selection.finance import FinanceSelection, Show

FIELDS = {Show.PER_RESIDENT: "per_resident", Show.AMOUNT: "amount"}


@dataclass(frozen=True, kw_only=True, eq=False)
class FinanceView:
    """One view of the money page.

    `tables`: published tables in the page's order; `fund_rows`: boroughs in the order asked for; `in_text`,
    `commissioning`: figures of the reports' prose; `shared_out`: charts whose shares cannot be read.
    """

    catalogue: Catalogue
    selection: FinanceSelection
    edition: EditionNote
    corrections: tuple[str, ...]
    tables: tuple[PrintedTable, ...]
    fund: Fund | None
    fund_rows: tuple[FundRow, ...]
    in_text: tuple[Sentence, ...]
    commissioning: tuple[Sentence, ...]
    shared_out: tuple[SharedOut, ...]

    @property
    def table(self) -> PrintedTable | None:
        """The one that is open."""
        return next((table for table in self.tables if table.id == self.selection.table), None)

    @property
    def field(self) -> str:
        """Of a FundRow: what the map shows."""
        return FIELDS[self.selection.show]

    def mapped(self, row: FundRow) -> float | None:
        value: float | None = getattr(row, self.field)
        return value


def view_of(found: dict[str, Any]) -> FinanceView:
    """The view from what data.finance gathers."""
    return FinanceView(**{**found, "edition": EditionNote(**found["edition"])})
