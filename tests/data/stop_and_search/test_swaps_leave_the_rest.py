"""The one premise of the protection: searches that may swap something change no figure beside their own tables'."""

from __future__ import annotations

import numpy as np
import pytest

from data.stop_and_search.records import COARSE, NO_BOROUGH, Records
from data.stop_and_search.tables import BLANK, FAMILIES, _blank_months, _classes
from tests.data.stop_and_search.made import KEYS, MONTHS, made, records_of, year_of

FINE = {coarse: name for name, coarse in COARSE.items()}
UNPLACED = (MONTHS[2],)
PAIRS = [(row, column) for rows, column, _ in FAMILIES for row in rows]
Figures = dict[tuple[str, ...], list[list[int]]]


def figures(records: Records) -> Figures:
    """Every total and table by layer, hidden or not, and which months record nothing."""
    found: Figures = {}
    for names in [*((name,) for name in records.keys), *PAIRS]:
        flat = np.zeros(records.size, dtype=np.int64)
        for name in names:
            flat = flat * len(records.keys[name]) + records.codes[name]
        found[names] = [np.bincount(flat[layer], minlength=150).tolist() for layer in (records.found, ~records.found)]
    blank = _blank_months(records, year_of(UNPLACED))
    return found | {("blank", name): [[month.month for month in blank[name]]] for name in BLANK}


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: f"{family[0]} by {family[1]}")
def test_a_swap_between_searches_alike_changes_only_the_tables_of_its_family(
    family: tuple[tuple[str, ...], str, tuple[str, ...]],
) -> None:
    rows, column, alike = family
    fine, random = FINE.get(column, column), np.random.default_rng(1)
    year = year_of(() if column == "month" else UNPLACED)  # two months of one wording are left to swap
    records = made(4, 900, 1.5, year)
    records.codes["gender"][:] = random.integers(0, len(KEYS["gender"]), records.size)
    records = records_of({name: records.codes[name].copy() for name in (*KEYS, "month")})
    before = figures(records)
    classes = _classes(year, _blank_months(records, year))[records.codes["month"]]
    key = np.array([records.found, classes, *(records.codes[name] for name in alike)])
    swapped = 0
    for _ in range(3000):
        one, other = random.choice(records.size, 2, replace=False)
        if np.any(key[:, one] != key[:, other]) or records.codes[column][one] == records.codes[column][other]:
            continue
        if column == "outcome" and not records.found[one]:
            continue
        codes = {name: records.codes[name].copy() for name in (*KEYS, "month")}
        codes[fine][[one, other]] = codes[fine][[other, one]]
        after, swapped = figures(records_of(codes)), swapped + 1
        changed = {names for names in before if after[names] != before[names]}
        assert changed <= {(row, column) for row in rows}, (changed, rows, column)
        if swapped == 40:
            break
    assert swapped > 10


def test_a_search_of_a_month_without_borough_figures_is_in_no_borough() -> None:
    records = made(4, 900, 1.5, year_of(UNPLACED))
    is_unplaced = records.codes["month"] == MONTHS.index(UNPLACED[0])
    assert {KEYS["area"][code] for code in records.codes["area"][is_unplaced]} == {NO_BOROUGH}
