"""The figures of a view one by one, in the order of the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from data.selection.stop_and_search import By
from data.stop_and_search.figures import OK, SUPPRESSED, Row

SEARCHES, SHARE, PER_1000, TIMES, POINTS = "searches", "share", "per 1,000 residents", "times", "points"


@dataclass(frozen=True, kw_only=True)
class Line:
    """One figure. `months` None: the whole period's. `area_code` None: London."""

    table: str
    row_key: str
    row: str
    area_code: str | None = None
    area_name: str | None = None
    group_key: str | None = None
    group: str | None = None
    is_ethnic: bool = False
    figure: str = ""
    unit: str = SEARCHES
    months: Sequence[date] | None = None
    value: float | None = None
    lower: float | None = None
    upper: float | None = None
    base: float | None = None
    base_unit: str = ""
    status: str = OK
    note: str = ""


def lines(found: Mapping[str, Any]) -> Iterator[Line]:
    """Every figure of what data.stop_and_search.gathered found, for an edition with searches."""
    period = found["period"]
    placed = tuple(month for month in period["months"] if month not in period["unplaced"])
    area = {} if found["is_london"] else {
        "area_code": found["area_code"], "area_name": found["area_name"], "months": placed
    }  # fmt: skip
    whole = Line(table="total", row_key="all", row="All searches", **area)
    yield from _tally(whole, found["total"])
    yield _rate(whole, found, found["residents"], found["total"]["status"])
    if area:
        yield from _tally(Line(table="total", row_key="london", row="All searches by the Met"), found["london"])
    yield from _months(found, area)
    for name, table in (("groups", "ethnicity"), ("ages", "age"), ("genders", "gender")):
        for row in found[name]:
            yield from _group(Line(table=table, row_key=row["key"], row=row["name"], is_ethnic=name == "groups",
                                   **area), row, found)  # fmt: skip
    if area:
        for row in found["london_groups"]:
            head = Line(table="ethnicity", row_key=row["key"], row=row["name"], is_ethnic=True)
            yield from _group(head, row, found)
    yield from _objects(found, area)
    yield from _outcomes(found)
    yield from _boroughs(found, placed)


def own_lines(found: Mapping[str, Any]) -> Iterator[Line]:
    """Those of a borough's page that London's page does not have."""
    for line in lines(found):
        is_of_borough = line.area_code is not None and not line.table.startswith("borough")
        if is_of_borough or line.row_key == "london" or line.table == "month":
            yield line


def _tally(head: Line, tally: Row) -> Iterator[Line]:
    status = tally["status"]
    yield replace(head, figure="searches", value=tally["searches"], status=status)
    yield replace(head, figure="found", value=tally["found"], status=status)
    yield replace(head, figure="share_found", unit=SHARE, value=tally["share"], lower=tally["share_lower"],
                  upper=tally["share_upper"], base=tally["searches"], base_unit=SEARCHES, status=status)  # fmt: skip


def _rate(head: Line, row: Mapping[str, Any], residents: float | None, status: str) -> Line:
    return replace(head, figure="rate", unit=PER_1000, value=row["per_1000"], lower=row["per_1000_lower"],
                   upper=row["per_1000_upper"], base=residents, base_unit="residents", status=status)  # fmt: skip


def _group(head: Line, row: Row, found: Mapping[str, Any]) -> Iterator[Line]:
    status = row["tally"]["status"]
    yield from _tally(head, row["tally"])
    yield replace(head, figure="part_of_searches", unit=SHARE, value=row["part"], status=status)
    if head.table == "ethnicity" and row["is_known"]:
        basis = found["residents_basis"] or ""
        yield replace(_rate(head, row, row["residents"], status), note=basis)
        ratio = replace(head, unit=TIMES, status=status, note=basis)
        yield from _ratio(ratio, row)
        yield from _mixed(ratio, row, found)
    if head.table == "ethnicity":
        yield _gap(head, row)


def _mixed(head: Line, row: Row, found: Mapping[str, Any]) -> Iterator[Line]:
    """What a missing mixed group could change: made of the officer's record, and so only beside it."""
    is_own = head.area_code is not None or found["is_london"]
    if is_own and found["selection"].by is By.OFFICER and row["key"] in found["mixed_effect"]:
        value = found["mixed_effect"][row["key"]]
        yield replace(head, figure="ratio_if_mixed_residents_were_of_the_group", value=value)


def _ratio(head: Line, row: Row) -> Iterator[Line]:
    yield replace(head, figure="ratio_to_white", value=row["ratio"], lower=row["ratio_lower"],
                  upper=row["ratio_upper"])  # fmt: skip
    yield replace(head, figure="ratio_if_unknown_were_white", value=row["ratio_lowest"])
    yield replace(head, figure="ratio_if_unknown_were_of_the_group", value=row["ratio_highest"])


def _gap(head: Line, row: Row) -> Line:
    hundred = {name: None if row[name] is None else 100 * row[name] for name in ("gap", "gap_lower", "gap_upper")}
    return replace(head, figure="gap_to_white", unit=POINTS, value=hundred["gap"], lower=hundred["gap_lower"],
                   upper=hundred["gap_upper"], status=row["tally"]["status"], note=row["verdict"])  # fmt: skip


