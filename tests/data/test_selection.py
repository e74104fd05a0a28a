"""A selection and an address are two spellings of the same thing."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.catalogue import catalogue
from data.selection import SORTS, Coverage, Form, Selection, Show, Span, from_params
from geo.areas import boroughs

COVERED = Coverage(date(2014, 4, 1), date(2018, 6, 1))
IDS = [m.id for m in catalogue().measures]


def parse(params: dict[str, str]):  # type: ignore[no-untyped-def]
    return from_params(params, catalogue(), lambda measure: COVERED)


@st.composite
def selections(draw: st.DrawFn) -> Selection:
    span = draw(st.sampled_from(Span))
    return Selection(
        measure=draw(st.sampled_from(IDS)),
        span=span,
        month=draw(st.sampled_from(COVERED.ends(span))),
        show=draw(st.sampled_from(Show)),
        area=draw(st.none() | st.sampled_from([b.slug for b in boroughs()])),
        form=draw(st.sampled_from(Form)),
        sort=draw(st.sampled_from([s + name for name in SORTS for s in ("", "-")])),
        all_rows=draw(st.booleans()),
    )


@given(selections())
def test_every_selection_survives_its_own_address(selection: Selection) -> None:
    parsed = parse(dict(parse_qsl(selection.to_query().removeprefix("?"))))
    assert parsed.selection == selection
    assert parsed.corrections == ()


@given(
    st.dictionaries(st.sampled_from(["measure", "span", "to", "show", "area", "form", "sort", "rows", "x"]), st.text())
)
def test_any_address_gives_a_view_whose_own_address_needs_no_correction(params: dict[str, str]) -> None:
    selection = parse(params).selection
    assert parse(selection.to_params()).selection == selection
    assert parse(selection.to_params()).corrections == ()
    assert selection.month in COVERED.ends(selection.span)


def test_an_empty_address_shows_the_latest_year_of_the_usual_measure() -> None:
    parsed = parse({"utm_source": "newsletter"})
    assert parsed.selection == Selection(measure="burglary", month=date(2018, 6, 1))
    assert parsed.corrections == ()


@pytest.mark.parametrize(
    ("params", "said"),
    [
        ({"measure": "zzz"}, "There is no measure called ‘zzz’; this page shows Burglary."),
        (
            {"to": "2030-01"},
            "There are no figures for 12 months to January 2030; this page shows 12 months to June 2018.",
        ),
        ({"to": "soon"}, "‘soon’ is not a month written as 2017-06; this page shows 12 months to June 2018."),
        ({"to": "2017-05", "span": "quarter"}, "May 2017 does not end a quarter; this page shows Apr–Jun 2017."),
        ({"area": "narnia"}, "There is no London borough called ‘narnia’; this page shows all of London."),
        ({"area": "city-of-london"}, "City of London is not policed by the Met; this page shows all of London."),
        ({"show": "pie"}, "There is no way to show figures called ‘pie’; this page shows rates per 1,000 residents."),
        ({"sort": "colour"}, "The table cannot be sorted by ‘colour’; it is sorted by the figure on the map."),
        ({"measure": "x" * 500}, "There is no measure called ‘" + "x" * 60 + "…’; this page shows Burglary."),
    ],
)
def test_a_parameter_that_cannot_be_met_is_corrected_in_words(params: dict[str, str], said: str) -> None:
    assert parse(params).corrections == (said,)


def test_a_borough_may_be_given_by_code_or_name() -> None:
    assert {parse({"area": text}).selection.area for text in ("E09000007", "camden", "Camden")} == {"camden"}


def test_a_measure_without_figures_gives_the_usual_one() -> None:
    parsed = from_params({"measure": "rape"}, catalogue(), lambda m: None if m == "rape" else COVERED)
    assert parsed.selection.measure == "burglary"
    assert parsed.corrections == ("These figures hold nothing for Rape; this page shows Burglary.",)


def test_too_few_months_for_a_year_show_single_months() -> None:
    short = Coverage(date(2018, 5, 1), date(2018, 6, 1))
    parsed = from_params({}, catalogue(), lambda m: short)
    assert (parsed.selection.span, parsed.selection.month) == (Span.MONTH, date(2018, 6, 1))
    assert len(parsed.corrections) == 1
