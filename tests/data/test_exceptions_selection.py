"""Any address gives a valid view, says what it could not meet, and comes back as it went out."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.catalogue import catalogue
from data.periods import Coverage
from data.selection.exceptions import Direction, ExceptionsSelection, from_params
from geo.areas import boroughs

COVERED, USUAL = Coverage(date(2012, 3, 1), date(2017, 8, 1)), date(2017, 6, 1)
AREAS = ["boroughs", "all", "london", *(area.slug for area in boroughs())]
PLANS = [None, *(priority.id for priority in catalogue().priorities)]


def read(**params: str) -> tuple[ExceptionsSelection, tuple[str, ...]]:
    return from_params(params, catalogue(), COVERED, USUAL)


@given(
    st.builds(
        ExceptionsSelection, month=st.sampled_from([date(2012, 3, 1), date(2015, 12, 1), date(2017, 8, 1)]),
        area=st.sampled_from(AREAS), plan=st.sampled_from(PLANS), direction=st.sampled_from(Direction),
        only_clear=st.booleans(), all_rows=st.booleans(),
    )
)  # fmt: skip
def test_a_selection_and_its_address_are_two_spellings_of_the_same(chosen: ExceptionsSelection) -> None:
    again, said = read(**dict(parse_qsl(chosen.to_query().removeprefix("?"))))
    assert (again, said) == (chosen, ())


@given(st.dictionaries(st.sampled_from(["to", "area", "plan", "direction", "only", "rows", "utm"]), st.text()))
def test_no_address_fails_and_what_it_gives_can_be_shown(params: dict[str, str]) -> None:
    chosen, said = from_params(params, catalogue(), COVERED, USUAL)
    assert COVERED.first <= chosen.month <= COVERED.last
    assert chosen.area in AREAS and chosen.plan in PLANS
    assert all(sentence.endswith(".") for sentence in said)


def test_an_empty_address_is_the_boroughs_in_the_usual_month() -> None:
    chosen, said = read()
    assert (chosen, said) == (ExceptionsSelection(USUAL, "boroughs"), ())
    assert chosen.is_usual and chosen.change(all_rows=True).is_usual and not chosen.is_whole
    assert chosen.to_query() == "?to=2017-06"
    assert read(area="boroughs")[0] == chosen


def test_every_area_is_the_whole_of_the_month() -> None:
    chosen = read(area=" ALL ")[0]
    assert chosen.is_whole and chosen.change(all_rows=True).is_whole and not chosen.is_usual
    assert chosen.to_query() == "?to=2017-06&area=all"


@pytest.mark.parametrize("narrow", ["area=camden", "plan=safer-london", "direction=lower", "only=clear"])
def test_a_filter_makes_it_a_part(narrow: str) -> None:
    for area in ("boroughs", "all"):
        chosen = read(**{"area": area, **dict(parse_qsl(narrow))})[0]
        assert not chosen.is_whole and not chosen.is_usual


@pytest.mark.parametrize(
    ("params", "sentence", "shown"),
    [({"to": "2011-01"}, "There are no figures for January 2011; this page shows March 2012.", date(2012, 3, 1)),
     ({"to": "soon"}, "‘soon’ is not a month written as 2017-06; this page shows June 2017.", USUAL),
     ({"area": "atlantis"}, "There is no London borough called ‘atlantis’; this page shows the 32 boroughs.", USUAL),
     ({"area": "city-of-london"}, "City of London is not policed by the Met; this page shows the 32 boroughs.", USUAL),
     ({"plan": "cats"}, "There is no plan area called ‘cats’; this page shows the whole plan.", USUAL),
     ({"direction": "up"}, "There is no direction called ‘up’; this page shows both.", USUAL)],
)  # fmt: skip
def test_what_cannot_be_met_is_said(params: dict[str, str], sentence: str, shown: date) -> None:
    assert read(**params) == (ExceptionsSelection(shown), (sentence,))
