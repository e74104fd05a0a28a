"""The sentences of stop and search: true of the figures, for each case that the files hold."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from components.render import to_html
from components.stop_and_search import caveats, controls, found, headline, method, months, people, rates, reasons, words
from components.stop_and_search.context import answer, context
from components.stop_and_search.downloads import download_name
from components.stop_and_search.records import Linked
from components.stop_and_search.view import StopAndSearchView
from data.selection.stop_and_search import By, SearchSelection
from tests.components.stop_and_search.made import (
    ASIAN,
    BLACK,
    FINDING,
    MONTHS,
    UNKNOWN,
    UNPLACED_MONTHS,
    WHITE,
    YEAR,
    group,
    in_camden,
    made,
    month,
    object_group,
    tally,
)

NO_CENSUS = {"residents_basis": None, "residents_year": None, "mixed_residents": None, "mixed_share": None}


def with_black(**given: Any) -> StopAndSearchView:
    return made(groups=(WHITE, replace(BLACK, **given), ASIAN, UNKNOWN))


def without_census() -> StopAndSearchView:
    plain = tuple(group(each.key, each.name, each.tally.searches, is_known=each.is_known)
                  for each in (WHITE, BLACK, ASIAN, UNKNOWN))  # fmt: skip
    objects = tuple(replace(each, groups=tuple(object_group(of.key, of.name, of.tally.searches) for of in each.groups))
                    for each in made().objects)  # fmt: skip
    return made(groups=plain, london_groups=plain, objects=objects, **NO_CENSUS)


@pytest.mark.parametrize(
    ("view", "sentence"),
    [(made(), "In London, Black people were searched at 4.0 times the rate of White people in 2017/18."),
     (in_camden(), "In Camden, Black people were searched at 4.0 times the rate of White people in 2017/18, without "
      "February and March 2018."),
     (with_black(ratio=0.84, ratio_lower=0.8, ratio_upper=0.9), "In London, Black people were "
      "searched at 0.8 times the rate of White people in 2017/18."),
     (with_black(ratio=1.02, ratio_lower=1.01, ratio_upper=1.03), "In London, Black people were "
      "searched at about the same rate as White people in 2017/18."),
     (with_black(ratio=1.4, ratio_lower=0.9, ratio_upper=2.1), "In London, there was no clear "
      "difference between the rates at which Black and White people were searched in 2017/18."),
     (in_camden(groups=(WHITE, replace(BLACK, ratio=1.4, ratio_lower=1.0, ratio_upper=2.1))), "In Camden, there was no "
      "clear difference between the rates at which Black and White people were searched in 2017/18, without February "
      "and March 2018."),
     (without_census(), "The Met carried out 4,000 searches in London in 2017/18; 25% had an outcome other than no "
      "further action."),
     (without_census(), "The Met carried out 4,000 searches in London in 2017/18; 25% had an outcome other than no "
      "further action."),
     (made(groups=(), total=tally(60)), "The Met carried out 60 searches in London in 2017/18."),
     (made(groups=(), total=tally(None)), "The number of searches in London in 2017/18 is withheld: fewer than 5, or "
      "withheld to protect such a figure."),
     (in_camden(groups=(), total=replace(tally(None), status="unplaced")),
      "There are no figures for Camden in 2017/18."),
     (made(has_searches=False, period=None), "This edition holds no stops and searches.")],
)  # fmt: skip
def test_the_headline_says_what_the_figures_show(view: StopAndSearchView, sentence: str) -> None:
    assert headline.headline(view) == sentence


def test_the_lead_tells_find_rates_their_difference_and_what_unknown_ethnicity_leaves() -> None:
    black = replace(BLACK, tally=tally(2000, 420))
    assert headline.lead(made(groups=(WHITE, black, ASIAN, UNKNOWN))) == [
        "The Met carried out 4,000 searches in London; 25% had an outcome other than no further action, which this "
        "page calls the find rate.",
        "It was 21% for searches of Black people and 25% of White people, a difference larger than chance alone would "
        "explain.",
        "Ethnic group as described by the person is not known for 13% of the searches: the ratio would lie between 2.9 "
        "and 5.2, whoever they were of.",
    ]  # fmt: skip


def test_a_lead_says_no_clear_difference_and_keeps_a_decimal_where_shares_look_the_same() -> None:
    black = replace(BLACK, tally=tally(2000, 506), verdict="no_clear_gap")
    said = headline.lead(made(groups=(WHITE, black), unknown_share=0.01))
    assert said[1] == "It was 25.3% for searches of Black people and 25.0% of White people, no clear difference."
    assert len(said) == 2, "one in a hundred of unknown ethnicity is not told in the lead"


def test_few_searches_are_not_compared() -> None:
    few = made(groups=(replace(WHITE, tally=tally(60)), replace(BLACK, tally=tally(80))))
    assert headline.lead(few)[1] == "Searches are too few to compare find rates by ethnic group."


def test_the_lead_of_a_borough_gives_london_beside_it() -> None:
    assert headline.lead(in_camden())[-1] == "In all of London with every month of 2017/18 the ratio was 4.0."
    assert headline.lead(in_camden())[0].startswith("The Met carried out 4,000 searches in Camden in those months; ")
    few = in_camden(groups=(WHITE, group("black", "Black", 3)))
    assert headline.lead(few)[-1] == (
        "In all of London with every month of 2017/18 Black people were searched at 4.0 times the rate of White people."
    ), "a ratio that the headline does not name is told in full"


def test_the_lead_says_whose_record_an_officers_is_where_nothing_else_does() -> None:
    officer = made(selection=SearchSelection("2017-18", by=By.OFFICER), unknown_share=0.01)
    assert headline.lead(officer)[-1] == "Ethnic group is as seen by the officer."
    assert "Ethnic group" not in " ".join(headline.lead(made(unknown_share=0.01)))


def test_a_period_without_borough_figures_says_why() -> None:
    nowhere = replace(YEAR, unplaced=MONTHS)
    view = in_camden(period=nowhere, groups=(), total=replace(tally(None), status="unplaced"))
    assert "Most searches of April 2017 to March 2018 were published without a place" in headline.lead(view)[0]
    assert "Camden has no figures for this period" in to_html(rates.rates(view))
    assert "Camden has no figures for this period" in to_html(people.people(replace(view, ages=(), genders=())))


@pytest.mark.parametrize(
    ("period", "sentence"),
    [(YEAR, "Borough figures leave out February and March 2018, in which most searches were published without a "
      "place."),
     (replace(YEAR, unplaced=()), ""),
     (replace(YEAR, months=MONTHS[:5], unplaced=(), is_whole=False), "Of this year the edition has 5 months: April "
      "2017 to August 2017. Its rates are for those months, not for a year, and do not compare with a whole year’s."),
     (replace(YEAR, months=(MONTHS[0], MONTHS[9]), unplaced=(MONTHS[0], MONTHS[9]), is_whole=False), "Of this year the "
      "edition has 2 months: April 2017 and January 2018. Its rates are for those months, not for a year, and do not "
      "compare with a whole year’s. No month of it has borough figures: most searches were published without a place."),
     (replace(YEAR, months=MONTHS[:1], unplaced=(), is_whole=False), "Of this year the edition has 1 month: April "
      "2017. Its rates are for that month, not for a year, and do not compare with a whole year’s."),
     (None, "")],
)  # fmt: skip
def test_a_year_says_what_of_it_there_is(period: Any, sentence: str) -> None:
    assert controls.period_words(period) == sentence


def test_the_range_of_unknown_ethnicity_is_told_for_every_group() -> None:
    assert rates.sensitivity_words(made()) == (
        "The ratio would lie between 2.9 and 5.2 for Black people; between 0.7 and 2.3 for Asian people: the lower end "
        "if every search of unknown ethnicity had been of White people, the upper end if every one had been of that "
        "group."
    )
    assert rates.unknown_words(made()) == (
        "Ethnic group as described by the person is not known for 500 searches, 12.5% of all searches; as seen by the "
        "officer for 1.1% of London’s."
    )
    assert rates.unknown_words(in_camden(unknown=None)).startswith(
        "Ethnic group as described by the person is not known for 12.5% of all Camden’s searches"
    )


def test_the_officers_record_has_no_mixed_group_and_the_page_says_what_that_could_change() -> None:
    officer = made(selection=SearchSelection("2017-18", by=By.OFFICER))
    assert rates.mixed_words(officer) == (
        "Officers’ records have no mixed group, while 10,000 residents (5.0%) gave one in the census. If all of them "
        "were counted among Black residents, the ratio for Black people would be 3.3 rather than 4.0; "
        "among White residents, it would be higher."
    )
    assert rates.mixed_words(made()) == ""
    assert "no mixed group" in to_html(caveats.caveats(officer))


def test_without_a_census_nothing_is_said_of_rates() -> None:
    view = without_census()
    page = to_html([*rates.rates(view), *reasons.reasons(view), *caveats.caveats(view)])
    assert "no residents by ethnic group" in page and "which this edition does not have" in page
    assert "Rate compared with White people" not in page and "times the" not in page
    assert "49" not in rates.subtitle(view)


@pytest.mark.parametrize(
    ("linked", "sentence"),
    [(Linked(status="blank", linked=None, not_linked=None, blank=None), "Whether an outcome was linked to the reason "
      "for the search is blank in the source for these months. A find here may be of something that was not "
      "looked for."),
     (Linked(status="all_false", linked=None, not_linked=None, blank=None), "Whether an outcome was linked to the "
      "reason for the search: the source says ‘no’ of every search of these months, which cannot be read as a "
      "finding."),
     (Linked(status="partly", linked=70, not_linked=20, blank=10), "Whether an outcome was linked to the reason for "
      "the search, of searches with an outcome: 70 searches linked, 20 searches not linked, 10 searches not said. It "
      "is filled in for some of the months only."),
     (Linked(status="known", linked=None, not_linked=None, blank=None), "Whether an outcome was linked to the reason "
      "for the search, of searches with an outcome: withheld.")],
)  # fmt: skip
def test_what_is_known_of_linked_outcomes(linked: Linked, sentence: str) -> None:
    assert found.linked_words(linked) == sentence


def test_what_find_rates_can_and_cannot_show_is_said_for_the_months_on_screen() -> None:
    both = " ".join(found.statements(made(no_outcome=7)))
    assert "Equal find rates would not prove equal treatment" in both
    assert "Possession and supply of drugs cannot be told apart" in both
    assert "Before January 2018" in both and "Since January 2018" in both
    assert "7 searches have no outcome" in both
    after = replace(YEAR, months=MONTHS[9:], unplaced=(), is_whole=False)
    assert "Before January 2018" not in " ".join(found.statements(made(period=after)))
    before = replace(YEAR, months=MONTHS[:9], unplaced=(), is_whole=False)
    assert "Since January 2018" not in " ".join(found.statements(made(period=before)))


def test_reasons_are_compared_only_where_their_intervals_are_apart() -> None:
    view = made()
    assert reasons.finding(reasons.drawn_rows(view)) == (
        "From 3.7 times (controlled drugs) to 9.3 times (offensive weapons): these two differ by more than chance "
        "alone would explain."
    )
    drugs, weapons, other = view.objects
    groups = tuple(replace(each, ratio_lower=3.9) if each.key == "black" else each for each in weapons.groups)
    alike = made(objects=(drugs, replace(weapons, groups=groups), other))
    assert reasons.finding(reasons.drawn_rows(alike)) == "No reason’s ratio is clearly higher than another’s."


def test_withheld_months_and_a_month_that_may_not_be_whole_are_named() -> None:
    said = list(months.notes(made()))
    assert said == ["February and March 2018 are left out of borough figures: more than 25% of the searches were "
                    "published without a place."]  # fmt: skip
    few = made(months=(replace(month(MONTHS[0]), london=197),))
    assert list(months.notes(few))[-1] == "April 2017: so few searches that the published file may not be whole."
    every = made(period=replace(YEAR, unplaced=()))
    assert list(months.notes(every)) == ["Every month of this period has borough figures."]


def test_blank_ages_are_told() -> None:
    assert people.blank_words(made(blank_months={"age": UNPLACED_MONTHS})) == [
        "The age of the person is blank in every search of February and March 2018."
    ]


def test_the_method_explains_financial_years_small_numbers_and_what_is_withheld() -> None:
    told = to_html(method.method(made(hidden=1, withheld_tables=("age by month",))))
    assert "Periods that overlap could be subtracted" in told and "of London only" in told
    assert "1 figure of this page is withheld." in told and "Not shown at all in this period: age by month." in told
    assert "there were 120 searches in these months" in told
    assert "Census 2021" in told and "mid-2018" in told
    assert "so it has neither" in to_html(method.method(without_census()))


@pytest.mark.parametrize(
    ("subject", "expected"),
    [("Find rates by ethnicity", "#stop-at-found"), ("Find rates by ethnicity and type of search", "#stop-at-found"),
     ("Find rates for drug possession and drug supply", "Cannot be told apart"),
     ("Frequency of possession-only drug searches", "#stop-at-outcomes"),
     ("Possession-only drug searches and priorities", "Not in the published files"),
     ("Analysis of disparities and action taken", "#stop-at-rates"), ("Something else", "Not on this page")],
)  # fmt: skip
def test_each_thing_the_inspectors_looked_for_has_its_own_answer(subject: str, expected: str) -> None:
    assert expected in answer(replace(FINDING, subject=subject))


def test_published_figures_stand_with_their_document_and_how_they_were_printed() -> None:
    page = to_html(context(made()))
    assert "HMICFRS, PEEL 2018/19. Section: Treating" in page
    assert "<strong>88%</strong>" in page and "Share; as printed: some 88" in page and "Period not stated" in page
    assert "no published figures" in to_html(context(made(published=(), findings=())))


@pytest.mark.parametrize(
    ("share", "decimals", "said"),
    [(0.0, 0, "0%"), (0.0004, 0, "under 1%"), (0.0004, 1, "under 0.1%"), (0.999, 0, "over 99%"), (1.0, 0, "100%"),
     (0.325, 0, "33%"), (0.3149, 1, "31.5%"), (None, 0, "–")],
)  # fmt: skip
def test_a_share_is_never_rounded_to_none_or_all(share: float | None, decimals: int, said: str) -> None:
    assert words.percent(share, decimals) == said


@pytest.mark.parametrize(
    ("ratio", "said"),
    [((4.14, 4.04, 4.2), "4.1"), ((1.0, None, None), "1.0"), ((1.046, 1.03, 1.07), "1.05"),
     ((0.96, 0.93, 0.99), "0.96"), ((1.046, 0.97, 1.1), "1.0"), ((0.94, 0.9, 0.98), "0.9"),
     ((0.04, 0.01, 0.2), "0.04")],
)  # fmt: skip
def test_a_ratio_that_is_not_the_same_is_not_written_as_the_same(ratio: tuple[float, ...], said: str) -> None:
    assert words.ratio(*ratio) == said


def test_intervals_and_gaps_are_written_as_the_design_has_them() -> None:
    assert words.interval(4.04, 4.14) == "4.04 to 4.14"
    assert words.interval(2.71, 3.62) == "2.7 to 3.6"
    assert words.interval(None, 3.6) == ""
    assert words.interval(1.02, 1.41) == "1.02 to 1.41" and words.interval(0.61, 0.98) == "0.61 to 0.98"
    assert words.interval(0.9, 1.42) == "0.9 to 1.4"
    assert words.gap(-0.0281, -0.0412, 0.0) == "−2.8 (−4.1 to 0.0)"
    assert words.months_words(MONTHS) == "April 2017 to March 2018"
    assert words.months_words((MONTHS[0], MONTHS[9])) == "April 2017 and January 2018"


def test_the_file_is_named_for_what_it_holds() -> None:
    assert download_name(made()) == "stop-and-search-2017-18"
    officer = made(selection=SearchSelection("2017-18", area="camden", by=By.OFFICER))
    demonstration = replace(officer, edition=replace(officer.edition, is_demonstration=True))
    assert download_name(demonstration) == "demonstration-stop-and-search-2017-18-camden-officer"


def test_nothing_is_called_good_or_bad_or_more_likely() -> None:
    views = (made(), in_camden(), without_census(), made(selection=SearchSelection("2017-18", by=By.OFFICER)))
    written = " ".join(
        to_html([*rates.rates(v), *reasons.reasons(v), *found.found(v), *caveats.caveats(v), *method.method(v),
                 *months.months(v), *people.people(v), " ".join([headline.headline(v), *headline.lead(v)])])
        for v in views
    )  # fmt: skip
    judged = r"more likely|significant|alarming|surge|spike|\bbetter\b|\bworse\b|improved|BAME|crimes committed"
    assert not re.search(judged, written, re.IGNORECASE)
