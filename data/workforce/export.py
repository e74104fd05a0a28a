"""The page on people as a file: strength of every month and group, and every figure of the documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

from data.export import AS_PUBLISHED, NOT_AVAILABLE, OFFICIAL, number, of_dataset, of_edition, text
from data.periods import add_months
from data.printed.export import COLUMNS, WORKED_OUT, sentence_lines, table_lines
from data.satisfaction.shares import Share
from data.sheet import Sheet
from data.workforce.records import Residents
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
        dates = {"period_start": each.month.isoformat(),
                 "period_end": (add_months(each.month, 1) - timedelta(days=1)).isoformat()}  # fmt: skip
        for slug, name in GROUPS.items():
            value = each.strength[slug]
            yield {
                **about,
                **dates,
                "row_label": name,
                "column_label": "Strength at the end of the month",
                "value": number(value, NOT_AVAILABLE),
                "status": NOT_AVAILABLE if value is None else "ok",
            }


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
