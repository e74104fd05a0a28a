"""The local priorities of a view as a file that a spreadsheet opens clean: every row that passes the filter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any

from data.catalogue import Catalogue, CombinedMeasure, Dataset
from data.export import (
    NOT_APPLICABLE,
    NOT_AVAILABLE,
    PROVISIONAL,
    UNCERTAIN,
    Edition,
    beside_print,
    number,
    of_edition,
    text,
)
from data.periods import add_months
from data.selection.priorities import PrioritiesSelection
from data.sheet import Sheet
from geo.areas import london

COLUMNS = (
    "area_code", "area_name", "financial_year", "priority_number", "is_additional", "priority", "priority_as_printed",
    "measure_id", "measure", "unit", "period_start", "period_end", "count", "count_year_before", "change", "change_pct",
    "change_lower_pct", "change_upper_pct", "change_verdict", "count_12m", "count_12m_before", "change_12m_pct",
    "change_12m_lower_pct", "change_12m_upper_pct", "change_12m_verdict", "dispersion", "signal_month", "signal",
    "rules", "since", "published_change_pct", "difference_points", "comes_out", "status", "source", "edition",
    "data_kind", "licence",
)  # fmt: skip
NUMBERS = {"count": "now", "count_year_before": "before", "change": "change", "count_12m": "year_now",
           "count_12m_before": "year_before", "dispersion": "dispersion"}  # fmt: skip
PERCENT = {"change_pct": "change_pct", "change_lower_pct": "lower_pct", "change_upper_pct": "upper_pct"}
PERCENT_12M = {"change_12m_pct": "year_pct", "change_12m_lower_pct": "year_lower_pct",
               "change_12m_upper_pct": "year_upper_pct"}  # fmt: skip
WORDS = {"area_code": "area_code", "area_name": "area_name", "priority": "name", "priority_as_printed": "printed",
         "measure_id": "measure_id", "measure": "measure", "unit": "unit", "change_verdict": "verdict",
         "change_12m_verdict": "year_verdict", "signal": "signal", "rules": "rules"}  # fmt: skip


def priorities_sheet(
    rows: Sequence[Mapping[str, Any]], kinds: Sequence[Mapping[str, Any]], *, catalogue: Catalogue,
    selection: PrioritiesSelection, year: str, edition: Edition,
) -> Sheet:  # fmt: skip
    """One line a row of data.priorities.view, in its order, numbers unrounded; then London's own change of each kind.

    `year`: in which the priorities were chosen.
    """
    window = selection.window
    about = {
        "financial_year": text(year), "period_start": window.start.isoformat(),
        "period_end": (add_months(window.end, 1) - timedelta(days=1)).isoformat(),
        "signal_month": f"{window.end:%Y-%m}",
        **of_edition(edition.edition_id, edition.published_on, is_demonstration=edition.is_demonstration),
    }  # fmt: skip
    beside = beside_print(is_demonstration=edition.is_demonstration)
    return Sheet.of(COLUMNS, [
        {**about, **({} if row["published_pct"] is None else beside), **dict(_cells(row)), **_source(row, catalogue)}
        for row in rows
    ] + [{**about, **_london(kind), **_source(kind, catalogue)} for kind in kinds])


def _london(kind: Mapping[str, Any]) -> dict[str, str]:
    """The same crime in all of London, whichever boroughs have chosen it."""
    known = kind["london_verdict"] not in ("not_comparable", "not_available")
    return {
        "area_code": london().area_code, "area_name": london().area_name, "priority": text(kind["name"]),
        "measure_id": text(kind["measure_id"]),
        "change_12m_pct": number(kind["london_pct"], UNCERTAIN if known else NOT_AVAILABLE),
        "change_12m_verdict": kind["london_verdict"],
        "status": NOT_AVAILABLE if kind["london_pct"] is None else "ok",
    }  # fmt: skip


def _cells(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield from ((name, text(row[field])) for name, field in WORDS.items())
    yield from ((name, number(row[field], NOT_AVAILABLE)) for name, field in NUMBERS.items())
    yield from ((name, number(row[field], _none(row["change"]))) for name, field in PERCENT.items())
    known = row["year_now"] is not None and row["year_before"] is not None
    said = None if row["year_verdict"] in ("not_comparable", "not_available") or not known else 0.0
    yield from ((name, number(row[field], _none(said))) for name, field in PERCENT_12M.items())
    yield "priority_number", number(row["number"], NOT_APPLICABLE)
    yield "is_additional", "yes" if row["is_additional"] else "no"
    yield "since", row["since"].isoformat() if row["since"] else NOT_APPLICABLE
    yield "published_change_pct", number(row["published_pct"], NOT_APPLICABLE)
    compared = NOT_APPLICABLE if row["published_pct"] is None else NOT_AVAILABLE
    yield "difference_points", number(row["difference"], compared)
    yield "comes_out", compared if row["comes_out"] is None else "yes" if row["comes_out"] else "no"
    yield "status", NOT_AVAILABLE if row["now"] is None else PROVISIONAL if row["is_provisional"] else "ok"


def _none(change: float | None) -> str:
    """Why there is no percentage: nothing to compare, or a base too small."""
    return NOT_AVAILABLE if change is None else UNCERTAIN


def _source(row: Mapping[str, Any], catalogue: Catalogue) -> dict[str, str]:
    datasets = list(dict.fromkeys(_datasets(row["measure_id"], catalogue)))
    return {"source": text("; ".join(f"{each.publisher}, {each.name}" for each in datasets)),
            "licence": text("; ".join(dict.fromkeys(each.licence for each in datasets)))}  # fmt: skip


def _datasets(measure_id: str, catalogue: Catalogue) -> Iterator[Dataset]:
    measure = catalogue.counted(measure_id)
    if isinstance(measure, CombinedMeasure):
        yield from (catalogue.dataset(catalogue.measure(part).dataset) for part in measure.parts)
    else:
        yield catalogue.dataset(measure.dataset)
