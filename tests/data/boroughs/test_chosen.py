"""What a borough chose, as a profile needs it."""

from __future__ import annotations

from datetime import date
from typing import Any

from data.boroughs.chosen import chosen
from data.priorities.declared import published_for
from geo.areas import find

JUNE = date(2017, 6, 1)


def borough(slug: str) -> Any:
    return find(slug)


def test_the_older_categories_count_first_until_they_end_and_the_newer_stand_behind() -> None:
    theft = next(one for one in chosen(borough("camden"), JUNE, {}).choices if one.priority == "theft-from-the-person")
    assert theft.measures == ("theft-from-the-person-2018", "theft-from-the-person")
    later = next(one for one in chosen(borough("camden"), date(2019, 3, 1), {}).choices
                 if one.priority == "theft-from-the-person")  # fmt: skip
    assert later.measures == ("theft-from-the-person", "theft-from-the-person-2018")


def test_every_boroughs_own_comes_last_and_is_marked() -> None:
    made = chosen(borough("brent"), JUNE, {}).choices
    assert [one.is_everywhere for one in made] == [False, False, True]
    assert made[-1].priority == "anti-social-behaviour"


def test_the_printed_change_is_that_of_the_very_quarter() -> None:
    table = published_for(JUNE)
    assert table is not None
    key = table.key("Camden", 2, is_additional=False)
    figures = {key: {"value": 277.0}}
    assert [one.published_pct for one in chosen(borough("camden"), JUNE, figures).choices] == [None, 277.0, None]
    assert {one.published_pct for one in chosen(borough("camden"), date(2017, 9, 1), figures).choices} == {None}
    assert {one.published_pct for one in chosen(borough("brent"), JUNE, figures).choices} == {None}


def test_before_the_first_declared_year_there_is_none_and_it_is_said() -> None:
    made = chosen(borough("camden"), date(2017, 3, 1), {})
    assert (made.choices, made.year) == ((), "")
    assert made.note == "No local priorities are declared for 2016/17. The first are those of 2017/18."
