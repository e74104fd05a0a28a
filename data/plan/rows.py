"""(cursor) -> the milestones of the plan with what every report says of each, and the reports themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from data.published_texts import documents, text_rows
from data.sources_view import Cursor, Row

PLAN, REPORTED = "Key milestones", "Milestone report"
PROGRAMMES, GROUPS = "OMM 2020 programmes", "Met lead business groups"
NOT_READABLE, IN_NO_REPORT = "not readable in source", "in no report"
# As the reports' legends have them, in the order in which they are counted; and the two that are no status.
STATUSES = ("delivered", "on track", "some delay", NOT_READABLE, IN_NO_REPORT)
SAID = STATUSES[:3]
LEADS_OF = ", "  # between several leads, as printed
FINANCIAL_YEAR_STARTS = 4


def reports(cursor: Cursor) -> list[Row]:
    """The reports that say something of milestones, oldest first: document, title, licence, label and period."""
    known = documents(cursor)
    named = dict.fromkeys(row["document"] for row in text_rows(cursor, REPORTED))
    return sorted((_report(document, known[document]) for document in named), key=lambda row: row["period_start"])


def _report(document: str, known: Row) -> Row:
    start = date.fromisoformat(known["period_start"])
    return {
        "document": document, "title": known["title"], "licence": known["licence"], "label": quarter_label(start),
        "period_start": start, "period_end": date.fromisoformat(known["period_end"]),
    }  # fmt: skip


def quarter_label(day: date) -> str:
    """`Q1 2017/18`: the quarter of the financial year that holds a day."""
    months = (day.year - 1) * 12 + day.month - FINANCIAL_YEAR_STARTS + 12
    year = months // 12
    return f"Q{months % 12 // 3 + 1} {year}/{(year + 1) % 100:02}"


def milestones(cursor: Cursor) -> list[Row]:
    """Every milestone once: those of the plan in its order, then those that a report alone names.

    `said`: one row a report that names it, oldest first. `status`: of the latest of them, or that there is none.
    `programme_number`: of the plan's own list; the numbers that reports print beside a name are not always the list's.
    """
    order = {row["document"]: place for place, row in enumerate(reports(cursor))}
    said: dict[str, list[Row]] = {}
    for row in text_rows(cursor, REPORTED):
        said.setdefault(row.get("milestone_id") or row["milestone"], []).append(row)
    numbers = {_plain(row["programme"]): row for row in text_rows(cursor, PROGRAMMES)}
    planned = [_planned(row, said.pop(row["milestone_id"], [])) for row in text_rows(cursor, PLAN)]
    every = [*planned, *(_reported(rows) for rows in said.values())]
    return [_whole(row, order, numbers) for row in every]


def _planned(row: Row, said: list[Row]) -> Row:
    names = ("milestone_id", "milestone", "lead", "partners", "quarter", "note")
    return {**{name: row.get(name) for name in names}, "area": row["section"], "plan": row["document"], "said": said}


def _reported(said: list[Row]) -> Row:
    """One that a report alone names: whose lead and partners are is not stated."""
    first = said[0]
    return {
        "milestone_id": None, "milestone": first["milestone"], "lead": None, "partners": None,
        "quarter": first["quarter"], "note": None, "area": first["section"], "plan": None, "said": said,
    }  # fmt: skip


def _whole(row: Row, order: Mapping[str, int], numbers: Mapping[str, Row]) -> Row:
    said = sorted(row["said"], key=lambda each: order[each["document"]])
    named = next((each["programme"] for each in reversed(said) if each.get("programme")), None)
    listed = numbers[_plain(named)] if named else None
    return {
        **row, "said": said, "status": said[-1]["status"] if said else IN_NO_REPORT,
        "leads": tuple((row["lead"] or "").split(LEADS_OF)) if row["lead"] else (),
        "programme": listed["programme"] if listed else None,
        "programme_number": listed["programme_number"] if listed else None,
    }  # fmt: skip


def _plain(programme: str) -> str:
    """A programme's name as its spellings share it."""
    return programme.casefold().replace("our ", "")


def lead_names(cursor: Cursor) -> dict[str, str]:
    """The name of each lead group by its letters."""
    return {row["code"]: row["name"] for row in text_rows(cursor, GROUPS)}


def counts(every: Iterable[Row]) -> list[Row]:
    """How many milestones are due in a quarter with a status: one row a pair that occurs, in the statuses' order."""
    found: dict[tuple[str, str], int] = {}
    for row in every:
        found[row["quarter"], row["status"]] = found.get((row["quarter"], row["status"]), 0) + 1
    return [{"quarter": quarter, "status": status, "milestones": found[quarter, status]}
            for quarter in sorted({quarter for quarter, _ in found}, key=_in_time)
            for status in STATUSES if (quarter, status) in found]  # fmt: skip


def _in_time(quarter: str) -> tuple[str, str]:
    number, _, year = quarter.partition(" ")
    return year, number


def moves(every: Iterable[Row]) -> list[dict[str, Any]]:
    """What became of a milestone from one report to the next that names it: statuses before and after, and whose."""
    return [
        {"milestone": row["milestone"], "from": earlier["document"], "to": later["document"],
         "before": earlier["status"], "after": later["status"]}
        for row in every for earlier, later in zip(row["said"], row["said"][1:], strict=False)
    ]  # fmt: skip
