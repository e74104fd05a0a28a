"""The trends page's figures as a file that a spreadsheet opens clean: one row a series and period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

from data.export import (
    NOT_APPLICABLE,
    NOT_AVAILABLE,
    PROVISIONAL,
    UNCERTAIN,
    Edition,
    number,
    of_dataset,
    of_edition,
    text,
)
from data.periods import Span, add_months
from data.selection.trends import Basis
from data.sheet import Sheet
from data.statistics import SMALLEST_BASE_FOR_PERCENTAGE
from data.trends.periods import PeriodRow

COLUMNS = (
    "area_code", "area_name", "measure_id", "measure", "period", "period_start", "period_end", "offences",
    "offences_year_before", "change", "change_pct", "comparable_with_year_before", "rate_per_1000",
    "rate_per_1000_year_before", "rate_change", "rate_change_pct", "residents", "residents_year", "average_12_months",
    "drawn_as", "drawn_centre", "drawn_lower", "drawn_upper", "drawn_part", "drawn_outside", "drawn_in_run",
    "expected_lower", "expected_upper", "limits", "baseline_months", "signal", "rules", "since", "p_value", "q_value",
    "status", "source", "edition", "data_kind", "licence",
)  # fmt: skip


def trends_sheet(found: Mapping[str, Any], *, edition: Edition) -> Sheet:
    """What data.trends.view.trends found, series by series and oldest first, numbers unrounded.

    `drawn_…` is the range on the chart, that of the month the series is judged at, in the unit `drawn_as`; the columns
    from `expected_lower` to `q_value` say how the month was judged by itself, as a count.
    """
    return Sheet.of(COLUMNS, trends_rows(found, edition))


def trends_rows(found: Mapping[str, Any], edition: Edition) -> Iterator[dict[str, str]]:
    for series in found["series"]:
        about = _about(series, found["selection"], edition)
        yield from (dict(_cells(row, about, found["selection"].by)) for row in series["rows"])


def _about(series: Mapping[str, Any], chosen: Any, edition: Edition) -> dict[str, str]:
    """The columns that are the same in every row of a series."""
    dataset, measure = series["dataset"], series["measure"]
    return {
        "area_code": text(series["area_code"]), "area_name": text(series["area_name"]),
        "measure_id": text(measure.id), "measure": text(measure.name), "period": chosen.by.value,
        "drawn_as": "rate_per_1000" if chosen.show is Basis.RATE else "offences",
        **of_dataset(dataset),
        **of_edition(edition.edition_id, edition.published_on, is_demonstration=edition.is_demonstration),
    }  # fmt: skip


def _cells(row: PeriodRow, about: Mapping[str, str], by: Span) -> Iterator[tuple[str, str]]:
    yield from about.items()
    yield "period_start", row.start.isoformat()
    yield "period_end", (add_months(row.end, 1) - timedelta(days=1)).isoformat()
    yield "offences", number(row.offences, NOT_AVAILABLE)
    yield "offences_year_before", number(row.offences_before, NOT_AVAILABLE)
    yield from change_cells(row)
    yield "rate_per_1000", number(row.rate, NOT_AVAILABLE)
    yield "rate_per_1000_year_before", number(row.rate_before, NOT_AVAILABLE)
    yield from _changed(row, row.rate, row.rate_before, "rate_change")
    yield "residents", number(row.residents, NOT_AVAILABLE)
    yield "residents_year", number(row.residents_year, NOT_AVAILABLE)
    yield "average_12_months", number(row.average, NOT_AVAILABLE if by is Span.MONTH else NOT_APPLICABLE)
    for name, value in (("centre", row.centre), ("lower", row.lower), ("upper", row.upper)):
        yield f"drawn_{name}", number(value, NOT_APPLICABLE)
    yield "drawn_part", row.part or NOT_APPLICABLE
    yield "drawn_outside", row.outside or NOT_APPLICABLE
    yield "drawn_in_run", "yes" if row.in_run else "no"
    yield from _own(row)
    yield "status", NOT_AVAILABLE if row.offences is None else PROVISIONAL if row.is_provisional else "ok"


def change_cells(row: PeriodRow) -> Iterator[tuple[str, str]]:
    """Of the counts, whatever is drawn; no percentage from a small base."""
    yield from _changed(row, row.offences, row.offences_before, "change")
    yield "comparable_with_year_before", "yes" if row.is_comparable else "no"


def _changed(row: PeriodRow, now: float | None, before: float | None, name: str) -> Iterator[tuple[str, str]]:
    """A change and its percentage; whether the base is small is for the counts to say, whatever has changed."""
    change = None if now is None or before is None else now - before
    small = change is not None and (row.offences_before or 0.0) < SMALLEST_BASE_FOR_PERCENTAGE
    percent = None if change is None or small or not before else 100.0 * change / before
    yield name, number(change, NOT_AVAILABLE)
    yield f"{name}_pct", number(percent, UNCERTAIN if small else NOT_AVAILABLE)


def _own(row: PeriodRow) -> Iterator[tuple[str, str]]:
    """How the edition judged this month by itself; quarters and years are not judged."""
    own = row.own
    missing = NOT_APPLICABLE if own is None else NOT_AVAILABLE
    for name in ("expected_lower", "expected_upper", "baseline_months"):
        yield name, number(getattr(own, name, None), missing)
    for name in ("limits", "signal", "rules"):
        yield name, getattr(own, name, None) or missing
    yield "since", own.since.isoformat() if own and own.since else missing
    for name in ("p_value", "q_value"):
        yield name, number(getattr(own, name, None), missing)
