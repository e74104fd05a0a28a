"""Everything that a topic's page shows as one table: its measures, the boroughs, the months and the printed figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from data.catalogue import Catalogue, Measure
from data.export import (
    AS_PUBLISHED,
    NOT_AVAILABLE,
    OF_A_DOCUMENT,
    PROVISIONAL,
    STATUS,
    UNCERTAIN,
    beside_print,
    number,
    of_dataset,
    of_edition,
    text,
)
from data.periods import add_months
from data.sheet import NOT_APPLICABLE, Sheet
from data.statistics import SMALLEST_BASE_FOR_PERCENTAGE
from data.trends.export import change_cells

COLUMNS = (
    "kind", "group", "measure_id", "measure", "part_of", "area_code", "area_name", "period_start", "period_end", "unit",
    "value", "value_year_before", "change", "change_pct", "change_lower_95", "change_upper_95", "change_verdict",
    "rate_per_1000", "rate_lower_95", "rate_upper_95", "residents", "residents_year", "rank", "rank_by",
    "month", "month_value", "expected_lower", "expected_upper", "signal", "rules", "since", "limits",
    "baseline_months", "dispersion", "p_value", "q_value", "published_value", "difference_pct", "document", "section",
    "table_name", "row_label", "column_label", "status", "note", "source", "edition", "data_kind", "licence",
)  # fmt: skip
ROW = {"value": "offences_12m", "value_year_before": "offences_12m_before", "change": "change",
       "month_value": "offences", "expected_lower": "expected_lower", "expected_upper": "expected_upper",
       "baseline_months": "baseline_months", "dispersion": "dispersion", "p_value": "p_value",
       "q_value": "q_value"}  # fmt: skip
PERCENT = {"change_pct": "change_pct", "change_lower_95": "change_lower_pct", "change_upper_95": "change_upper_pct"}
BOROUGH = {"value": "offences", "value_year_before": "offences_before", "change": "change",
           "rate_per_1000": "rate", "rate_lower_95": "rate_lower", "rate_upper_95": "rate_upper",
           "residents": "residents", "residents_year": "residents_year", "rank": "rank"}  # fmt: skip
Row = Mapping[str, Any]
Cells = dict[str, str]


def topic_sheet(found: Row) -> Sheet:
    """What data.topics.view gathered, a line each; `kind` says what a line is, numbers are unrounded."""
    return _sheet(found, (*_measures(found), *_boroughs(found), *_months(found), *_printed(found)))


def part_sheet(found: Row) -> Sheet:
    """A map or a series alone; `found`: one of those that data.topics.view.every_map and every_series give."""
    return _sheet(found, _boroughs(found) if "map" in found else _months(found))


def _sheet(found: Row, lines: Iterable[Cells]) -> Sheet:
    note = found["edition"]
    about = of_edition(note["edition_id"], note["published_on"], is_demonstration=note["is_demonstration"])
    return Sheet.of(COLUMNS, ({**about, **line} for line in lines))


def _measures(found: Row) -> Iterator[Cells]:
    catalogue: Catalogue = found["catalogue"]
    place = {"area_code": text(found["area_code"]), "area_name": text(found["area_name"])}
    for group in found["groups"]:
        about = {**place, "group": text(group["group"].title)}
        yield from ({**about, **_measure(row, catalogue)} for row in group["counts"])
        yield from ({**about, **_published(row)} for row in group["published"])


def _measure(row: Row, catalogue: Catalogue) -> Cells:
    """A measure's 12 months against the 12 before, and its latest month against the expected range."""
    month: date = row["month"]
    return {
        **_of(catalogue.measure(row["measure_id"]), catalogue), "kind": "measure",
        **{column: number(row[field], NOT_AVAILABLE) for column, field in ROW.items()},
        **{column: number(row[field], _no_percent(row["offences_12m_before"])) for column, field in PERCENT.items()},
        "period_start": add_months(month, -11).isoformat(), "period_end": last_day(month), "month": f"{month:%Y-%m}",
        "change_verdict": "provisional" if row["is_provisional"] else row["change_verdict"], "signal": row["signal"],
        "rules": text(row["rules"].replace(",", "; ") or NOT_APPLICABLE), "limits": row["limits"],
        "since": f"{row['since']:%Y-%m}" if row["since"] else NOT_APPLICABLE,
        "status": PROVISIONAL if row["is_provisional"] else "ok",
        "note": text(f"{row['broken'].month:%Y-%m}: {row['broken'].reason}" if row["broken"] else NOT_APPLICABLE),
    }  # fmt: skip


