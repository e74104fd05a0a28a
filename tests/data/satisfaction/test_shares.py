"""The cited shares of residents: parts that make their wholes, and what a reader can look up."""

from __future__ import annotations

from itertools import groupby

import pytest

from data.satisfaction.bases import group_base, survey_base
from data.satisfaction.shares import BAME, BAME_PARTS, ETHNICITY, WHITE, WHITE_PARTS, share_of, shares
from data.survey_bases import survey_bases
from tests.data.satisfaction.printed import DAY


@pytest.mark.parametrize("kind", ["Ethnicity", "Age", "Sex", "Disability"])
def test_the_groups_of_a_kind_make_everyone(kind: str) -> None:
    held = [each for each in shares().values() if each.group_type == kind]
    assert sum(each.part for each in held) == pytest.approx(held[0].whole)
    assert len({each.whole for each in held}) == 1


def test_every_share_can_be_looked_up_and_kinds_stand_together() -> None:
    assert all(each.source and each.of and each.url.startswith("https://") for each in shares().values())
    kinds = [kind for kind, _ in groupby(shares().values(), key=lambda each: each.group_type)]
    assert len(kinds) == len(set(kinds))


def test_white_and_bame_are_everyone_who_stated_a_group_and_agree_with_the_inspectorate() -> None:
    """59.8 and 40.2 per cent of London, as PEEL 2018/19 prints them."""
    white, bame = share_of(ETHNICITY, WHITE), share_of(ETHNICITY, BAME)
    assert white and bame
    assert round(100 * white.value, 1) == 59.8 and round(100 * bame.value, 1) == 40.2
    assert {*WHITE_PARTS, *BAME_PARTS} == {name for kind, name in shares() if kind == ETHNICITY}


def test_a_group_is_asked_as_often_as_its_share_unless_its_base_is_published() -> None:
    """12,800 interviews in a year until 2020, of which 14.2 per cent."""
    base = group_base("PAS", DAY, "Disability", "Disability")
    assert base.interviews == pytest.approx(12_800 * 0.142) and base.design_effect == 1.5
    assert base.basis.startswith("approximate: 12,800 interviews a year times the group's share, 14.2% of residents")
    assert survey_bases()["PAS"].of_period(DAY).statement in base.basis
    told = group_base("PAS", DAY, "Disability", "Disability", 77)
    assert (told.interviews, told.basis, told.is_published) == (77.0, "published", True)


def test_without_a_share_or_a_stated_number_no_base_is_made() -> None:
    unknown = group_base("PAS", DAY, "Ethnicity", "Martian")
    assert unknown.interviews is None and unknown.basis.startswith("interval not possible: no share of residents")
    unstated = group_base("TDIU", DAY, "Sex", "Male")
    assert unstated.interviews is None and "does not state how many" in unstated.basis
    assert survey_base("USS", DAY, "E09000007").interviews == 300
