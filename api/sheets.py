"""Rows of what a page's file holds, so that page, file and interface say the same; what is withheld there is here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_args

from api.parameters import GapsAsked, GapTable, SearchesAsked
from api.problems import NotFound
from api.rows import GapRow, Row, SearchRow, columns_of
from data.catalogue import Catalogue
from data.satisfaction import gathered as satisfaction
from data.satisfaction import satisfaction_sheet
from data.sheet import Sheet
from data.stop_and_search import gathered as stop_and_search
from data.stop_and_search import stop_and_search_sheet
from data.warehouse import Edition
from geo.areas import boroughs, find, london

Found = tuple[int, Sequence[dict[str, Any]]]


def searches(edition: Edition, catalogue: Catalogue, query: SearchesAsked) -> Found:
    """The figures of a year of searches, of London or of a borough. Raises NotFound."""
    asked = {"year": query.year, "area": _borough(query.area), "by": query.by, "offence": query.offence}
    found = stop_and_search(edition, catalogue, asked)
    chosen = found["selection"]
    if query.year and chosen.year != query.year:
        held = ", ".join(period["key"] for period in found["periods"])
        raise NotFound(f"There are no searches for '{query.year}'. There are for: {held or 'no year'}.")
    if query.offence and chosen.offence != query.offence:
        raise NotFound(f"There are no recorded offences called '{query.offence}' for the months of {chosen.year}.")
    return _page(stop_and_search_sheet(found), SearchRow, query, {"table": query.table})


def gaps(edition: Edition, catalogue: Catalogue, query: GapsAsked) -> Found:
    """Differences between groups of those asked, of every period there is."""
    sheet = satisfaction_sheet(satisfaction(edition, catalogue, {}), edition=edition.facts)
    of_groups = Sheet.of(sheet.columns, [row for row in sheet.rows if row["table"] in get_args(GapTable)])
    return _page(of_groups, GapRow, query, {"table": query.table, "measure_id": query.measure})


def rows_of(sheet: Sheet, row: type[Row]) -> list[dict[str, Any]]:
    """The sheet's rows with the row's columns, and why those without a value have none."""
    names = columns_of(row)
    return [_only(names, record) for record in sheet.records()]


def _only(names: Sequence[str], record: dict[str, Any]) -> dict[str, Any]:
    marks = {name: word for name, word in record["marks"].items() if name in names}
    return {**{name: record[name] for name in names}, "marks": marks}


def _page(sheet: Sheet, row: type[Row], query: SearchesAsked | GapsAsked, filters: dict[str, str | None]) -> Found:
    rows = [each for each in rows_of(sheet, row)
            if all(each[name] == wanted for name, wanted in filters.items() if wanted)]  # fmt: skip
    return len(rows), rows[query.offset : query.offset + query.limit]


def _borough(name: str | None) -> str | None:
    """The slug of a borough by name or code; None for London. Raises NotFound."""
    area = find(name) if name else london()
    if area is None or area not in (london(), *boroughs()):
        raise NotFound(f"There is no borough '{name}': /areas?area_type=borough lists them.")
    return None if area == london() else area.slug
