"""The milestones and the indicators of a view as sheets, which every file of them is written from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from data.export import PUBLISHED, of_edition, text
from data.plan.rows import IN_NO_REPORT
from data.sheet import NOT_APPLICABLE, Sheet

# One line a milestone and report; a milestone that no report names has one line.
COLUMNS = (
    "area_code", "area_name", "milestone_id", "milestone", "plan_area", "programme_number", "programme", "lead",
    "partners", "quarter_due", "latest_status", "report", "report_section", "period_start", "period_end", "kind",
    "programme_as_printed", "value", "interval", "base", "status", "status_basis", "status_words", "mark", "progress",
    "note", "source", "edition", "data_kind", "licence",
)  # fmt: skip
INDICATOR_COLUMNS = (
    "area_code", "area_name", "priority", "indicator", "data_source", "page", "measure_ids", "shows", "period_start",
    "period_end", "status", "reason", "source", "edition", "data_kind", "licence",
)  # fmt: skip
SAID = ("kind", "status_basis", "status_words", "mark", "progress")
LONDON = {"area_code": "E12000007", "area_name": "London"}


def plan_sheet(found: Mapping[str, Any]) -> Sheet:
    """The milestones of data.plan.view, in its order. `period_*` are of the report that the line is from."""
    return Sheet.of(COLUMNS, _lines(found))


def _lines(found: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    reports = {row["document"]: row for row in found["reports"]}
    about = {**LONDON, **_edition(found)}
    for row in found["milestones"]:
        base = {**about, **_milestone(row)}
        if not row["said"]:
            yield {**base, "status": IN_NO_REPORT, "note": _or_none(row["note"]), "source": text(found["plan_title"]),
                   "licence": text(found["plan_licence"])}  # fmt: skip
        for said in row["said"]:
            yield {**base, **_report(said, reports[said["document"]], row["note"])}


def _milestone(row: Mapping[str, Any]) -> dict[str, str]:
    names = ("milestone_id", "milestone", "programme_number", "programme", "lead", "partners")
    return {
        **{name: _or_none(row[name]) for name in names}, "plan_area": text(row["area"]),
        "quarter_due": text(row["quarter"]), "latest_status": text(row["status"]),
    }  # fmt: skip


def _report(said: Mapping[str, Any], report: Mapping[str, Any], of_the_plan: str | None) -> dict[str, str]:
    printed = " ".join(filter(None, [said.get("programme_number"), said.get("programme")]))
    notes = "; ".join(filter(None, [of_the_plan, said.get("note")]))
    return {
        **{name: _or_none(said.get(name)) for name in SAID}, "report": report["label"],
        "report_section": text(said["section"]), "period_start": report["period_start"].isoformat(),
        "period_end": report["period_end"].isoformat(), "programme_as_printed": _or_none(printed),
        "status": text(said["status"]), "note": _or_none(notes), "source": text(report["title"]),
        "licence": text(report["licence"]),
    }  # fmt: skip


def indicators_sheet(found: Mapping[str, Any]) -> Sheet:
    """One line an indicator and page that shows it; an indicator that no page shows has one line with the reason."""
    return Sheet.of(INDICATOR_COLUMNS, _indicator_lines(found))


def _indicator_lines(found: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    for row in found["indicators"]:
        base = {
            **LONDON, "priority": text(row["part"]), "indicator": text(row["name"]),
            "data_source": _or_none(row["data_source"]), "reason": _or_none(row["reason"]),
            "source": text(f"{found['plan_title']}, {row['section']}"), "licence": text(found["plan_licence"]),
            **found["plan_period"], **_edition(found),
        }  # fmt: skip
        if not row["answers"]:
            yield {**base, "status": "no open data"}
        for answer in row["answers"]:
            yield {**base, "page": text(answer["page"]), "measure_ids": _or_none(" ".join(answer["measures"])),
                   "shows": text("; ".join(answer["shows"])), "status": "shown"}  # fmt: skip


def _edition(found: Mapping[str, Any]) -> dict[str, str]:
    note = found["edition"]
    about = of_edition(note["edition_id"], note["published_on"], is_demonstration=note["is_demonstration"])
    return {**about, "data_kind": PUBLISHED}


def _or_none(words: str | None) -> str:
    return text(words) if words else NOT_APPLICABLE
