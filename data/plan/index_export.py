"""The index of plan and finance as a sheet: the figure of each page, then where each section of the report is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from data.export import AS_PUBLISHED, NOT_AVAILABLE, OF_A_DOCUMENT, number, of_edition, text
from data.sheet import NOT_APPLICABLE, Sheet

COLUMNS = (
    "kind", "area_code", "area_name", "part", "name", "page", "measure_ids", "shows", "value", "of", "unit",
    "period_start", "period_end", "status", "reason", "note", "source", "edition", "data_kind", "licence",
)  # fmt: skip
LONDON = {"area_code": "E12000007", "area_name": "London"}


def index_sheet(found: Mapping[str, Any]) -> Sheet:
    """What data.plan.index gathers; a section that several pages show has a line for each of them."""
    note = found["edition"]
    made = of_edition(note["edition_id"], note["published_on"], is_demonstration=note["is_demonstration"])
    about = {**LONDON, **made, **OF_A_DOCUMENT}
    lines = [*map(_figure, found["entries"]), *_sections(found["sections"])]
    return Sheet.of(COLUMNS, ({**about, **line} for line in lines))


def _figure(entry: Mapping[str, Any]) -> dict[str, str]:
    """One page of the index and its figure; counts of milestones and of judgments are `value` of `of`."""
    base = {"kind": "figure", "page": text(entry["path"])}
    held = entry["figure"]
    if held is None:
        return {**base, "value": NOT_AVAILABLE, "status": "not in this edition"}
    what = {"milestones": "milestones reported as delivered", "judgments": "parts by their judgment"}
    value = max(held["grades"].values()) if held["kind"] == "judgments" else held["value"]
    graded = "; ".join(f"{grade}: {times}" for grade, times in held.get("grades", {}).items())
    return {
        **base, "name": text(held.get("what") or what[held["kind"]]), "value": number(value, NOT_AVAILABLE),
        "of": str(held["of"]) if "of" in held else NOT_APPLICABLE, "unit": text(held.get("unit") or "number"),
        "period_start": _day(held["period_start"]), "period_end": _day(held["period_end"]), "status": AS_PUBLISHED,
        "note": text(held.get("note") or graded), "source": text(held["source"]),
    }  # fmt: skip


def _sections(rows: list[Mapping[str, Any]]) -> Iterator[dict[str, str]]:
    for row in rows:
        base = {"kind": "section of the quarterly report", "part": text(row["part"]), "name": text(row["name"]),
                "reason": text(row["reason"] or ""), "source": text(f"{row['document']}, Contents")}  # fmt: skip
        if not row["answers"]:
            yield {**base, "status": "not shown"}
        for answer in row["answers"]:
            yield {**base, "page": text(answer["page"]), "measure_ids": text(" ".join(answer["measures"])),
                   "shows": text("; ".join(answer["shows"])), "status": "shown"}  # fmt: skip


def _day(when: Any) -> str:
    return when.isoformat() if when else NOT_AVAILABLE
