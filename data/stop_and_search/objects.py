"""Rows by object and by outcome: London's by ethnic group, a borough's by object alone."""

from __future__ import annotations

from data.stop_and_search.declared import Category, declared
from data.stop_and_search.figures import OK, REFERENCE, SUPPRESSED, Row, gap, tally
from data.stop_and_search.groups import cells
from data.stop_and_search.kept import Kept, Pair, Table


def objects(kept: Kept, by: str) -> list[Row]:
    """The fields of components.stop_and_search.SearchObject, London."""
    table = kept.tables.get((f"{by}-coarse", "object"))
    return [
        {"key": each.key, "name": each.name, "note": each.note, "tally": tally(kept.totals["object"].of(each.key)),
         "groups": _groups(kept, by, table, each.key) if table else []}
        for each in declared().object if each.key in kept.totals["object"].listed
    ]  # fmt: skip


def _groups(kept: Kept, by: str, table: Table, key: str) -> list[Row]:
    white = table.of(REFERENCE, key)
    return [
        {"key": each.key, "name": each.name, "is_known": each.is_known, "tally": tally(table.of(each.key, key)),
         **gap(table.of(each.key, key), white, is_reference=each.key == REFERENCE)}
        for each in _listed(kept, by)
    ]  # fmt: skip


def _listed(kept: Kept, by: str) -> list[Category]:
    listed = kept.totals[f"{by}-coarse"].listed
    return [each for each in declared().coarsely(by) if each.key in listed]


def area_objects(kept: Kept, area: str | None) -> list[Row]:
    """The fields of components.stop_and_search.AreaObject; none for London."""
    found = cells(kept, area, "object-coarse") if area is not None else None
    if found is None:
        return []
    of, kinds = found
    return [{"key": e.key, "name": e.name, "note": e.note, "tally": tally(of(e.key))} for e in kinds]


def outcomes(kept: Kept, by: str) -> list[Row]:
    """The fields of components.stop_and_search.Outcome, London; first those where nothing further was done."""
    groups, listed = _listed(kept, by), kept.totals["outcome"].listed
    totals, table = kept.totals[f"{by}-coarse"], kept.tables.get((f"{by}-coarse", "outcome"))
    whole: dict[str, Pair | None] = {"all": kept.total, **{each.key: totals.of(each.key) for each in groups}}
    nothing = {key: None if pair is None else pair[0] - pair[1] for key, pair in whole.items()}
    rows = [_outcome(declared().outcome[0], nothing, whole)]
    for each in declared().outcome[1:]:
        if each.key in listed:
            total = kept.totals["outcome"].of(each.key)
            numbers = {"all": total and total[1]}
            for group in groups if table else ():
                cell = table.of(group.key, each.key) if table else None
                numbers[group.key] = cell and cell[1]
            rows.append(_outcome(each, numbers, whole))
    return rows


def _outcome(each: Category, numbers: dict[str, int | None], whole: dict[str, Pair | None]) -> Row:
    cells_ = [
        {"group": key, "searches": number, "part": _part(number, whole[key]),
         "status": SUPPRESSED if number is None else OK}
        for key, number in numbers.items()
    ]  # fmt: skip
    return {"key": each.key, "name": each.name, "note": each.note, "is_possession": each.is_possession,
            "cells": cells_}  # fmt: skip


def _part(number: int | None, whole: Pair | None) -> float | None:
    return number / whole[0] if number is not None and whole is not None and whole[0] else None


def linked(kept: Kept) -> Row:
    """The fields of components.stop_and_search.Linked: all of its numbers, or none where one is under 5."""
    yes, no, blank = kept.linked
    if yes + no == 0:
        return {"status": "blank", "linked": None, "not_linked": None, "blank": None}
    if yes + blank == 0:
        return {"status": "all_false", "linked": None, "not_linked": None, "blank": None}
    status = "partly" if blank else "known"
    if min(number for number in (yes, no, blank or yes)) < 5:
        return {"status": status, "linked": None, "not_linked": None, "blank": None}
    return {"status": status, "linked": yes, "not_linked": no, "blank": blank}
