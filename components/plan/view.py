"""Everything that one view of the plan page shows, gathered by the page and handed to the components."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from components.map_view import EditionNote
from data.selection.plan import PATH as PATH
from data.selection.plan import Options, PlanSelection

DELIVERED, ON_TRACK, DELAY = "delivered", "on track", "some delay"
NOT_READABLE, IN_NO_REPORT = "not readable in source", "in no report"
STATUSES = (DELIVERED, ON_TRACK, DELAY, NOT_READABLE, IN_NO_REPORT)


@dataclass(frozen=True, kw_only=True)
class Report:
    """A report on the plan: `label` is its quarter, `Q1 2017/18`."""

    document: str
    title: str
    licence: str
    label: str
    period_start: date
    period_end: date


@dataclass(frozen=True, kw_only=True)
class Said:
    """What one report says of a milestone. `kind`: due in the report's quarter, or forthcoming."""

    document: str
    section: str
    kind: str
    status: str
    status_words: str | None
    progress: str | None
    note: str | None


@dataclass(frozen=True, kw_only=True)
class Milestone:
    """One milestone; what is not stated is None. `status`: of the latest report that names it."""

    milestone_id: str | None
    milestone: str
    area: str
    lead: str | None
    partners: str | None
    quarter: str
    note: str | None
    programme_number: str | None
    programme: str | None
    status: str
    said: tuple[Said, ...]


@dataclass(frozen=True, kw_only=True)
class Move:
    """A milestone's statuses in two reports that follow one another among those that name it."""

    milestone: str
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class Shown:
    """Where the dashboard shows something: an address, its path, and what it shows there by name."""

    page: str
    path: str
    shows: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Something that is asked for, with where it is shown, or the reason why it, or a part of it, is not."""

    part: str
    name: str
    data_source: str | None
    answers: tuple[Shown, ...]
    reason: str | None


@dataclass(frozen=True, kw_only=True, eq=False)
class PlanView:
    """One view of the plan page.

    `milestones`: all that pass the filters; `counts` of those by quarter due and status.
    `statuses`: entries of all reports by status. `pages`: the names of the pages that exist, by path.
    """

    selection: PlanSelection
    edition: EditionNote
    corrections: tuple[str, ...]
    options: Options
    reports: tuple[Report, ...]
    plan_title: str
    statuses: Mapping[str, int]
    quarters: tuple[str, ...]
    milestones: tuple[Milestone, ...]
    counts: Mapping[tuple[str, str], int]
    moves: tuple[Move, ...]
    indicators: tuple[Wanted, ...]
    lead_names: Mapping[str, str]
    pages: Mapping[str, str]

    def with_status(self, status: str) -> int:
        """How many of the milestones shown have a status."""
        return sum(number for (_, each), number in self.counts.items() if each == status)

    def label_of(self, document: str) -> str:
        return next(report.label for report in self.reports if report.document == document)


def view_of(found: Mapping[str, Any], *, pages: Mapping[str, str]) -> PlanView:
    """The view from what data.plan gathers, and the pages that exist: their names by path."""
    return PlanView(
        selection=found["selection"], edition=EditionNote(**found["edition"]), corrections=found["corrections"],
        options=found["options"], reports=tuple(Report(**row) for row in found["reports"]),
        plan_title=found["plan_title"], statuses=found["statuses"], quarters=found["quarters"],
        milestones=tuple(_milestone(row) for row in found["milestones"]),
        counts={(row["quarter"], row["status"]): row["milestones"] for row in found["counts"]},
        moves=tuple(Move(**{name: row[name] for name in MOVE}) for row in found["moves"]),
        indicators=wanted_of(found["indicators"]), lead_names=found["lead_names"], pages=pages,
    )  # fmt: skip


MOVE = ("milestone", "before", "after")
SAID = ("document", "section", "kind", "status", "status_words", "progress", "note")
STATED = ("milestone_id", "milestone", "area", "lead", "partners", "quarter", "note", "programme_number", "programme",
          "status")  # fmt: skip


def _milestone(row: Mapping[str, Any]) -> Milestone:
    said = tuple(Said(**{name: each.get(name) for name in SAID}) for each in row["said"])
    return Milestone(**{name: row[name] for name in STATED}, said=said)


def wanted_of(rows: Collection[Mapping[str, Any]]) -> tuple[Wanted, ...]:
    """What is asked for, from the rows of data.plan.indicators."""
    return tuple(
        Wanted(
            part=row["part"], name=row["name"], data_source=row.get("data_source"), reason=row["reason"],
            answers=tuple(Shown(page=each["page"], path=each["path"], shows=tuple(each["shows"]))
                          for each in row["answers"]),
        )
        for row in rows
    )  # fmt: skip
