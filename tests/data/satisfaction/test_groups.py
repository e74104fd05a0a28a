"""A file with groups of people in the documented layout: from its rows to White, BAME, the gap, and that over time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from data.satisfaction.intervals import of_gap

Gather = Callable[..., dict[str, Any]]

HEAD = "Date,Survey,Borough,Measure,Group type,Group,Proportion,Base"
ALL = "Date,Survey,Borough,Measure,Proportion"
MEASURE = "police-treat-everyone-fairly"
GROUPS = {"White British": (0.80, 5_000), "White Other": (0.86, 2_000), "Black": (0.66, 1_700), "Asian": (0.80, 2_300),
          "Mixed": (0.70, 500), "Other ethnicity": (0.82, 500)}  # fmt: skip


def lines(groups: dict[str, tuple[float, int | str]], day: str = "2017-06-30") -> list[str]:
    return [f"{day},PAS,MPS,Treat everyone fairly,Ethnicity,{name},{p},{n}" for name, (p, n) in groups.items()]


def whole(*days: str) -> list[str]:
    return [ALL, *(f"{day},PAS,MPS,Treat everyone fairly,0.78" for day in days)]


def test_white_and_bame_are_their_groups_by_interviews_and_the_gap_is_white_less_bame(gather: Gather) -> None:
    """White (5,000 x 0.80 + 2,000 x 0.86) / 7,000; BAME (1,122 + 1,840 + 350 + 410) / 5,000."""
    found = gather({"groups.csv": [HEAD, *lines(GROUPS)], "all.csv": whole("2017-06-30")})
    (question,) = found["grouped"]
    assert (question["measure_id"], question["overall"]) == (MEASURE, 0.78)
    assert question["white"]["proportion"] == pytest.approx(5_720 / 7_000)
    assert question["bame"]["proportion"] == pytest.approx(3_722 / 5_000)
    assert (question["white"]["base"].interviews, question["white"]["base"].basis) == (7_000, "published")
    assert question["gap"] == pytest.approx(100 * (5_720 / 7_000 - 3_722 / 5_000))
    again = of_gap(5_720 / 7_000, question["white"]["base"], 3_722 / 5_000, question["bame"]["base"])
    assert (question["lower"], question["upper"], question["verdict"]) == again[1:] and again[3] == "higher"
    assert {group["group_name"]: group["base"].interviews for group in question["groups"]} == {
        name: n for name, (_, n) in GROUPS.items()}  # fmt: skip


def test_what_the_file_itself_gives_as_white_and_bame_is_taken(gather: Gather) -> None:
    found = gather({"groups.csv": [HEAD, *lines({"White": (0.8, 900), "BAME": (0.79, 600)})],
                    "all.csv": whole("2017-06-30")})  # fmt: skip
    (question,) = found["grouped"]
    assert question["gap"] == pytest.approx(1.0) and question["verdict"] == "no_clear_gap"
    assert question["groups"] == []


def test_a_side_with_a_group_missing_is_not_made_and_says_so(gather: Gather) -> None:
    some = {name: GROUPS[name] for name in ("White British", "Black", "Asian")}
    found = gather({"groups.csv": [HEAD, *lines(some)], "all.csv": whole("2017-06-30")})
    (question,) = found["grouped"]
    assert (question["white"], question["bame"], question["gap"]) == (None, None, None)
    assert question["why_none"] == "The file does not have every group of White and of BAME."


def test_without_a_base_the_share_of_residents_stands_in(gather: Gather) -> None:
    none = {name: (p, "") for name, (p, _) in GROUPS.items()}
    found = gather({"groups.csv": [HEAD, *lines(none)], "all.csv": whole("2017-06-30")})
    (question,) = found["grouped"]
    black = next(group for group in question["groups"] if group["group_name"] == "Black")
    assert black["base"].interviews == pytest.approx(12_800 * 1_088_640 / 8_173_941)
    assert question["white"]["base"].basis == "approximate: the groups of White together"


def test_the_gap_over_time_ends_with_the_period_chosen(gather: Gather) -> None:
    days = ("2016-06-30", "2017-06-30", "2018-06-30")
    rows = [line for n, day in enumerate(days)
            for line in lines({"White": (0.80, 900), "BAME": (0.70 + n / 100, 60 if n else 600)}, day)]  # fmt: skip
    files = {"groups.csv": [HEAD, *rows], "all.csv": whole(*days)}
    found = gather(files, measure=MEASURE, to="2017-06")
    (question,) = found["grouped"]
    assert [round(row["gap"]) for row in question["over_time"]] == [10, 9]
    assert [row["verdict"] for row in question["over_time"]] == ["higher", "too_few"]
    assert f"{question['period_end']:%Y-%m}" == "2017-06"
