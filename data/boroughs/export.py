"""A profile's rows as a file that a spreadsheet opens clean: figures, verdicts, intervals, London, and their ground."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from data.boroughs.export_others import funnel_cells, printed_cells, search_cells, strip_cells, survey_cells
from data.catalogue import Catalogue
from data.export import (
    NOT_APPLICABLE,
    NOT_AVAILABLE,
    PROVISIONAL,
    UNCERTAIN,
    beside_print,
    number,
    of_dataset,
    of_edition,
    text,
)
from data.periods import add_months
from data.sheet import Sheet
from data.statistics import SMALLEST_BASE_FOR_PERCENTAGE

COLUMNS = (
    "area_code", "area_name", "section", "priority_as_printed", "measure_id", "measure", "part_of", "unit",
    "quarter_start", "quarter_end", "quarter_value", "quarter_year_before", "quarter_change", "quarter_change_pct",
    "quarter_change_lower_95", "quarter_change_upper_95", "quarter_verdict", "quarter_published_change_pct",
    "period_start", "period_end", "value", "value_previous_period", "value_lower_95", "value_upper_95", "change",
    "change_pct", "change_lower_95", "change_upper_95", "change_verdict", "dispersion", "rate_per_1000",
    "rate_lower_95", "rate_upper_95", "residents", "residents_year", "london_value", "london_rate_per_1000",
    "london_change_pct", "london_change_lower_95", "london_change_upper_95", "london_change_verdict", "london_signal",
    "place_by_rate", "place_of", "place_shared_by", "funnel_place", "month", "month_value", "expected_lower",
    "expected_upper", "signal", "rules", "since", "p_value", "q_value", "limits", "baseline_start", "baseline_end",
    "baseline_months", "baseline_centre", "baseline_half_width", "season_factor", "base", "base_basis", "gap_to_london",
    "gap_lower_95", "gap_upper_95", "gap_verdict", "status", "note", "source", "edition", "data_kind", "licence",
)  # fmt: skip
NUMBERS = {  # column -> field of a row
    "quarter_value": "quarter", "quarter_year_before": "quarter_before", "quarter_change": "quarter_change",
    "quarter_change_pct": "quarter_pct", "quarter_change_lower_95": "quarter_lower_pct",
    "quarter_change_upper_95": "quarter_upper_pct", "value": "offences_12m",
    "value_previous_period": "offences_12m_before", "change": "change", "change_pct": "change_pct",
    "change_lower_95": "change_lower_pct", "change_upper_95": "change_upper_pct", "dispersion": "dispersion",
    "rate_per_1000": "rate", "rate_lower_95": "rate_lower", "rate_upper_95": "rate_upper", "residents": "residents",
    "residents_year": "residents_year", "london_value": "london_12m", "london_rate_per_1000": "london_rate",
    "london_change_pct": "london_change_pct", "london_change_lower_95": "london_change_lower_pct",
    "london_change_upper_95": "london_change_upper_pct", "place_by_rate": "place", "place_of": "of",
    "place_shared_by": "sharing", "month_value": "offences", "expected_lower": "expected_lower",
    "expected_upper": "expected_upper", "p_value": "p_value", "q_value": "q_value", "baseline_centre": "centre",
    "baseline_half_width": "half_width", "season_factor": "season", "baseline_months": "baseline_months",
}  # fmt: skip
PERCENTAGES = (  # those that a base of few leaves uncalculated: the base, and the columns
    ("quarter_before", ("quarter_change_pct", "quarter_change_lower_95", "quarter_change_upper_95")),
    ("offences_12m_before", ("change_pct", "change_lower_95", "change_upper_95")),
)
MOVING = ("higher", "lower", "no_clear_change")
Row = Mapping[str, Any]


def borough_sheet(found: Row) -> Sheet:
    """Every row of what `data.boroughs.view.profile` found; numbers unrounded. Changes are per cent for counts, points
    for surveys; a place is among the borough and those like it, 1 for the highest rate."""
    return Sheet.of(COLUMNS, borough_rows(found))


def borough_rows(found: Row) -> Iterator[dict[str, str]]:
    about = _about(found)
    return ({**about, **cells} for cells in _rows(found))


def _rows(found: Row) -> Iterator[dict[str, str]]:
    catalogue: Catalogue = found["catalogue"]
    beside = beside_print(is_demonstration=found["edition"]["is_demonstration"])
    for each in found["priorities"]["rows"]:
        printed = {} if each["published_pct"] is None else beside
        yield {**printed, **_priority(each, catalogue)}
    for section, key in (("high-harm crimes", "harm"), ("hate crime", "hate"), ("recorded offences", "crimes")):
        for row in found[key]:
            yield {"section": section, **_count(row, catalogue)}
    for strip in found["compared"]:
        yield from strip_cells(strip)
    if found["funnel"]:
        yield from funnel_cells(found["funnel"], catalogue)
    for survey in found["surveys"]:
        yield survey_cells(survey, catalogue)
    if found["searches"]:
        yield search_cells(found["searches"], catalogue)
    yield from printed_cells(found["published"])


def _about(found: Row) -> dict[str, str]:
    """The columns that are the same in every row."""
    note = found["edition"]
    return {
        "area_code": text(found["area"].area_code), "area_name": text(found["area"].area_name),
        **of_edition(note["edition_id"], note["published_on"], is_demonstration=note["is_demonstration"]),
    }  # fmt: skip


def _priority(each: Row, catalogue: Catalogue) -> dict[str, str]:
    """A priority that nothing counts is a row too."""
    said = {"section": "local priorities", "priority_as_printed": text(each["wording"]),
            "quarter_published_change_pct": number(each["published_pct"], NOT_APPLICABLE)}  # fmt: skip
    if each["row"] is None:
        return {**said, "measure": text(each["name"]), "value": NOT_AVAILABLE, "quarter_value": NOT_AVAILABLE,
                "note": text(each["note"]), "status": NOT_AVAILABLE}  # fmt: skip
    return {**_count(each["row"], catalogue), **said}


def _count(row: Row, catalogue: Catalogue) -> dict[str, str]:
    month: date = row["month"]
    cells = {column: number(row[field], NOT_AVAILABLE) for column, field in NUMBERS.items()}
    for base, columns in PERCENTAGES:
        if row[base] is not None and row[base] < SMALLEST_BASE_FOR_PERCENTAGE:
            cells |= {column: UNCERTAIN for column in columns if cells[column] == NOT_AVAILABLE}
    dataset = catalogue.dataset(row["dataset"])
    return {
        **cells, "measure_id": text(row["measure_id"]), "measure": text(row["name"]), "unit": "offences",
        "part_of": text(row["part_of"] or NOT_APPLICABLE), "quarter_start": add_months(month, -2).isoformat(),
        "quarter_end": _last_day(month), "period_start": add_months(month, -11).isoformat(),
        "period_end": _last_day(month), "quarter_verdict": _verdict(row, "quarter_verdict"),
        "change_verdict": _verdict(row, "change_verdict"), "london_change_verdict": row["london_change_verdict"],
        "london_signal": row["london_signal"] or NOT_AVAILABLE, "month": f"{month:%Y-%m}", "signal": row["signal"],
        "rules": text(row["rules"].replace(",", "; ") or NOT_APPLICABLE),
        "since": f"{row['since']:%Y-%m}" if row["since"] else NOT_APPLICABLE, "limits": row["limits"],
        "baseline_start": f"{add_months(month, -35):%Y-%m}", "baseline_end": f"{add_months(month, -12):%Y-%m}",
        "status": PROVISIONAL if row["is_provisional"] else "ok",
        "note": text(f"{row['broken'].month:%Y-%m}: {row['broken'].reason}" if row["broken"] else ""),
        **of_dataset(dataset),
    }  # fmt: skip


def _verdict(row: Row, name: str) -> str:
    """Months that may still move are left out of verdicts."""
    return "provisional" if row["is_provisional"] and row[name] in MOVING else str(row[name])


def _last_day(month: date) -> str:
    return (add_months(month, 1) - timedelta(days=1)).isoformat()
