"""Answers by ethnic group that an edition has for neighbourhoods only, without numbers of interviews.

London's figure for a group cannot be made of them: that would take each neighbourhood's interviews. What can be said is
how two groups compare within neighbourhoods: in how many one is lower, and the middle difference, with an interval that
needs no bases (of order statistics). It is about neighbourhoods, each counted once, and not about Londoners.
"""

from __future__ import annotations

from typing import Any

import duckdb
import numpy as np

from data.satisfaction.shares import ETHNICITY
from data.statistics.rates import CONFIDENCE

Row = dict[str, Any]

REFERENCE = "White British"  # the only White group that these files have
FEWEST = 10  # neighbourhoods, for an interval

PAIRS = """
SELECT survey, question, period_start, period_end, group_name, list(100 * (proportion - reference) ORDER BY area_name)
FROM victim_satisfaction v JOIN (
    SELECT survey, question, period_start, period_end, area_name, proportion AS reference FROM victim_satisfaction
    WHERE area_code IS NULL AND group_type = $kind AND group_name = $reference AND proportion IS NOT NULL
) USING (survey, question, period_start, period_end, area_name)
WHERE area_code IS NULL AND group_type = $kind AND group_name <> $reference AND proportion IS NOT NULL
GROUP BY ALL ORDER BY survey, question, period_end, group_name
"""
AREAS = "SELECT count(DISTINCT area_name) FROM victim_satisfaction WHERE area_code IS NULL AND group_type = ?"


def compared(cursor: duckdb.DuckDBPyConnection) -> list[Row]:
    """A row a question and group beside White British; `middle`, `lower` and `upper` in points."""
    found = cursor.execute(PAIRS, {"kind": ETHNICITY, "reference": REFERENCE}).fetchall()
    return [_row(*row) for row in found]


def listed(cursor: duckdb.DuckDBPyConnection) -> int:
    """How many neighbourhoods the files name, those without a figure included."""
    row = cursor.execute(AREAS, [ETHNICITY]).fetchone()
    return int(row[0]) if row else 0


def _row(survey: str, question: str, start: Any, end: Any, group: str, differences: list[float]) -> Row:
    apart = np.round(np.asarray(differences, dtype=float), 6)  # of whole per cents: equal is equal
    lower, upper = middle_interval(apart)
    return {
        "survey": survey, "question": question, "period_start": start, "period_end": end, "group_name": group,
        "neighbourhoods": len(apart), "below": int((apart < 0).sum()), "above": int((apart > 0).sum()),
        "equal": int((apart == 0).sum()), "middle": float(np.median(apart)), "lower": lower, "upper": upper,
        "verdict": _verdict(lower, upper),
    }  # fmt: skip


def middle_interval(values: np.ndarray[Any, np.dtype[np.float64]]) -> tuple[float | None, float | None]:
    """(lower, upper) of the 95% interval of a median, distribution-free: two order statistics whose ranks the binomial
    distribution with p = 1/2 gives (Conover, Practical Nonparametric Statistics, 3rd edition, 3.2). None under FEWEST.
    """
    from scipy.stats import quantile_test  # noqa: PLC0415 - a fifth of a second to import

    if len(values) < FEWEST:
        return None, None
    found = quantile_test(values, p=0.5).confidence_interval(confidence_level=CONFIDENCE)
    return float(found.low), float(found.high)


def _verdict(lower: float | None, upper: float | None) -> str:
    if lower is None or upper is None:
        return "too_few"
    return "higher" if lower > 0 else "lower" if upper < 0 else "no_clear_gap"