def _months(found: Mapping[str, Any], area: Mapping[str, Any]) -> Iterator[Line]:
    place = {name: value for name, value in area.items() if name != "months"}
    for row in found["months"]:
        key = f"{row['month']:%Y-%m}"
        head = Line(table="month", row_key=key, row=key, months=(row["month"],), status=row["status"], **place)
        yield replace(head, figure="searches", value=row["searches"])
        yield replace(head, figure="rate", unit=PER_1000, value=row["per_1000"], base=found["residents"],
                      base_unit="residents")  # fmt: skip
        beside = Line(table="month", row_key=key, row=key, months=(row["month"],))
        hidden = SUPPRESSED if row["london"] is None else OK
        if place:
            yield replace(beside, figure="searches", value=row["london"], status=hidden)
            yield replace(beside, figure="rate", unit=PER_1000, value=row["london_per_1000"], status=hidden)
        yield replace(beside, figure="share_found", unit=SHARE, value=row["london_share"], base=row["london"],
                      base_unit=SEARCHES, status=hidden)  # fmt: skip
        outside = SUPPRESSED if row["no_borough"] is None else OK
        yield replace(beside, figure="searches_without_borough", value=row["no_borough"], status=outside)
        yield replace(beside, figure="share_without_borough", unit=SHARE, value=row["no_borough_share"],
                      base=row["london"], base_unit=SEARCHES, status=outside)  # fmt: skip


def _objects(found: Mapping[str, Any], area: Mapping[str, Any]) -> Iterator[Line]:
    for row in found["objects"]:
        head = Line(table="object", row_key=row["key"], row=row["name"], note=row["note"])
        yield from _tally(head, row["tally"])
        yield _part(head, row["tally"], found["london"])
        if row["groups"]:
            known = replace(head, group_key="known", group="Known groups together", is_ethnic=True)
            yield from _tally(known, row["known"])
        for group in row["groups"]:
            of = replace(head, group_key=group["key"], group=group["name"], is_ethnic=True)
            yield from _tally(of, group["tally"])
            beside = _gap(of, group)
            yield replace(beside, note=f"{beside.note}; beside the other known groups: {group['against_all']}")
            if group["is_known"]:
                basis = found["residents_basis"] or ""
                yield from _ratio(replace(of, unit=TIMES, status=group["tally"]["status"], note=basis), group)
    for row in found["area_objects"]:
        head = Line(table="object", row_key=row["key"], row=row["name"], note=row["note"], **area)
        yield from _tally(head, row["tally"])
        yield _part(head, row["tally"], found["total"])


def _part(head: Line, tally: Row, whole: Row) -> Line:
    """Share of all searches of the place; of two figures that are shown, so that it tells nothing new."""
    part, of = tally["searches"], whole["searches"]
    return replace(head, figure="part_of_searches", unit=SHARE, value=None if part is None or not of else part / of,
                   status=tally["status"])  # fmt: skip


def _outcomes(found: Mapping[str, Any]) -> Iterator[Line]:
    for row in found["outcomes"]:
        for cell in row["cells"]:
            head = Line(table="outcome", row_key=row["key"], row=row["name"], note=row["note"],
                        group_key=cell["group"], group=cell["group"], is_ethnic=cell["group"] != "all",
                        status=cell["status"])  # fmt: skip
            yield replace(head, figure="searches", value=cell["searches"])
            yield replace(head, figure="part_of_searches", unit=SHARE, value=cell["part"])


def _boroughs(found: Mapping[str, Any], placed: Sequence[date]) -> Iterator[Line]:
    bases = {base["measure_id"]: base for base in found["offence_bases"]}
    for row in filter(None, [found["london_placed"], *found["boroughs"]]):
        place = {} if row["slug"] is None else {"area_code": row["area_code"], "area_name": row["area_name"]}
        key = row["slug"] or ("no-borough" if row["is_unplaced"] else "32-boroughs")
        head = Line(table="borough", row_key=key, row=row["area_name"], months=placed, **place)
        if row["is_unplaced"]:
            head = replace(head, months=None)
        status = row["tally"]["status"]
        yield from _tally(head, row["tally"])
        if not row["is_unplaced"]:
            yield _rate(head, row, row["residents"], status)
            yield replace(head, figure="rate_relative_to_london", unit=TIMES, value=row["relative"], status=status)
            yield replace(head, figure="black_ratio_to_white", unit=TIMES, value=row["ratio"], is_ethnic=True,
                          lower=row["ratio_lower"], upper=row["ratio_upper"], status=row["ratio_status"])  # fmt: skip
        yield from _by_month(head, row, found)
        for each in row["offences"]:
            base = bases[each["measure_id"]]
            of = replace(head, group_key=each["measure_id"], group=base["name"], months=base["months"], status=status)
            yield replace(of, figure="rate", unit="per 100 recorded offences", value=each["per_100"],
                          base=each["offences"], base_unit="offences")  # fmt: skip
            yield replace(of, figure="rate_relative_to_london", unit=TIMES, value=each["relative"])


def _by_month(head: Line, row: Row, found: Mapping[str, Any]) -> Iterator[Line]:
    unplaced = found["period"]["unplaced"]
    for month, value in zip(found["period"]["months"], row["by_month"], strict=True):
        status = "unplaced" if month in unplaced else SUPPRESSED if value is None else OK
        yield replace(head, table="borough by month", months=(month,), figure="searches", value=value, status=status)
