"""What the trends page needs, gathered from an edition: parameters in, everything the view shows out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from data import exceptions, queries
from data.catalogue import Catalogue, Dataset
from data.events import events
from data.periods import Coverage, add_months, month_range
from data.selection.trends import Basis, SeriesKey, TrendsSelection
from data.selection.trends_asked import LOOK_BACK_MONTHS, from_params
from data.sources_view import Row
from data.trends import rows as trends_rows
from data.trends.periods import Asked, PeriodRow, SignalMonth
from data.trends.rows import judged_at
from data.warehouse import Edition
from geo.areas import find, london

SIGNALS = f"""SELECT {", ".join(field.name for field in fields(SignalMonth))} FROM monthly_signal
              WHERE measure_id = ? AND area_code = ? AND month <= ? ORDER BY month"""
RESIDENTS = "SELECT area_code, year, persons FROM population WHERE ethnic_group = 'All'"


def trends(edition: Edition, catalogue: Catalogue, params: Mapping[str, str | None]) -> dict[str, Any]:
    """The fields of components.trends.TrendsView for these parameters, each series as the fields of a SeriesView."""
    reach = reached(edition)
    covered = _covered(catalogue, reach)
    parsed = from_params(params, catalogue, covered.get, lambda m: reach[m]["last_settled"] if m in reach else None)
    return of_selection(edition, catalogue, parsed.selection, corrections=parsed.corrections)


def of_selection(
    edition: Edition, catalogue: Catalogue, chosen: TrendsSelection, *, corrections: tuple[str, ...] = ()
) -> dict[str, Any]:
    """The same for a selection that has been read already; each of its measures must have figures."""
    reach = reached(edition)
    covered = _covered(catalogue, reach)
    shown = [covered[key.measure] for key in chosen.series]
    first = _first(chosen, min(c.first for c in shown))
    return {
        "catalogue": catalogue, "selection": chosen, "corrections": corrections,
        "edition": _note(edition, catalogue, [catalogue.measure(key.measure).dataset for key in chosen.series]),
        "months": month_range(first, chosen.month),
        "coverage": Coverage(min(c.first for c in shown), max(c.last for c in shown)),
        "series": tuple(_series(edition, catalogue, chosen, key, first) for key in chosen.series),
        "events": tuple(_events(chosen, first)),
        "measures_available": tuple(covered),
        "first_unsettled": _first_unsettled(reach, chosen.series),
    }  # fmt: skip


def reached(edition: Edition) -> dict[str, Row]:
    """From when to when each measure has figures, and to when they are settled, by its id."""
    rows = edition.once("reaches of signals", lambda: exceptions.reaches(edition.cursor))
    return {row["measure_id"]: row for row in rows if row["first"] is not None}


def _covered(catalogue: Catalogue, reach: Mapping[str, Row]) -> dict[str, Coverage]:
    return {m.id: Coverage(reach[m.id]["first"], reach[m.id]["last"]) for m in catalogue.measures if m.id in reach}


def _first(chosen: TrendsSelection, earliest: date) -> date:
    """The first month of the axis: as far back as asked, but not before there is any figure."""
    if chosen.months.months is None:
        return min(earliest, chosen.month)
    return min(max(add_months(chosen.month, 1 - chosen.months.months), earliest), chosen.month)


def _first_unsettled(reach: Mapping[str, Row], series: Sequence[SeriesKey]) -> date | None:
    """The first month in which no series shown is settled; None where none of them has a settled month."""
    ends = [reach[key.measure]["last_settled"] for key in series if reach[key.measure]["last_settled"]]
    return add_months(max(ends), 1) if ends else None


def _series(
    edition: Edition, catalogue: Catalogue, chosen: TrendsSelection, key: SeriesKey, first: date
) -> dict[str, Any]:
    measure, area = catalogue.measure(key.measure), find(key.area) or london()
    found = edition.cursor.execute(SIGNALS, [measure.id, area.area_code, chosen.month]).fetchall()
    months = {row[0]: SignalMonth(*row) for row in found}
    asked = Asked(measure, chosen.by, chosen.show is Basis.RATE, first, chosen.month,
                  _residents(edition).get(area.area_code, {}))  # fmt: skip
    judged = judged_at(months, chosen.month, LOOK_BACK_MONTHS)
    drawn: tuple[PeriodRow, ...] = trends_rows.rows(asked, months, judged)
    return {
        "key": key, "measure": measure, "dataset": catalogue.dataset(measure.dataset), "area_name": area.area_name,
        "area_code": area.area_code, "rows": drawn, "judged": judged,
        "breaks": tuple(b for b in measure.breaks if first < b.month <= chosen.month),
    }  # fmt: skip


def _residents(edition: Edition) -> Mapping[str, Mapping[int, float]]:
    """Persons by area and year."""

    def work() -> Mapping[str, Mapping[int, float]]:
        found: dict[str, dict[int, float]] = {}
        for area_code, year, persons in edition.cursor.execute(RESIDENTS).fetchall():
            found.setdefault(area_code, {})[year] = float(persons)
        return found

    return edition.once("residents by year", work)


def _events(chosen: TrendsSelection, first: date) -> Sequence[dict[str, Any]]:
    """What took place in the months shown and may stand beside a measure shown."""
    end = add_months(chosen.month, 1)
    measures = [key.measure for key in chosen.series]
    return [
        {"date": e.date, "is_month": e.is_month, "name": e.name, "sentence": e.sentence, "source": e.source}
        for e in events()
        if first <= e.date < end and any(e.may_stand_beside(m) for m in measures)
    ]


def _note(edition: Edition, catalogue: Catalogue, used: Sequence[str]) -> dict[str, Any]:
    """The fields of components.map_view.EditionNote, for the datasets of the series shown."""
    datasets: list[Dataset] = [catalogue.dataset(each) for each in dict.fromkeys(used)]
    ends = [_last_month(edition, dataset) for dataset in datasets]
    words = " and ".join(f"{d.name[0].lower()}{d.name[1:]}" for d in datasets)
    publishers = " and ".join(dict.fromkeys(d.publisher for d in datasets))
    return {
        "edition_id": edition.facts.edition_id, "is_demonstration": edition.facts.is_demonstration,
        "last_month": max(ends), "published_on": edition.facts.published_on, "source": f"{publishers}, {words}",
    }  # fmt: skip


def _last_month(edition: Edition, dataset: Dataset) -> date:
    return edition.once(("last_month", dataset.id), lambda: queries.last_month(edition.cursor, dataset))



