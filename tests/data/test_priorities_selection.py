"""The address of the local priorities page: read, corrected with a sentence, and written again."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.selection.priorities import SORTS, PrioritiesSelection, address, from_params

ENDS = (date(2018, 3, 1), date(2017, 12, 1), date(2017, 9, 1), date(2017, 6, 1))
USUAL, KINDS = date(2017, 12, 1), ("burglary", "robbery")


def read(**params: str | None) -> tuple[PrioritiesSelection, tuple[str, ...]]:
    return from_params(params, ENDS, USUAL, KINDS)


def test_without_parameters_it_is_the_usual_quarter_of_all_priorities() -> None:
    assert read() == (PrioritiesSelection(USUAL), ())
    assert PrioritiesSelection(USUAL).to_query() == "?to=2017-12"


def test_what_is_asked_for_is_met() -> None:
    chosen, said = read(to="2017-06", priority="robbery", area="camden", sort="-percent", rows="all")
    assert chosen == PrioritiesSelection(date(2017, 6, 1), "robbery", "camden", "-percent", True)
    assert not said
    assert chosen.window.label == "Apr–Jun 2017" and chosen.year.label == "12 months to June 2017"


@pytest.mark.parametrize(
    ("to", "shown", "said"),
    [
        ("2017-07", "2017-06", "July 2017 does not end a quarter; this page shows Apr–Jun 2017."),
        ("2017-11", "2017-09", "November 2017 does not end a quarter; this page shows Jul–Sep 2017."),
        ("2018-04", "2018-03", "April 2018 does not end a quarter; this page shows Jan–Mar 2018."),
        ("2019-06", "2018-03", "There are no figures for Apr–Jun 2019; this page shows Jan–Mar 2018."),
        ("2016-12", "2017-06", "Local priorities were first declared for Apr–Jun 2017; this page shows that quarter."),
        ("soon", "2017-12", "‘soon’ is not a month written as 2017-06; this page shows Oct–Dec 2017."),
    ],
)
def test_another_month_gives_the_last_quarter_that_ended_before_it(to: str, shown: str, said: str) -> None:
    chosen, sentences = read(to=to)
    assert f"{chosen.month:%Y-%m}" == shown
    assert sentences == (said,)


def test_what_there_is_not_is_left_out_with_a_sentence() -> None:
    chosen, said = read(priority="piracy", area="atlantis", sort="colour")
    assert chosen == PrioritiesSelection(USUAL)
    assert said == (
        "There is no local priority called ‘piracy’; this page shows them all.",
        "There is no London borough called ‘atlantis’; this page shows all of London.",
        "The table cannot be sorted by ‘colour’; this page sorts it by borough.",
    )


@given(
    st.sampled_from(ENDS), st.sampled_from([None, *KINDS]), st.sampled_from([None, "camden", "islington"]),
    st.sampled_from([*SORTS, *(f"-{name}" for name in SORTS)]), st.booleans(),
)  # fmt: skip
def test_a_selection_and_its_address_are_two_spellings_of_the_same(
    month: date, priority: str | None, area: str | None, sort: str, all_rows: bool
) -> None:
    chosen = PrioritiesSelection(month, priority, area, sort, all_rows)
    assert from_params(dict(parse_qsl(chosen.to_query()[1:])), ENDS, USUAL, KINDS) == (chosen, ())


@given(st.dictionaries(st.sampled_from(["to", "priority", "area", "sort", "rows", "x"]), st.text(max_size=90)))
def test_no_address_fails(params: dict[str, str]) -> None:
    chosen, _ = from_params(params, ENDS, USUAL, KINDS)
    assert chosen.month in ENDS and chosen.sort.removeprefix("-") in SORTS


def test_other_pages_can_link_here() -> None:
    assert address(date(2017, 6, 1), priority="burglary", area="camden") == (
        "/local-priorities?to=2017-06&priority=burglary&area=camden"
    )  # fmt: skip
