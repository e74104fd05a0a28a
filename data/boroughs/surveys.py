"""Confidence and satisfaction in a borough beside London: the judged survey rows of both, and the gap between them."""

from __future__ import annotations

import math
from datetime import date
from typing import Any

import numpy as np

from data import signal_queries
from data.catalogue import Catalogue
from data.overview.rows import survey_row
from data.statistics import gap_interval, gap_verdict
from data.warehouse import Edition
from geo.areas import LONDON_CODE

Row = dict[str, Any]


def surveys(edition: Edition, catalogue: Catalogue, area_code: str, month: date) -> tuple[Row, ...]:
    """One row a survey measure that has answers for the borough, in the catalogue's order."""
    here = signal_queries.survey_rows(edition.cursor, area_code, month)
    whole = edition.once(
        ("surveys of London", month), lambda: signal_queries.survey_rows(edition.cursor, LONDON_CODE, month)
    )
    measures = [measure for measure in catalogue.surveys if measure.id in here]
    made = [survey_row(measure, here[measure.id], month) for measure in measures]
    beside = [_at(whole.get(row["measure_id"], []), row["period_end"]) for row in made]
    return tuple(
        {**row, **london, **gap}
        for row, london, gap in zip(made, map(_london, beside), _gaps(made, beside), strict=True)
    )


def _at(rows: list[Row], period_end: date) -> Row:
    return next((row for row in rows if row["period_end"] == period_end), {})


def _london(row: Row) -> Row:
    return {f"london_{name}": row.get(name) for name in ("proportion", "lower", "upper", "base")}


def _gaps(made: list[Row], beside: list[Row]) -> list[Row]:
    """Borough less London in points, with Newcombe's interval. London's answers hold the borough's own (about one in
    32), which makes the interval a little too wide."""

    def column(rows: list[Row], name: str) -> np.ndarray[Any, np.dtype[np.float64]]:
        return np.array([math.nan if row.get(name) is None else row[name] for row in rows], dtype=float)

    if not made:
        return []
    p1, n1, p2, n2 = (*_both(column, made), *_both(column, beside))
    gap, lower, upper = gap_interval(p1, n1, p2, n2, column(made, "design_effect"))
    verdicts = gap_verdict(lower, upper, n1, n2)
    return [
        {"gap_points": _points(gap[i]), "gap_lower": _points(lower[i]), "gap_upper": _points(upper[i]),
         "gap_verdict": str(verdicts[i])}
        for i in range(len(made))
    ]  # fmt: skip


def _both(column: Any, rows: list[Row]) -> tuple[Any, Any]:
    return column(rows, "proportion"), column(rows, "base")


def _points(number: float) -> float | None:
    return None if math.isnan(number) else 100 * float(number)
