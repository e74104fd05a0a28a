"""The page on people as a file: strength of every month and group, and every figure of the documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from data.catalogue import Dataset
from data.export import (
    AS_PUBLISHED,
    NOT_AVAILABLE,
    OF_A_DOCUMENT,
    OFFICIAL,
    WORKED_OUT,
    number,
    of_dataset,
    of_edition,
    text,
)
from data.periods import add_months
from data.printed.export import COLUMNS, sentence_lines, table_lines
from data.satisfaction.shares import Share
from data.sheet import Sheet
from data.workforce.records import Ambition, Counted, Month, Residents
from data.workforce.strength import GROUPS
from geo.areas import london

OPEN = "Open Government Licence v3.0"


def workforce_sheet(found: Mapping[str, Any]) -> Sheet:
    """`found`: what data.workforce gathers. Strength first, oldest month first; then what the documents print."""
    note = found["edition"]
    about = of_edition(note["edition_id"], note["published_on"], is_demonstration=note["is_demonstration"])
    return Sheet.of(COLUMNS, ({**about, **line} for line in _lines(found)))


def _lines(found: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    yield from _strength(found)
    for each in found["counted"]:
        yield from _counted(each, found["catalogue"].dataset("workforce"))
    for table in found["tables"]:
        yield from table_lines(table)
    for name in ("specials", "diversity", "wards", "complaints"):
        yield from sentence_lines(found[name])
    if found["residents"]:
        yield from _residents(found)
    if found["women"]:
        yield _women(found["women"])


def _strength(found: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    dataset = found["catalogue"].dataset("workforce")
    about = {"table_name": text(dataset.name), "area_code": london().area_code, "area_name": london().area_name,
             "unit": "full-time equivalents", **of_dataset(dataset)}  # fmt: skip
    for each in found["months"]:
        dates = _when(each.month)
        for slug, name in GROUPS.items():
            for label, value in _of_month(each, slug, found["ambition"]):
                yield {
                    **about, **dates, "row_label": name, "column_label": label, "value": number(value, NOT_AVAILABLE),
                    "status": NOT_AVAILABLE if value is None else "ok",
                }  # fmt: skip


def _of_month(month: Month, slug: str, ambition: Ambition | None) -> Iterator[tuple[str, float | None]]:
    """The figures of a group, each with its label."""
    now = month.strength[slug]
    yield "Strength at the end of the month", now
    yield "Change on the month before", month.on_month[slug]
    yield "Change on the year before", month.on_year[slug]
    if slug == "officers" and ambition:
        yield f"Strength less the {ambition.officers:,.0f} aimed at", None if now is None else now - ambition.officers


def _counted(each: Counted, dataset: Dataset) -> Iterator[dict[str, str]]:
    """A document's count, the file's of the same month, and how far they are apart."""
    about = {
        "table_name": "Counts in documents beside the file's", "row_label": GROUPS[each.group], **_when(each.month),
        "area_code": london().area_code, "area_name": london().area_name,
    }  # fmt: skip
    apart = None if each.strength is None else each.published - each.strength
    yield {**about, "column_label": "Document", "value": number(each.published, NOT_AVAILABLE), "status": AS_PUBLISHED,
           "unit": text(each.unit), "source": text(each.document_title), "section": text(each.section),
           **OF_A_DOCUMENT}  # fmt: skip
    for label, value in (("File", each.strength), ("Document less file", apart)):
        yield {**about, "column_label": label, "value": number(value, NOT_AVAILABLE), **of_dataset(dataset),
               "unit": "full-time equivalents" if label == "File" else "difference",
               "status": NOT_AVAILABLE if value is None else "ok"}  # fmt: skip


def _when(month: date) -> dict[str, str]:
    return {"period_start": month.isoformat(), "period_end": (add_months(month, 1) - timedelta(days=1)).isoformat()}


def _women(held: Share) -> dict[str, str]:
    """Women's share of residents, which no file of the edition gives."""
    return {"table_name": "Residents by sex", "row_label": "Women", "column_label": "Share of residents",
            "area_code": london().area_code, "area_name": london().area_name, "unit": "%",
            "value": number(100 * held.value, NOT_AVAILABLE), "status": AS_PUBLISHED, "note": text(held.of),
            "source": text(held.source), "licence": OPEN, "data_kind": OFFICIAL}  # fmt: skip


def _residents(found: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    held: Residents = found["residents"]
    about = {"table_name": "Residents by ethnic group", "area_code": london().area_code,
             "area_name": london().area_name, "period_start": f"{held.year}-01-01", "period_end": f"{held.year}-12-31",
             "base": str(held.total), "data_kind": OFFICIAL,
             **of_dataset(found["catalogue"].dataset("population"))}  # fmt: skip
    for group, persons in held.groups.items():
        share = 100 * persons / held.total
        yield {**about, "row_label": text(group), "column_label": "Residents", "value": str(persons), "unit": "people",
               "status": "ok", "note": text(held.basis)}  # fmt: skip
        yield {
            **about,
            "row_label": text(group),
            "column_label": "Share of residents",
            "value": number(share, NOT_AVAILABLE),
            "unit": "%",
            "status": WORKED_OUT,
            "note": text(held.basis),
        }
