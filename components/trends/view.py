"""Everything that one view of the trends page shows, gathered by the page and handed to the components."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from components.map_view import EditionNote
from data.catalogue import Break, Catalogue, Dataset, Measure
from data.selection import Coverage
from data.selection.trends import SeriesKey, TrendsSelection
from data.trends.periods import PeriodRow as Period
from data.trends.periods import SignalMonth as Judged

__all__ = ["EventMark", "Judged", "Period", "SeriesView", "TrendsView", "made"]
SERIES = ("key", "measure", "dataset", "area_name", "rows", "judged", "breaks")


@dataclass(frozen=True)
class SeriesView:
    """One series. `rows`: its periods, oldest first; `breaks`: those within the months shown."""

    key: SeriesKey
    measure: Measure
    dataset: Dataset
    area_name: str
    rows: tuple[Period, ...]
    judged: Judged | None
    breaks: tuple[Break, ...]

    @property
    def name(self) -> str:
        """`Knife crime, London`."""
        return f"{self.measure.name}, {self.area_name}"

    @property
    def subject(self) -> str:
        """`recorded knife crime in London`, for the inside of a sentence."""
        return f"recorded {self.measure.noun.rstrip(',')} in {self.area_name}"

    @property
    def judged_row(self) -> Period | None:
        """The drawn period of the month that it is judged at; None where that lies before the months shown."""
        return next((row for row in self.rows if self.judged and row.end == self.judged.month), None)

    @property
    def latest(self) -> Period | None:
        """The last period with a figure."""
        return next((row for row in reversed(self.rows) if row.value is not None), None)


@dataclass(frozen=True)
class EventMark:
    """What took place, on which day, or in which month where only that is known."""

    date: date
    is_month: bool
    name: str
    sentence: str
    source: str


@dataclass(frozen=True, eq=False)
class TrendsView:
    """One view of the page.

    `months`: the axis of time, the same for all panels. `coverage`: the months that any series shown has figures for.
    `first_unsettled`: from which month on no series shown is settled. `false_alarm`: the share of months in which a
    series that changes by chance alone breaks a rule. `exceptions`: the month's, as data.exceptions.top has them.
    """

    catalogue: Catalogue
    selection: TrendsSelection
    corrections: tuple[str, ...]
    edition: EditionNote
    months: tuple[date, ...]
    coverage: Coverage
    series: tuple[SeriesView, ...]
    events: tuple[EventMark, ...]
    measures_available: tuple[str, ...]
    first_unsettled: date | None
    false_alarm: float
    exceptions: Mapping[str, Any] | None = None


def made(found: Mapping[str, Any], **more: Any) -> TrendsView:
    """The view of what data.trends.view.trends has found."""
    series = tuple(SeriesView(**{name: each[name] for name in SERIES}) for each in found["series"])
    marks = tuple(EventMark(**each) for each in found["events"])
    note = EditionNote(**found["edition"])
    return TrendsView(**{**found, **more, "edition": note, "series": series, "events": marks})
