"""(cursor, what is asked) -> rows of the tables that a load has judged: signals, changes of surveys, published figures.

A row is a dictionary with the table's column names; NULL is None, never NaN.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import duckdb

from data.periods import Coverage, add_months

Cursor = duckdb.DuckDBPyConnection
Row = dict[str, Any]
FigureKey = tuple[str, str, str, str, str]  # document, section, table_name, row_label, column_label

LOOK_BACK_MONTHS = 24  # how old a measure's latest figure may be to stand in for the month asked for
CHART_MONTHS = 36  # baseline (24) and judged months (12)


def _rows(cursor: Cursor, query: str, values: Iterable[object]) -> list[Row]:
    found = cursor.execute(query, list(values))
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def signal_coverage(cursor: Cursor, measure_id: str, area_code: str) -> Coverage | None:
    """First and last month with a figure; None where the edition holds none."""
    query = "SELECT min(month), max(month) FROM monthly_signal WHERE measure_id = ? AND area_code = ? AND offences >= 0"
    row = cursor.execute(query, [measure_id, area_code]).fetchone()
    return Coverage(row[0], row[1]) if row and row[0] else None


def last_settled_month(cursor: Cursor, measure_id: str, area_code: str) -> date | None:
    """The latest month with a figure that the publisher will hardly revise; None where there is none."""
    query = """SELECT max(month) FROM monthly_signal
               WHERE measure_id = ? AND area_code = ? AND offences IS NOT NULL AND NOT is_provisional"""
    row = cursor.execute(query, [measure_id, area_code]).fetchone()
    return row[0] if row else None


def signals_of_area(cursor: Cursor, area_code: str, month: date) -> dict[str, Row]:
    """The row of each measure by its id: of `month`, or of the latest settled month at most two years before it."""
    latest = dict(cursor.execute(
        """SELECT measure_id, max(month) FROM monthly_signal
           WHERE area_code = ? AND month BETWEEN ? AND ? AND offences IS NOT NULL AND (month = ? OR NOT is_provisional)
           GROUP BY measure_id""",
        [area_code, add_months(month, -LOOK_BACK_MONTHS), month, month],
    ).fetchall())  # fmt: skip
    months = sorted({*latest.values()})  # few: one query of whole rows by them is faster than a window over all
    marks = ", ".join("?" for _ in months)
    query = f"SELECT * FROM monthly_signal WHERE area_code = ? AND month IN ({marks})"
    rows = _rows(cursor, query, [area_code, *months]) if months else []
    return {row["measure_id"]: row for row in rows if latest.get(row["measure_id"]) == row["month"]}


def series_of_area(cursor: Cursor, area_code: str, month: date) -> dict[str, list[tuple[date, float | None, float]]]:
    """(month, offences, season) of each measure, oldest first: enough for a chart of every row of `signals_of_area`."""
    first = add_months(month, 1 - LOOK_BACK_MONTHS - CHART_MONTHS)
    rows = cursor.execute(
        """SELECT measure_id, month, offences, coalesce(season, 1) FROM monthly_signal
           WHERE area_code = ? AND month BETWEEN ? AND ? ORDER BY measure_id, month""",
        [area_code, first, month],
    ).fetchall()
    series: dict[str, list[tuple[date, float | None, float]]] = {}
    for measure_id, *values in rows:
        series.setdefault(measure_id, []).append(tuple(values))
    return series


def survey_rows(cursor: Cursor, area_code: str, month: date) -> dict[str, list[Row]]:
    """The periods of each survey measure in the three years to its latest, which is at most two years old."""
    rows = _rows(
        cursor,
        """SELECT * FROM survey_change
           WHERE area_code = ? AND period_end BETWEEN ? AND ? AND proportion IS NOT NULL
           WINDOW w AS (PARTITION BY measure_id)
           QUALIFY max(period_end) OVER w >= ? AND period_end > max(period_end) OVER w - INTERVAL 36 MONTH
           ORDER BY measure_id, period_end""",
        [area_code, add_months(month, -LOOK_BACK_MONTHS - CHART_MONTHS), month, add_months(month, -LOOK_BACK_MONTHS)],
    )
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["measure_id"], []).append(row)
    return found


def spans_of_area(cursor: Cursor, area_code: str) -> dict[str, Coverage]:
    """From when to when there are figures for the area, for each counted and each survey measure that has any."""
    rows = cursor.execute(
        """SELECT measure_id, min(month), max(month) FROM monthly_signal
           WHERE area_code = ? AND offences IS NOT NULL GROUP BY measure_id
           UNION ALL
           SELECT measure_id, min(period_end), max(period_end) FROM survey_change
           WHERE area_code = ? AND proportion IS NOT NULL GROUP BY measure_id""",
        [area_code, area_code],
    ).fetchall()
    return {measure_id: Coverage(first, last) for measure_id, first, last in rows}


def published_figures(cursor: Cursor) -> dict[FigureKey, Row]:
    """Every figure transcribed from a published document: value, unit, period and note, by its key."""
    rows = _rows(cursor, "SELECT * FROM published_figure", [])
    names = ("document", "section", "table_name", "row_label", "column_label")
    return {tuple(row[name] for name in names): row for row in rows}


def document_titles(cursor: Cursor) -> dict[str, str]:
    """The title of each published document by its id."""
    query = "SELECT document, text FROM published_text WHERE table_name = 'Documents' AND column_label = 'title'"
    return dict(cursor.execute(query).fetchall())
