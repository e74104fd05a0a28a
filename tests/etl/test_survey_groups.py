"""Survey files with a figure of one group of people a row, and how many were asked (docs/satisfaction.md)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.etl.conftest import Loaded

Write = Callable[..., Path]
Load = Callable[[], Loaded]

HEAD = "Date,Survey,Borough,Measure,Group type,Group,Proportion,Base"
GROUPS = {"White British": (0.80, 5_000), "White Other": (0.86, 2_000), "Black": (0.66, 1_700), "Asian": (0.80, 2_300),
          "Mixed": (0.70, 500), "Other ethnicity": (0.82, 500)}  # fmt: skip


def lines(groups: dict[str, tuple[float, int]]) -> list[str]:
    return [f"2017-06-30,PAS,MPS,Treat everyone fairly,Ethnicity,{name},{p},{n}" for name, (p, n) in groups.items()]


def test_rows_and_bases_that_cannot_be_right_are_listed_with_their_values(write: Write, loaded: Load) -> None:
    bad = [
        "2017-06-30,PAS,MPS,Trust MPS,Ethnicity,Martian,0.5,10",
        "2017-06-30,PAS,MPS,Trust MPS,Age,Black,0.5,11",
        "2017-06-30,PAS,MPS,Trust MPS,Ethnicity,Black,0.5,0",
        "2017-06-30,PAS,MPS,Trust MPS,Ethnicity,Asian,0.5,1.5",
        "2017-06-30,PAS,MPS,Trust MPS,Ethnicity,Mixed,5,12",
    ]
    write("groups.csv", HEAD, *lines(GROUPS), *bad)
    edition = loaded()
    found = edition.rows("SELECT line, column_name, value, rule FROM rejected_row ORDER BY line, column_name DESC")
    assert [(line, column, value) for line, column, value, _ in found] == [
        (8, "group", "Ethnicity / Martian"), (8, "base", "10"), (9, "group", "Age / Black"), (9, "base", "11"),
        (10, "base", "0"), (11, "base", "1.5"), (12, "proportion", "5"), (12, "base", "12"),
    ]  # fmt: skip
    assert [rule.split(";")[0] for *_, rule in found] == [
        *["unknown group"] * 4, *["not a whole number of interviews"] * 2, *["not a proportion from 0 to 1"] * 2]
    assert edition.rows("SELECT rows_read, rows_loaded, rows_rejected FROM source") == [(11, 8, 3)]
    held = "SELECT group_name, proportion, base FROM victim_satisfaction WHERE question = 'Trust MPS' ORDER BY ALL"
    assert edition.rows(held) == [("Asian", 0.5, None), ("Black", 0.5, None), ("Mixed", None, None)]


def test_the_same_figure_twice_is_one_and_two_figures_of_a_group_are_none(write: Write, loaded: Load) -> None:
    same, other = lines({"Black": (0.5, 900), "Asian": (0.6, 800)})
    write("groups.csv", HEAD, same, same, other, other.replace("0.6", "0.7"))
    assert loaded().rows("SELECT group_name, proportion, base FROM victim_satisfaction ORDER BY ALL") == [
        ("Asian", None, None), ("Black", 0.5, 900)]  # fmt: skip
