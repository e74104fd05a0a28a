"""Rows by ethnic group, age and gender of one area in one year."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from data.stop_and_search.declared import Category, declared
from data.stop_and_search.figures import REFERENCE, Row, gap, per_1000, ratio, tally, times
from data.stop_and_search.kept import Kept, Pair

Cell = Callable[[str], Pair | None]
UNKNOWN = ("not-stated", "not-recorded")
NOTHING = ("residents", "per_1000", "per_1000_lower", "per_1000_upper", "ratio", "ratio_lower", "ratio_upper",
           "ratio_lowest", "ratio_highest", "gap", "gap_lower", "gap_upper")  # fmt: skip


def cells(kept: Kept, area: str | None, variable: str) -> tuple[Cell, tuple[Category, ...]] | None:
    """How to look up a group of an area (None: London), and the groups; None where the table is withheld."""
    listed = kept.totals[variable].listed
    base = variable.removesuffix("-coarse")
    groups = declared().of(base) if base == variable else declared().coarsely(base)
    shown = tuple(each for each in groups if each.key in listed)
    if area is None:
        return kept.totals[variable].of, shown
    table = kept.tables.get(("area", variable))
    return None if table is None else (lambda key: table.of(area, key), shown)


def ethnic(kept: Kept, area: str | None, by: str, people: Mapping[str, int], whole: Pair | None) -> list[Row]:
    """One row a group, the fields of components.stop_and_search.Group; `people`: the area's residents by group."""
    found = cells(kept, area, by)
    if found is None:
        return []
    of, groups = found
    unknown, white = unknown_of(of, groups), of(REFERENCE)
    rows = []
    for each in groups:
        pair, residents = of(each.key), people.get(each.key) if each.is_known else None
        rate = per_1000(pair and pair[0], residents)
        is_white = each.key == REFERENCE
        rows.append({
            **_head(each, pair, whole), "residents": residents,
            "per_1000": rate[0], "per_1000_lower": rate[1], "per_1000_upper": rate[2],
            **times(pair, residents, white, people.get(REFERENCE), unknown, is_reference=is_white),
            **gap(pair, white, is_reference=is_white),
        })  # fmt: skip
    return rows


def plain(kept: Kept, area: str | None, variable: str, whole: Pair | None) -> list[Row]:
    """One row an age band or gender: no residents, no comparison."""
    found = cells(kept, area, variable)
    if found is None:
        return []
    of, groups = found
    nothing = dict.fromkeys(NOTHING)
    return [{**_head(each, of(each.key), whole), **nothing, "verdict": "not_available"} for each in groups]


def _head(each: Category, pair: Pair | None, whole: Pair | None) -> Row:
    part = pair[0] / whole[0] if pair is not None and whole is not None and whole[0] else None
    return {"key": each.key, "name": each.name, "is_known": each.is_known, "tally": tally(pair), "part": part}


def unknown_of(of: Cell, groups: tuple[Category, ...]) -> int | None:
    """Searches of unknown ethnicity; None where a part of them is hidden."""
    parts = [of(each.key) for each in groups if each.key in UNKNOWN]
    return None if any(part is None for part in parts) else sum(part[0] for part in parts if part is not None)


def mixed_effect(kept: Kept, area: str | None, people: Mapping[str, int]) -> dict[str, float | None]:
    """By officer-defined group: the ratio if all residents who call themselves Mixed were seen as of that group.

    The officer's record has no Mixed, so the people searched who are Mixed stand under other groups while the residents
    do not. The ratio to White residents, who stay as they are.
    """
    found = cells(kept, area, "officer")
    if found is None or not people:
        return {}
    of, groups = found
    return {
        each.key: ratio(of(each.key), people[each.key] + people["mixed"], of(REFERENCE), people[REFERENCE])[0]
        for each in groups if each.is_known and each.key not in (REFERENCE, "mixed")
    }  # fmt: skip
