"""Views of the trends page made by hand, through the project's own rows: months in, a TrendsView out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from components.trends.view import EventMark, TrendsView, made
from data.catalogue import Measure, catalogue
from data.periods import Coverage, add_months, month_range
from data.selection.trends import Basis, SeriesKey, TrendsSelection
from data.trends.periods import SignalMonth
from data.trends.rows import judged_at, rows
from geo.areas import find, london
from tests.data.made_months import JUNE, asked, months

Months = Mapping[date, SignalMonth]


def series(
    known: Months, measure: str | Measure = "burglary", area: str = "london", *, chosen: TrendsSelection, first: date
) -> dict[str, Any]:
    """One series, as data.trends.view finds it."""
    entry = catalogue().measure(measure) if isinstance(measure, str) else measure
    place = find(area) or london()
    judged = judged_at(known, chosen.month, 24)
    told = asked(entry, first=first, last=chosen.month, by=chosen.by, is_rate=chosen.show is Basis.RATE)
    return {
        "key": SeriesKey(entry.id, area), "measure": entry, "dataset": catalogue().dataset(entry.dataset),
        "area_name": place.area_name, "area_code": place.area_code, "rows": rows(told, known, judged), "judged": judged,
        "breaks": tuple(b for b in entry.breaks if first < b.month <= chosen.month),
    }  # fmt: skip


def found(
    *given: tuple[Months, str | Measure, str], length: int = 36, events: Sequence[EventMark] = (), **selection: Any
) -> dict[str, Any]:
    """What data.trends.view would have found: each of `given` is months, measure and area."""
    chosen = TrendsSelection(
        series=tuple(SeriesKey(m if isinstance(m, str) else m.id, area) for _, m, area in given),
        **{"month": JUNE, **selection},
    )
    first = add_months(chosen.month, 1 - length)
    return {
        "catalogue": catalogue(), "selection": chosen, "corrections": (),
        "edition": {"edition_id": "official-1", "is_demonstration": False, "last_month": date(2017, 8, 1),
                    "published_on": date(2017, 7, 12), "source": "Metropolitan Police Service, recorded crime"},
        "months": month_range(first, chosen.month), "coverage": Coverage(date(2012, 3, 1), date(2017, 8, 1)),
        "series": tuple(series(known, m, area, chosen=chosen, first=first) for known, m, area in given),
        "events": tuple(vars(event) for event in events), "measures_available": ("burglary", "robbery", "knife-crime"),
        "first_unsettled": date(2017, 7, 1),
    }  # fmt: skip


def make_view(*given: tuple[Months, str | Measure, str], demonstration: bool = False, **others: Any) -> TrendsView:
    """A view; the burglary of London in 36 months of 100 unless `given` says otherwise."""
    whole = found(*(given or (burglary(),)), **others)
    whole["edition"]["is_demonstration"] = demonstration
    return made(whole, false_alarm=0.01)


def burglary(values: Sequence[float | None] | None = None, **last: Any) -> tuple[Months, str, str]:
    return months([100.0] * 60 if values is None else values, **last), "burglary", "london"


def event(when: date, name: str = "EU referendum", *, is_month: bool = False) -> EventMark:
    return EventMark(when, is_month, name, "Something took place.", "A public source")


__all__ = ["JUNE", "burglary", "event", "found", "make_view"]
