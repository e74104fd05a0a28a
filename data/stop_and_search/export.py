"""Everything a view of stop and search shows as one sheet, a figure a line; `table` says where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from data.export import (
    AS_PUBLISHED,
    NOT_APPLICABLE,
    NOT_AVAILABLE,
    OF_A_DOCUMENT,
    UNCERTAIN,
    WITHHELD,
    number,
    of_dataset,
    of_edition,
    text,
)
from data.periods import add_months
from data.sheet import Sheet
from data.stop_and_search.figures import OK, SUPPRESSED, TOO_FEW, Row
from data.stop_and_search.lines import Line, lines, own_lines
from geo.areas import LONDON_CODE, london

COLUMNS = (
    "table", "area_code", "area_name", "row_key", "row", "group_key", "group", "ethnicity_by", "figure", "unit",
    "period_start", "period_end", "months", "value", "lower_95", "upper_95", "base", "base_unit", "status", "note",
    "source", "edition", "data_kind", "licence",
)  # fmt: skip
MISSING = {SUPPRESSED: WITHHELD, TOO_FEW: UNCERTAIN}
PUBLISHED = "published"
DATASET, OFFENCES = "stop_and_search", "recorded_crime"


def stop_and_search_sheet(found: Mapping[str, Any], *, only_own: bool = False) -> Sheet:
    """The sheet of what data.stop_and_search.gathered found; a hidden figure is '[c]' wherever it stands.

    `only_own`: of a borough, without what London's sheet has too.

    `months`: those that the figure counts, which are fewer than the period's where a month has no borough figures.
    `base`: what a share, rate or ratio is of.
    """
    edition = found["edition"]
    about = of_edition(edition["edition_id"], edition["published_on"], is_demonstration=edition["is_demonstration"])
    own = {**about, **of_dataset(found["catalogue"].dataset(DATASET))}
    made = own_lines if only_own else lines
    rows = [{**own, **_cells(line, found)} for line in (made(found) if found["has_searches"] else ())]
    return Sheet.of(COLUMNS, [*rows, *_published(found, about)])


def _cells(line: Line, found: Mapping[str, Any]) -> dict[str, str]:
    is_share = line.unit in ("share", "points")
    missing = MISSING.get(line.status, NOT_AVAILABLE)
    if line.value is not None and line.status == TOO_FEW and not is_share:
        missing = NOT_AVAILABLE
    status = OK if line.value is not None else missing
    months: Sequence[date] = line.months if line.months is not None else found["period"]["months"]
    no_limits = NOT_APPLICABLE if line.lower is None else missing
    area = line.area_code or LONDON_CODE
    return {
        "table": line.table, "area_code": area, "area_name": text(line.area_name or london().area_name),
        "row_key": line.row_key, "row": text(line.row), "group_key": line.group_key or NOT_APPLICABLE,
        "group": text(line.group) if line.group else NOT_APPLICABLE, "figure": line.figure, "unit": line.unit,
        "ethnicity_by": found["selection"].by.value if line.is_ethnic else NOT_APPLICABLE,
        **_when(months), "value": number(line.value, missing), "lower_95": number(line.lower, no_limits),
        "upper_95": number(line.upper, no_limits), "base_unit": line.base_unit or NOT_APPLICABLE,
        "base": number(line.base, missing if line.base_unit else NOT_APPLICABLE), "status": status,
        "note": text(line.note),
    }  # fmt: skip


def _when(months: Sequence[date]) -> dict[str, str]:
    if not months:
        return {"period_start": NOT_APPLICABLE, "period_end": NOT_APPLICABLE, "months": NOT_APPLICABLE}
    last = add_months(months[-1], 1) - timedelta(days=1)
    return {"period_start": months[0].isoformat(), "period_end": last.isoformat(),
            "months": " ".join(f"{month:%Y-%m}" for month in months)}  # fmt: skip


def _published(found: Mapping[str, Any], about: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """What reports say, each with its own source; their figures are of no edition, but stand on the page."""
    for fact in found["published"]:
        yield {
            **about, **_source(fact), "row_key": fact["key"], "row": text(fact["row_label"]),
            "figure": text(fact["column_label"]), "unit": text(fact["unit"]),
            "value": number(fact["value"], NOT_AVAILABLE), "note": text(fact["note"]),
            "period_start": _day(fact["period_start"]), "period_end": _day(fact["period_end"]),
        }  # fmt: skip
    for finding in found["findings"]:
        yield {
            **about, **_source(finding), "row": text(finding["subject"]), "figure": text(finding["finding"]),
            "note": text(finding["description"]),
        }  # fmt: skip


def _source(row: Row) -> dict[str, str]:
    said = f"{row['publisher']}, {row['title']}, {row['section']}"
    return {"table": PUBLISHED, "source": text(said), **OF_A_DOCUMENT, "status": AS_PUBLISHED,
            "area_code": LONDON_CODE, "area_name": text(london().area_name)}  # fmt: skip


def _day(when: date | None) -> str:
    return when.isoformat() if when else NOT_APPLICABLE