def _published(row: Row) -> Cells:
    """A measure of which only a printed figure is known."""
    return {
        "kind": "published figure", "measure_id": text(row["measure_id"]), "measure": text(row["name"]),
        "unit": text(row["unit"]), "published_value": number(row["value"], NOT_AVAILABLE),
        "period_start": _day(row["period_start"]), "period_end": _day(row["period_end"]), "status": AS_PUBLISHED,
        "note": text(". ".join(filter(None, [row["note"], row["why_no_series"]]))),
        "document": text(row["document"]), "source": text(row["document_title"]), **OF_A_DOCUMENT,
    }  # fmt: skip


def _boroughs(found: Row) -> Iterator[Cells]:
    """The map: the chosen measure in each area, for the period on screen."""
    held, catalogue = found["map"], found["catalogue"]
    measure, window = held["measure"], found["selection"].window
    about = {
        **_of(measure, catalogue), "kind": "area, on the map", "period_start": window.start.isoformat(),
        "period_end": last_day(window.end), "rank_by": found["selection"].show.value,
    }  # fmt: skip
    for row in held["boroughs"].frame.to_dict("records"):
        cells = {column: number(row[field], NOT_AVAILABLE) for column, field in BOROUGH.items()}
        small = row["change_status"] == "small_base"
        yield {
            **about, **cells, "area_code": text(row["area_code"]), "area_name": text(row["area_name"]),
            "change_pct": number(row["change_pct"], UNCERTAIN if small else NOT_AVAILABLE),
            "status": STATUS.get(row["status"], NOT_AVAILABLE), "note": text(row["change_status"]),
        }  # fmt: skip


def _months(found: Row) -> Iterator[Cells]:
    """The charts: each month of the chosen measure and of the others of its kind."""
    for series in found["trends"]["series"]:
        about = {
            **_of(series["measure"], found["catalogue"]), "kind": "month", "area_code": text(series["area_code"]),
            "area_name": text(series["area_name"]),
        }  # fmt: skip
        for row in series["rows"]:
            yield {**about, **_month(row)}


def _month(row: Any) -> Cells:
    """One month; its expected range and signal are those it was judged by itself with."""
    own = row.own
    status = NOT_AVAILABLE if row.offences is None else PROVISIONAL if row.is_provisional else "ok"
    cells = {
        "period_start": row.start.isoformat(), "period_end": last_day(row.end), "status": status,
        "value": number(row.offences, NOT_AVAILABLE), "value_year_before": number(row.offences_before, NOT_AVAILABLE),
        **{name: cell for name, cell in change_cells(row) if name in COLUMNS},
        "signal": NOT_AVAILABLE if own is None else own.signal,
    }  # fmt: skip
    if own is None:
        return cells
    return {**cells, "expected_lower": number(own.expected_lower, NOT_AVAILABLE), "limits": own.limits,
            "expected_upper": number(own.expected_upper, NOT_AVAILABLE),
            "rules": text(own.rules.replace(",", "; ") or NOT_APPLICABLE)}  # fmt: skip


def _printed(found: Row) -> Iterator[Cells]:
    """The printed figures, with what is recorded now for the same period."""
    beside = beside_print(is_demonstration=found["edition"]["is_demonstration"])
    for row in found["printed"]:
        has = row["measure_id"] is not None
        missing = NOT_AVAILABLE if has else NOT_APPLICABLE
        yield {
            "kind": "printed, beside what is recorded now", "measure_id": text(row["measure_id"] or NOT_APPLICABLE),
            "measure": text(row["measure"] or NOT_APPLICABLE),
            "area_code": text(found["london"]) if has else NOT_APPLICABLE,
            "area_name": "London" if has else NOT_APPLICABLE, "unit": text(row["unit"]),
            "value": number(row["recorded"], missing),
            "published_value": number(row["value"], NOT_AVAILABLE),
            "difference_pct": number(row["difference_pct"], missing), "period_start": _day(row["period_start"]),
            "period_end": _day(row["period_end"]), "status": AS_PUBLISHED,
            **OF_A_DOCUMENT, **({} if row["recorded"] is None else beside),
            "note": text(row["note"] or NOT_APPLICABLE), "source": text(row["document_title"]),
            **{name: text(row[name]) for name in ("document", "section", "table_name", "row_label", "column_label")},
        }  # fmt: skip


def _of(measure: Measure, catalogue: Catalogue) -> Cells:
    """What a line says of its measure and dataset."""
    return {"measure_id": text(measure.id), "measure": text(measure.name), "unit": text(measure.unit),
            "part_of": text(measure.part_of or NOT_APPLICABLE),
            **of_dataset(catalogue.dataset(measure.dataset))}  # fmt: skip


def _no_percent(before: float | None) -> str:
    """Why there is no percentage: a small base, or figures that are missing or not comparable."""
    is_small = before is not None and before < SMALLEST_BASE_FOR_PERCENTAGE
    return UNCERTAIN if is_small else NOT_AVAILABLE


def _day(when: date | None) -> str:
    return when.isoformat() if when else NOT_AVAILABLE


def last_day(month: date) -> str:
    return (add_months(month, 1) - timedelta(days=1)).isoformat()
