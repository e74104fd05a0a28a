"""The printed gap table and matrix, figure for figure, with the intervals that they were printed without."""

from __future__ import annotations

from datetime import date
from typing import Any

import duckdb

from data.periods import add_months, parse_month
from data.satisfaction.bases import Base, group_base
from data.satisfaction.intervals import from_average, of_size
from data.satisfaction.shares import BAME, ETHNICITY, WHITE
from geo.areas import LONDON_CODE

Row = dict[str, Any]

PLAN, GAP_TABLE = "met-business-plan-2017-18", "Public Perceptions"
OVERALL, GAP = "% Agree", "London BAME Gap"
REPORT, MATRIX = "mopac-quarterly-2017-18-q1", "Satisfaction and Public Voice - Inequalities"
AVERAGE = "MPS Average"
PLAIN_NOTE = "difference from the MPS average"  # what every cell's note says
RULE_TABLE = "Inequalities: when a difference counts as significant (text)"
IN_A_YEAR = 12
WHOLE_PER_CENT = 1.0

# Row or column as printed: the survey that asks, and the measure of the catalogue that follows it, if one does.
ASKED = {
    "Victim Satisfaction": ("USS", "victims-satisfied-overall"),
    "Know how to contact your local team": ("PAS", "know-how-to-contact-ward-officers"),
    "Listen to the concerns": ("PAS", "police-listen-to-concerns"),
    "Dealing with the things that matter": ("PAS", "police-understand-local-issues"),
    "Local information provision": ("PAS", "informed-about-local-policing"),
    "Police can be relied upon": ("PAS", "police-can-be-relied-on"),
    "Treat everyone fairly": ("PAS", "police-treat-everyone-fairly"),
    "Police do a good job": ("PAS", "police-do-a-good-job-locally"),
    "Overall Satisfaction": ("USS", "victims-satisfied-overall"),
    "Good job": ("PAS", "police-do-a-good-job-locally"),
    "Informed local": ("PAS", "informed-about-local-policing"),
    "Listen to concerns": ("PAS", "police-listen-to-concerns"),
    "Fair treatment": ("PAS", "police-treat-everyone-fairly"),
    "Dealing issues": ("PAS", "police-understand-local-issues"),
}


def gaps(cursor: duckdb.DuckDBPyConnection) -> list[Row]:
    """A row a question of the plan's table, in its order: overall in per cent, `gap` in points without a sign."""
    printed = cells(cursor, PLAN, GAP_TABLE)
    day = _published_on(cursor, PLAN)
    questions = list(dict.fromkeys(row["row_label"] for row in printed))
    held = {(row["row_label"], row["column_label"]): row for row in printed}
    return [_gap(question, held[question, OVERALL], held[question, GAP], day) for question in questions]


def _gap(question: str, overall: Row, gap: Row, day: date) -> Row:
    survey, measure_id = ASKED[question]
    white, bame = (group_base(survey, add_months(day, -IN_A_YEAR), ETHNICITY, name) for name in (WHITE, BAME))
    lower, upper, verdict = of_size(overall["value"], gap["value"], white, bame)
    return {
        "question": question, "survey": survey, "measure_id": measure_id, "overall": overall["value"],
        "gap": gap["value"], "note": gap["note"], "lower": lower, "upper": upper, "verdict": verdict,
        "white": white, "bame": bame,
    }  # fmt: skip


def matrix(cursor: duckdb.DuckDBPyConnection) -> Row:
    """`questions`: as printed, in order, with their average; `cells`: by group, then by question, as printed.

    A cell has the printed `difference` in points, its interval, `verdict`, and `beyond_rule`: whether it is above the
    report's own plus or minus `rule` points.
    """
    printed = cells(cursor, REPORT, MATRIX)
    rule = _rule(cursor)
    averages = {row["column_label"]: row for row in printed if row["row_label"] == AVERAGE}
    differences = [_cell(row, averages[row["column_label"]], rule) for row in printed if row["row_label"] != AVERAGE]
    questions = [
        {"question": name, "survey": ASKED[name][0], "measure_id": ASKED[name][1], "average": row["value"]}
        for name, row in averages.items()
    ]
    end = next((row["period_end"] for row in printed), None)
    return {"questions": questions, "cells": differences, "rule": rule, "period_end": end}


def _cell(row: Row, average: Row, rule: float) -> Row:
    group_type, _, name = row["row_label"].partition(": ")
    survey, measure_id = ASKED[row["column_label"]]
    start = add_months(row["period_end"].replace(day=1), 1 - IN_A_YEAR)
    base: Base = group_base(survey, start, group_type, name)
    lower, upper, verdict = from_average(average["value"], row["value"], base)
    own_note = (row["note"] or "").removeprefix(PLAIN_NOTE).removeprefix("; ")
    return {
        "group_type": group_type, "group_name": name, "question": row["column_label"], "survey": survey,
        "measure_id": measure_id, "difference": row["value"], "lower": lower, "upper": upper, "verdict": verdict,
        "beyond_rule": abs(row["value"]) > rule, "base": base, "note": own_note or None,
    }  # fmt: skip


def cells(cursor: duckdb.DuckDBPyConnection, document: str, table: str) -> list[Row]:
    """In the order in which they were transcribed, which is the document's."""
    found = cursor.execute(
        """SELECT row_label, column_label, value, period_end, note FROM published_figure
           WHERE document = ? AND table_name = ? ORDER BY rowid""",
        [document, table],
    )
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def _rule(cursor: duckdb.DuckDBPyConnection) -> float:
    """How many points from the average the report calls significant."""
    return float(cells(cursor, REPORT, RULE_TABLE)[0]["value"])


def _published_on(cursor: duckdb.DuckDBPyConnection, document: str) -> date:
    """The month in which a document appeared: what its undated figures cannot be later than."""
    found = cursor.execute(
        """SELECT text FROM published_text
           WHERE table_name = 'Documents' AND document = ? AND column_label = 'published'""",
        [document],
    ).fetchone()
    if found is None:
        raise LookupError(f"the edition does not say when '{document}' was published")
    return parse_month(found[0][:7])


def is_of_a_year(cursor: duckdb.DuckDBPyConnection) -> Row:
    """Whether the matrix's averages are the edition's own twelve-month figures: `compared` questions, `same` of them.

    The report does not say whether it means three months or twelve. The survey file's figures are of twelve.
    """
    found = cursor.execute(
        """SELECT p.column_label, p.value, 100 * s.proportion
           FROM published_figure p JOIN survey_change s ON s.period_end = date_trunc('month', p.period_end)
           WHERE p.document = ? AND p.table_name = ? AND p.row_label = ? AND s.area_code = ?
             AND s.measure_id = (SELECT m FROM (VALUES {asked}) a(label, m) WHERE label = p.column_label)
             AND s.proportion IS NOT NULL""".replace("{asked}", ", ".join(["(?, ?)"] * len(ASKED))),
        [REPORT, MATRIX, AVERAGE, LONDON_CODE, *(cell for name, (_, m) in ASKED.items() for cell in (name, m))],
    ).fetchall()
    # The file has whole per cents, the report tenths.
    return {"compared": len(found), "same": sum(abs(printed - own) <= WHOLE_PER_CENT / 2 + 1e-6
                                                for _, printed, own in found)}  # fmt: skip
