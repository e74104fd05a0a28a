"""Every figure of the satisfaction page as a table: one figure a row, whatever it is of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from data.catalogue import Catalogue
from data.export import NOT_AVAILABLE, OF_A_DOCUMENT, Edition, number, of_dataset, of_edition, text
from data.periods import add_months
from data.satisfaction.bases import Base
from data.satisfaction.published import PLAN, REPORT
from data.sheet import NOT_APPLICABLE, Sheet
from geo.areas import LONDON_CODE, find

Row = Mapping[str, Any]

COLUMNS = (
    "table", "figure", "measure_id", "question", "survey", "area_code", "area_name", "group_type", "group_name",
    "compared_with", "period_start", "period_end", "value", "unit", "lower_95", "upper_95", "verdict",
    "beyond_report_rule", "funnel_place", "neighbourhoods_lower", "neighbourhoods_higher", "base", "base_basis",
    "design_effect", "status", "note", "source", "edition", "data_kind", "licence",
)  # fmt: skip
TABLES = ("trend", "boroughs", "printed changes", "gap", "groups", "neighbourhoods", "matrix")
PER_CENT, POINTS = "per cent", "percentage points"
YEAR_BEFORE = "the same area 12 months earlier"


def satisfaction_sheet(found: Row, *, edition: Edition) -> Sheet:
    """The tables of one view in the order of TABLES, unrounded.

    Values and intervals are in per cent or percentage points. `base` is interviews, and `base_basis` says how they are
    known; printed figures have theirs, and their intervals, worked out here.
    """
    about = of_edition(edition.edition_id, edition.published_on, is_demonstration=edition.is_demonstration)
    catalogue: Catalogue = found["catalogue"]
    survey_file = {**about, **of_dataset(catalogue.dataset("victim_satisfaction"))}
    rows = [
        *({**survey_file, **row} for make in (_trend, _boroughs, _groups, _neighbourhoods) for row in make(found)),
        *({**about, **_document(found, row.pop("document")), **row}
          for make in (_changes, _gaps, _matrix) for row in make(found)),
    ]  # fmt: skip
    return Sheet.of(COLUMNS, sorted(rows, key=lambda row: TABLES.index(row["table"])))


def _document(found: Row, document: str) -> dict[str, str]:
    return {"source": text(found["titles"].get(document, document)), **OF_A_DOCUMENT}


def _trend(found: Row) -> Iterator[dict[str, str]]:
    for row in found["series"]:
        yield from _answer("trend", found, row, found["area"].area_name)


def _boroughs(found: Row) -> Iterator[dict[str, str]]:
    places = found["funnel"]["places"] if found["funnel"] else {}
    if found["london"]:
        yield from _answer("boroughs", found, found["london"], _london())
    for row in found["boroughs"]:
        for cells in _answer("boroughs", found, row, row["name"]):
            place = places.get(row["area_code"], NOT_AVAILABLE) if cells["figure"] == "share" else NOT_APPLICABLE
            yield {**cells, "funnel_place": place}


def _answer(table: str, found: Row, row: Row, area_name: str) -> Iterator[dict[str, str]]:
    """A share, and its change on the year before."""
    measure = found["measure"]
    about = {
        "table": table, "measure_id": measure.id, "question": text(measure.name), "survey": measure.survey,
        "area_code": row["area_code"], "area_name": text(area_name), "group_type": "All", "group_name": "All",
        **_year(row["period_end"]), "base": number(row["base"], NOT_AVAILABLE), "base_basis": text(row["base_basis"]),
        "design_effect": number(row["design_effect"], NOT_AVAILABLE),
    }  # fmt: skip
    yield {**about, "figure": "share", "unit": PER_CENT, **_values(*(
        None if row[name] is None else 100 * row[name] for name in ("proportion", "lower", "upper")))}  # fmt: skip
    verdict = row["change_verdict"]
    yield {**about, "figure": "change on the year before", "unit": POINTS, "compared_with": YEAR_BEFORE,
           "verdict": verdict, **_values(row["change_points"], row["change_lower"], row["change_upper"])}  # fmt: skip


def _changes(found: Row) -> Iterator[dict[str, str]]:
    for row in found["changes"]:
        about = {**_asked("printed changes", {**row, "measure_id": None, "question": row["label"]}), "document": REPORT,
                 **(_year(row["period_end"].replace(day=1)) if row["period_end"] else {}), **_base(row["base"]),
                 "group_type": "All", "group_name": "All", "note": text(row["note"] or NOT_APPLICABLE)}  # fmt: skip
        yield {**about, "figure": "change on the year before, as published", "unit": POINTS,
               "compared_with": YEAR_BEFORE, "verdict": row["verdict"],
               **_values(row["change"], row["lower"], row["upper"])}  # fmt: skip
        if row["share"] is not None:
            yield {**about, "figure": "share that the change ended at, as published", "unit": PER_CENT,
                   **_values(row["share"])}  # fmt: skip


def _gaps(found: Row) -> Iterator[dict[str, str]]:
    for row in found["gaps"]:
        about = {**_asked("gap", row), "document": PLAN, "period_start": NOT_AVAILABLE, "period_end": NOT_AVAILABLE,
                 "note": text(row["note"] or NOT_APPLICABLE)}  # fmt: skip
        yield {**about, "figure": "share, as published", "group_type": "All", "group_name": "All",
               "unit": PER_CENT, **_values(row["overall"]), "note": NOT_APPLICABLE}  # fmt: skip
        gap = _values(row["gap"], row["lower"], row["upper"])
        for name, base in (("White", row["white"]), ("BAME", row["bame"])):
            yield {**about, "figure": "size of the gap, as published; direction not printed", "group_type": "Ethnicity",
                   "group_name": name, "compared_with": "BAME" if name == "White" else "White", "unit": POINTS, **gap,
                   "verdict": row["verdict"], **_base(base)}  # fmt: skip


def _matrix(found: Row) -> Iterator[dict[str, str]]:
    matrix = found["matrix"]
    period = _year(matrix["period_end"].replace(day=1)) if matrix["period_end"] else {}
    for row in matrix["questions"]:
        yield {**_asked("matrix", row), "document": REPORT, **period, "figure": "average, as published",
               "group_type": "All", "group_name": "All", "unit": PER_CENT, **_values(row["average"])}  # fmt: skip
    for row in matrix["cells"]:
        yield {**_asked("matrix", row), "document": REPORT, **period,
               "figure": "difference from the average, as published", "group_type": row["group_type"],
               "group_name": text(row["group_name"]), "compared_with": "MPS average", "unit": POINTS,
               **_values(row["difference"], row["lower"], row["upper"]), "verdict": row["verdict"],
               "beyond_report_rule": "yes" if row["beyond_rule"] else "no", **_base(row["base"]),
               "note": text(row["note"] or NOT_APPLICABLE)}  # fmt: skip


def _groups(found: Row) -> Iterator[dict[str, str]]:
    """Every period with groups up to the one chosen: each group, White and BAME, then the gap."""
    for question in found["grouped"]:
        for row in question["over_time"]:
            about = {**_asked("groups", {**row, "measure_id": question["measure_id"], "question": question["name"]}),
                     "group_type": "Ethnicity", "period_start": row["period_start"].isoformat(),
                     "period_end": _last_day(row["period_end"])}  # fmt: skip
            for group in filter(None, (row["white"], row["bame"], *row["groups"])):
                yield {**about, "figure": "share", "group_name": text(group["group_name"]), "unit": PER_CENT,
                       **_values(*(None if group[name] is None else 100 * group[name]
                                   for name in ("proportion", "lower", "upper"))), **_base(group["base"])}  # fmt: skip
            yield {**about, "figure": "gap", "group_name": "White", "compared_with": "BAME", "unit": POINTS,
                   **_values(row["gap"], row["lower"], row["upper"]), "verdict": row["verdict"],
                   "note": text(row["why_none"] or NOT_APPLICABLE)}  # fmt: skip


def _neighbourhoods(found: Row) -> Iterator[dict[str, str]]:
    for row in found["neighbourhoods"]:
        yield {
            **_asked("neighbourhoods", {**row, "measure_id": None, "question": row["name"]}),
            "figure": "middle difference between groups of one neighbourhood", "group_type": "Ethnicity",
            "area_code": NOT_APPLICABLE, "area_name": f"{row['neighbourhoods']} neighbourhoods",
            "group_name": text(row["group_name"]), "compared_with": "White British", "unit": POINTS,
            "period_start": row["period_start"].isoformat(), "period_end": _last_day(row["period_end"]),
            **_values(row["middle"], row["lower"], row["upper"]), "verdict": row["verdict"],
            "neighbourhoods_lower": number(row["below"], NOT_AVAILABLE),
            "neighbourhoods_higher": number(row["above"], NOT_AVAILABLE), "base": NOT_AVAILABLE,
            "base_basis": "not published; the interval is of order statistics and needs none",
        }  # fmt: skip


def _asked(table: str, row: Row) -> dict[str, str]:
    return {"table": table, "measure_id": row["measure_id"] or NOT_APPLICABLE, "question": text(row["question"]),
            "survey": row["survey"], "area_code": LONDON_CODE, "area_name": _london()}  # fmt: skip


def _london() -> str:
    area = find(LONDON_CODE)
    return area.area_name if area else ""


def _base(base: Base) -> dict[str, str]:
    return {"base": number(base.interviews, NOT_AVAILABLE), "base_basis": text(base.basis),
            "design_effect": number(base.design_effect, NOT_AVAILABLE)}  # fmt: skip


def _values(value: float | None, lower: float | None = None, upper: float | None = None) -> dict[str, str]:
    status = "ok" if value is not None else NOT_AVAILABLE
    return {"value": number(value, NOT_AVAILABLE), "lower_95": number(lower, NOT_AVAILABLE),
            "upper_95": number(upper, NOT_AVAILABLE), "status": status}  # fmt: skip


def _year(end: date) -> dict[str, str]:
    return {"period_start": add_months(end, -11).isoformat(), "period_end": _last_day(end)}


def _last_day(month: date) -> str:
    return (add_months(month, 1) - timedelta(days=1)).isoformat()
