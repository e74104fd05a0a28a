"""The inspection page as a file: what was judged, compared, counted and asked for, a row each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from data.export import AS_PUBLISHED, NOT_AVAILABLE, PUBLISHED, WORKED_OUT, Edition, number, of_edition, text
from data.sheet import Sheet
from geo.areas import london

Row = dict[str, Any]
COLUMNS = (
    "kind", "area_code", "area_name", "pillar", "section", "table", "name", "year", "words",
    "period_start", "period_end", "value", "unit", "compared_with", "compared_value",
    "difference", "difference_from", "difference_to", "lower_95", "upper_95", "count", "base",
    "status", "note", "source", "edition", "data_kind", "licence",
)  # fmt: skip


def inspection_sheet(found: Mapping[str, Any], *, edition: Edition) -> Sheet:
    """Every row of the page, in its order. `difference_from` and `difference_to`: what rounding leaves.

    `found`: what data.inspection.gathered gives. Values are as printed; per cent stands for itself, not for 0 to 1.
    """
    document = found["document"]
    about = {
        "area_code": london().area_code, "area_name": text("Metropolitan Police Service"), "status": AS_PUBLISHED,
        "source": text(document["title"]), "licence": text(document["licence"]),
        **of_edition(edition.edition_id, edition.published_on, is_demonstration=edition.is_demonstration),
        "data_kind": PUBLISHED,
    }  # fmt: skip
    return Sheet.of(COLUMNS, [{**about, **row} for row in _rows(found)])


def _rows(found: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    for row in found["judgments"]:
        for year, grade in row["grades"].items():
            yield {"kind": "judgment", "pillar": text(row["pillar"]), "name": text(row["component"]),
                   "year": text(year), "words": text(grade)}  # fmt: skip
    for row in found["comparisons"]:
        yield {**_of(row), "kind": "comparison", **_comparison(row)}
    for row in found["outcomes"]:
        yield {**_of(row), "kind": "outcome", **_figure(row)}
    if found["outcomes"]:
        yield _all_outcomes(found["outcomes"])
    for row in found["samples"]:
        yield {**_of(row), "kind": "share of a sample", **_sample(row)}
    for row in found["workforce"]:
        for column, value, unit, end in row["figures"]:
            yield {**_of(row), "kind": "workforce", "words": text(column), "value": number(value, NOT_AVAILABLE),
                   "unit": text(unit), "period_end": end.isoformat()}  # fmt: skip
    for row in found["asked"]:
        yield {**_of({**row, "name": row.get("request", "")}), "kind": text(row["kind"]),
               "words": text(row["statement"]), "note": text(_where(row))}  # fmt: skip
    for row in found["earlier"]:
        words = f"Then: {row['then']}. Now: {row['now']}"
        yield {**_of({**row, "name": row["subject"]}), "kind": "earlier inspection", "year": text(row["inspection"]),
               "words": text(words)}  # fmt: skip


def _all_outcomes(rows: Sequence[Row]) -> dict[str, str]:
    """What the printed shares come to."""
    about = {**_of({**rows[0], "name": "All"}), **_figure({**rows[0], "note": "the sum of the printed shares"})}
    value = number(sum(row["value"] for row in rows), NOT_AVAILABLE)
    return {**about, "kind": "outcome", "value": value, "status": WORKED_OUT}


def _where(row: Row) -> str:
    """Where this site shows what a finding asks for, and why not all of it or none: `Shown at /finance. …`."""
    shown = f"Shown at {', '.join(page for _, page in row['answers'])}." if row["answers"] else ""
    return " ".join(part for part in (shown, row["reason"]) if part)


def _of(row: Row) -> dict[str, str]:
    """Where a row stands in the report."""
    table = {"table": text(row["table_name"])} if "table_name" in row else {}
    pillar = {"pillar": text(row["pillar"])} if row["pillar"] else {}
    return {"section": text(row["section"]), "name": text(row["name"]), **table, **pillar}


def _figure(row: Row) -> dict[str, str]:
    return {
        "value": number(row["value"], NOT_AVAILABLE), "unit": text(row["unit"]), "note": text(row["note"] or ""),
        **{day: row[day].isoformat() if row[day] else NOT_AVAILABLE for day in ("period_start", "period_end")},
    }  # fmt: skip


def _comparison(row: Row) -> dict[str, str]:
    if row["other"] is None:
        return {**_figure(row), "compared_value": NOT_AVAILABLE}
    numbers = (("compared_value", "other"), ("difference", "difference"), ("difference_from", "from_"),
               ("difference_to", "to"))  # fmt: skip
    return {**_figure(row), "compared_with": text(row["against"]),
            **{column: number(row[field], NOT_AVAILABLE) for column, field in numbers}}  # fmt: skip


def _sample(row: Row) -> dict[str, str]:
    return {
        "value": number(100 * row["proportion"], NOT_AVAILABLE), "unit": "%", "count": str(row["count"]),
        "base": str(row["base"]), "lower_95": number(100 * row["lower"], NOT_AVAILABLE),
        "upper_95": number(100 * row["upper"], NOT_AVAILABLE),
        "period_start": NOT_AVAILABLE, "period_end": NOT_AVAILABLE,
    }  # fmt: skip
