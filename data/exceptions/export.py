"""The exceptions of a view as a file that a spreadsheet opens clean: every row that passes the filters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from data.catalogue import Catalogue
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
from data.periods import add_months
from data.sheet import Sheet
from data.statistics import SMALLEST_BASE_FOR_PERCENTAGE

COLUMNS = (
    "rank", "rank_in_month", "measure_id", "measure", "part_of", "priority", "area_code", "area_name", "period_start",
    "period_end", "offences", "expected_lower", "expected_upper", "signal", "rules", "since", "limits",
    "baseline_start", "baseline_end", "baseline_months", "season_factor", "centre", "half_width", "dispersion",
    "offences_12m", "offences_12m_before", "change_pct", "change_lower_pct", "change_upper_pct", "change_verdict",
    "london_signal", "london_change_pct", "london_change_verdict", "p_value", "q_value", "is_above_line",
    "series_judged", "expected_by_chance", "break_month", "first_published", "status", "source", "edition", "data_kind",
    "licence",
)  # fmt: skip
# As they are in the row; a number that is not there is marked as not available.
NUMBERS = ("rank", "rank_in_month", "offences", "expected_lower", "expected_upper", "baseline_months", "centre",
           "half_width", "dispersion", "offences_12m", "offences_12m_before", "p_value", "q_value")  # fmt: skip
WORDS = ("measure_id", "measure", "priority", "area_code", "area_name", "signal", "rules", "limits", "change_verdict")
CHANGES = ("change_pct", "change_lower_pct", "change_upper_pct")
BASELINE = (-35, -12)  # months before the month judged: the first and the last of the baseline


def exceptions_sheet(
    rows: Sequence[Mapping[str, Any]], *, catalogue: Catalogue, edition: Edition, judged: int, by_chance: float
) -> Sheet:
    """One line a row of data.exceptions.view, in its order, numbers unrounded.

    `rank` is the place in the file, `rank_in_month` that among all exceptions of the month, London's included.
    `judged`, `by_chance`: of the whole month likewise.
    """
    about = {
        "series_judged": number(judged, NOT_AVAILABLE), "expected_by_chance": number(by_chance, NOT_AVAILABLE),
        **of_edition(edition.edition_id, edition.published_on, is_demonstration=edition.is_demonstration),
    }  # fmt: skip
    return Sheet.of(COLUMNS, ({**about, **dict(_cells(row)), **_source(row, catalogue)} for row in rows))


def _cells(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    month: date = row["month"]
    yield from ((name, text(row[name])) for name in WORDS)
    yield from ((name, number(row[name], NOT_AVAILABLE)) for name in NUMBERS)
    yield from ((name, number(row[name], _no_change(row))) for name in CHANGES)
    yield "part_of", text(row["part_of"] or "")
    yield "period_start", month.isoformat()
    yield "period_end", (add_months(month, 1) - timedelta(days=1)).isoformat()
    yield "since", _date(row["since"])
    yield "baseline_start", add_months(month, BASELINE[0]).isoformat()
    yield "baseline_end", (add_months(month, BASELINE[1] + 1) - timedelta(days=1)).isoformat()
    yield "season_factor", number(row["season"], NOT_AVAILABLE)
    yield "is_above_line", "yes" if row["is_clear"] else "no"
    yield "break_month", _date(row["broken"].month if row["broken"] else None)
    yield "first_published", _first(row)
    yield "status", PROVISIONAL if row["is_provisional"] else "ok"
    missing = NOT_APPLICABLE if row["is_london"] else NOT_AVAILABLE
    yield "london_change_pct", number(row["london_change_pct"], missing)
    for name in ("london_signal", "london_change_verdict"):
        yield name, text(row[name]) if row[name] else missing


def _no_change(row: Mapping[str, Any]) -> str:
    """Why there is no percentage: a small base, or figures that are missing or not comparable."""
    before = row["offences_12m_before"]
    is_small = before is not None and before < SMALLEST_BASE_FOR_PERCENTAGE
    return UNCERTAIN if is_small and row["change_verdict"] != "not_comparable" else NOT_AVAILABLE


def _date(when: date | None) -> str:
    return when.isoformat() if when else NOT_APPLICABLE


def _first(row: Mapping[str, Any]) -> str:
    """The figure that was published first; that this does not apply where it was never revised."""
    return number(row["revised"]["first"], NOT_AVAILABLE) if row["revised"] else NOT_APPLICABLE


def _source(row: Mapping[str, Any], catalogue: Catalogue) -> dict[str, str]:
    dataset = catalogue.dataset(row["dataset"])
    return of_dataset(dataset)
