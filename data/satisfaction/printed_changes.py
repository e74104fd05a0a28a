"""The changes over a year that the quarterly report gives in its text, each with an interval where it can have one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import duckdb

from data.periods import add_months
from data.satisfaction.bases import survey_base
from data.satisfaction.intervals import of_change
from data.satisfaction.published import AVERAGE, IN_A_YEAR, MATRIX, REPORT, cells

Row = dict[str, Any]

TEXT_TABLES = ("Public perception (text)", "Victim satisfaction (text)")
NOT_PRINTED = ("", None)
OVER_A_YEAR = "Change, 12 months to Q1 17-18 on 12 months to Q1 16-17"


@dataclass(frozen=True)
class Changed:
    """What a printed change is of. `share`: the matrix's column and None, or the text's row and column, that give the
    share it ended at; `is_fall`: printed without a sign, as a decline."""

    label: str
    survey: str
    share: tuple[str, str | None]
    is_fall: bool = False


CHANGES = {
    ("Victim satisfaction", "Decline over the last twelve months"): Changed(
        "Victim satisfaction", "USS", ("Overall Satisfaction", None), is_fall=True),
    ("Police treat everyone fairly", OVER_A_YEAR): Changed(
        "Police treat everyone fairly", "PAS", ("Fair treatment", None)),
    ("Deal with the things that matter", OVER_A_YEAR): Changed(
        "Deal with the things that matter", "PAS", ("Dealing issues", None)),
    ("Feeling informed about local policing", OVER_A_YEAR): Changed(
        "Feeling informed about local policing", "PAS", ("Informed local", None)),
    ("Feeling informed", "Change over the last year"): Changed(
        "Feeling informed", "PAS", ("Feeling informed", "Proportion")),
    ("Know how to contact local SNT or Ward Officer", OVER_A_YEAR): Changed(
        "Know how to contact local SNT or Ward Officer", "PAS", ("Know how to contact local police", "Proportion")),
    ("Local information", "Change"): Changed("Local information", "PAS", NOT_PRINTED),
}  # fmt: skip


def changes(cursor: duckdb.DuckDBPyConnection) -> list[Row]:
    """The changes over a year that the quarterly report gives in its text, each with an interval where it can have one.

    An interval needs the share that a change ended at: that of the matrix, or one that the text gives.
    """
    printed = {(row["row_label"], row["column_label"]): row for table in TEXT_TABLES
               for row in cells(cursor, REPORT, table)}  # fmt: skip
    averages = {row["column_label"]: row["value"] for row in cells(cursor, REPORT, MATRIX)
                if row["row_label"] == AVERAGE}  # fmt: skip
    found = []
    for key, asked in CHANGES.items():
        row = printed[key]
        label, column = asked.share
        share = averages.get(label) if column is None else printed[label, column]["value"]
        found.append(_change(asked, row, share))
    return found


def _change(asked: Changed, row: Row, share: float | None) -> Row:
    change = -row["value"] if asked.is_fall else row["value"]
    day = row["period_end"].replace(day=1)
    base = survey_base(asked.survey, add_months(day, 1 - IN_A_YEAR))
    before = survey_base(asked.survey, add_months(day, 1 - 2 * IN_A_YEAR))
    step = 1.0 if change == int(change) else 0.0  # printed as a whole point
    lower, upper, verdict = of_change(share, change, base, before, step=step)
    note = row["note"] if row["note"] and "a fall" not in row["note"] else None
    return {"label": asked.label, "survey": asked.survey, "change": change, "share": share, "lower": lower,
            "upper": upper, "verdict": verdict, "base": base,
            "period_end": row["period_end"], "note": note}  # fmt: skip
