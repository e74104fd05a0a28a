"""No combination of tables, records of ethnicity, areas, months and files gives a hidden count back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.stop_and_search.kept import Kept
from data.stop_and_search.tables import kept
from tests.data.stop_and_search.attacker import Attacker
from tests.data.stop_and_search.made import MONTHS, made, year_of

# Seeds of made searches in which every table is shown, with hidden cells in most.
SHOWN = ((0, 300, 2.5, ()), (4, 700, 1.5, ()), (9, 900, 1.0, (MONTHS[2],)))


def of(seed: int, size: int, spread: float, unplaced: tuple[date, ...], *, secondary: bool = True) -> Kept:
    year = year_of(unplaced)
    return kept(made(seed, size, spread, year), year, secondary=secondary)


@settings(max_examples=10, deadline=None)
@given(
    seed=st.integers(0, 10_000), size=st.integers(20, 900), spread=st.sampled_from([0.4, 1.0, 2.5]),
    unplaced=st.sampled_from([(), (MONTHS[2],)]),
)  # fmt: skip
def test_nothing_hidden_is_given_back(seed: int, size: int, spread: float, unplaced: tuple[date, ...]) -> None:
    assert list(Attacker(of(seed, size, spread, unplaced)).given_back()) == []


@pytest.mark.parametrize(("seed", "size", "spread", "unplaced"), SHOWN)
def test_nor_where_every_table_is_shown(seed: int, size: int, spread: float, unplaced: tuple[date, ...]) -> None:
    now = of(seed, size, spread, unplaced)
    assert not now.withheld and sum(table.hidden.any() for table in now.tables.values()) >= 4
    assert list(Attacker(now).given_back()) == []


@pytest.mark.parametrize(("seed", "size", "spread", "unplaced"), SHOWN)
def test_hiding_small_numbers_alone_would_give_them_back(
    seed: int, size: int, spread: float, unplaced: tuple[date, ...]
) -> None:
    assert next(Attacker(of(seed, size, spread, unplaced, secondary=False)).given_back(), None)
