"""Everything that one view of the Victims' Code shows, gathered by the page and handed to the components."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from components.map_view import EditionNote
from data.catalogue import Dataset
from data.periods import Coverage
from data.selection.victims_code import Requirement, VictimsCodeSelection

PATH = "/victims-code"
PLAN_AND_FINANCE = "/plan-and-finance"
METHODS = "/data-and-methods"
LAYOUT = "docs/victims-code.md"


@dataclass(frozen=True, kw_only=True)
class Point:
    """A printed share of one month, or of all the months of a period. 0 to 1; None where it is not printed.

    `cases`: the offences that it is a share of. `lower`, `upper`: 95%, for chance and for rounding.
    """

    label: str
    period_start: date | None
    period_end: date
    share: float
    cases: float | None
    lower: float | None
    upper: float | None
    note: str | None


@dataclass(frozen=True, kw_only=True)
class Change:
    """Points from the first printed month to the last. `verdict` None: no offences are printed, so `lower` and `upper`
    are what rounding leaves and no interval."""

    points: float
    lower: float
    upper: float
    verdict: str | None


@dataclass(frozen=True, kw_only=True)
class Printed:
    """One requirement as published, its months oldest first."""

    requirement: Requirement
    section: str
    points: tuple[Point, ...]
    change: Change | None


@dataclass(frozen=True, kw_only=True)
class Month:
    """One month of the file. Shares 0 to 1, changes in points; what is not known is None."""

    month: date
    cases: float | None
    met: float | None
    share: float | None
    lower: float | None
    upper: float | None
    centre: float | None
    expected_lower: float | None
    expected_upper: float | None
    spread: float | None
    baseline_months: int
    limits: str
    signal: str
    change: float | None
    change_lower: float | None
    change_upper: float | None
    change_verdict: str


@dataclass(frozen=True, kw_only=True)
class Other:
    """Another published figure, as printed; `count` of `base` and the interval in per cent where it is of a sample."""

    document: str
    section: str
    table_name: str
    name: str
    value: float
    unit: str
    period_start: date | None
    period_end: date | None
    note: str | None
    count: int | None
    base: int | None
    lower: float | None
    upper: float | None


@dataclass(frozen=True, kw_only=True, eq=False)
class VictimsCodeView:
    """One view of the Victims' Code.

    `months`: the series of a loaded file for the chosen requirement and area, oldest first; empty where no file is
    loaded. `latest`: its row of the chosen month. `areas`: (slug, name) of the boroughs that can be chosen. `titles`:
    of documents by id. `indicators`: what the plan said it would watch. `pages`: paths that can be linked to.
    """

    selection: VictimsCodeSelection
    corrections: tuple[str, ...]
    edition: EditionNote
    covered: Coverage | None
    document: Mapping[str, Any]
    titles: Mapping[str, str]
    printed: tuple[Printed, ...]
    others: tuple[Other, ...]
    indicators: tuple[str, ...]
    months: tuple[Month, ...]
    latest: Month | None
    area_name: str
    areas: tuple[tuple[str, str], ...]
    dataset: Dataset
    pages: frozenset[str]

    @property
    def chosen(self) -> Printed:
        """The chosen requirement as published."""
        return next(each for each in self.printed if each.requirement is self.selection.requirement)

    @property
    def has_file(self) -> bool:
        return self.covered is not None


def view_of(found: dict[str, Any]) -> VictimsCodeView:
    """The view from what data.victims_code gathers; columns that no component shows are passed over."""
    latest = found["latest"]
    rows = {"others": [_made(Other, row) for row in found["others"]],
            "months": [_made(Month, row) for row in found["months"]],
            "printed": [_printed(row) for row in found["printed"]]}  # fmt: skip
    kept = {name: value for name, value in found.items() if name in VictimsCodeView.__dataclass_fields__}
    return VictimsCodeView(**{
        **kept, **{name: tuple(made) for name, made in rows.items()}, "edition": EditionNote(**found["edition"]),
        "indicators": tuple(found["indicators"]), "latest": _made(Month, latest) if latest else None,
    })  # fmt: skip


def _printed(row: Mapping[str, Any]) -> Printed:
    change = None if row["change"] is None else Change(**row["change"])
    points = tuple(_made(Point, point) for point in row["points"])
    return Printed(requirement=Requirement(row["requirement"]), section=row["section"], points=points, change=change)


def _made(kind: Any, row: Mapping[str, Any]) -> Any:
    return kind(**{name: row[name] for name in kind.__dataclass_fields__})
