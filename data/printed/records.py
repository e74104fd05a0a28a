"""What a published table is to a page. Frozen records only, so that components may take them as they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A figure as published; `note` is what the transcription says of it beyond what the checks find again."""

    value: float
    unit: str
    period_start: date | None
    period_end: date | None
    note: str | None


@dataclass(frozen=True, kw_only=True)
class Check:
    """One figure worked out again from others of its table: `kind` is sum, difference or share.

    `allowed`: by how much rounding of the figures involved can set the two apart.
    """

    kind: str
    row: str
    column: str
    printed: Decimal
    recomputed: Decimal
    allowed: Decimal

    @property
    def apart(self) -> Decimal:
        """Printed less recomputed."""
        return self.printed - self.recomputed

    @property
    def agrees(self) -> bool:
        return self.apart == 0

    @property
    def is_rounding(self) -> bool:
        return abs(self.apart) <= self.allowed


@dataclass(frozen=True, kw_only=True)
class PrintedColumn:
    """`head`: its name on the page; `of`: the two columns whose difference it is; `is_variance`: of what is forecast,
    spent or in place from what was budgeted or aimed at."""

    label: str
    head: str
    of: tuple[str, str] | None
    is_variance: bool
    period_start: date | None
    period_end: date | None


@dataclass(frozen=True, kw_only=True)
class PrintedRow:
    """`label` as printed, `name` as shown, under the heading `group`; `kind`: what its money is, for words."""

    label: str
    name: str
    group: str | None
    kind: str
    is_total: bool
    cells: Mapping[str, Cell]


@dataclass(frozen=True, kw_only=True)
class PrintedTable:
    """A table of a document. `step`: one in the last place as printed. `main`: the row that sums it up, of which
    `subject` says in words what it counts. `glance`: rows for the page's first table."""

    id: str
    name: str
    title: str
    about: str
    document: str
    document_title: str
    section: str
    table_name: str
    unit: str
    step: float
    columns: tuple[PrintedColumn, ...]
    rows: tuple[PrintedRow, ...]
    checks: tuple[Check, ...]
    main: str | None
    glance: tuple[str, ...]
    subject: str

    @property
    def differing(self) -> tuple[Check, ...]:
        return tuple(check for check in self.checks if not check.agrees)

    def row(self, label: str) -> PrintedRow | None:
        return next((row for row in self.rows if row.label == label), None)

    def check_of(self, row: str, column: str) -> tuple[Check, ...]:
        """What differs at this cell."""
        return tuple(check for check in self.differing if (check.row, check.column) == (row, column))


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """A figure that a document gives in its prose or in a table of one figure; labels are ours where it is prose."""

    document: str
    document_title: str
    section: str
    table_name: str
    row: str
    column: str
    cell: Cell
