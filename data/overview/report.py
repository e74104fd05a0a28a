"""A published report's table again, beside what the records say now."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from data import signal_queries
from data.catalogue import Catalogue
from data.export import NOT_AVAILABLE, number, text
from data.periods import add_months
from data.reports import Report, ReportRow, report_of, reports
from data.selection.overview import OverviewSelection
from data.warehouse import Edition
from geo.areas import LONDON_CODE

Row = dict[str, Any]
PRINTED_CHANGE = "% Change"  # label of the printed column


def report_months() -> tuple[date, ...]:
    """The months for which a report was published, oldest first."""
    return tuple(report.period_end for report in reports())


def report_at(edition: Edition, catalogue: Catalogue, selection: OverviewSelection) -> Row | None:
    """The report whose 12 months end in the chosen month; reports are of all London, so None for a borough."""
    report = report_of(selection.month)
    if report is None or selection.area is not None:
        return None
    figures = edition.once("published figures", lambda: signal_queries.published_figures(edition.cursor))
    titles = edition.once("document titles", lambda: signal_queries.document_titles(edition.cursor))
    recorded = signal_queries.signals_of_area(edition.cursor, LONDON_CODE, report.period_end)
    return {
        "document": report.document, "title": titles.get(report.document, report.document),
        "table_name": report.table_name, "period_end": report.period_end,
        "rows": tuple(_row(report, row, catalogue, figures, recorded) for row in report.rows),
    }  # fmt: skip


def _row(report: Report, row: ReportRow, catalogue: Catalogue,
         figures: Mapping[signal_queries.FigureKey, Row], recorded: Mapping[str, Row]) -> Row:  # fmt: skip
    """One line: as published, as recorded now, and by how much the records differ from print, in per cent."""
    before, now, change = (
        figures.get(report.key(row, column), {}).get("value")
        for column in (report.column_before, report.column_latest, PRINTED_CHANGE)
    )
    held = recorded.get(row.measure, {})
    is_same_month = held.get("month") == report.period_end
    held_before = held.get("offences_12m_before") if is_same_month else None
    held_now = held.get("offences_12m") if is_same_month else None
    return {
        "row_label": row.row_label, "note": row.note, "measure_id": row.measure,
        "measure": catalogue.measure(row.measure).name,
        "published_before": before, "published": now, "published_change_pct": change,
        "recorded_before": held_before, "recorded": held_now, "recorded_change_pct": _percent(held_now, held_before),
        "difference_before_pct": _percent(held_before, before), "difference_pct": _percent(held_now, now),
    }  # fmt: skip


def _percent(number: float | None, base: float | None) -> float | None:
    """By how much `number` is above `base`, in per cent; None where either is missing or the base is nought."""
    return None if number is None or not base else 100 * (number - base) / base


def report_cells(row: Row, report: Row, catalogue: Catalogue) -> dict[str, str]:
    """One line of the report as cells of the overview's file."""
    end: date = report["period_end"]
    dataset = catalogue.dataset(catalogue.measure(row["measure_id"]).dataset)
    numbers = {
        "value": "recorded", "value_previous_12_months": "recorded_before", "change_pct": "recorded_change_pct",
        "published_value": "published", "published_previous_12_months": "published_before",
        "published_change_pct": "published_change_pct", "difference_pct": "difference_pct",
        "difference_previous_12_months_pct": "difference_before_pct",
    }  # fmt: skip
    return {
        **{column: number(row[field], NOT_AVAILABLE) for column, field in numbers.items()},
        "kind": "published table, as printed and as recorded now", "measure_id": text(row["measure_id"]),
        "measure": text(row["row_label"]), "unit": "offences", "period_start": add_months(end, -11).isoformat(),
        "period_end": (add_months(end, 1) - timedelta(days=1)).isoformat(), "status": "ok",
        "note": text(row["note"] or ""), "licence": text(dataset.licence),
        "source": text(f"{report['title']}; {dataset.publisher}, {dataset.name}"),
    }  # fmt: skip
