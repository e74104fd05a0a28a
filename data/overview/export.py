"""The overview's rows as a file that a spreadsheet opens clean: figures, verdicts, intervals, and what they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from data.catalogue import Catalogue
from data.export import (
    AS_PUBLISHED,
    NOT_APPLICABLE,
    NOT_AVAILABLE,
    OF_A_DOCUMENT,
    PROVISIONAL,
    UNCERTAIN,
    beside_print,
    number,
    of_dataset,
    of_edition,
    text,
)
from data.overview.report import report_cells
from data.periods import add_months
from data.sheet import Sheet

COLUMNS = (
    "area_code", "area_name", "plan_area", "kind", "measure_id", "measure", "part_of", "unit", "period_start",
    "period_end", "value", "value_previous_12_months", "value_lower_95", "value_upper_95", "change", "change_pct",
    "change_lower_95", "change_upper_95", "change_verdict", "dispersion", "month", "month_value", "expected_lower",
    "expected_upper", "signal", "rules", "since", "p_value", "q_value", "limits", "baseline_start", "baseline_end",
    "baseline_months", "baseline_centre", "baseline_half_width", "season_factor", "base", "base_basis", "design_effect",
    "published_value", "published_previous_12_months", "published_change_pct", "difference_pct",
    "difference_previous_12_months_pct", "status", "note", "source", "edition", "data_kind", "licence",
)  # fmt: skip
NUMBERS = {  # column -> field of a counted row
    "value": "offences_12m", "value_previous_12_months": "offences_12m_before", "change": "change",
    "change_pct": "change_pct", "change_lower_95": "change_lower_pct", "change_upper_95": "change_upper_pct",
    "dispersion": "dispersion", "month_value": "offences", "expected_lower": "expected_lower",
    "expected_upper": "expected_upper", "p_value": "p_value", "q_value": "q_value", "baseline_centre": "centre",
    "baseline_half_width": "half_width", "season_factor": "season", "baseline_months": "baseline_months",
}  # fmt: skip
SURVEY_NUMBERS = {
    "value": "proportion", "value_previous_12_months": "proportion_before", "value_lower_95": "lower",
    "value_upper_95": "upper", "change": "change_points", "change_lower_95": "change_lower",
    "change_upper_95": "change_upper", "base": "base", "design_effect": "design_effect",
}  # fmt: skip
SMALL_BASE = 20  # STATISTICS.md: no percentage from fewer
Row = Mapping[str, Any]


def overview_sheet(found: Mapping[str, Any]) -> Sheet:
    """One row a measure of what `data.overview.view.gathered` found, whatever the filter; then the report's rows.

    Numbers are unrounded. `change_lower_95` and `change_upper_95` are per cent for counts and points for surveys.
    """
    return Sheet.of(COLUMNS, overview_rows(found))


def overview_rows(found: Row) -> Iterator[dict[str, str]]:
    for section in found["sections"]:
        about = {**_about(found), "plan_area": text(section["priority"].title)}
        yield from ({**about, **_count(row, found["catalogue"])} for row in section["counts"])
        yield from ({**about, **_survey(row, found["catalogue"])} for row in section["surveys"])
        yield from ({**about, **_published(row)} for row in section["published"])
    beside = beside_print(is_demonstration=found["edition"]["is_demonstration"])
    for row in (found["report"] or {"rows": ()})["rows"]:
        yield {**_about(found), **beside, **report_cells(row, found["report"], found["catalogue"])}


def _about(found: Row) -> dict[str, str]:
    """The columns that are the same in every row."""
    note = found["edition"]
    return {
        "area_code": text(found["area_code"]), "area_name": text(found["area_name"]),
        **of_edition(note["edition_id"], note["published_on"], is_demonstration=note["is_demonstration"]),
    }  # fmt: skip


def _last_day(month: date) -> str:
    return (add_months(month, 1) - timedelta(days=1)).isoformat()


def _source(catalogue: Catalogue, dataset_id: str) -> dict[str, str]:
    dataset = catalogue.dataset(dataset_id)
    return of_dataset(dataset)


def _count(row: Row, catalogue: Catalogue) -> dict[str, str]:
    month: date = row["month"]
    cells = {column: number(row[field], NOT_AVAILABLE) for column, field in NUMBERS.items()}
    before = row["offences_12m_before"]
    if row["change_pct"] is None and before is not None and before < SMALL_BASE:
        cells |= dict.fromkeys(("change_pct", "change_lower_95", "change_upper_95"), UNCERTAIN)
    verdict = "provisional" if row["is_provisional"] else row["change_verdict"]
    return {
        **cells, **_source(catalogue, row["dataset"]), "kind": "recorded offences",
        "measure_id": text(row["measure_id"]), "measure": text(row["name"]),
        "part_of": text(row["part_of"] or NOT_APPLICABLE), "unit": "offences",
        "period_start": add_months(month, -11).isoformat(), "period_end": _last_day(month),
        "change_verdict": verdict, "month": f"{month:%Y-%m}", "signal": row["signal"],
        "rules": text(row["rules"].replace(",", "; ") or NOT_APPLICABLE),
        "since": f"{row['since']:%Y-%m}" if row["since"] else NOT_APPLICABLE, "limits": row["limits"],
        "baseline_start": f"{add_months(month, -35):%Y-%m}", "baseline_end": f"{add_months(month, -12):%Y-%m}",
        "status": PROVISIONAL if row["is_provisional"] else "ok",
        "note": text(f"{row['broken'].month:%Y-%m}: {row['broken'].reason}" if row["broken"] else ""),
    }  # fmt: skip


def _survey(row: Row, catalogue: Catalogue) -> dict[str, str]:
    cells = {column: number(row[field], NOT_AVAILABLE) for column, field in SURVEY_NUMBERS.items()}
    return {
        **cells, **_source(catalogue, "victim_satisfaction"), "kind": f"survey ({row['survey']})",
        "measure_id": text(row["measure_id"]), "measure": text(row["name"]), "unit": "proportion; change in points",
        "period_end": _last_day(row["period_end"]), "change_verdict": row["change_verdict"],
        "base_basis": text(row["base_basis"]), "status": "ok", "note": text(row["question"]),
    }  # fmt: skip


def _published(row: Row) -> dict[str, str]:
    days: Iterator[str] = (row[d].isoformat() if row[d] else NOT_AVAILABLE for d in ("period_start", "period_end"))
    return {
        "kind": "published figure", "measure_id": text(row["measure_id"]), "measure": text(row["name"]),
        "unit": text(row["unit"]), "period_start": next(days), "period_end": next(days),
        "value": NOT_APPLICABLE, "published_value": number(row["value"], NOT_AVAILABLE), "status": AS_PUBLISHED,
        "note": text(". ".join(filter(None, [row["note"], row["why_no_series"]]))),
        "source": text(row["document_title"]), **OF_A_DOCUMENT,
    }  # fmt: skip
