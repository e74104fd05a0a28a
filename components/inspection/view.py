"""Everything that one view of the inspection shows, gathered by the page and handed to the components."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from components.map_view import EditionNote
from data.selection.inspection import InspectionSelection, Pillar

PATH = "/inspection"
PLAN_AND_FINANCE = "/plan-and-finance"
METHODS = "/data-and-methods"


@dataclass(frozen=True, kw_only=True)
class Judgment:
    """A pillar (`is_overall`) or a component of one, and its judgment in each year of inspection that is held."""

    pillar: str
    component: str
    is_overall: bool
    grades: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """The Met's printed figure beside another. `against` and `other` are None where none is printed.

    `difference` is the Met's less the other's, `from_` to `to` the range in which it lies, since both are rounded to
    `decimals`. `pillar` None: printed in front of the pillars.
    """

    pillar: str | None
    section: str
    table_name: str
    name: str
    value: float
    unit: str
    against: str | None
    other: float | None
    decimals: int
    difference: float | None
    from_: float | None
    to: float | None
    period_start: date | None
    period_end: date | None
    note: str | None


@dataclass(frozen=True, kw_only=True)
class Sample:
    """`count` of `base` in a sample of the inspectors; proportions 0 to 1, the interval Wilson's at 95%."""

    name: str
    section: str
    what: str
    count: int
    base: int
    proportion: float
    lower: float
    upper: float


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """A share of investigations in per cent, as printed."""

    name: str
    value: float
    period_end: date


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One thing that the inspectorate asks for, or a cause of concern. `answers`: the path and address of each page
    that shows what it asks for; `reason`: why none does, or not all of it; both empty where it asks for no data."""

    section: str
    number: int
    pillar: str
    component: str
    kind: str
    statement: str
    answers: tuple[tuple[str, str], ...]
    reason: str | None


@dataclass(frozen=True, kw_only=True)
class Earlier:
    """What the report says of an earlier inspection, and of now."""

    section: str
    pillar: str
    inspection: str
    subject: str
    then: str
    now: str


@dataclass(frozen=True, kw_only=True)
class Strength:
    """The Met's people of one kind. `figures`: (column as printed, value, unit, date) in the report's order."""

    name: str
    figures: tuple[tuple[str, float, str, date], ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class InspectionView:
    """One view of the inspection.

    `judgments`, `comparisons`, `samples`, `outcomes`, `earlier` and `workforce`: those of the chosen pillar; `whole`:
    the judgments of all. `asked`: as the filters let through; `asked_of_all`: everything asked for. `years`: of
    inspection, oldest first. `definitions`: by the table's name. `pages`: the names of the
    pages that can be linked to, by path.
    """

    selection: InspectionSelection
    corrections: tuple[str, ...]
    edition: EditionNote
    document: Mapping[str, Any]
    years: tuple[str, ...]
    whole: tuple[Judgment, ...]
    judgments: tuple[Judgment, ...]
    comparisons: tuple[Comparison, ...]
    samples: tuple[Sample, ...]
    outcomes: tuple[Outcome, ...]
    workforce: tuple[Strength, ...]
    asked: tuple[Asked, ...]
    asked_of_all: tuple[Asked, ...]
    earlier: tuple[Earlier, ...]
    definitions: Mapping[str, str]
    pages: Mapping[str, str]

    @property
    def year(self) -> str:
        """The latest year of inspection."""
        return self.years[-1]

    @property
    def is_whole(self) -> bool:
        return self.selection.pillar is Pillar.ALL


ROWS = {"whole": Judgment, "judgments": Judgment, "comparisons": Comparison, "samples": Sample, "outcomes": Outcome,
        "asked": Asked, "asked_of_all": Asked, "earlier": Earlier}  # fmt: skip


def view_of(found: dict[str, Any]) -> InspectionView:
    """The view from what data.inspection gathers; columns that no component shows are passed over."""
    rows = {name: tuple(_made(kind, row) for row in found[name]) for name, kind in ROWS.items()}
    strengths = tuple(Strength(name=row["name"], figures=tuple(row["figures"])) for row in found["workforce"])
    return InspectionView(**{**found, **rows, "workforce": strengths, "edition": EditionNote(**found["edition"])})


def _made(kind: Any, row: Mapping[str, Any]) -> Any:
    return kind(**{name: row[name] for name in kind.__dataclass_fields__})
