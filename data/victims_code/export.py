"""The Victims' Code page as a file: the published figures, and the months of a file that is loaded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from data.export import AS_PUBLISHED, NOT_AVAILABLE, PUBLISHED, Edition, number, of_dataset, of_edition, text
from data.periods import add_months
from data.selection.victims_code import NAMES, Requirement
from data.sheet import Sheet
from geo.areas import find, london

Row = dict[str, Any]
COLUMNS = (
    "kind", "area_code", "area_name", "requirement", "measure", "period_start", "period_end",
    "value", "unit", "lower_95", "upper_95", "count", "base", "expected_lower", "expected_upper", "limits", "signal",
    "change_points", "change_lower", "change_upper", "change_verdict",
    "status", "note", "section", "table", "source", "edition", "data_kind", "licence",
)  # fmt: skip
NO_OFFENCES = "no interval: the number of offences is not printed; the change is with the range that rounding leaves"


def victims_code_sheet(found: Mapping[str, Any], *, edition: Edition) -> Sheet:
    """Every published figure, then each month of the chosen requirement and area where a file is loaded.

    `found`: what data.victims_code.gathered gives. Shares are per cent, changes percentage points.
    """
    about = of_edition(edition.edition_id, edition.published_on, is_demonstration=edition.is_demonstration)
    return Sheet.of(COLUMNS, [{**about, **row} for row in (*_printed(found), *_monthly(found), *_others(found))])


def _london() -> dict[str, str]:
    return {"area_code": london().area_code, "area_name": text(london().area_name)}


def _document(found: Mapping[str, Any], document: str) -> dict[str, str]:
    return {"source": text(found["titles"][document]), "licence": text(found["licences"][document]),
            "data_kind": PUBLISHED}  # fmt: skip


def _printed(found: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    for row in found["printed"]:
        for place, point in enumerate(row["points"]):
            is_last = place == len(row["points"]) - 1
            no_base = "" if point["cases"] is not None else NO_OFFENCES
            yield {
                **_london(), **_document(found, found["document"]["document"]), "kind": "published",
                "requirement": row["requirement"], "measure": NAMES[Requirement(row["requirement"])], **_days(point),
                **_share(point), "base": number(point["cases"], NOT_AVAILABLE), "unit": "%", "status": AS_PUBLISHED,
                **(_change(row["change"]) if is_last and row["change"] else {}),
                "note": text("; ".join(filter(None, [point["note"], no_base]))), "section": text(row["section"]),
                "table": text(row["table_name"]),
            }  # fmt: skip


def _days(row: Row) -> dict[str, str]:
    return {day: row[day].isoformat() if row[day] else NOT_AVAILABLE for day in ("period_start", "period_end")}


def _share(row: Row) -> dict[str, str]:
    columns = (("value", "share"), ("lower_95", "lower"), ("upper_95", "upper"))
    return {column: number(_percent(row[field]), NOT_AVAILABLE) for column, field in columns}


def _percent(share: float | None) -> float | None:
    """Per cent, without the dust that multiplying leaves."""
    return None if share is None else round(100 * share, 10)


def _change(change: Row) -> dict[str, str]:
    columns = (("change_points", "points"), ("change_lower", "lower"), ("change_upper", "upper"))
    said = {column: number(round(change[field], 10), NOT_AVAILABLE) for column, field in columns}
    return {**said, "change_verdict": change["verdict"] or NOT_AVAILABLE}


def _monthly(found: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    chosen = found["selection"]
    area = find(chosen.area) if chosen.area else london()
    code = area.area_code if area else london().area_code
    for row in found["months"]:
        start: date = row["month"]
        changes = {name: number(row[field], NOT_AVAILABLE) for name, field in
                   (("change_points", "change"), ("change_lower", "change_lower"), ("change_upper", "change_upper"))}
        expected = {name: number(_percent(row[name]), NOT_AVAILABLE) for name in ("expected_lower", "expected_upper")}
        yield {
            "kind": "month of the file", "area_code": code, "area_name": text(found["area_name"]),
            "requirement": chosen.requirement.value, "measure": NAMES[chosen.requirement],
            "period_start": start.isoformat(), "period_end": (add_months(start, 1) - timedelta(days=1)).isoformat(),
            **_share(row), "unit": "%", "count": number(row["met"], NOT_AVAILABLE),
            "base": number(row["cases"], NOT_AVAILABLE), **expected, "limits": row["limits"], "signal": row["signal"],
            **changes, "change_verdict": row["change_verdict"],
            "status": "ok" if row["share"] is not None else NOT_AVAILABLE, **of_dataset(found["dataset"]),
        }  # fmt: skip


def _others(found: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    for row in found["others"]:
        sized = {column: number(row[column], NOT_AVAILABLE) for column in ("count", "base")} if row["base"] else {}
        limits = {f"{end}_95": number(row[end], NOT_AVAILABLE) for end in ("lower", "upper")} if row["base"] else {}
        yield {
            **_london(), **_document(found, row["document"]), "kind": "other published figure",
            "measure": text(row["name"]), **_days(row), "value": number(row["value"], NOT_AVAILABLE), **limits, **sized,
            "unit": text(row["unit"]), "status": AS_PUBLISHED, "note": text(row["note"] or ""),
            "section": text(row["section"]), "table": text(row["table_name"]),
        }  # fmt: skip
