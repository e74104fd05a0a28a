"""How many people the surveys speak to, and how much less certain that leaves a figure."""

from __future__ import annotations

from datetime import date

import pytest

from data.survey_bases import SurveyBase, survey_bases
from geo.areas import LONDON_CODE

PAS = survey_bases()["PAS"]


@pytest.mark.parametrize(
    ("start", "london", "borough"),
    [(date(2014, 1, 1), 12_800, 400), (date(2020, 12, 1), 12_800, 400), (date(2021, 1, 1), 19_200, 600)],
)
def test_a_period_has_the_interviews_of_its_time_and_the_fewer_across_a_change(
    start: date, london: int, borough: int
) -> None:
    stated = PAS.of_period(start)
    assert (stated.in_area(LONDON_CODE), stated.in_area("E09000007")) == (london, borough)
    assert f"{london:,}" in stated.statement


def test_of_several_earlier_numbers_the_earliest_that_still_holds_is_taken() -> None:
    earlier = [{"until": until, "statement": until, "source": "a", "interviews_a_year": n} for until, n in
               (("2018-03", 2), ("2015-03", 1))]  # fmt: skip
    base = SurveyBase.model_validate({
        "id": "X", "name": "X", "statement": "now", "source": "a", "interviews_a_year": 3, "design_effect": 1.0,
        "design_effect_basis": "Assumed, for this test.", "earlier": earlier,
    })  # fmt: skip
    starts = [date(2015, 3, 1), date(2015, 4, 1), date(2018, 3, 1), date(2018, 4, 1)]
    assert [base.of_period(start).interviews_a_year for start in starts] == [1, 2, 2, 3]


def test_what_is_not_stated_is_none() -> None:
    assert survey_bases()["TDIU"].of_period(date(2020, 1, 1)).in_area(LONDON_CODE) is None


def test_every_design_effect_says_where_it_is_from() -> None:
    for base in survey_bases().values():
        assert base.design_effect >= 1
        assert base.design_effect_basis.startswith("Assumed: the publisher states no design effect")
