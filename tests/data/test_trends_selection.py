"""Any address gives a valid view, says what it could not meet, and comes back as it went out."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.catalogue import catalogue
from data.periods import Coverage, Span
from data.selection.trends import Basis, Compare, Length, SeriesKey, TrendsSelection, address
from data.selection.trends_asked import TrendsParsed, from_params
from geo.areas import boroughs

COVERED = Coverage(date(2012, 3, 1), date(2017, 8, 1))
HELD = dict.fromkeys(("burglary", "robbery", "knife-crime", "total-notifiable-offences", "theft"), COVERED)
HELD["common-assault-2018"] = Coverage(date(2008, 1, 1), date(2014, 12, 1))
SETTLED = {m: date(2017, 6, 1) for m in HELD} | {"common-assault-2018": date(2014, 12, 1)}
AREAS = ["london", *(area.slug for area in boroughs())]
KEYS = st.builds(SeriesKey, st.sampled_from(["burglary", "robbery", "knife-crime", "theft"]), st.sampled_from(AREAS))
QUARTER_ENDS = [date(2012, 6, 1), date(2016, 12, 1), date(2017, 6, 1)]
MONTHS = [date(2013, 2, 1), date(2017, 8, 1), *QUARTER_ENDS]


def read(**params: str) -> TrendsParsed:
    return from_params(params, catalogue(), HELD.get, SETTLED.get)


def selections() -> st.SearchStrategy[TrendsSelection]:
    def of(by: Span) -> st.SearchStrategy[TrendsSelection]:
        ends = {Span.MONTH: MONTHS, Span.QUARTER: QUARTER_ENDS, Span.YEAR: MONTHS[1:2] + QUARTER_ENDS[1:]}[by]
        series = st.lists(KEYS, min_size=1, max_size=4, unique=True).map(tuple)
        return st.builds(
            TrendsSelection, series=series, month=st.sampled_from(ends), by=st.just(by), show=st.sampled_from(Basis),
            months=st.sampled_from(Length), compare=st.sampled_from(Compare),
        )  # fmt: skip

    return st.sampled_from(Span).flatmap(of)


@given(selections())
def test_a_selection_and_its_address_are_two_spellings_of_the_same(chosen: TrendsSelection) -> None:
    again = read(**dict(parse_qsl(chosen.to_query().removeprefix("?"))))
    assert (again.selection, again.corrections) == (chosen, ())


PIECES = [*HELD, *AREAS, ":", ",", "cats", "", "::", ",,", "%00"]
WORDS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join))


@given(st.dictionaries(st.sampled_from(["series", "by", "show", "to", "months", "compare", "add", "area", "x"]), WORDS))
def test_no_address_fails_and_what_it_gives_can_be_shown(params: dict[str, str]) -> None:
    parsed = from_params(params, catalogue(), HELD.get, SETTLED.get)
    chosen = parsed.selection
    assert 1 <= len(chosen.series) <= 4 and len(set(chosen.series)) == len(chosen.series)
    assert all(key.measure in HELD and key.area in AREAS for key in chosen.series)
    assert chosen.by is not Span.QUARTER or chosen.month.month % 3 == 0
    assert len(parsed.corrections) < 25 and all(sentence.endswith(".") for sentence in parsed.corrections)
    assert read(**chosen.to_params()).selection == chosen


def test_an_empty_address_shows_the_usual_series_of_the_latest_settled_month() -> None:
    parsed = read()
    assert parsed.selection.to_query() == (
        "?series=total-notifiable-offences:london,knife-crime:london,burglary:london,robbery:london"
        "&by=month&show=number&to=2017-06&months=36"
    )
    assert parsed.corrections == ()


def test_the_default_month_is_an_earlier_one_where_all_series_end_before() -> None:
    assert read(series="common-assault-2018:camden").selection.month == date(2014, 12, 1)


@pytest.mark.parametrize(
    ("params", "series", "sentence"),
    [({"series": "cats:camden,burglary"}, ["burglary:london"],
      "There is no measure with figures by month called ‘cats’; it is left out."),
     ({"series": "shoplifting,burglary"}, ["burglary:london"],
      "These figures hold nothing for Shoplifting; it is left out."),
     ({"series": "burglary:atlantis"}, ["burglary:london"],
      "There is no London borough called ‘atlantis’; Burglary is shown for all of London."),
     ({"series": "burglary:city-of-london"}, ["burglary:london"],
      "City of London is not policed by the Met; Burglary is shown for all of London."),
     ({"series": "burglary:camden,burglary:camden"}, ["burglary:camden"],
      "Burglary, Camden was asked for twice; it is shown once."),
     ({"series": "burglary,robbery,theft,knife-crime,burglary:brent"},
      ["burglary:london", "robbery:london", "theft:london", "knife-crime:london"],
      "At most four series are shown together. Left out: Burglary, Brent."),
     ({"series": "burglary", "by": "week"}, ["burglary:london"],
      "There is no period called ‘week’; this page shows single months."),
     ({"series": "burglary", "to": "2017-05", "by": "quarter"}, ["burglary:london"],
      "May 2017 does not end a quarter; this page shows Apr–Jun 2017."),
     ({"series": "burglary", "to": "1999-01"}, ["burglary:london"],
      "There are no figures for January 1999; this page shows March 2012.")],
)  # fmt: skip
def test_what_cannot_be_met_is_said(params: dict[str, str], series: list[str], sentence: str) -> None:
    parsed = read(**params)
    assert ([str(key) for key in parsed.selection.series], parsed.corrections) == (series, (sentence,))


def test_nothing_that_can_be_met_gives_the_usual_series_and_says_so() -> None:
    parsed = read(series="cats,dogs")
    assert parsed.selection == read().selection
    assert parsed.corrections[-1] == "This page shows the usual series instead."


def test_the_form_without_javascript_adds_a_series_at_the_end() -> None:
    parsed = read(series="burglary:london", add="robbery", area="camden")
    assert [str(key) for key in parsed.selection.series] == ["burglary:london", "robbery:camden"]


def test_the_link_to_a_series_is_understood() -> None:
    link = urlsplit(address("burglary", "camden", to=date(2016, 2, 1)))
    parsed = read(**dict(parse_qsl(link.query)))
    assert link.path == "/trends"
    assert (parsed.selection.series, parsed.selection.month) == ((SeriesKey("burglary", "camden"),), date(2016, 2, 1))
    assert address("burglary") == "/trends?series=burglary:london"
