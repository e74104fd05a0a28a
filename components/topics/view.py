"""Everything that one view of a topic's page shows, gathered by the page and handed to the components."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from components.map_view import EditionNote, MapView
from components.overview.kinds import CountRow, PublishedRow
from components.overview.view import OverviewView, Section
from components.trends.view import TrendsView
from components.trends.view import made as trends_made
from data.catalogue import Break, Catalogue, Priority
from data.selection import Coverage
from data.selection.overview import OverviewSelection
from data.selection.topics import TopicSelection
from data.topics import Topic


@dataclass(frozen=True, kw_only=True)
class PrintedFigure:
    """A figure as it was printed, its place, and what is `recorded` now for the same period; None: not known.

    `begins`: the first month with a record, where that is after the period. `unrecorded`: what stands in place of a
    record where no measure counts the same.
    """

    document: str
    document_title: str
    section: str
    table_name: str
    row_label: str
    column_label: str
    value: float
    unit: str
    period_start: date | None
    period_end: date | None
    note: str | None
    measure_id: str | None
    measure: str | None
    recorded: float | None
    begins: date | None
    unrecorded: str
    difference_pct: float | None


@dataclass(frozen=True, kw_only=True)
class IndicatorRow:
    """What the plan set out to measure, and what there is of it here."""

    words: str
    answer: str
    document_title: str
    section: str


@dataclass(frozen=True, kw_only=True, eq=False)
class TopicView:
    """One view of a topic's page.

    `rows`: the tables of the page, a Section for each group, as an overview has them. `without`: by the group's id, its
    measures that have no row: measure_id, name, span. `map`: the chosen measure in every borough; `split`: the break
    inside its period, for which there is then no figure. `trends`: the months of the chosen measure, and after it of
    the others of its group; its events are those of the chosen one, and `beside` names which of them belong beside
    each measure. `available`: ids of the measures that the edition holds. `settled`: the usual month.
    """

    topic: Topic
    catalogue: Catalogue
    selection: TopicSelection
    edition: EditionNote
    corrections: tuple[str, ...]
    coverage: Coverage
    settled: date
    rows: OverviewView
    without: Mapping[str, tuple[Mapping[str, Any], ...]]
    map: MapView
    split: Break | None
    trends: TrendsView
    beside: Mapping[str, frozenset[str]]
    printed: tuple[PrintedFigure, ...]
    indicators: tuple[IndicatorRow, ...]
    available: tuple[str, ...]

    @cached_property
    def chosen(self) -> CountRow | None:
        """The chosen measure's row; None where it has no figure near the month."""
        return next((row for row in self.rows.counts if row.measure_id == self.selection.measure), None)


def view_of(found: Mapping[str, Any]) -> TopicView:
    """The view from what data.topics.view gathers."""
    note = EditionNote(**found["edition"])
    map_note = EditionNote(**found["map"]["edition"])
    whole = {name: found[name] for name in ("topic", "catalogue", "selection", "corrections", "coverage", "settled",
                                            "split", "beside", "available")}  # fmt: skip
    return TopicView(
        **whole, edition=note, rows=_rows(found, note),
        without={group["group"].id: group["without"] for group in found["groups"]},
        map=MapView(**{**found["map"], "edition": map_note}),
        trends=trends_made(found["trends"], false_alarm=found["false_alarm"]),
        printed=tuple(PrintedFigure(**row) for row in found["printed"]),
        indicators=tuple(IndicatorRow(**row) for row in found["indicators"]),
    )  # fmt: skip


def _rows(found: Mapping[str, Any], note: EditionNote) -> OverviewView:
    """The page's tables as an overview of nothing else."""
    chosen = found["selection"]
    return OverviewView(
        catalogue=found["catalogue"], selection=OverviewSelection(chosen.asked, chosen.area), corrections=(),
        coverage=found["coverage"], settled=found["settled"], area_name=found["area_name"],
        area_code=found["area_code"], without=(), older=(), headline=None, judged=found["judged"],
        by_chance=found["by_chance"], report=None, report_months=(), edition=note,
        sections=tuple(_section(place, group) for place, group in enumerate(found["groups"])),
    )  # fmt: skip


def _section(place: int, group: Mapping[str, Any]) -> Section:
    """A group in the place of an area of the plan."""
    return Section(
        Priority(id=group["group"].id, title=group["group"].title, order=place),
        tuple(CountRow(**row) for row in group["counts"]), (),
        tuple(PublishedRow(**row) for row in group["published"]),
    )  # fmt: skip


def address(selection: TopicSelection, **changes: object) -> str:
    """Where a selection is shown, with some of its fields changed."""
    return selection.path + selection.change(**changes).to_query()
