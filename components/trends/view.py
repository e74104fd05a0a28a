"""Everything that one view of the trends page shows, gathered by the page and handed to the components."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, TypeVar

from components.map_view import EditionNote
from data.catalogue import Break, Catalogue, Dataset, Measure
from data.selection import Coverage
from data.selection.trends import SeriesKey, TrendsSelection

T = TypeVar("T")


@dataclass(frozen=True)
class Judged:
    """The month that a series is judged at, as the edition holds it (`monthly_signal`)."""

    month: date
    offences: float | None
    offences_12m: float | None
    change_pct: float | None
    change_lower_pct: float | None
    change_upper_pct: float | None
    change_verdict: str
    baseline_months: int | None
    limits: str
    signal: str
    rules: str
    since: date | None
    p_value: float | None


@dataclass(frozen=True)
class Period:
    """A month, quarter or 12 months of a series, as data.trends_rows.PeriodRow explains."""

    start: date
    end: date
    offences: float | None
    offences_before: float | None
    value: float | None
    before: float | None
    is_comparable: bool
    is_provisional: bool
    average: float | None
    lower: float | None
    centre: float | None
    upper: float | None
    part: str
    outside: str
    in_run: bool
    residents_year: int | None

    @property
    def change(self) -> float | None:
        return None if self.value is None or self.before is None else self.value - self.before


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
    series that changes by chance alone breaks a rule. `exceptions`: the month's, as data.exceptions_view.top has them.
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
    """The view of what data.trends_view.trends has found."""
    series = tuple(_series(each) for each in found["series"])
    marks = tuple(EventMark(**each) for each in found["events"])
    note = EditionNote(**found["edition"])
    return TrendsView(**{**found, **more, "edition": note, "series": series, "events": marks})


def _series(found: Mapping[str, Any]) -> SeriesView:
    given = {name: found[name] for name in ("key", "measure", "dataset", "area_name", "breaks")}
    judged = found["judged"]
    rows = tuple(_as(Period, row) for row in found["rows"])
    return SeriesView(**given, rows=rows, judged=_as(Judged, judged) if judged else None)


def _as(kind: type[T], given: object) -> T:
    """A `kind` with the values that `given` has under the same names."""
    return kind(**{field.name: getattr(given, field.name) for field in fields(kind)})  # type: ignore[arg-type]
