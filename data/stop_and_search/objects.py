"""Rows by object and by outcome: London's by ethnic group, a borough's by object alone."""

from __future__ import annotations

from collections.abc import Mapping

from data.stop_and_search.declared import Category, declared
from data.stop_and_search.figures import OK, REFERENCE, SUPPRESSED, Row, gap, tally, times
from data.stop_and_search.groups import cells
from data.stop_and_search.kept import Kept, Pair, Table


def objects(kept: Kept, by: str, people: Mapping[str, int]) -> list[Row]:
    """The fields of components.stop_and_search.SearchObject, London; `people`: its residents by group."""
    table = kept.tables.get((f"{by}-coarse", "object"))
    return [
        {"key": each.key, "name": each.name, "note": each.note, "tally": tally(kept.totals["object"].of(each.key)),
         "known": tally(_known(kept, by, table, each.key) if table else None),
         "groups": _groups(kept, by, table, each.key, people) if table else []}
        for each in declared().object if each.key in kept.totals["object"].listed
    ]  # fmt: skip


def _groups(kept: Kept, by: str, table: Table, key: str, people: Mapping[str, int]) -> list[Row]:
    white, known, unknown = table.of(REFERENCE, key), _known(kept, by, table, key), _unknown(kept, by, table, key)
    rows = []
    for each in _listed(kept, by):
        pair, residents = table.of(each.key, key), people.get(each.key) if each.is_known else None
        rows.append({
            "key": each.key, "name": each.name, "is_known": each.is_known, "tally": tally(pair),
            **gap(pair, white, is_reference=each.key == REFERENCE),
            **times(pair, residents, white, people.get(REFERENCE), unknown and unknown[0],
                    is_reference=each.key == REFERENCE),
            "against_all": gap(pair, _less(known, pair), is_reference=False)["verdict"] if each.is_known
            else "not_available",
        })  # fmt: skip
    return rows


def _unknown(kept: Kept, by: str, table: Table, key: str) -> Pair | None:
    """Searches for the object of unknown ethnicity; None where they are hidden."""
    pairs = [table.of(each.key, key) for each in _listed(kept, by) if not each.is_known]
    shown = [pair for pair in pairs if pair is not None]
    return (sum(pair[0] for pair in shown), sum(pair[1] for pair in shown)) if len(shown) == len(pairs) else None


def _known(kept: Kept, by: str, table: Table, key: str) -> Pair | None:
    """Searches for the object of known ethnicity: what is shown of all less what is shown of unknown."""
    return _less(kept.totals["object"].of(key), _unknown(kept, by, table, key))


def _less(whole: Pair | None, part: Pair | None) -> Pair | None:
    """The rest; None where either is hidden."""
    return None if whole is None or part is None else (whole[0] - part[0], whole[1] - part[1])


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
