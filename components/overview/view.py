"""Everything that one view of the overview shows, gathered by the page and handed to the components."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from components.map_view import EditionNote
from components.overview.kinds import CountRow, PublishedRow, Section, SurveyRow
from data.catalogue import Catalogue
from data.selection import Coverage, Window
from data.selection.overview import OverviewSelection, Signals

__all__ = ["PATH", "CountRow", "OverviewView", "PublishedRow", "Section", "SurveyRow", "overview_view"]

PATH = "/"


@dataclass(frozen=True)
class OverviewView:
    """`without`: measures without a figure for the period: measure_id, name, priority, span (Coverage or None).
    `older`: those not listed, because another row counts the same offences in the categories used now.

    `settled`: the month shown when none is asked for. `judged`: rows with a signal, of which `by_chance` would be
    raised by chance alone. `report`: the published table of this period, when there is one; `report_months`: for which
    there is one.
    """

    catalogue: Catalogue
    selection: OverviewSelection
    corrections: tuple[str, ...]
    coverage: Coverage
    settled: date
    area_name: str
    area_code: str
    sections: tuple[Section, ...]
    without: tuple[Mapping[str, Any], ...]
    older: tuple[Mapping[str, Any], ...]
    headline: CountRow | None
    judged: int
    by_chance: float
    report: Mapping[str, Any] | None
    report_months: tuple[date, ...]
    edition: EditionNote

    @property
    def window(self) -> Window:
        return self.selection.window

    @cached_property
    def counts(self) -> tuple[CountRow, ...]:
        return tuple(row for section in self.sections for row in section.counts)

    @cached_property
    def number_of_rows(self) -> int:
        return sum(len(s.counts) + len(s.surveys) + len(s.published) for s in self.sections)

    def tally(self, kind: Signals) -> int:
        """How many measures a filter lists; all of them, also those that cannot be judged, for ALL."""
        if kind is Signals.ALL:
            return self.number_of_rows
        return sum(kind.lists(row.signal) for row in self.counts)


def overview_view(found: Mapping[str, Any]) -> OverviewView:
    """The view from the plain rows that data.overview.view gathers."""
    sections = tuple(
        Section(
            section["priority"],
            tuple(CountRow(**row) for row in section["counts"]),
            tuple(SurveyRow(**row) for row in section["surveys"]),
            tuple(PublishedRow(**row) for row in section["published"]),
        )
        for section in found["sections"]
    )
    headline = CountRow(**found["headline"]) if found["headline"] else None
    note = EditionNote(**found["edition"])
    return OverviewView(**{**found, "sections": sections, "headline": headline, "edition": note})
