"""The London Crime Prevention Fund by borough, and per resident of the year in which it was allocated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from data.classes import round_breaks
from data.finance.records import Fund, FundRow
from data.queries import population_year
from data.warehouse import Edition
from geo.areas import LONDON_CODE, boroughs, find

DOCUMENT = "mopac-quarterly-2017-18-q1"
TABLE = "2017/18 Fund Allocation across Boroughs"
WHOLE = "Grand Total"
QUERY = """SELECT row_label, value, section, period_start, period_end FROM published_figure
           WHERE document = ? AND table_name = ? ORDER BY rowid"""
RESIDENTS = "SELECT area_code, persons, basis FROM population WHERE year = ? AND ethnic_group = 'All'"
Residents = Mapping[str, tuple[int, str]]


def fund(edition: Edition, titles: Mapping[str, str]) -> Fund | None:
    """None where the edition holds no such table."""
    rows = edition.cursor.execute(QUERY, [DOCUMENT, TABLE]).fetchall()
    if not rows:
        return None
    section, start, end = rows[0][2:]
    amounts = {area.area_code: value for label, value, *_ in rows if (area := find(label))}
    year, people = residents_in(edition, start.year)
    made = ranked(amounts, people)
    total = sum(amounts.values())
    everybody = people.get(LONDON_CODE, (None, ""))
    return Fund(
        document_title=titles.get(DOCUMENT, DOCUMENT), section=section, table_name=TABLE,
        financial_year=f"{start.year}/{end.year % 100:02d}", rows=made, total=total,
        printed_total=next((value for label, value, *_ in rows if label == WHOLE), None), residents=everybody[0],
        per_resident=total / everybody[0] if everybody[0] else None, year=year, basis=everybody[1],
        breaks={"per-resident": edges([row.per_resident for row in made], whole=False),
                "amount": edges([row.amount for row in made], whole=True)},
    )  # fmt: skip


def residents_in(edition: Edition, year: int) -> tuple[int | None, Residents]:
    """The year used, which is the nearest there is, and each area's residents with what they rest on."""
    try:
        used = population_year(edition.cursor, year)
    except LookupError:
        return None, {}
    found = edition.cursor.execute(RESIDENTS, [used]).fetchall()
    return used, {code: (persons, basis) for code, persons, basis in found}


def ranked(amounts: Mapping[str, float], people: Residents) -> tuple[FundRow, ...]:
    """Every borough by name; `rank` 1 has the most per resident, and equal ones share a rank."""
    each = {area: _per_resident(amounts.get(area.area_code), people.get(area.area_code)) for area in boroughs()}
    known = [value for value in each.values() if value is not None]
    return tuple(
        FundRow(
            area_code=area.area_code, area_name=area.area_name, slug=area.slug, amount=amounts.get(area.area_code),
            residents=people[area.area_code][0] if area.area_code in people else None, per_resident=value,
            rank=None if value is None else 1 + sum(other > value for other in known),
        )
        for area, value in each.items()
    )  # fmt: skip


def _per_resident(amount: float | None, people: tuple[int, str] | None) -> float | None:
    return amount / people[0] if amount is not None and people and people[0] else None


def edges(values: Sequence[float | None], *, whole: bool) -> tuple[float, ...]:
    """Four round edges near the fifths of the boroughs' figures."""
    known = [value for value in values if value is not None]
    if not known:
        return (1.0, 2.0, 3.0, 4.0)
    fifths = [float(each) for each in np.quantile(known, [0.2, 0.4, 0.6, 0.8])]
    return round_breaks(fifths, whole=whole)


def ordered(rows: Sequence[FundRow], sort: str) -> tuple[FundRow, ...]:
    """By the column, the largest first after '-'; boroughs without a figure last either way, equal ones by name."""
    key, falling = sort.removeprefix("-"), sort.startswith("-")
    if key == "borough":
        return tuple(sorted(rows, key=lambda row: row.area_name, reverse=falling))
    field = {"amount": "amount", "residents": "residents", "per-resident": "per_resident"}[key]

    def value(row: FundRow) -> Any:
        return getattr(row, field)

    there = [row for row in rows if value(row) is not None]
    return (*sorted(there, key=value, reverse=falling), *(row for row in rows if value(row) is None))
